import MentorDirectory
import Surface

/// Name of the program, the screens, what the directory is, and how old: or how far a sync is.
struct HeaderView {
  let state: AppState

  /// What stands where in the row: the richest that there is room for.
  private struct Layout {
    var showsProgram = false
    var tabs: [(screen: Screen, columns: Range<Int>)] = []
    var right = ""
  }

  func draw(on surface: inout Surface) {
    let layout = layout(width: surface.bounds.width)
    surface.fill(surface.bounds, style: Style(.bar, [], on: .bar))
    if layout.showsProgram { surface.put("mentoring", at: Point(1, 0), style: Style(.bar, .bold, on: .bar)) }
    for tab in layout.tabs {
      let isHere = tab.screen == state.screen
      let style = isHere ? Style(.barActive, .bold, on: .bar) : Style(.bar, [], on: .bar)
      surface.put(Self.text(of: tab.screen), at: Point(tab.columns.lowerBound, 0), style: style)
    }
    surface.putRight(layout.right, before: Point(surface.bounds.width, 0), style: Style(.bar, [], on: .bar))
  }

  /// The screen whose name stands at a point.
  func screen(at point: Point) -> Screen? {
    guard point.y == 0 else { return nil }
    return layout(width: state.size.width).tabs.first { $0.columns.contains(point.x) }?.screen
  }

  private static func text(of screen: Screen) -> String { "\(screen.rawValue) \(screen.title)" }

  private func layout(width: Int) -> Layout {
    let tabs = Screen.allCases.map(Self.text).joined(separator: "  ").displayWidth
    let program = "mentoring  ".displayWidth
    var layout = Layout()
    // What the directory is tells more than the name of the program.
    layout.right = rights.first { 1 + tabs + 2 + $0.displayWidth <= width } ?? ""
    layout.showsProgram = 1 + program + tabs + 2 + layout.right.displayWidth <= width
    var x = 1 + (layout.showsProgram ? program : 0)
    for screen in Screen.allCases {
      let length = Self.text(of: screen).displayWidth
      layout.tabs.append((screen, x..<(x + length)))
      x += length + 2
    }
    return layout
  }

  /// From the richest to the poorest.
  private var rights: [String] {
    let label = state.status.label
    if let sync = state.sources.sync {
      let what = sync.isCancelling ? "stopping" : "syncing"
      let extent = sync.extent.isEmpty ? what : "\(what) \(sync.extent)"
      return ["\(label) · \(extent) ", "\(extent) ", sync.extent + " ", "\(what) "].filter { $0 != " " }
    }
    guard let updated = state.status.updated else { return ["\(label) · offline ", "offline "] }
    let age = "as of \(updated.age(at: state.now))"
    guard state.status.lacksNetwork else { return ["\(label) · \(age) ", "\(age) "] }
    return ["\(label) · offline · \(age) ", "offline · \(age) ", "\(age) ", "offline "]
  }
}
