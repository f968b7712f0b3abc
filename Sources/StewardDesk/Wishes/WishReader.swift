import MentorDirectory

/// Reads from a newcomer's own words what they want, with the words of the directory and its vocabulary. What it finds
/// is a proposal: a person looks at it before it counts.
public struct WishReader: Sendable {
  /// A name that the directory knows, and what kind of name it is.
  public enum Kind: Sendable { case area, interest, group, team }

  private let vocabulary: Vocabulary
  private let gazetteer: Gazetteer
  private let languages: LanguageTable
  /// Names by their folded words; the longest that fits is taken.
  private var names: [String: (kind: Kind, name: String)] = [:]
  private var longest = 1

  public static let mostBytes = 100_000

  /// - Parameter names: the values of the directory's facets. Of a name that is of several kinds the first counts.
  public init(_ names: [(kind: Kind, name: String)], tables: ReferenceTables) {
    vocabulary = tables.vocabulary
    gazetteer = tables.gazetteer
    languages = tables.languages
    for (kind, name) in names {
      let canonical = vocabulary.canonical(name)
      for spelling in [name, canonical] + vocabulary.aliases(of: canonical) { add(spelling, kind, canonical) }
    }
    // What the vocabulary knows and nobody has yet is worth asking for too.
    for name in vocabulary.preferred {
      for spelling in [name] + vocabulary.aliases(of: name) { add(spelling, .interest, name) }
    }
  }

  private mutating func add(_ spelling: String, _ kind: Kind, _ name: String) {
    let words = Tokenizer.words(of: spelling)
    let key = words.joined(separator: " ")
    guard (1...5).contains(words.count), key.utf8.count > 1, !Self.common.contains(key), names[key] == nil else {
      return
    }
    names[key] = (kind, name)
    longest = max(longest, words.count)
  }

  /// The wish, with the text as its words.
  public func read(_ text: String) -> Wish {
    var wish = Wish()
    wish.text = text.cleanedText(limit: Self.mostBytes)
    for line in wish.text.split(separator: "\n") where !line.hasPrefix(">") { readNames(in: String(line), into: &wish) }
    wish.languages = spoken(in: wish.text)
    wish.place = place(in: wish.text)
    return wish
  }

  // MARK: - Names

  private func readNames(in line: String, into wish: inout Wish) {
    let words = Tokenizer.words(of: line)
    var start = 0
    while start < words.count {
      var taken = 1
      for length in stride(from: min(longest, words.count - start), through: 1, by: -1) {
        guard let found = names[words[start..<(start + length)].joined(separator: " ")] else { continue }
        Self.take(found, into: &wish)
        taken = length
        break
      }
      start += taken
    }
  }

  private static func take(_ found: (kind: Kind, name: String), into wish: inout Wish) {
    switch found.kind {
    case .area: if !wish.areas.contains(found.name) { wish.areas.append(found.name) }
    case .interest: if !wish.interests.contains(found.name) { wish.interests.append(found.name) }
    case .group: if !wish.groups.contains(found.name) { wish.groups.append(found.name) }
    case .team: if wish.team.isEmpty { wish.team = found.name }
    }
  }

  /// Words that are values in many a directory and mean nothing in a mail about mentoring.
  private static let common: Set<String> = [
    "mentoring", "mentor", "mentors", "mentorship", "help", "new", "all", "other", "open", "web", "me", "it",
    "community",
    "people", "contributor", "contributors", "volunteer", "volunteers", "general", "learning", "any", "start", "first",
    "communities", "newcomers", "events", "code", "project", "projects", "tests", "english", "german",
  ]

  // MARK: - Languages

  /// Names of languages of at least four letters, in the order in which they stand. Codes are too often words.
  private func spoken(in text: String) -> [Language] {
    var found: [Language] = []
    for word in text.split(whereSeparator: { !$0.isLetter }) where word.unicodeScalars.count >= 4 {
      guard let language = languages.language(String(word)), !language.code.isEmpty, !found.contains(language) else {
        continue
      }
      found.append(language)
    }
    return found
  }

  // MARK: - Place

  private static let leadIns: Set<String> = [
    "from", "in", "near", "based", "live", "living", "aus", "bei", "wohne", "lebe", "de", "desde", "en", "vivo", "à",
    "a",
    "au", "em", "moro", "из", "в", "живу", "location:", "timezone:", "city:", "country:", "place:", "ort:", "ville:",
    "ciudad:", "cidade:", "город:", "zone:",
  ]

  /// The most exact place behind a word that leads to one ("I live in Lagos, Nigeria").
  private func place(in text: String) -> Place {
    var best = Place()
    for line in text.split(separator: "\n").prefix(400) where !line.hasPrefix(">") {
      let words = line.split(separator: " ").map(String.init)
      for (number, word) in words.enumerated() where Self.leadIns.contains(word.lowercased()) {
        for length in stride(from: min(4, words.count - number - 1), through: 1, by: -1) {
          let phrase = words[(number + 1)..<(number + 1 + length)].joined(separator: " ")
          guard let candidate = certain(phrase) else { continue }
          if candidate.path.count > best.path.count { best = candidate }
          break
        }
      }
    }
    if best.timeZone.isEmpty, best.utcOffset == nil { readZone(of: text, into: &best) }
    return best
  }

  /// A place that begins with a capital letter and of which everything was understood.
  private func certain(_ phrase: String) -> Place? {
    let trimmed = phrase.drop { "(\"“".contains($0) }
    let name = String(trimmed.prefix { !".!?;:)\"”".contains($0) }).cleanedLine()
    guard let first = name.unicodeScalars.first, first.properties.isUppercase || !first.properties.isCased,
      name.unicodeScalars.count > 2
    else { return nil }
    let place = gazetteer.place(name)
    return place.country.isEmpty ? nil : place
  }

  private func readZone(of text: String, into place: inout Place) {
    for word in text.split(whereSeparator: { $0.isWhitespace || "(),;".contains($0) }).prefix(20_000) {
      guard word.contains("/") || word.hasPrefix("UTC") || word.hasPrefix("GMT") else { continue }
      let name = String(word.prefix(word.count - word.reversed().prefix { ".!?:".contains($0) }.count))
      let (zone, offset) = gazetteer.timeZones.read(name)
      guard !zone.isEmpty || offset != nil else { continue }
      place.timeZone = zone
      place.utcOffset = offset
      if place.raw.isEmpty { place.raw = name }
      return
    }
  }
}
