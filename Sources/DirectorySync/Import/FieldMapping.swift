/// A person's word on what a column means: `--map interests="Which areas …?"`.
public struct FieldMapping: Equatable, Sendable {
  public var field: RecordField
  /// Name of the column or path of the key ("profile.city"), or its number in a sheet ("3", "#3").
  public var column: String

  public init(field: RecordField, column: String) {
    self.field = field
    self.column = column
  }

  /// Reads `FIELD=COLUMN`; FIELD is any name that is understood at the head of a column. Nil for a field that is
  /// not known, or without a column.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let word = FieldName.normalised(String(text[..<equals]))
    let column = text[text.index(after: equals)...].trimmed
    guard !column.isEmpty else { return nil }
    if word == "areas" {
      field = .areas
    } else if word == "ignore" || word == "skip" {
      field = .ignored
    } else if let known = FieldAliases.field(word) {
      field = known
    } else {
      return nil
    }
    self.column = String(column)
  }

  /// Words that FIELD may be, for a message that lists them.
  public static let fieldNames = [
    "name", "first name", "last name", "pronouns", "title", "company", "areas", "groups", "team", "interests", "seeks",
    "location", "city", "region", "country", "time zone", "languages", "availability", "capacity", "hours", "contact",
    "email", "github", "page", "website", "profiles", "bio", "id", "ignore",
  ]

  /// True if the column of that name and number (from 1) is meant.
  func means(column path: String, number: Int) -> Bool {
    let name = path.columnName
    if name == column || FieldName.normalised(name) == FieldName.normalised(column), !name.isEmpty { return true }
    return column == String(number) || column == "#\(number)"
  }
}
