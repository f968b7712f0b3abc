extension Surface {
  /// What stands on the surface: rows joined by line feeds, trailing spaces removed. For golden texts and for a plain
  /// text twin of a screen.
  public var text: String { (0..<height).map { rowText($0) }.joined(separator: "\n") }

  /// One row without trailing spaces.
  public func rowText(_ y: Int) -> String {
    guard y >= 0, y < height else { return "" }
    var scalars = String.UnicodeScalarView()
    var end = scalars.endIndex
    for x in 0..<width {
      let cell = cells[y * width + x]
      scalars.append(contentsOf: cell.text.unicodeScalars)
      if cell.base != 0x20 || cell.hasMarks { end = scalars.endIndex }
    }
    return String(scalars[..<end])
  }

  /// One character per cell: that of the role in `legend`, "." for text and "?" for a role that is not in it. A cell on
  /// a ground other than text shows the ground where its own role is text.
  public func roles(_ legend: [Role: Character]) -> String {
    (0..<height).map { y in
      let row = (0..<width).map { x -> Character in
        let style = cells[y * width + x].style
        let role = style.role == .text ? style.ground : style.role
        return legend[role] ?? (role == .text ? "." : "?")
      }
      return String(row)
    }.joined(separator: "\n")
  }

  /// The text with its styles: every run of cells that is not plain stands in braces after its style, as in
  /// `{match+underline|selection:ada}`.
  public var marked: String {
    (0..<height).map { y in
      var line = ""
      var x = 0
      while x < width {
        let style = cells[y * width + x].style
        var run = ""
        while x < width, cells[y * width + x].style == style {
          run += cells[y * width + x].text
          x += 1
        }
        line += style == .text ? run : "{\(style.label):\(run)}"
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

extension Style {
  /// `role`, then `+attribute` for each attribute, then `|ground` unless that is text.
  public var label: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    let added = names.filter { attributes.contains($0.0) }.map { "+" + $0.1 }.joined()
    return "\(role)" + added + (ground == .text ? "" : "|\(ground)")
  }
}
