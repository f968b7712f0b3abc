/// The community's preferred names for areas, groups and interests, with aliases.
///
/// Rows come from text that a keeper writes by hand: `Preferred = alias, alias`, comments from `#` (at the start of a
/// line or after white space). A row extends earlier rows of the same preferred word; where two rows claim a word, the
/// later one has it. Every word belongs to one preferred word and a preferred word to itself, so there are no cycles.
public struct Vocabulary: Sendable {
  /// A line that was left out, as a fact; the wording is the front end's.
  public struct Problem: Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
      /// The line has words but no "=".
      case noEqualsSign
      /// Nothing stands to the left of the "=".
      case noPreferredWord
      /// A word is longer than 100 characters.
      case tooLong
      /// More rows than a vocabulary can have; this line and all after it were left out.
      case tooManyRows
    }
    /// Which of the texts, from 0.
    public var text: Int
    /// From 1.
    public var line: Int
    public var reason: Reason

    public init(text: Int, line: Int, reason: Reason) {
      self.text = text
      self.line = line
      self.reason = reason
    }
  }

  private struct Group: Sendable {
    var preferred: String
    var key: String
    /// Other spellings with their keys, in the order of the rows.
    var aliases: [(word: String, key: String)] = []
    var isAlive = true
  }

  /// Lines that could not be used.
  public private(set) var problems: [Problem] = []
  private var groups: [Group] = []
  /// Which group has a word, by the word's key.
  private var owner: [String: Int] = [:]
  private static let rowLimit = 20_000

  /// `texts`: vocabulary files, later ones win (the shipped one first, then the user's).
  public init(_ texts: [String]) {
    var rows = 0
    for (index, text) in texts.enumerated() {
      var number = 0
      text.cleanedText().utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).forEach { line in
        number += 1
        guard rows <= Self.rowLimit, let words = Self.withoutComment(line) else { return }
        rows += 1
        if let reason = rows > Self.rowLimit ? .tooManyRows : read(words) {
          problems.append(Problem(text: index, line: number, reason: reason))
        }
      }
    }
  }

  /// The preferred form of a value ("golang" → "Go"); the value itself where the vocabulary says nothing.
  public func canonical(_ value: String) -> String {
    owner[Self.key(value)].map { groups[$0].preferred } ?? value
  }

  /// Other words for a preferred value, for search: "Go" → ["golang"]. An alias answers for its preferred value.
  public func aliases(of value: String) -> [String] {
    owner[Self.key(value)].map { groups[$0].aliases.map(\.word) } ?? []
  }

  /// All preferred words, in the order of the rows.
  public var preferred: [String] { groups.filter(\.isAlive).map(\.preferred) }

  /// What makes two spellings one word: case, accents, and spaces, hyphens, underscores and dots make no difference,
  /// but for a dot in front (".NET" is not a net). `+` and `#` do: C, C++ and C# are three words. `&` is "and".
  static func key(_ value: String) -> String {
    let hasAnd = value.utf8.contains(UInt8(ascii: "&"))
    let words = hasAnd ? value.split(separator: "&").joined(separator: " and ") : value
    var key = TableKey.of(words)
    if key.utf8.contains(UInt8(ascii: " ")) {
      key = String(decoding: key.utf8.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }
    let start = value.utf8.first { $0 > 0x20 }
    return start == UInt8(ascii: ".") && !key.isEmpty ? "." + key : key
  }

  // MARK: Rows

  /// The line without its comment; nil if nothing else stands there.
  private static func withoutComment(_ line: Substring.UTF8View) -> String? {
    var end = line.endIndex, previous = UInt8(ascii: " ")
    for index in line.indices {
      if line[index] == UInt8(ascii: "#"), previous == UInt8(ascii: " ") || previous == UInt8(ascii: "\t") {
        end = index
        break
      }
      previous = line[index]
    }
    let words = String(Substring(line[..<end])).cleanedLine(limit: 10_000)
    return words.isEmpty ? nil : words
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    let start = bytes.drop { $0 == UInt8(ascii: " ") }
    let end = start.last == UInt8(ascii: " ") ? start.dropLast() : start
    return String(Substring(end))
  }

  private mutating func read(_ row: String) -> Problem.Reason? {
    guard let equals = row.utf8.firstIndex(of: UInt8(ascii: "=")) else { return .noEqualsSign }
    let preferred = Self.trimmed(row.utf8[..<equals])
    let aliases = row.utf8[row.utf8.index(after: equals)...].split(separator: UInt8(ascii: ",")).map(Self.trimmed)
      .filter { !Self.key($0).isEmpty }
    guard !Self.key(preferred).isEmpty else { return .noPreferredWord }
    guard ([preferred] + aliases).allSatisfy({ $0.utf8.count <= 100 || $0.unicodeScalars.count <= 100 }) else {
      return .tooLong
    }
    add(preferred, aliases)
    return nil
  }

  private mutating func add(_ preferred: String, _ aliases: [String]) {
    let index = group(for: preferred)
    for alias in aliases {
      let key = Self.key(alias)
      if let holder = owner[key], holder != index {
        if groups[holder].key == key { merge(holder, into: index) } else { release(key, from: holder) }
      }
      owner[key] = index
      let isNew = !groups[index].aliases.contains { $0.key == key && $0.word == alias }
      guard isNew, key != groups[index].key || alias.lowercased() != groups[index].preferred.lowercased() else {
        continue
      }
      groups[index].aliases.append((alias, key))
    }
  }

  /// The group whose preferred word this is; a new one if it was unknown or another's alias.
  private mutating func group(for preferred: String) -> Int {
    let key = Self.key(preferred)
    if let holder = owner[key] {
      if groups[holder].key == key {
        groups[holder].preferred = preferred
        return holder
      }
      release(key, from: holder)
    }
    groups.append(Group(preferred: preferred, key: key))
    owner[key] = groups.count - 1
    return groups.count - 1
  }

  private mutating func release(_ key: String, from holder: Int) {
    groups[holder].aliases.removeAll { $0.key == key }
    owner[key] = nil
  }

  /// A preferred word that became an alias brings its aliases along.
  private mutating func merge(_ from: Int, into index: Int) {
    for (word, key) in [(groups[from].preferred, groups[from].key)] + groups[from].aliases {
      owner[key] = index
      groups[index].aliases.append((word, key))
    }
    groups[from].aliases = []
    groups[from].isAlive = false
  }
}
