import Markup
import MentorDirectory

/// Reads from a page's text what people say about themselves: title, place, languages, pronouns.
struct PersonFinder {
  let text: PageText

  /// "I'm a self-taught designer with…" → "self-taught designer", where the words name an occupation; "I work as …"
  /// needs no such proof.
  func title() -> Candidate<String>? {
    for sentence in text.sentences.prefix(100) where Self.beginnings.matches(sentence.folded) {
      guard let phrase = Self.title(in: sentence) else { continue }
      return Candidate(value: phrase, place: "“\(sentence.text.cleanedLine(limit: 60))”", confidence: 0.5)
    }
    return nil
  }

  private static let beginnings = PhraseSet(allOf: [employments, professions, PagePhrases.anyIntroduction])

  private static func title(in sentence: PageText.Sentence) -> String? {
    if let match = employments.firstMatch(in: sentence.folded) {
      let rest = sentence.text.rest(fromFolded: sentence.folded, offset: match.upperBound)
      if let title = occupation(at: rest, isCertain: true) { return title }
    }
    if let match = professions.firstMatch(in: sentence.folded) {
      let rest = sentence.text.rest(fromFolded: sentence.folded, offset: match.upperBound)
      if let title = occupation(at: rest, isCertain: false) { return title }
    }
    return apposition(in: sentence)
  }

  /// "I'm Robin Doe, a translator"
  private static func apposition(in sentence: PageText.Sentence) -> String? {
    guard let match = PagePhrases.anyIntroduction.firstMatch(in: sentence.folded) else { return nil }
    let rest = sentence.text.rest(fromFolded: sentence.folded, offset: match.upperBound)
    guard let comma = rest.place(of: ", "), rest[..<comma.lowerBound].split(separator: " ").count <= 4 else {
      return nil
    }
    var title = rest[comma.upperBound...]
    for article in articles where title.lowercased().hasPrefix(article) { title = title.dropFirst(article.count) }
    return occupation(at: String(title), isCertain: false)
  }

  private static let articles = [
    "a ", "an ", "the ", "eine ", "ein ", "une ", "un ", "una ", "uno ", "uma ", "um ", "een ", "en ", "ett ",
  ]

  /// The words at the beginning of a text, as far as they make an occupation.
  private static func occupation(at text: String, isCertain: Bool) -> String? {
    if let first = text.unicodeScalars.first, first.value >= 0x2E80 {
      var title = text.prefix(16)
      for end in PagePhrases.nameEnds {
        if let range = title.place(of: end) { title = title[..<range.lowerBound] }
      }
      return title.count < 16 && occupations.matches(String(title).foldedForPhrases) ? String(title) : nil
    }
    let all = TopicPhrase.untilClause(text).split(separator: " ").prefix(9)
    var words: [Substring] = []
    for (index, word) in all.enumerated() {
      let next = index + 1 < all.count ? all[index + 1] : ""
      // "diseñadora de letras", but "ingeniera de Madrid".
      if stops.contains(word.lowercased()), !(word == "de" && next.first?.isLowercase == true) { break }
      // "writer and editor", but "writer and live in Leeds".
      if joints.contains(word.lowercased()), !names(all[(index + 1)...].prefix(3)) { break }
      words.append(word)
      if word.hasSuffix(",") || word.hasSuffix(".") { break }
    }
    let phrase = words.joined(separator: " ").trimmingMarks()
    guard (1...6).contains(words.count), !phrase.isEmpty, isCertain || names(words[...]) else { return nil }
    return phrase
  }

  private static func names(_ words: ArraySlice<Substring>) -> Bool {
    words.contains { word in
      let folded = String(word).foldedForPhrases
      return occupations.matches(folded) || compounds.contains { folded.contains($0) }
    }
  }

  private static let joints: Set<String> = ["and", "und", "et", "y", "e", "i", "en", "och", "dan", "ve", "та", "и"]
  /// Ends of words that are written together.
  private static let compounds = [
    "entwickl", "ingenieur", "berater", "leiter", "ontwikkelaar", "utvecklare", "ingenjör",
  ]

  private static let employments = PhraseSet([
    "i work as an ", "i work as a ", "i work as ", "arbeite als ", "je travaille comme ", "trabajo como ",
    "trabalho como ", "lavoro come ", "werk als ", "pracuję jako ", "pracuji jako ", "работаю ", "jobbar som ",
    "arbetar som ", "saya bekerja sebagai ", "lucrez ca ",
  ])

