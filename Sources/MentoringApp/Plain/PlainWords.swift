import MentorDirectory
import Surface

extension Query {
  /// The query without its filters.
  var wordsAlone: Query {
    var words = Query()
    words.terms = terms
    return words
  }

  /// What is asked, in one line: "style guide, area Localization, not team Words".
  var inWords: String {
    let words = wordsAlone.text
    let parts = (words.isEmpty ? [] : [words]) + Chip.chips(of: self).map(\.text)
    return parts.joined(separator: ", ")
  }
}

/// Text as the linear mode says it: no frames, no marks that are only to be looked at, no line over 80 columns.
enum PlainText {
  static let width = 80

  /// Lines of the reader, with one empty line where a rule stood between two.
  static func lines(_ styled: [StyledText]) -> [String] {
    var lines: [String] = []
    for line in styled.compactMap(line) where !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    return lines
  }

  /// A line of the reader without its rules and bullets; nil for a line that is nothing but a rule.
  private static func line(_ styled: StyledText) -> String? {
    var text = ""
    for run in styled.runs {
      switch run.style.role {
      case .border where run.text.allSatisfy { $0 == "─" || $0 == " " }: continue
      case .border: text += run.text.replacing("│", with: ">")
      case .accent: text += run.text.replacing("•", with: "-")
      default: text += run.text.replacing(" · ", with: ", ").replacing("\u{A0}", with: " ")
      }
    }
    while text.last == " " { text.removeLast() }
    return text.isEmpty && !styled.isEmpty ? nil : text
  }

  /// The lines, none wider than the width; what is wrapped goes on with two spaces.
  static func fitted(_ lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      guard line.displayWidth > width else { return [line] }
      let parts = line.wrapped(width: width - 2)
      return parts.enumerated().map { $0 == 0 ? $1 : "  " + $1 }
    }
  }

  /// Fields with commas between, in one line: a long field is cut before a short one is lost.
  static func row(_ lead: String, _ fields: [String]) -> String {
    let fields = fields.filter { !$0.isEmpty }
    let whole = lead + fields.joined(separator: ", ")
    guard whole.displayWidth > width, !fields.isEmpty else { return whole }
    // The widest field that may keep its width, so that all fit.
    var limit = width
    func taken() -> Int { fields.reduce(lead.displayWidth - 2) { $0 + min(limit, $1.displayWidth) + 2 } }
    while limit > 4, taken() > width { limit -= 1 }
    return (lead + fields.map { $0.truncated(to: limit, mark: "...") }.joined(separator: ", "))
      .truncated(to: width, mark: "...")
  }
}
