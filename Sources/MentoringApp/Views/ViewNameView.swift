import Surface

/// The field for the name of a view, at the foot of the screen.
struct ViewNameView {
  let editor: LineEditor

  func draw(on surface: inout Surface) {
    let foot = Rect(x: 0, y: max(0, surface.height - 1), width: surface.width, height: 1)
    surface.fill(foot)
    surface.within(foot) { surface in
      let label = surface.bounds.width >= 40 ? "name of the view" : "name"
      let x = 2 + surface.put(label, at: Point(1, 0), style: Style(.accent, .bold))
      FieldView(editor: editor, isActive: true)
        .draw(at: Point(x + 1, 0), width: max(1, surface.bounds.width - x - 2), on: &surface)
    }
  }
}
