import MentorDirectory

/// Finds what somebody can help with, and what somebody wants to learn: short phrases from bullets under a heading or
/// a lead-in that says so, else from a sentence that lists them.
struct TopicFinder {
  static let maximumTopics = 12

  /// Phrases, and where they were found.
  struct Found: Equatable {
    var phrases: [String] = []
    var place = ""
    var confidence = 0.0
  }

  private let text: PageText
  init(_ text: PageText) { self.text = text }

  func topics() -> Found {
    var found = underLeads(PagePhrases.topics)
    if found.phrases.isEmpty { found = inSentences() }
    return found
  }

  /// What the mentor seeks; a page that only says so, without saying what, seeks mentoring.
  func seeks() -> Found {
    let listed = underLeads(PagePhrases.seeking)
    if !listed.phrases.isEmpty { return listed }
    guard let sentence = text.sentences.first(where: { PagePhrases.seeking.matches($0.folded) && isOwnWish($0.folded) })
    else { return Found() }
    let phrases = Self.enumeration(after: Self.seekingPrefixes, in: sentence.text)
    return Found(
      phrases: phrases.isEmpty ? ["mentoring"] : phrases, place: "“\(sentence.text.cleanedLine(limit: 60))”",
      confidence: 0.5)
  }

  private static let seekingPrefixes = PhraseSet([
    "mentor in", "mentors in", "mentor for", "mentors for", "mentor who can help me with", "want to learn",
    "like to learn",
    "möchte ich lernen", "quiero aprender", "quero aprender", "хочу научиться", "vorrei imparare", "apprendre",
  ])

  /// "If you are looking for a mentor" is about the reader.
  private func isOwnWish(_ folded: String) -> Bool {
    ![
      "you're", "you are", "are you", "if you", "you want", "you'd", "you would", "people", "anyone", "wenn du",
      "si vous", "si tu", "se você", "если вы",
      "если ты",
    ]
    .contains { folded.contains($0) }
  }

  // MARK: Lists

  private func underLeads(_ leads: PhraseSet) -> Found {
    var found = Found()
    var section: Int?, isLed = false, isRequest = false, place = ""
    for (index, line) in text.lines.enumerated() where !line.isQuoted && !line.isStruck {
      switch line.kind {
      case .heading(let level):
        isLed = false
        if leads.matches(line.folded), !isRequestLead(line) {
          section = level
          place = line.text
        } else if let open = section, level > open, !isRequestLead(line) {
          add(line, to: &found, place: place)
        } else {
          section = nil
        }
        isRequest = isRequestLead(line)
      case .paragraph, .cell:
        let introducesList = index + 1 < text.lines.count && text.lines[index + 1].kind == .item
        isRequest = introducesList && isRequestLead(line) && !leads.matches(line.folded)
        isLed = introducesList && !isRequest && leads.matches(lastSentence(of: line))
        if isLed { place = line.text }
        if line.isBold, leads.matches(line.folded), line.text.count < 60 {
          section = 7
          place = line.text
        } else if line.isBold, section == 7 {
          section = nil
        }
      case .item:
        if (section != nil || isLed) && !isRequest { add(line, to: &found, place: place) }
      }
    }
    return found
  }

  private func lastSentence(of line: PageText.Line) -> String {
    (PageText.split(line.text).last ?? "").foldedForPhrases
  }

  private func isRequestLead(_ line: PageText.Line) -> Bool {
    PagePhrases.requests.matches(line.kind == .paragraph ? lastSentence(of: line) : line.folded)
  }

  private func add(_ line: PageText.Line, to found: inout Found, place: String) {
    for phrase in TopicPhrase.phrases(in: line) where found.phrases.count < Self.maximumTopics {
      guard !found.phrases.contains(where: { $0.lowercased() == phrase.lowercased() }) else { continue }
      found.phrases.append(phrase)
    }
    if found.place.isEmpty, !found.phrases.isEmpty {
      found.place = "“\(place.cleanedLine(limit: 60))”"
      found.confidence = 0.8
    }
  }

  // MARK: Sentences

  private func inSentences() -> Found {
    var found = Found()
    for sentence in text.sentences.prefix(500) where !isRequest(sentence.folded) {
      var phrases = Self.enumeration(after: PagePhrases.topicPrefixes, in: sentence.text)
      if phrases.isEmpty { phrases = Self.enumeration(before: PagePhrases.topicSuffixes, in: sentence.text) }
      for phrase in phrases
      where found.phrases.count < Self.maximumTopics && !found.phrases.contains(phrase) {
        found.phrases.append(phrase)
        if found.place.isEmpty { found.place = "“\(sentence.text.cleanedLine(limit: 60))”" }
      }
    }
    found.confidence = 0.5
    return found
  }

