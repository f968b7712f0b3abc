import MentorDirectory

/// Reads whether somebody has time, and for how many people, from the sentences of a page. What is marked as
/// important counts before what is not; of the rest, what says no counts before what says yes.
struct AvailabilityFinder {
  private let text: PageText
  /// The day on which the page was read; nil if nobody knows.
  private let today: CalendarDay?

  init(_ text: PageText, readOn today: CalendarDay?) {
    self.text = text
    self.today = today
  }

  /// Availability with a note in the mentor's own words, and its confidence; nil if the page says nothing.
  func availability() -> (Availability, confidence: Double)? {
    var found: (state: Availability.State, sentence: PageText.Sentence)?
    for sentence in text.sentences where (sentence.isMarked || found?.sentence.isMarked != true) {
      guard let state = state(of: sentence) else { continue }
      let isBetter = found.map { rank(state) < rank($0.state) || (sentence.isMarked && !$0.sentence.isMarked) } ?? true
      if isBetter { found = (state, sentence) }
    }
    let capacity = capacity()
    guard let found else {
      return capacity.map { (Availability(capacity: $0), 0.6) }
    }
    let until = found.state == .away ? end(of: found.sentence) : nil
    let availability = Availability(
      state: found.state, until: until, capacity: capacity, note: found.sentence.text.cleanedLine(limit: 300))
    return (availability, found.sentence.isMarked ? 0.9 : 0.7)
  }

  /// The day in the sentence about an absence, or in the one behind it if that speaks of coming back.
  private func end(of sentence: PageText.Sentence) -> CalendarDay? {
    if let day = DayFinder.day(in: sentence.folded, from: today) { return day }
    guard let index = text.sentences.firstIndex(where: { $0.folded == sentence.folded }),
      index + 1 < text.sentences.count, Self.returns.matches(text.sentences[index + 1].folded)
    else { return nil }
    return DayFinder.day(in: text.sentences[index + 1].folded, from: today)
  }

  private static let returns = PhraseSet([
    "back", "return", "resume", "again", "zurück", "wieder", "reprend", "reviens", "retour", "vuelvo", "regreso",
    "volto", "retorno", "вернусь", "снова", "wracam", "wrócę", "vrátím", "zpátky", "torno", "riprendo", "terug",
    "повернуся", "tillbaka", "dönüyorum", "döneceğim", "kembali", "再開", "戻り", "恢复", "回来", "다시",
  ])

  private func rank(_ state: Availability.State) -> Int {
    [.closed, .away, .full, .limited, .open, .unknown].firstIndex(of: state) ?? 9
  }

  private func state(of sentence: PageText.Sentence) -> Availability.State? {
    let folded = sentence.folded
    guard Self.anyState.matches(folded) else { return nil }
    // "When I'm not taking a break", "if I am full": conditions say nothing about today.
    if Self.conditions.matches(folded) { return nil }
    if Self.closed.matches(folded) { return .closed }
    if Self.away.matches(folded) { return .away }
    if Self.full.matches(folded) { return .full }
    if Self.limited.matches(folded) { return .limited }
    return Self.open.matches(folded) ? .open : nil
  }

