import MentorDirectory

/// Looks at the values of a list before it is read, for what names alone do not tell.
///
/// - A column named just "areas" holds areas if its values are a controlled set: over the first `limit` records no
///   prose, at most 40 different values of at most four words, and (when there are more than 12) each used three times
///   on average. Else it holds interests: long free lists would make hundreds of areas with one mentor each.
/// - A field is a form's multi-select if any value ends with `;`: then `;` alone separates its options.
struct RecordSurvey {
  static let limit = 5000

  private var values: [String: Counter] = [:]

  private struct Counter {
    var mentions = 0
    var distinct: Set<String> = []
    var hasProse = false
    var endsWithSemicolon = false
    var isEmpty = true
    var isFlags = true
  }

  mutating func add(_ column: String, _ value: JSONValue, field: RecordField?) {
    var counter = values[column] ?? Counter()
    values[column] = nil
    defer { values[column] = counter }
    if case .string(let text) = value {
      if !text.isEmpty { counter.isEmpty = false }
      if text.utf8.count > 5 || !Self.flags.contains(text.lowercased()) { counter.isFlags = false }
      if text.utf8.last(where: { $0 != 0x20 && $0 != 0x0A }) == UInt8(ascii: ";") { counter.endsWithSemicolon = true }
    } else if value != .null {
      counter.isEmpty = false
      counter.isFlags = false
    }
    guard field == .areasOrInterests else { return }
    for text in ValueText.strings(value) {
      let read = TopicText.read(text)
      if !read.prose.isEmpty { counter.hasProse = true }
      counter.mentions += read.topics.count
      if counter.distinct.count <= 41 { counter.distinct.formUnion(read.topics.map { $0.lowercased() }) }
    }
  }

  /// The map with what the values decided.
  func applied(to map: FieldMap) -> FieldMap {
    var map = map
    for (column, counter) in values {
      if map.field(column) == .areasOrInterests {
        map.set(isControlledSet(counter) ? .areas : .interests, column: column)
      }
      if counter.endsWithSemicolon, let field = map.field(column) { map.multiSelects.insert(field) }
    }
    map.forget(unknown: Set(values.filter { $0.value.isEmpty }.keys))
    return map
  }

  /// Columns of nothing but yes and no: hours of the week, when there are many of them.
  var flagColumns: Set<String> { Set(values.filter { $0.value.isFlags && !$0.value.isEmpty }.keys) }

  private func isControlledSet(_ counter: Counter) -> Bool {
    guard !counter.hasProse, !counter.distinct.isEmpty, counter.distinct.count <= 40 else { return false }
    guard counter.distinct.allSatisfy({ $0.split(separator: " ").count <= 4 }) else { return false }
    return counter.distinct.count <= 12 || counter.mentions >= 3 * counter.distinct.count
  }

  private static let flags: Set<String> = ["", "0", "1", "true", "false", "x", "yes", "no"]
}
