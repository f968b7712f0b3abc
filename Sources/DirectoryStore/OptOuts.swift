import MentorDirectory

/// Who asked not to be listed, as salted hashes of what they are recognised by: nothing in it can be read back. Whoever
/// has an address already can find out whether it is here; that is what it is for.
public struct OptOuts: Equatable, Sendable {
  /// One person.
  struct Entry: Equatable {
    /// The first 16 bytes of SHA-256 of salt and key, in hexadecimal digits.
    var hashes: Set<String>
    var since: CalendarDay
  }

  /// Hexadecimal digits; made when the first person is added.
  private(set) var salt: String
  private(set) var entries: [Entry] = []
  private var all: Set<String> = []

  public var isEmpty: Bool { all.isEmpty }
  /// People.
  public var count: Int { entries.count }

  init(salt: String) { self.salt = salt }

  public func contains(anyOf keys: [IdentityKey]) -> Bool {
    !all.isEmpty && keys.contains { all.contains(hash(of: $0)) }
  }

  mutating func add(_ keys: [IdentityKey], since: CalendarDay) {
    let hashes = Set(keys.map { hash(of: $0) }).subtracting(all)
    guard !hashes.isEmpty else { return }
    entries.append(Entry(hashes: hashes, since: since))
    all.formUnion(hashes)
  }

  /// Takes out everybody who has one of the keys; returns how many that were.
  mutating func remove(anyOf keys: [IdentityKey]) -> Int {
    let hashes = Set(keys.map { hash(of: $0) }), before = entries.count
    entries.removeAll { !$0.hashes.isDisjoint(with: hashes) }
    all = entries.reduce(into: []) { $0.formUnion($1.hashes) }
    return before - entries.count
  }

  private func hash(of key: IdentityKey) -> String {
    let number = (0..<8).map { UInt8(truncatingIfNeeded: key.rawValue >> (8 * UInt64($0))) }
    return Self.digits(SHA256.hash(Array(salt.utf8) + number).prefix(16))
  }

  static func digits(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // MARK: - JSON

  var json: JSONValue {
    .object([
      "version": .int(1), "salt": .string(salt),
      "people": .array(
        entries.map { .object(["since": .string($0.since.text), "hashes": .strings($0.hashes.sorted())]) }),
    ])
  }

  /// Nil for anything that `json` does not write: to leave somebody out by a misreading would list them again.
  init?(json: JSONValue) {
    guard let salt = json["salt"]?.string, !salt.isEmpty, let people = json["people"]?.array else { return nil }
    self.init(salt: salt)
    for value in people {
      guard let since = value["since"]?.string.flatMap({ CalendarDay($0) }), let hashes = value["hashes"]?.array else {
        return nil
      }
      let entry = Entry(hashes: Set(hashes.compactMap(\.string)), since: since)
      guard entry.hashes.count == hashes.count else { return nil }
      entries.append(entry)
      all.formUnion(entry.hashes)
    }
  }
}
