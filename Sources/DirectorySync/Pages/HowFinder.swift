import MentorDirectory

/// Reads how somebody likes to mentor: channels, rhythm, formats, the promise to answer.
struct HowFinder {
  private let text: PageText
  /// Those of paragraphs, and of bullets that are no topics.
  private let sentences: [PageText.Sentence]

  init(_ text: PageText) {
    self.text = text
    sentences = text.prose + Self.bullets(text)
  }

  func how() -> How {
    var how = How()
    how.channels = channels()
    how.rhythm = phrase(Self.rhythms) ?? ""
    how.format = formats().joined(separator: ", ")
    how.answersWithin = promise() ?? ""
    return how
  }

  // MARK: Channels

  private func channels() -> [String] {
    var found: Set<String> = []
    for sentence in sentences where Self.meetings.matches(sentence.folded) {
      for (channel, words) in Self.channelWords where !found.contains(channel) && words.matches(sentence.folded) {
        found.insert(channel)
      }
    }
    return Self.channelWords.map(\.0).filter(found.contains)
  }

  /// Bullets say "video calls" without a verb, so they count, but not those that say what somebody can help with.
  private static func bullets(_ text: PageText) -> [PageText.Sentence] {
    var found: [PageText.Sentence] = [], isTopic = false, isLed = false
    for line in text.lines where !line.isQuoted {
      switch line.kind {
      case .heading: (isTopic, isLed) = (PagePhrases.topics.matches(line.folded), false)
      case .paragraph: isLed = PagePhrases.topics.matches(line.folded)
      case .item where !isTopic && !isLed && !line.isStruck:
        for sentence in PageText.split(line.text) {
          found.append(PageText.Sentence(text: sentence, folded: sentence.foldedForPhrases, isMarked: false))
        }
      case .item, .cell: break
      }
    }
    return found
  }

  private static let meetings = PhraseSet(
    [
      "session", "meet", "talk", "call", "chat", "communicat", "speak", "write", "answer", "reply", "send", "tell me",
      "email me",
      "e-mail me", "converse", "conversation",
      "hang out",
      "treffen", "gespräch", "reden", "sprechen", "schreib", "rencontr", "discut", "échang", "appel", "habla", "reun",
      "charl",
      "convers", "встреч", "созвон", "созван", "общ", "пиш", "spotka", "rozm", "setká", "schůz", "povíd", "incontr",
      "parl",
      "chiam", "afspr", "pra",
    ] + LanguageWords.all.flatMap(\.meetings))
  private static let channelWords: [(String, PhraseSet)] = channelPhrases.map { channel, words in
    (channel, PhraseSet(words + LanguageWords.all.flatMap { $0.channels[channel] ?? [] }))
  }
  private static let channelPhrases: [(String, [String])] = [
    (
      "video call",
      [
        "video", "zoom", "skype", "hangout", "jitsi", "google meet", "teams call", "facetime", "bigbluebutton", "visio",
        "видео", "wideo", "vídeo", "vidéo", "videollamada",
      ]
    ),
    (
      "chat",
      [
        "chat ", "chats", "slack", "telegram", "signal", "irc", "matrix", "messenger", "discord", "whatsapp", "чат",
        "czat",
      ]
    ),
    ("mail", ["email", "e-mail", "letter", "by mail", "per mail", "correo", "courriel", "письм", "mailem"]),
    ("phone", ["phone", "telefon", "téléphone", "teléfono", "telefone", "по телефону"]),
    (
      "in person",
      [
        "in person", "in-person", "face to face", "face-to-face", "coffee", "on-site", "onsite", "persönlich",
        "vor ort", "en personne", "en persona", "presencial", "лично", "osobiście", "osobně", "di persona",
        "persoonlijk",
      ]
    ),
  ]

  // MARK: Rhythm and format

  private static let rhythms = PhraseSet(
    [
      "every other week", "every two weeks", "every second week", "once a week", "twice a week", "once a month",
      "twice a month",
      "every week", "every month", "once per week", "once per month", "biweekly", "bi-weekly", "fortnightly", "weekly",
      "monthly", "quarterly", "alle zwei wochen", "einmal pro woche", "einmal im monat", "einmal pro monat",
      "wöchentlich",
      "monatlich", "toutes les deux semaines", "une fois par semaine", "une fois par mois", "cada dos semanas",
      "una vez por semana", "una vez al mes", "a cada duas semanas", "uma vez por semana", "uma vez por mês",
      "раз в неделю",
      "раз в две недели", "раз в месяц", "raz w tygodniu", "co dwa tygodnie", "raz w miesiącu", "jednou týdně",
      "jednou za dva týdny",
      "jednou za měsíc", "una volta a settimana", "ogni due settimane", "una volta al mese", "om de week",
      "eens per week",
      "eens per maand", "hours per week", "hours a week", "hour a week", "hour a month", "hours a month",
      "hours per month",
    ] + LanguageWords.all.flatMap(\.rhythms))

  /// The first of the phrases on the page, with the number before "hours per week".
  private func phrase(_ phrases: PhraseSet) -> String? {
    for sentence in sentences {
      guard let match = phrases.firstMatch(in: sentence.folded) else { continue }
      let bytes = Array(sentence.folded.utf8)
      let phrase = String(decoding: bytes[match], as: UTF8.self)
      guard phrase.hasPrefix("hour") else { return phrase }
      let before = String(decoding: bytes[..<match.lowerBound], as: UTF8.self).split(separator: " ").suffix(4)
      let start = before.firstIndex {
        AvailabilityFinder.number(String($0)) != nil || ["an", "half", "between"].contains($0)
      }
      return (start.map { before[$0...].joined(separator: " ") + " " } ?? "") + phrase
    }
    return nil
  }