  private static let anyState = PhraseSet(allOf: [closed, away, full, limited, open])
  private static let conditions = PhraseSet(
    [
      "when i'm not", "when i am not", "if i'm not", "if i am not", "unless", "when i'm full", "if i'm full",
      "if i am full",
      "not taking a break", "not on a break", "wenn ich gerade keine pause", "wenn ich keine pause", "falls ich",
      "sauf si",
      "quand je ne suis pas", "si estoy", "se eu estiver", "если я", "jeśli jestem", "pokud jsem",
    ] + LanguageWords.all.flatMap(\.conditions))
  private static let closed = PhraseSet(
    [
      "i no longer mentor", "no longer mentoring", "no longer offer", "no longer available", "i don't mentor anymore",
      "stopped mentoring", "mentoring is closed", "not available anymore", "nicht mehr als mentor",
      "biete kein mentoring mehr",
      "ne propose plus", "ya no ofrezco", "não ofereço mais", "больше не менторю", "nie prowadzę już", "už nementoruji",
      "non offro più", "geef geen mentoring meer",
    ] + LanguageWords.all.flatMap(\.closed))
  private static let away = PhraseSet(
    [
      "taking a break", "take a break from mentoring", "on a break", "on break", "on hiatus", "on pause", "pausing",
      "paused",
      "on leave", "on sabbatical", "parental leave", "mache pause", "mache gerade pause", "mache derzeit",
      "mache eine pause",
      "gerade eine pause", "pausiere", "in elternzeit", "mentoring-pause", "en pause", "fais une pause", "en congé",
      "en pausa", "tomando un descanso", "de baja", "em pausa", "fazendo uma pausa", "dando um tempo", "делаю перерыв",
      "на паузе", "беру паузу", "взял паузу", "взяла паузу", "в отпуске", "mam przerwę", "robię przerwę", "na przerwie",
      "mám pauzu", "dávám si pauzu", "in pausa", "mi prendo una pausa", "neem een pauze", "heb ik pauze", "met pauze",
    ] + LanguageWords.all.flatMap(\.away))
  private static let full = PhraseSet(
    [
      "currently full", "i'm full", "i am full", "fully booked", "all booked", "at capacity", "no capacity",
      "no free slots",
      "no open slots", "no slots", "no spots", "waiting list", "waitlist", "not taking on", "not taking new",
      "not taking any", "not currently taking", "not accepting", "not currently accepting", "not currently available",
      "not available at the moment", "not available right now", "can't take on", "cannot take on", "unable to take on",
      "ausgebucht", "keine freien plätze", "kein platz", "keine kapazität", "nehme derzeit keine",
      "nehme zurzeit keine",
      "nehme gerade keine", "nehme keine neuen", "warteliste", "je suis complet", "complet pour le moment",
      "plus de place",
      "n'accepte pas", "ne prends pas de nouve", "liste d'attente", "no acepto", "sin plazas",
      "no tengo disponibilidad",
      "completo por ahora", "lista de espera", "não estou aceitando", "não aceito", "sem vagas", "sem disponibilidade",
      "мест нет", "нет мест", "не беру новых", "пока не беру", "не принимаю", "brak miejsc", "nie przyjmuję",
      "nie mam miejsc",
      "nemám volno", "nepřijímám", "mám plno", "al completo", "non accetto", "nessun posto", "lista d'attesa",
      "zit vol",
      "ik zit vol", "neem momenteel geen", "neem geen nieuwe", "geen plek", "wachtlijst",
    ] + LanguageWords.all.flatMap(\.full))
  private static let limited = PhraseSet(
    [
      "limited availability", "limited capacity", "limited time", "few spots", "few slots", "one spot", "one slot",
      "a couple of slots", "limited number", "begrenzte", "wenige plätze", "ein platz frei", "nombre limité",
      "quelques places",
      "plazas limitadas", "vagas limitadas", "мало времени", "ограниченное", "ograniczon", "omezen", "posti limitati",
      "beperkt",
    ] + LanguageWords.all.flatMap(\.limited))
  private static let open = PhraseSet(
    [
      "i'm available", "i am available", "currently available", "available for mentoring", "available for chats",
      "accepting new", "accepting mentees", "taking on new", "taking new mentees", "open to mentoring",
      "open for mentoring",
      "open to new mentees", "i have room", "i have space", "i have time", "slots available", "slots open",
      "spots available",
      "ich habe zeit", "habe noch plätze", "plätze frei", "freie plätze", "bin verfügbar", "je suis disponible",
      "j'ai de la place",
      "estoy disponible", "tengo disponibilidad", "estou disponível", "tenho vagas", "есть места", "я доступ",
      "беру новых",
      "jestem dostępn", "mam wolne miejsca", "mám volno", "jsem k dispozici", "sono disponibile", "ik ben beschikbaar",
      "heb plek",
    ] + LanguageWords.all.flatMap(\.open))

  // MARK: Capacity

  private func capacity() -> Int? {
    for sentence in text.sentences where Self.peopleWords.matches(sentence.folded) {
      if let number = Self.spacedCapacity(sentence.folded) ?? Self.unspacedCapacity(sentence.folded) { return number }
    }
    for line in text.lines where !line.isQuoted {
      guard let label = Self.capacityLabels.beginning(of: line.folded) else { continue }
      let value = Substring(line.folded.utf8.dropFirst(label))
      let word = value.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first
      if let number = word.flatMap({ Self.number(String($0)) }), (1...50).contains(number) { return number }
    }
    return nil
  }

  private static let capacityLabels = PhraseSet([
    "capacity:", "mentees at a time:", "places:", "plätze:", "kapazität:", "places :", "plazas:", "vagas:", "мест:",
    "miejsca:", "posti:", "plekken:", "定員：", "名额：",
  ])

