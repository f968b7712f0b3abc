import MentorDirectory

/// Mentors as a table in Markdown (GitHub Flavored Markdown).
enum MarkdownTable {
  static func text(_ mentors: [Mentor]) -> String {
    let heading = ["Name", "Title", "Areas", "Languages", "Place", "Time"]
    let rows = mentors.map { mentor in
      [
        name(of: mentor), escaped(mentor.title), escaped(mentor.areas.joined(separator: ", ")),
        escaped(mentor.languages.map(\.name).joined(separator: ", ")), escaped(place(of: mentor)),
        escaped(time(of: mentor)),
      ]
    }
    let lines = [heading, heading.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func name(of mentor: Mentor) -> String {
    let name = escaped(mentor.name)
    guard mentor.page.hasPrefix("https://") || mentor.page.hasPrefix("http://") else { return name }
    return "[\(name)](<\(destination(mentor.page))>)"
  }

  private static func place(of mentor: Mentor) -> String {
    [mentor.place.city, mentor.place.country].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func time(of mentor: Mentor) -> String {
    if let free = mentor.availability.free, free > 0 { return "\(free) free" }
    return mentor.availability.state == .unknown ? "" : mentor.availability.state.rawValue
  }

  /// Text that stays text: nothing in it is markup, a cell's end or an address.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.replacing("www.", with: "www\u{0}.").unicodeScalars {
      switch scalar {
      case "\u{0}": out += "\\"
      case "\r", "\n": out += " "
      case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "&", "~", "@", ":", "#", "!", "$": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// An address between angle brackets, without what would end it or the cell.
  private static func destination(_ address: String) -> String {
    var out = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "<", ">", "|", "\\", "`", "\"": out += "%" + String(scalar.value, radix: 16, uppercase: true)
      case _ where scalar.properties.isWhitespace || scalar.value < 0x20: out += "%20"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