  private static let professions = PhraseSet(
    [
      "i'm an ", "i'm a ", "i am an ", "i am a ", "i've been an ", "i've been a ", "i have been a ", "ich bin ",
      "je suis ", "soy ", "sou ", "sono un ", "sono una ", "jestem ", "jsem ", "ik ben een ", "я — ",
    ] + LanguageWords.all.flatMap(\.professions))

  private static let stops: Set<String> = [
    "with", "who", "at", "from", "based", "by", "living", "working", "for", "in", "where", "since", "bei", "mit", "aus",
    "in", "seit",
    "chez", "à", "qui", "con", "de", "en", "na", "w", "bij",
  ]
  static let occupations = PhraseSet(
    [
      "cartograph", "subtitler", "archivist", "reviewer", "organiser", "organizer", "nurse", "qa ", "sre", "devops",
      "scholar", "historian", "musician", "doctor", "economist", "statistician", "typographer", "accountant", "coach",
      "owner", "tradut", "bibliothek", "bibliotec", "gestalter", "redakteur", "vertaler", "programátor", "překladatel",
      "učitel", "inženýr", "enseignant", "rédact", "chercheu", "graphist", "profesor", "periodist", "desenvolvedor",
      "engenheir", "insegnant", "docent", "инженер", "разработч", "переводч", "учител", "дизайнер", "программист",
      "nauczyciel", "inżynier", "engineer", "developer", "designer", "manager", "researcher", "scientist", "writer",
      "translator", "locali",
      "programmer",
      "architect", "teacher", "professor", "student", "artist", "consultant", "lead", "director", "founder",
      "maintainer",
      "contributor",
      "volunteer", "marketer", "analyst", "administrator", "sysadmin", "journalist", "lawyer", "tester", "photographer",
      "mathematician",
      "librarian", "editor", "technician", "entwickler", "übersetzer", "ingenieur", "lehrer", "informatik",
      "développeu",
      "ingénieur",
      "traduct", "desarrollador", "ingenier", "programador", "diseñador", "sviluppat", "progettist", "programist",
      "tłumacz", "ontwikkelaar", "tradut", "bibliothek", "bibliotec", "gestalter", "redakteur", "vertaler",
      "programátor",
      "překladatel", "učitel", "inženýr", "enseignant", "rédact", "chercheu", "graphist", "profesor", "periodist",
      "professor", "desenvolvedor", "engenheir", "insegnant", "docent", "инженер", "разработч", "переводч", "учител",
      "дизайнер", "программист", "nauczyciel", "inżynier",
    ] + LanguageWords.all.flatMap(\.occupations))

  /// In scripts without capitals: up to the first mark, or to a word that goes on ("and I …"); at most two words.
  private static func uncased(_ text: String) -> String? {
    var words: [Substring] = []
    for word in text.prefix(40).split(separator: " ").prefix(2) {
      if !words.isEmpty, word.hasPrefix("و") || word.hasPrefix("ו") { break }
      let bare = word.prefix { !"，。、；,.،؛:!?！？)）".contains($0) }
      words.append(bare)
      if bare.count < word.count { break }
    }
    let place = words.joined(separator: " ").trimmingMarks()
    return place.isEmpty || place.count > 20 ? nil : place
  }

  private static let placeLabels = PhraseSet(
    [
      "location:", "based in:", "place:", "where:", "city:", "ort:", "standort:", "wohnort:", "lieu :", "lieu:",
      "ville :",
      "ubicación:", "lugar:", "ciudad:", "localização:", "cidade:", "место:", "город:", "lokalizacja:", "miasto:",
      "místo:", "luogo:", "città:", "plaats:", "woonplaats:",
    ] + LanguageWords.all.flatMap(\.placeLabels))
  private static let languageLabels = PhraseSet(
    [
      "languages:", "spoken languages:", "i speak:", "sprachen:", "langues :", "langues:", "idiomas:", "línguas:",
      "языки:",
      "języki:", "jazyky:", "lingue:", "talen:",
    ] + LanguageWords.all.flatMap(\.languageLabels))

