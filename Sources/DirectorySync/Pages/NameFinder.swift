import Markup
import MentorDirectory

/// A value with where it was found and how sure that is.
struct Candidate<Value: Sendable>: Sendable {
  var value: Value
  var place: String
  var confidence: Double
}

/// Finds whose page it is, from the surest place to the last resort.
struct NameFinder {
  let page: PageSource

  func name() -> Candidate<String> {
    stated() ?? introduced() ?? titled() ?? written() ?? addressed() ?? filed()
  }

  /// From fields that hold names.
  private func stated() -> Candidate<String>? {
    if let card = page.card, let name = PersonName.stated(card.name) {
      return Candidate(value: name, place: card.origin.rawValue, confidence: 1)
    }
    for key in ["name", "full_name", "mentor"] {
      if let text = page.frontMatter[key]?.string, let name = PersonName.stated(text) {
        return Candidate(value: name, place: "front matter, \(key)", confidence: 1)
      }
    }
    for key in ["author", "authors", "owner"] {
      for text in Self.names(in: page.frontMatter[key]) {
        if let name = PersonName.stated(text), name.contains(" ") || PersonName.likelySingle(name) != nil {
          return Candidate(value: name, place: "front matter, \(key)", confidence: 0.9)
        }
      }
    }
    if let name = PersonName.stated(page.facts.author) {
      return Candidate(value: name, place: "meta author", confidence: 0.9)
    }
    let profile = ["profile:first_name", "profile:last_name"].compactMap { page.facts.openGraph[$0] }.joined(
      separator: " ")
    if let name = PersonName.likely(profile) {
      return Candidate(value: name, place: "Open Graph profile", confidence: 0.9)
    }
    return nil
  }

  private static func names(in value: JSONValue?) -> [String] {
    switch value {
    case .string(let text)?: [text]
    case .object(let object)?: [object["name"]?.string].compactMap { $0 }
    case .array(let values)?: values.prefix(3).flatMap { names(in: $0) }
    default: []
    }
  }

  /// "My name is Robin Doe", "I'm Zoë, a translator".
  private func introduced() -> Candidate<String>? {
    for sentence in page.text.sentences.prefix(200) where PagePhrases.anyIntroduction.matches(sentence.folded) {
      for (phrase, isCertain) in PagePhrases.introductions {
        guard let range = sentence.folded.firstRange(of: phrase),
          range.lowerBound == sentence.folded.startIndex
            || !Self.isLetter(before: range.lowerBound, in: sentence.folded)
        else { continue }
        let offset = sentence.folded.utf8.distance(from: sentence.folded.startIndex, to: range.upperBound)
        let rest = sentence.text.rest(fromFolded: sentence.folded, offset: offset)
        if let name = Self.leadingName(in: rest) {
          return Candidate(
            value: name, place: "“\(sentence.text.cleanedLine(limit: 60))”", confidence: isCertain ? 0.8 : 0.7)
        }
      }
    }
    return nil
  }

  private static func isLetter(before index: String.Index, in text: String) -> Bool {
    text[text.index(before: index)].isLetter
  }

  /// The capitalised words at the beginning, as far as they make a name.
  static func leadingName(in text: String) -> String? {
    if let first = text.unicodeScalars.first, first.value >= 0x2E80 { return unspacedName(in: text) }
    var words: [Substring] = [], ended = false
    for word in text.split(separator: " ").prefix(5) where !ended {
      let bare = word.prefix { $0.isLetter || "-'’.".contains($0) }
      let isParticle = !words.isEmpty && PagePhrases.nameParticles.contains(bare.lowercased()) && bare.count > 1
      guard let first = bare.first, isParticle || first.isUppercase || (first.isLetter && !first.isLowercase) else {
        break
      }
      words.append(bare)
      ended = bare.count != word.count || (bare.last == "." && bare.count > 2)
    }
    while let last = words.last, PagePhrases.nameParticles.contains(last.lowercased()) { words.removeLast() }
    let name = words.joined(separator: " ")
    return words.count > 1 ? PersonName.likely(name) : PersonName.likelySingle(name)
  }

