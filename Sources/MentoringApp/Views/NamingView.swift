import Surface

/// The field for the name of a view or a file, at the foot of the screen; where a file is in the way, the question.
struct NamingView {
  let naming: Naming

  func draw(on surface: inout Surface) {
    let foot = Rect(x: 0, y: max(0, surface.height - 1), width: surface.width, height: 1)
    surface.fill(foot)
    surface.within(foot) { surface in
      let width = surface.bounds.width
      if naming.isTaken {
        let question = "\(naming.editor.text) is there already: y replaces it, any other key goes back to the name"
        surface.put(question.truncated(to: max(0, width - 2)), at: Point(1, 0), style: .warning)
        return
      }
      let label = width >= 40 ? naming.label : naming.shortLabel
      let x = 2 + surface.put(label, at: Point(1, 0), style: Style(.accent, .bold))
      let note = "↵ \(naming.verb)  esc leave "
      let isRoomy = width >= x + 30 + note.displayWidth
      if isRoomy { surface.putRight(note, before: Point(width, 0), style: .dim) }
      FieldView(editor: naming.editor, isActive: true).draw(
        at: Point(x + 1, 0), width: max(1, width - x - 2 - (isRoomy ? note.displayWidth + 1 : 0)), on: &surface)
    }
  }
}