  /// The words after "based in", as far as they are capitalised.
  func place() -> Candidate<String>? {
    for line in text.lines where line.kind != .cell && !line.isQuoted {
      guard let label = Self.placeLabels.beginning(of: line.folded) else { continue }
      let value = line.text.rest(fromFolded: line.folded, offset: label).cleanedLine(limit: 80)
      if !value.isEmpty {
        return Candidate(value: value, place: "“\(line.text.cleanedLine(limit: 60))”", confidence: 0.8)
      }
    }
    for sentence in text.sentences.prefix(300) {
      guard let match = Self.homes.firstMatch(in: sentence.folded) else { continue }
      let rest = original(sentence, fromByte: match.upperBound)
      if let value = Self.capitalised(rest) {
        return Candidate(value: value, place: "“\(sentence.text.cleanedLine(limit: 60))”", confidence: 0.6)
      }
    }
    return nil
  }

  private static let homes = PhraseSet(
    [
      "based in ", "i live in ", "living in ", "i'm from ", "i am from ", "located in ", "ich lebe in ",
      "ich wohne in ",
      "ich komme aus ",
      "j'habite à ", "j'habite ", "je vis à ", "vivo en ", "moro em ", "vivo em ", "я живу в ", "живу в ",
      "mieszkam w ",
      "bydlím v ",
      "žiji v ", "vivo a ", "abito a ", "ik woon in ", "woon in ",
    ] + LanguageWords.all.flatMap(\.homes))

  private static func capitalised(_ text: String) -> String? {
    if let first = text.unicodeScalars.first, first.value >= 0x0590 { return uncased(text) }
    var words: [String] = []
    for word in text.split(separator: " ").prefix(6) {
      let isLink =
        ["the", "of", "de", "la", "el", "am", "upon", "sur"].contains(word.lowercased())
        && word.first?.isLowercase == true
      guard let first = word.first,
        first.isUppercase || (first.isLetter && !first.isLowercase) || (isLink && words.count < 4)
      else { break }
      let bare = word.trimmingPrefix("(")
      words.append(String(bare))
      if let last = word.last, ".;:!?)".contains(last) { break }
    }
    while let last = words.last, last.first?.isLowercase == true { words.removeLast() }
    let place = words.joined(separator: " ").trimmingMarks()
    return place.isEmpty || place.count > 60 ? nil : place
  }

  /// The part of a line that lists languages.
  func languages() -> Candidate<String>? {
    for line in text.lines where !line.isQuoted {
      guard let label = Self.languageLabels.beginning(of: line.folded) else { continue }
      return Candidate(
        value: line.text.rest(fromFolded: line.folded, offset: label).cleanedLine(),
        place: "“\(line.text.cleanedLine(limit: 60))”", confidence: 0.8)
    }
    for sentence in text.sentences.prefix(500) {
      guard let match = Self.speaking.firstMatch(in: sentence.folded) else { continue }
      let rest = TopicPhrase.untilClause(original(sentence, fromByte: match.upperBound))
      // "I speak at conferences" names no language.
      guard
        rest.split(separator: " ").prefix(3).contains(where: { $0.first?.isUppercase == true }) || match.upperBound > 12
      else { continue }
      return Candidate(
        value: rest.cleanedLine(limit: 120), place: "“\(sentence.text.cleanedLine(limit: 60))”", confidence: 0.6)
    }
    return nil
  }

  private static let speaking = PhraseSet(
    [
      "i speak ", "i can speak ", "i'm fluent in ", "i am fluent in ", "fluent in ", "ich spreche ", "je parle ",
      "hablo ", "falo ",
      "я говорю на ", "говорю на ", "mówię po ", "mluvím ", "parlo ", "ik spreek ",
    ] + LanguageWords.all.flatMap(\.speaking))

  func pronouns() -> Candidate<String>? {
    for line in text.lines where !line.isQuoted && line.text.utf8.contains(UInt8(ascii: "/")) {
      for known in Self.pronounPairs where line.folded.place(of: known) != nil {
        return Candidate(value: known, place: "“\(line.text.cleanedLine(limit: 60))”", confidence: 0.8)
      }
    }
    return nil
  }

  static let pronounPairs = [
    "she/her/hers", "he/him/his", "they/them/theirs", "she/they", "he/they", "they/she", "they/he", "she/her", "he/him",
    "they/them", "any pronouns",
    "sie/ihr", "er/ihm", "er/ihn", "elle/iel", "iel/iels", "elle/elles", "ela/dela", "ele/dele", "ella/elle", "xe/xem",
    "ze/zir", "zij/haar", "hij/hem",
  ]

  // MARK: The words as they were written

  private func original(_ sentence: PageText.Sentence, fromByte offset: Int) -> String {
    sentence.text.rest(fromFolded: sentence.folded, offset: offset)
  }
}