  /// "up to three mentees", "two people at a time"
  private static func spacedCapacity(_ folded: String) -> Int? {
    let words = words(of: folded)
    for index in words.indices.dropLast() {
      guard let number = number(words[index]), (1...50).contains(number) else { continue }
      let before = index > 0 ? words[max(0, index - 3)..<index].joined(separator: " ") : ""
      let after = words[(index + 1)...].prefix(6)
      guard after.prefix(2).contains(where: { word in people.contains { word.hasPrefix($0) } }) else { continue }
      let isLimit = limits.contains { before == $0 || before.hasSuffix(" " + $0) }
      let rest = " " + after.joined(separator: " ") + " "
      let isAtOnce = atOnce.contains { rest.has($0) }
      let isTaken = before.hasSuffix("take") && after.prefix(3).contains { $0.hasPrefix("mentee") }
      if isLimit || isAtOnce || isTaken { return number }
    }
    return nil
  }

  /// Runs of letters and digits.
  private static func words(of folded: String) -> [String] {
    guard folded.isPlainASCII else { return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    return folded.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .map { String(Substring($0)) }
  }

  private static let atOnce: [StaticString] = [
    " at a time ", " at once ", " at the same time ", " gleichzeitig ", " à la fois ", " en même temps ", " a la vez ",
    " ao mesmo tempo ", " одновременно ", " jednocześnie ", " najednou ", " tegelijk ", " alla volta ",
    " contemporaneamente ", " samtidigt ", " aynı anda ", " одночасно ", " sekaligus ", " egyszerre ",
  ]

  /// 「最大3名まで」「最多带两个人」: a number, a counter for people right behind it, a limit close by.
  private static func unspacedCapacity(_ folded: String) -> Int? {
    guard folded.utf8.contains(where: { $0 >= 0xE3 }) else { return nil }
    let characters = Array(folded)
    for index in characters.indices {
      guard let number = unspacedNumber(characters, index), (1...50).contains(number.value) else { continue }
      var next = number.end
      if next < characters.count, "个個 ".contains(characters[next]) { next += 1 }
      guard next < characters.count, "人名位명분".contains(characters[next]) else { continue }
      let around = String(characters[max(0, index - 10)..<min(characters.count, next + 4)])
      if unspacedLimits.matches(around) { return number.value }
    }
    return nil
  }

  private static func unspacedNumber(_ characters: [Character], _ start: Int) -> (value: Int, end: Int)? {
    if start > 0, characters[start - 1].isNumber { return nil }
    var end = start, value = 0
    while end < characters.count, end - start < 3, let digit = characters[end].wholeNumberValue, digit < 10 {
      value = value * 10 + digit
      end += 1
    }
    if end > start { return (value, end) }
    guard let word = unspacedNumbers[characters[start]] else { return nil }
    return (word, start + 1)
  }

  private static let unspacedNumbers: [Character: Int] = ["两": 2, "兩": 2, "한": 1, "두": 2, "세": 3, "네": 4]
  private static let unspacedLimits = PhraseSet(
    LanguageWords.all.flatMap(\.limits).filter { ($0.utf8.first ?? 0) >= 0xE3 })
  private static let peopleWords = PhraseSet(people)
  private static let people =
    [
      "mentee", "people", "person", "participant", "student", "newcomer", "menschen", "leute", "personne", "persona",
      "pessoa",
      "человек", "люд", "osob", "lidí", "mensen", "padawan",
    ] + LanguageWords.all.flatMap(\.people)
  private static let limits =
    [
      "up to", "limited to", "at most", "maximum of", "max", "maximum", "no more than", "only", "bis zu", "höchstens",
      "maximal",
      "jusqu à", "maximum de", "hasta", "máximo", "até", "no máximo", "до", "не более", "do", "maksymalnie",
      "maximálně",
      "fino a", "al massimo", "tot", "maximaal",
    ] + LanguageWords.all.flatMap(\.limits)

  static func number(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    return numbers[word]
  }
  private static let numbers = LanguageWords.all.reduce(into: numbersOfTen) { numbers, words in
    numbers.merge(words.numbers) { first, _ in first }
  }
  /// Of the ten languages whose words stand here.
  private static let numbersOfTen: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ein": 1, "eine": 1, "zwei": 2, "drei": 3,
    "vier": 4,
    "fünf": 5, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "dos": 2, "tres": 3, "cuatro": 4, "dois": 2, "duas": 2,
    "três": 3, "quatro": 4, "двух": 2, "трех": 3, "dwóch": 2, "trzech": 3, "dva": 2, "tři": 3, "due": 2, "tre": 3,
    "quattro": 4, "twee": 2, "dwie": 2, "dwoje": 2, "dwa": 2, "trzy": 3, "troje": 3, "cztery": 4, "dvě": 2, "čtyři": 4,
    "два": 2,
    "две": 2, "три": 3, "четырех": 4, "drie": 3, "vijf": 5,
  ]
}