  /// The name at the beginning, in scripts that put no spaces around it: up to the words that end it.
  private static func unspacedName(in text: String) -> String? {
    var name = text.prefix(12)
    for end in PagePhrases.nameEnds {
      if let range = name.firstRange(of: end) { name = name[..<range.lowerBound] }
    }
    let folded = String(name).foldedForPhrases
    guard name.count < 12, !PagePhrases.mentoring.matches(folded), !PersonFinder.occupations.matches(folded) else {
      return nil
    }
    return PersonName.likely(String(name))
  }

  /// The name in a title: "Mentoring with Robin Doe", "Mentoring | Robin Doe", or the title alone.
  private func titled() -> Candidate<String>? {
    var titles: [(String, String)] = []
    if let title = page.frontMatter["title"]?.string { titles.append((title, "front matter, title")) }
    titles.append((page.facts.openGraph["site_name"] ?? "", "site name"))
    titles.append((page.facts.openGraph["title"] ?? "", "Open Graph title"))
    titles.append((page.facts.title, "page title"))
    titles += page.facts.headings.prefix(2).filter { $0.level <= 2 }.map { ($0.text, "heading") }
    for (title, place) in titles where !TemplateTags.isPlaceholder(title) {
      for piece in Self.pieces(of: title) {
        if let name = PersonName.likely(piece) {
          return Candidate(value: name, place: place, confidence: isEchoed(name) ? 0.7 : 0.5)
        }
      }
    }
    return nil
  }

  static func pieces(of title: String) -> [String] {
    var pieces = [title.cleanedLine(limit: 200)]
    for separator in [
      "｜", "のメンタリング", "的导师", "的指导", " | ", " – ", " — ", " - ", " · ", " • ", ": ", " :: ", " » ", " « ", " @ ", ", ",
    ] {
      pieces = pieces.flatMap { $0.split(separator: separator).map(String.init) }
    }
    for link in [" with ", " by ", " mit ", " von ", " avec ", " par ", " con ", " com ", " por ", " met ", " van "] {
      pieces = pieces.flatMap { piece in
        piece.contains(link) ? piece.split(separator: link).reversed().map(String.init) + [piece] : [piece]
      }
    }
    return pieces.map { piece in
      for beginning in ["by ", "von ", "par ", "por ", "di ", "door "] where piece.hasPrefix(beginning) {
        return String(piece.dropFirst(beginning.count))
      }
      for ending in [
        "'s mentoring", "’s mentoring", "'s page", "’s page", "'s blog", "’s blog", "'s website", "’s website",
        "'s site",
      ]
      where piece.lowercased().hasSuffix(ending) { return String(piece.dropLast(ending.count)) }
      return piece
    }
  }

  /// True if the page's address or its mail addresses contain a word of the name.
  private func isEchoed(_ name: String) -> Bool {
    let haystack = ([page.address, page.context.file] + page.facts.mails + page.facts.me).joined(separator: " ")
      .lowercased()
    return name.lowercased().split(separator: " ").contains { $0.count > 2 && haystack.contains($0) }
  }

  /// A signature: "— Robin Doe" at the end, or "Authors: Robin Doe (…)".
  private func written() -> Candidate<String>? {
    for line in page.text.lines.suffix(3).reversed()
    where line.kind == .paragraph && !line.isQuoted && line.text.count < 60 {
      guard let first = line.text.first, "–—-~".contains(first) else { continue }
      if let name = PersonName.likely(line.text.trimmingMarks()) {
        return Candidate(value: name, place: "signature", confidence: 0.6)
      }
    }
    for (index, line) in page.text.lines.enumerated() where line.isHeading && index + 1 < page.text.lines.count {
      guard ["author", "authors", "autor", "auteur", "автор", "autore"].contains(line.folded) else { continue }
      if let name = Self.leadingName(in: page.text.lines[index + 1].text), name.contains(" ") {
        return Candidate(value: name, place: "heading “\(line.text)”", confidence: 0.6)
      }
    }
    return nil
  }