  /// A request before the list makes it one; "applying for grants" in the list does not.
  private func isRequest(_ folded: String) -> Bool {
    guard let request = PagePhrases.requests.firstMatch(in: folded) else { return false }
    guard let prefix = PagePhrases.topicPrefixes.firstMatch(in: folded) else { return true }
    return request.lowerBound < prefix.lowerBound
  }

  /// The items of "…help with Rust, Go and accessibility if you…".
  static func enumeration(after prefixes: PhraseSet, in sentence: String) -> [String] {
    let folded = sentence.foldedForPhrases
    guard let match = prefixes.firstMatch(in: folded) else { return [] }
    let rest = sentence.rest(fromFolded: folded, offset: match.upperBound)
    let pieces = TopicPhrase.splitList(TopicPhrase.untilClause(rest))
    guard pieces.count > 1 || (pieces.first.map { PageText.words(in: $0) <= 4 } ?? false) else { return [] }
    return pieces.compactMap { TopicPhrase.cleaned($0, maximumWords: 6) }
  }

  /// The items of "Rust, Go ve erişilebilirlik konularında yardımcı olabilirim" and 「RustとGoについて相談に乗ります」.
  static func enumeration(before suffixes: PhraseSet, in sentence: String) -> [String] {
    let folded = sentence.foldedForPhrases
    guard let match = suffixes.firstMatch(in: folded) else { return [] }
    var text = sentence.beginning(ofFolded: folded, offset: match.lowerBound)
    // What stands before the list is about the writer or the reader.
    for lead in ["は、", "は", ": ", "：", "저는 ", "Sana ", "Size "] {
      if let range = text.firstRange(of: lead) { text = String(text[range.upperBound...]) }
    }
    let pieces = TopicPhrase.splitList(text)
    guard pieces.count > 1 || (pieces.first.map { PageText.words(in: $0) <= 4 } ?? false) else { return [] }
    return pieces.compactMap { TopicPhrase.cleaned($0, maximumWords: 6) }
  }
}

/// Cuts a topic out of what people write around it.
enum TopicPhrase {
  /// The topics in a bullet: the bold words it begins with, else its beginning up to where the prose starts.
  static func phrases(in line: PageText.Line) -> [String] {
    if line.text.hasSuffix("?") { return [] }
    if !line.lead.isEmpty, line.text.hasPrefix(line.lead) || line.isBold {
      return splitTitle(line.lead).compactMap { cleaned($0, maximumWords: 8) }
    }
    return splitTitle(head(of: line.text)).compactMap { cleaned($0, maximumWords: 11) }
  }

  /// Up to a colon, a dash, a bracket or the end of the first sentence; of a long phrase only up to its first comma.
  static func head(of text: String) -> String {
    var end = text.endIndex
    for mark in [": ", " – ", " — ", " - ", ". ", "; ", " (", "! ", " -- ", "："] {
      if let range = text.firstRange(of: mark), range.lowerBound < end, range.lowerBound > text.startIndex {
        end = range.lowerBound
      }
    }
    let head = String(text[..<end])
    let pieces = head.split(separator: ", ")
    if pieces.count > 2, pieces.allSatisfy({ PageText.words(in: String($0)) <= 4 }) { return head }
    return PageText.words(in: head) > 8 && pieces.count > 1 ? String(pieces[0]) : head
  }

  /// "Reviews / interviewing" is two topics, "CI/CD" one; a bullet of short things between commas is as many.
  static func splitTitle(_ text: String) -> [String] {
    let pieces = text.split(separator: " / ").flatMap { $0.split(separator: " | ") }.map(String.init)
    return pieces.flatMap { piece -> [String] in
      let parts = piece.split(separator: ", ")
      let isList = parts.count > 2 && parts.allSatisfy { PageText.words(in: String($0)) <= 4 }
      return isList ? splitList(piece) : [piece]
    }
  }

  /// Splits at commas, semicolons and the word "and" of several languages.
  static func splitList(_ text: String) -> [String] {
    var pieces = text.split { ",;、，；•·،؛".contains($0) }.map(String.init)
    // Words that mean something else in another of these languages ("a", "i", "en") do not separate.
    for word in [
      " and ", " or ", " & ", " und ", " oder ", " et ", " ou ", " y ", " и ", " или ", " oraz ", " nebo ", " / ",
      " och ", " ve ", " és ", " și ", " dan ", " та ", " 및 ", "以及", "及び", "と、",
    ] {
      pieces = pieces.flatMap { $0.split(separator: word).map(String.init) }
    }
    return pieces.flatMap(splitAtJoint).map { piece in
      var piece = piece.cleanedLine()
      for word in [
        "and ", "or ", "und ", "oder ", "et ", "ou ", "y ", "и ", "och ", "ve ", "și ", "dan ", "та ", "і ", "й ",
      ] where piece.lowercased().hasPrefix(word) {
        piece.removeFirst(word.count)
      }
      return piece
    }.filter { !$0.isEmpty }
  }