  private func formats() -> [String] {
    let all = text.lines.filter { !$0.isQuoted && Self.anyFormat.matches($0.folded) }.map(\.folded)
    return Self.formatWords.filter { format, words in all.contains { words.matches($0) } }.map(\.0)
  }
  private static let anyFormat = PhraseSet(allOf: formatWords.map(\.1))
  private static let formatWords: [(String, PhraseSet)] = [
    ("pair programming", PhraseSet(["pair programming", "pair-programming", "pairing", "парное программирование"])),
    (
      "code review",
      PhraseSet([
        "code review", "reviewing your code", "review your code", "review your patch", "reviewing your first patch",
      ])
    ),
    ("portfolio review", PhraseSet(["portfolio review", "review your portfolio"])),
    ("mock interviews", PhraseSet(["mock interview", "practice interview"])),
    ("office hours", PhraseSet(["my office hours", "hold office hours", "open office hours", "offer office hours"])),
    ("one-on-one", PhraseSet(["1-2-1", "one-on-one", "one on one", "1:1", "1-on-1", "one-to-one", "eins-zu-eins"])),
  ]

  // MARK: The promise to answer

  private func promise() -> String? {
    for line in text.lines where !line.isQuoted {
      guard let label = Self.labels.beginning(of: line.folded) else { continue }
      let value = Substring(line.folded.utf8.dropFirst(label)).trimmed
      if value.utf8.count < 60, Self.units.contains(where: { value.contains($0) }) { return String(value) }
    }
    for sentence in text.sentences where Self.answers.matches(sentence.folded) {
      if let phrase = Self.timeAhead(sentence.folded) ?? Self.timeBehind(sentence.folded) { return phrase }
    }
    return nil
  }

  private static let labels = PhraseSet([
    "response time:", "answers:", "i answer:", "reply time:", "antwortzeit:", "délai de réponse :",
  ])

  /// "within a week"
  private static func timeAhead(_ folded: String) -> String? {
    var start = 0
    while let match = within.firstMatch(in: folded, from: start) {
      start = match.upperBound
      let rest = String(decoding: Array(folded.utf8)[match.lowerBound...], as: UTF8.self)
      let words = rest.split(separator: " ").prefix(6)
      guard let unit = words.firstIndex(where: { word in units.contains { word.hasPrefix($0) } }) else { continue }
      var phrase = words[...unit].joined(separator: " ")
      while let last = phrase.last, !last.isLetter, !last.isNumber { phrase.removeLast() }
      return phrase
    }
    return nil
  }

  /// "bir hafta içinde", 「一週間以内」
  private static func timeBehind(_ folded: String) -> String? {
    var start = 0
    while let match = withinBehind.firstMatch(in: folded, from: start) {
      start = match.upperBound
      let bytes = Array(folded.utf8)
      let before = String(decoding: bytes[..<match.lowerBound], as: UTF8.self)
      let word = String(decoding: bytes[match], as: UTF8.self)
      if bytes[match.lowerBound] >= 0xE3 {
        let time = before.suffix(8).reversed().prefix { unspacedTime.contains($0) || $0.isNumber || $0 == " " }
        let phrase = (String(time.reversed()) + word).cleanedLine()
        if time.contains(where: { $0 != " " }), time.count > 1 { return phrase }
      } else {
        let words = before.split(separator: " ").suffix(2)
        guard let unit = words.last, units.contains(where: { unit.hasPrefix($0) }) else { continue }
        return (words + [word[...]]).joined(separator: " ")
      }
    }
    return nil
  }

  /// Numbers and units of time in scripts without spaces.
  private static let unspacedTime = Set("一二三四五六七八九十两兩数數几幾半日天周週間间星期个個月時时小かヶ주일월년간하루이틀사흘한두세달시개")
  private static let withinBehind = PhraseSet(LanguageWords.all.flatMap(\.withinBehind))
  private static let answers = PhraseSet(
    [
      "reply", "replies", "respond", "response", "answer", "write back", "get back", "hear back", "hear from me",
      "antwort", "melde mich",
      "répon", "respuesta", "respond", "contest", "respost", "отвеч", "отвеча", "ответ", "odpow", "odpis", "odpov",
      "ozvu", "rispo", "antwoord",
    ] + LanguageWords.all.flatMap(\.answers))
  private static let within = PhraseSet(
    [
      "within", "in under", "in less than", "in a few", "innerhalb", "binnen", "in wenigen", "sous", "dans les",
      "dans la", "en moins de", "en menos de",
      "dentro de", "en una", "en un", "em até", "em menos de", "в течение", "за ", "w ciągu", "do týdne", "do dvou",
      "během", "entro",
    ] + LanguageWords.all.flatMap(\.within))
  private static let units =
    [
      "hour", "day", "week", "month", "stunde", "tag", "woche", "monat", "heure", "jour", "semaine", "hora", "día",
      "dia",
      "semana", "час", "дн", "день", "недел", "godzin", "dni", "tygod", "týd", "dn", "ore", "ora", "giorn", "settiman",
      "uur", "dag", "week", "weken",
    ] + LanguageWords.all.flatMap(\.units)
}
