import MentorDirectory
import Surface

/// A menu: items, what is said beside them, checks; below them what is typed to narrow the list. What can be done
/// stands in the hint bar.
struct MenuView {
  let menu: Menu

  /// Names longer than that are cut where something stands beside them.
  private static let widestName = 44

  func draw(on surface: inout Surface) {
    let box = MenuView.frame(menu, in: surface.bounds)
    surface.fill(box)
    surface.box(box, title: menu.title)
    let rows = MenuView.rows(menu, in: box)
    surface.within(box.inset(columns: 1, rows: 1)) { surface in
      let shown = menu.shown
      let scroll = MenuView.scroll(menu, rows: rows)
      for (row, item) in shown.enumerated().dropFirst(scroll).prefix(rows) {
        let y = row - scroll, isCurrent = row == menu.cursor
        let text = line(item, at: row, isCurrent: isCurrent).truncated(to: max(0, surface.bounds.width - 1))
        surface.put(text, at: Point(0, y))
        guard isCurrent else { continue }
        surface.setGround(.selection, in: Rect(x: 0, y: y, width: surface.bounds.width, height: 1))
        if !menu.isNarrowing { surface.placeCursor(at: Point(2, y), visible: false) }
      }
      if shown.isEmpty { surface.put("nothing is called that", at: Point(2, 0), style: .dim) }
      if rows < surface.bounds.height { drawFilter(at: rows, on: &surface) }
    }
  }

  private func line(_ item: Int, at row: Int, isCurrent: Bool) -> StyledText {
    var line = StyledText(isCurrent ? "▌ " : "  ")
    if menu.isNumbered { line.append(row < 9 ? "\(row + 1) " : "  ", .key) }
    if menu.hotKeys.indices.contains(item) { line.append("\(menu.hotKeys[item])  ", .key) }
    if let checked = menu.checked { line.append(checked.contains(item) ? "● " : "○ ", .accent) }
    guard let detail = menu.detail(item), !detail.isEmpty else {
      line.append(menu.items[item], .text)
      return line
    }
    line.append(menu.items[item].padded(to: Self.nameWidth(menu)), .text)
    line.append("  " + detail, .dim)
    return line
  }

  private func drawFilter(at y: Int, on surface: inout Surface) {
    surface.put("/", at: Point(2, y), style: menu.isNarrowing ? Style(.accent, .bold) : .key)
    FieldView(editor: menu.filter, isActive: menu.isNarrowing)
      .draw(at: Point(4, y), width: max(1, surface.bounds.width - 5), on: &surface)
  }

  // MARK: - Geometry

  private static func nameWidth(_ menu: Menu) -> Int {
    min(widestName, menu.items.map(\.displayWidth).max() ?? 0)
  }

  /// The first item shown.
  static func scroll(_ menu: Menu, rows: Int) -> Int { max(0, menu.cursor - max(1, rows) + 1) }

  /// Rows for items within a frame.
  static func rows(_ menu: Menu, in frame: Rect) -> Int {
    let inside = max(0, frame.height - 2)
    return menu.showsFilter && inside > 1 ? inside - 1 : inside
  }

  static func frame(_ menu: Menu, in bounds: Rect) -> Rect {
    let marks = (menu.isNumbered ? 2 : 0) + (menu.checked == nil ? 0 : 2) + (menu.hotKeys.isEmpty ? 0 : 3)
    let lines = menu.items.indices.map { item -> Int in
      guard let detail = menu.detail(item), !detail.isEmpty else { return marks + menu.items[item].displayWidth }
      return marks + nameWidth(menu) + 2 + min(60, detail.displayWidth)
    }
    let width = (lines + [menu.title.displayWidth]).max() ?? 10
    let height = menu.items.count + 2 + (menu.showsFilter ? 1 : 0)
    return bounds.centred(width: min(bounds.width, width + 8), height: min(bounds.height, height))
  }
}