  /// Words that join two things without a space are letters of other words as well: they join where the things around
  /// them are no plain syllables of the same word (「RustとGo」「写作和设计」), and before an Arabic word (" وX").
  private static func splitAtJoint(_ piece: String) -> [String] {
    if let joint = piece.firstRange(of: " و"),
      piece.unicodeScalars.contains(where: { (0x600...0x6FF).contains($0.value) })
    {
      return [String(piece[..<joint.lowerBound]), String(piece[joint.upperBound...])]
    }
    let characters = Array(piece)
    for (index, character) in characters.enumerated() where index > 0 && index + 1 < characters.count {
      guard character == "と" || character == "や" || character == "和" || character == "与" else { continue }
      let isSyllable = [characters[index - 1], characters[index + 1]].contains { character in
        character.unicodeScalars.contains { (0x3040...0x309F).contains($0.value) }
      }
      if isSyllable || index < 2 || index + 2 >= characters.count { continue }
      return [String(characters[..<index]), String(characters[(index + 1)...])]
    }
    return [piece]
  }

  /// The text before a clause that says something else.
  static func untilClause(_ text: String) -> String {
    let folded = text.foldedForPhrases
    var end = folded.utf8.count
    for word in clauseWords {
      guard let range = folded.firstRange(of: word) else { continue }
      end = min(end, folded.utf8.distance(from: folded.startIndex, to: range.lowerBound))
    }
    return text.beginning(ofFolded: folded, offset: end)
  }

  private static let clauseWords = [
    ". ", "! ", "? ", ": ", "; ", " – ", " — ", " - ", " (", " if ", " when ", " so ", " because ", " although",
    " but ",
    " which ", " that ", " please", " while ", " though", " since ", " as well as ", " just ", " feel free", " wenn ",
    " aber ",
    " weil ", " dann ", " si ", " mais ", " pero ", " mas ", " если ", " но ", " jeśli ", " ale ", " pokud ", " se ",
    " ma ", " als ", " om du ", " men ", " якщо ", " але ", " щоб ", " dacă ", " dar ", " jika ", " kalau ", " tetapi ",
    " إذا ", " لكن ", "。", "！", "；", "，如果", "，也", "，但", "，请", "，請", "，欢迎", "，歡迎",
  ]

  /// The phrase as it stands in a directory; nil if it is prose, a question, an address, or about the writer.
  static func cleaned(_ raw: String, maximumWords: Int) -> String? {
    var text = raw.trimmingTopicMarks()
    for filler in fillers where text.lowercased().hasPrefix(filler) {
      text = String(text.dropFirst(filler.count)).trimmingTopicMarks()
    }
    let lower = text.lowercased()
    let words = text.split(separator: " ")
    guard (1...maximumWords).contains(words.count), (2...64).contains(text.count), text.contains(where: \.isLetter),
      !text.contains("://"), !text.contains("@"), !text.contains("[")
    else { return nil }
    if let first = lower.split(separator: " ").first, writers.contains(String(first.prefix { $0.isLetter })) {
      return nil
    }
    return empty.contains(lower) ? nil : text
  }

  private static let fillers = [
    "help with ", "helping you with ", "helping with ", "advice on ", "advice about ", "questions about ",
    "anything related to ", "anything about ", "everything about ", "your ", "the ", "topics like ", "things like ",
    "such as ", "e.g. ", "hilfe bei ", "fragen zu ", "deine ", "votre ", "ton ", "tu ", "sua ", "seu ",
  ]
  private static let writers: Set<String> = [
    "i", "we", "you", "he", "she", "they", "it", "this", "that", "these", "my", "me", "if", "please", "what", "ich",
    "wir", "du",
    "je", "j", "nous", "yo", "eu", "я", "мы", "ja", "já", "io", "ik", "wij",
  ]
  private static let empty: Set<String> = [
    "it", "them", "this", "that", "myself", "ourselves", "yourself", "mich selbst", "moi-même", "anything",
    "everything", "more", "others", "other", "etc", "etc.", "and more",
    "many more", "things",
    "questions", "topics", "mentoring", "mentorship", "any", "all", "advice", "the following", "following", "people",
    "someone",
  ]
}

extension String {
  /// Without bullets, emoji, quotes and closing punctuation at the ends; "C++", "C#" and ".NET" stay whole.
  fileprivate func trimmingTopicMarks() -> String {
    func isStart(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "." || c == "#" || c == "/" }
    var text = self[...]
    while let first = text.first, !isStart(first) { text.removeFirst() }
    while let last = text.last, !(last.isLetter || last.isNumber || "+#)%".contains(last)) { text.removeLast() }
    if text.last == ")", !text.contains("(") { text.removeLast() }
    return String(text)
  }
}