  /// From what addresses say: a profile or booking link, the page's own address, a mail address.
  private func addressed() -> Candidate<String>? {
    let slugs = page.handles.filter { $0.contains("-") }.map { Self.withoutNumber($0) }
    if Set(slugs).count == 1, let name = PersonName.likely(PersonName.spelledOut(slugs[0])) {
      return Candidate(value: name, place: "profile address", confidence: 0.4)
    }
    if let owner = Self.owner(of: page.address) {
      return Candidate(value: owner, place: "page address", confidence: 0.3)
    }
    let mails = page.mails.filter { !Self.isShared($0) }
    if let local = mails.first?.prefix(while: { $0 != "@" && $0 != "+" }), local.contains("."),
      let name = PersonName.likely(PersonName.spelledOut(String(local)))
    {
      return Candidate(value: name, place: "mail address", confidence: 0.4)
    }
    // A file that is called like a person says more than a handle.
    let file = filed()
    if PersonName.likely(file.value) != nil { return file }
    let handles = mails.prefix(1).map { String($0.prefix { $0 != "@" && $0 != "+" }) } + page.handles
    if let handle = handles.first(where: { $0.count > 2 }) {
      return Candidate(value: handle, place: "contact address", confidence: 0.2)
    }
    return nil
  }

  /// "robin-doe-1a2b3c" → "robin-doe": services add numbers to tell namesakes apart.
  private static func withoutNumber(_ slug: String) -> String {
    var parts = slug.split(separator: "-")
    while parts.count > 1, let last = parts.last, last.contains(where: \.isNumber) { parts.removeLast() }
    return parts.joined(separator: "-")
  }

  private static func isShared(_ mail: String) -> Bool {
    let local = mail.prefix { $0 != "@" }.lowercased()
    return [
      "info", "hello", "hi", "hey", "me", "mail", "contact", "i", "mentoring", "mentor", "mentorship", "kontakt",
      "email",
      "team", "office", "admin", "web", "website", "hola", "ola", "ciao", "bonjour", "hallo", "support", "you",
    ].contains(local)
  }

  /// Whose address it is: `/~robin`, `robin-doe.github.io`, or the host itself.
  static func owner(of address: String) -> String? {
    guard WebParts.isWeb(address) else { return nil }
    let parts = WebParts(address)
    if let tilde = parts.path.first(where: { $0.hasPrefix("~") && $0.count > 1 }) { return String(tilde.dropFirst()) }
    var host = parts.host
    for prefix in ["mentoring.", "mentorship.", "mentor.", "blog."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
    }
    for suffix in [
      ".github.io", ".gitlab.io", ".codeberg.page", ".wordpress.com", ".netlify.app", ".neocities.org", ".pages.dev",
      ".vercel.app",
    ]
    where host.hasSuffix(suffix) {
      return PersonName.spelledOut(String(host.dropLast(suffix.count)))
    }
    return host.isEmpty ? nil : host
  }

  /// The file's name, or that of its folder where the file is called like every mentoring page.
  private func filed() -> Candidate<String> {
    let file = page.context.file
    var parts = (WebParts.isWeb(file) ? WebParts(file).path : file.split(separator: "/").map(String.init))[...]
    let generic: Set<String> = [
      "index", "readme", "page", "pages", "about", "default", "home", "content", "src", "docs", "site", "_pages", "www",
      "public", "html", "blog", "en", "de", "fr", "es", "pt", "ru", "pl", "cs", "it", "nl", "_index",
    ]
    while let part = parts.popLast() {
      var stem = part
      if let dot = stem.lastIndex(of: "."), dot > stem.startIndex, stem.distance(from: dot, to: stem.endIndex) <= 9 {
        stem = String(stem[..<dot])
      }
      if let date = stem.firstMatch(of: /^\d{4}-\d{2}-\d{2}-/) { stem = String(stem[date.range.upperBound...]) }
      let words = stem.lowercased().split { !$0.isLetter }
      if stem.isEmpty || generic.contains(stem.lowercased()) || words.isEmpty { continue }
      if words.allSatisfy({ PagePhrases.genericTitleWords.contains(String($0)) }) { continue }
      let named = words.filter { !["mentoring", "mentorship", "mentor"].contains($0) }
      let isNamed = named.count < words.count && !named.isEmpty
      let value = PersonName.spelledOut(isNamed ? named.joined(separator: "-") : stem).cleanedLine(limit: 80)
      if !value.isEmpty { return Candidate(value: value, place: "file name", confidence: 0.1) }
    }
    let whole = file.cleanedLine(limit: 80)
    return Candidate(value: whole.isEmpty ? "Unnamed page" : whole, place: "file name", confidence: 0.1)
  }
}
