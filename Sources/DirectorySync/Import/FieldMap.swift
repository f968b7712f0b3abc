import MentorDirectory

/// Which column or key of a list says what.
public struct FieldMap: Sendable {
  /// Column name or key path → what it says.
  public private(set) var fields: [String: RecordField] = [:]
  /// Columns and keys that were not understood, in their order.
  public private(set) var unknown: [String] = []
  /// Fields whose values are the options of a form, joined by `;` with one at the end.
  public internal(set) var multiSelects: Set<RecordField> = []

  public init() {}

  /// Recognises names. An explicit mapping wins: over the name of its column, and over other columns for its field.
  ///
  /// Where a nested key and a plain one say the same ("mentor.first_name", "first_name") the plainer one counts.
  public init(columns: [String], mapping: [FieldMapping] = []) {
    var depth: [RecordField: Int] = [:], candidates: [(column: String, field: RecordField, depth: Int)] = []
    let explicit = Set(mapping.map(\.field))
    for (index, column) in columns.enumerated() {
      if let chosen = mapping.first(where: { $0.means(column: column, number: index + 1) }) {
        fields[column] = chosen.field
        continue
      }
      guard let (field, found) = Self.recognise(column) else {
        unknown.append(column)
        continue
      }
      candidates.append((column, explicit.contains(field) ? .ignored : field, found))
      depth[field] = min(depth[field] ?? .max, found)
    }
    for (column, field, found) in candidates {
      let isShadowed = Self.single.contains(field) && found > depth[field] ?? 0
      fields[column] = isShadowed ? .ignored : field
    }
  }

  public func field(_ column: String) -> RecordField? { fields[column] }
  var hasName: Bool { fields.values.contains { [.name, .firstName, .lastName, .displayName].contains($0) } }
  /// How many columns say something about a mentor.
  var understoodCount: Int { fields.values.count { $0 != .ignored && $0 != .key } }

  mutating func set(_ field: RecordField, column: String) {
    fields[column] = field
    unknown.removeAll { $0 == column }
  }

  mutating func forget(unknown columns: Set<String>) { unknown.removeAll { columns.contains($0) } }

  /// What a name says, and how many container words had to be dropped for it.
  static func recognise(_ name: String) -> (field: RecordField, depth: Int)? {
    if isInternal(name) { return (.ignored, 0) }
    let candidates = FieldName.candidates(name.columnName)
    for (depth, candidate) in candidates.enumerated() {
      if let field = FieldAliases.field(candidate) { return (field, depth) }
    }
    return candidates.first.flatMap { FieldPhrases.field($0) }.map { ($0, candidates.count) }
  }

  /// `_url`, `_links.self`: a service's own machinery, not a page of the person.
  private static func isInternal(_ path: String) -> Bool {
    path.split(separator: ".").contains { $0.hasPrefix("_") && $0 != "_id" }
  }

  private static let single: Set<RecordField> = [
    .name, .firstName, .lastName, .displayName, .userName, .title, .company, .key, .page, .profiles,
  ]
}
