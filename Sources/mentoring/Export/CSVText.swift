import MentorDirectory

/// Comma-separated values (RFC 4180) for spreadsheets.
enum CSVText {
  static let columns = [
    "id", "name", "title", "areas", "groups", "team", "interests", "languages", "city", "region", "country",
    "countryCode", "availability", "free", "contacts", "page", "sources",
  ]

  static func row(_ mentor: Mentor) -> [String] {
    [
      mentor.id.rawValue, mentor.name, mentor.title, list(mentor.areas), list(mentor.groups), mentor.team,
      list(mentor.interests), list(mentor.languages.map(\.name)), mentor.place.city, mentor.place.region,
      mentor.place.country, mentor.place.countryCode, mentor.availability.state.rawValue,
      mentor.availability.free.map(String.init) ?? "",
      list(mentor.contacts.map { $0.kind.isEmpty ? $0.value : "\($0.kind): \($0.value)" }), mentor.page,
      list(mentor.sources),
    ]
  }

  static func text(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that a spreadsheet takes as text. What begins like a formula gets an apostrophe before it, as OWASP
  /// advises against CSV injection; what holds a separator of any country's spreadsheet is quoted.
  static func cell(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let begins = scalars.first { !$0.properties.isWhitespace } ?? " "
    let isFormula = formulaStarts.contains(begins) || scalars.first == "\t" || scalars.first == "\r"
    let safe = isFormula ? "'" + text : text
    let needsQuotes =
      safe.unicodeScalars.contains { ",;\"\t\r\n".unicodeScalars.contains($0) } || safe.first == " " || safe.last == " "
    // By scalars: a quote with a combining mark upon it is another character, and still a quote to whoever reads it.
    return needsQuotes ? "\"" + safe.escapingScalars("\"", with: "\"") + "\"" : safe
  }

  /// With their full-width forms, which some spreadsheets read alike.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
