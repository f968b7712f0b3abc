/// Human languages by code, English name and native name.
public struct LanguageTable: Sendable {
  private var languages: [Language] = []
  /// Index of a language by key of each of its names, and by code.
  private var names: [String: Int] = [:]

  /// `table`: the text of `languages.tsv` (columns in its first lines).
  public init(_ table: String) {
    names.reserveCapacity(3_000)
    var aliases: [(Int, String)] = []
    TableRows.forEach(in: table, columns: 5) { fields in
      guard !fields[0].isEmpty, !fields[2].isEmpty else { return }
      languages.append(Language(code: fields[0], name: fields[2]))
      // Codes and names come before aliases, whichever row is first.
      for name in fields[...3] { add(name, languages.count - 1) }
      aliases += TableRows.values(of: fields[4]).map { (languages.count - 1, String($0)) }
    }
    for (index, alias) in aliases { add(alias, index) }
  }

  private mutating func add(_ name: String, _ index: Int) {
    let key = TableKey.of(name)
    if !key.isEmpty, names[key] == nil { names[key] = index }
  }

  /// One language by code (`de`, `deu`, `pt-BR`), English or native name; level words ("Intermediate Spanish", "German
  /// B2", "native") are dropped. Nil if no language is certain.
  public func language(_ word: String) -> Language? {
    let text = word.cleanedLine(limit: 80)
    if let exact = named(text) { return exact }
    let bare = LanguageLevels.without(text)
    return named(bare) ?? locale(bare) ?? beforeBracket(bare)
  }

  /// All languages in a list or a phrase ("Swahili and Little French", "English, German; русский", "en/de"), each once,
  /// in their order. A word that no table knows is kept as a language without code where most of a list is languages.
  public func languages(in text: String) -> [Language] {
    let text = text.cleanedLine(limit: 1_000)
    if LanguageList.saysNothing(text) { return [] }
    if let codes = codes(text) { return codes }
    let parts = LanguageList.parts(text)
    if parts.count < 2, let whole = language(text) { return [whole] }
    var found: [(known: Language?, words: String)] = []
    for part in parts {
      if let known = language(part) {
        found.append((known, part))
      } else {
        found += apart(part)
      }
    }
    let known = found.count { $0.known != nil }
    let isList = known >= 1 && known * 2 >= found.count
    var seen = Set<String>()
    return found.compactMap { item in
      let language = item.known ?? (isList ? LanguageList.unknown(item.words) : nil)
      return language.flatMap { seen.insert($0.code.isEmpty ? $0.name : $0.code).inserted ? $0 : nil }
    }
  }

  /// Codes with nothing but spaces between them ("en de fr").
  private func codes(_ text: String) -> [Language]? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1, words.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let known = words.compactMap(named)
    return known.count == words.count && Set(known).count == known.count ? known : nil
  }

  /// A part without joints: a row of languages by spaces ("English German"), or a phrase with languages in it
  /// ("I speak fluent Dutch"). Codes do not count there: "am", "is", "no" are words.
  private func apart(_ part: String) -> [(known: Language?, words: String)] {
    let words = part.split(separator: " ").map(String.init)
    let known = words.filter { $0.unicodeScalars.count > 3 }.compactMap(named)
    if known.isEmpty { return [(nil, LanguageLevels.without(part))] }
    return known.map { ($0, $0.name) }
  }

  private func named(_ text: String) -> Language? { names[TableKey.of(text)].map { languages[$0] } }

  /// "pt-BR", "zh_Hans_CN": the part before the joint, if it is a code.
  private func locale(_ text: String) -> Language? {
    let parts = text.split { "-_".contains($0) }
    guard parts.count > 1, let first = parts.first, (2...3).contains(first.utf8.count),
      parts.dropFirst().allSatisfy({ (2...4).contains($0.utf8.count) })
    else { return nil }
    return named(String(first))
  }

  /// "Portuguese (Brazil)", "Norwegian [Bokmål]".
  private func beforeBracket(_ text: String) -> Language? {
    guard let at = text.firstIndex(where: { "([（".contains($0) }), at > text.startIndex else { return nil }
    return named(LanguageLevels.without(String(text[..<at])))
  }
}
