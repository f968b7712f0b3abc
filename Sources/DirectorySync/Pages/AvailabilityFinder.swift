import MentorDirectory

/// Reads whether somebody has time, and for how many people, from the sentences of a page. What is marked as
/// important counts before what is not; of the rest, what says no counts before what says yes.
struct AvailabilityFinder {
  private let text: PageText
  /// The year in which a month without a year is meant; nil if nobody knows when the page was read.
  private let year: Int?

  init(_ text: PageText, readIn year: Int?) {
    self.text = text
    self.year = year
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
    let until = found.state == .away ? DayFinder.day(in: found.sentence.folded, year: year) : nil
    let availability = Availability(
      state: found.state, until: until, capacity: capacity, note: found.sentence.text.cleanedLine(limit: 300))
    return (availability, found.sentence.isMarked ? 0.9 : 0.7)
  }

  private func rank(_ state: Availability.State) -> Int {
    [.closed, .away, .full, .limited, .open, .unknown].firstIndex(of: state) ?? 9
  }

  private func state(of sentence: PageText.Sentence) -> Availability.State? {
    let folded = sentence.folded
    // "When I'm not taking a break", "if I am full": conditions say nothing about today.
    if Self.conditions.matches(folded) { return nil }
    if Self.closed.matches(folded) { return .closed }
    if Self.away.matches(folded) { return .away }
    if Self.full.matches(folded) { return .full }
    if Self.limited.matches(folded) { return .limited }
    return Self.open.matches(folded) ? .open : nil
  }

  private static let conditions = PhraseSet([
    "when i'm not", "when i am not", "if i'm not", "if i am not", "unless", "when i'm full", "if i'm full",
    "if i am full",
    "not taking a break", "not on a break", "wenn ich gerade keine pause", "wenn ich keine pause", "falls ich",
    "sauf si",
    "quand je ne suis pas", "si estoy", "se eu estiver", "если я", "jeśli jestem", "pokud jsem",
  ])
  private static let closed = PhraseSet([
    "i no longer mentor", "no longer mentoring", "no longer offer", "no longer available", "i don't mentor anymore",
    "stopped mentoring", "mentoring is closed", "not available anymore", "nicht mehr als mentor",
    "biete kein mentoring mehr",
    "ne propose plus", "ya no ofrezco", "não ofereço mais", "больше не менторю", "nie prowadzę już", "už nementoruji",
    "non offro più", "geef geen mentoring meer",
  ])
  private static let away = PhraseSet([
    "taking a break", "take a break from mentoring", "on a break", "on break", "on hiatus", "on pause", "pausing",
    "paused",
    "on leave", "on sabbatical", "parental leave", "mache pause", "mache gerade pause", "mache derzeit",
    "mache eine pause",
    "gerade eine pause", "pausiere", "in elternzeit", "mentoring-pause", "en pause", "fais une pause", "en congé",
    "en pausa", "tomando un descanso", "de baja", "em pausa", "fazendo uma pausa", "dando um tempo", "делаю перерыв",
    "на паузе", "беру паузу", "взял паузу", "взяла паузу", "в отпуске", "mam przerwę", "robię przerwę", "na przerwie",
    "mám pauzu", "dávám si pauzu", "in pausa", "mi prendo una pausa", "neem een pauze", "heb ik pauze", "met pauze",
  ])
  private static let full = PhraseSet([
    "currently full", "i'm full", "i am full", "fully booked", "all booked", "at capacity", "no capacity",
    "no free slots",
    "no open slots", "no slots", "no spots", "waiting list", "waitlist", "not taking on", "not taking new",
    "not taking any", "not currently taking", "not accepting", "not currently accepting", "not currently available",
    "not available at the moment", "not available right now", "can't take on", "cannot take on", "unable to take on",
    "ausgebucht", "keine freien plätze", "kein platz", "keine kapazität", "nehme derzeit keine", "nehme zurzeit keine",
    "nehme gerade keine", "nehme keine neuen", "warteliste", "je suis complet", "complet pour le moment",
    "plus de place",
    "n'accepte pas", "ne prends pas de nouve", "liste d'attente", "no acepto", "sin plazas", "no tengo disponibilidad",
    "completo por ahora", "lista de espera", "não estou aceitando", "não aceito", "sem vagas", "sem disponibilidade",
    "мест нет", "нет мест", "не беру новых", "пока не беру", "не принимаю", "brak miejsc", "nie przyjmuję",
    "nie mam miejsc",
    "nemám volno", "nepřijímám", "mám plno", "al completo", "non accetto", "nessun posto", "lista d'attesa", "zit vol",
    "ik zit vol", "neem momenteel geen", "neem geen nieuwe", "geen plek", "wachtlijst",
  ])
  private static let limited = PhraseSet([
    "limited availability", "limited capacity", "limited time", "few spots", "few slots", "one spot", "one slot",
    "a couple of slots", "limited number", "begrenzte", "wenige plätze", "ein platz frei", "nombre limité",
    "quelques places",
    "plazas limitadas", "vagas limitadas", "мало времени", "ограниченное", "ograniczon", "omezen", "posti limitati",
    "beperkt",
  ])
  private static let open = PhraseSet([
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
  ])

  // MARK: Capacity

  private func capacity() -> Int? {
    for sentence in text.sentences {
      let words = sentence.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      for index in words.indices {
        guard let number = Self.number(words[index]), (1...50).contains(number), index + 1 < words.count else {
          continue
        }
        let before = index > 0 ? words[max(0, index - 3)..<index].joined(separator: " ") : ""
        let after = words[(index + 1)...].prefix(3)
        let isPeople = after.prefix(2).contains { word in Self.people.contains { word.hasPrefix($0) } }
        let isLimit = Self.limits.contains { before.hasSuffix($0) }
        let isAtOnce =
          words[(index + 1)...].prefix(6).joined(separator: " ").contains("at a time")
          || words[(index + 1)...].prefix(6).joined(separator: " ").contains("at once")
        if isPeople, isLimit || isAtOnce || (after.contains { $0.hasPrefix("mentee") } && before.hasSuffix("take")) {
          return number
        }
      }
    }
    return nil
  }

  private static let people = [
    "mentee", "people", "person", "participant", "student", "newcomer", "menschen", "leute", "personne", "persona",
    "pessoa",
    "человек", "люд", "osob", "lidí", "mensen", "padawan",
  ]
  private static let limits = [
    "up to", "limited to", "at most", "maximum of", "max", "maximum", "no more than", "only", "bis zu", "höchstens",
    "maximal",
    "jusqu à", "maximum de", "hasta", "máximo", "até", "no máximo", "до", "не более", "do", "maksymalnie", "maximálně",
    "fino a", "al massimo", "tot", "maximaal",
  ]

  static func number(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    return numbers[word]
  }
  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ein": 1, "eine": 1, "zwei": 2, "drei": 3,
    "vier": 4,
    "fünf": 5, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "dos": 2, "tres": 3, "cuatro": 4, "dois": 2, "duas": 2,
    "três": 3, "quatro": 4, "двух": 2, "трех": 3, "dwóch": 2, "trzech": 3, "dva": 2, "tři": 3, "due": 2, "tre": 3,
    "quattro": 4, "twee": 2, "drie": 3, "vijf": 5,
  ]
}
