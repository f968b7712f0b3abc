import MentorDirectory

/// Finds a day in folded prose: "2027-06-01", "1 June 2027", "June 2027", "June".
enum DayFinder {
  /// The day; of a month alone its first. A month without a year is the next one from `today` on, and nothing if
  /// nobody knows what day it is. A month behind "since" is when something began, not a day to come.
  static func day(in folded: String, from today: CalendarDay?) -> CalendarDay? {
    if let match = folded.firstMatch(of: /(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/), let year = Int(match.1),
      let month = Int(match.2)
    {
      return CalendarDay(year: year, month: month, day: match.3.flatMap { Int($0) } ?? 1)
    }
    let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    for word in words { if let day = CalendarDay(word) { return day } }
    for (index, word) in words.enumerated() {
      guard let month = month(word) else { continue }
      if words[max(0, index - 3)..<index].contains(where: beginnings.contains) { continue }
      let after = index + 1 < words.count ? words[index + 1] : ""
      let second = index + 2 < words.count ? words[index + 2] : ""
      let before = index > 0 ? words[index - 1] : ""
      let day = [before, after].compactMap { number($0) }.first ?? 1
      if let year = [after, second].compactMap(fullYear).first {
        return CalendarDay(year: year, month: month, day: day)
      }
      guard let (year, now, _) = today?.components else { return nil }
      return CalendarDay(year: month < now ? year + 1 : year, month: month, day: day)
    }
    return nil
  }

  private static let beginnings: Set<String> = [
    "since", "from", "starting", "as", "seit", "ab", "depuis", "desde", "od", "с", "з", "da", "sinds", "vanaf", "sedan",
  ]

  private static func fullYear(_ word: String) -> Int? { Int(word).flatMap { (2000...2100).contains($0) ? $0 : nil } }

  private static func number(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    return digits.count == word.count || ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
      ? Int(digits).flatMap { (1...31).contains($0) ? $0 : nil } : nil
  }

  /// Names of five letters or more, and the four-letter stems of Ukrainian.
  private static func isStem(_ name: String) -> Bool {
    name.count > 4 || (name.count > 3 && (0x0430...0x0457).contains(name.unicodeScalars.first?.value ?? 0))
  }

  private static func month(_ word: String) -> Int? {
    // "may" and "mars" are also other words; they stand beside a number or a preposition, which the caller's
    // sentences about absences make likely enough.
    for (index, names) in months.enumerated()
    where names.contains(where: { word == $0 || (isStem($0) && word.hasPrefix($0)) }) {
      return index + 1
    }
    return nil
  }

  private static let months: [[String]] = [
    [
      "january", "januar", "janvier", "enero", "janeiro", "январ", "stycz", "leden", "ledna", "gennaio", "januari",
      "січ", "ocak",
    ],
    [
      "february", "februar", "février", "febrero", "fevereiro", "феврал", "lutego", "únor", "února", "febbraio",
      "februari", "лют", "şubat",
    ],
    ["march", "märz", "mars", "marzo", "março", "март", "марта", "marca", "březn", "maart", "берез"],
    ["april", "avril", "abril", "апрел", "kwiet", "dubna", "aprile", "квіт", "nisan"],
    ["may", "mai", "mayo", "maio", "мая", "май", "maja", "května", "maggio", "mei", "трав", "mayıs", "maj"],
    ["june", "juni", "juin", "junio", "junho", "июня", "июнь", "czerw", "června", "giugno", "черв", "haziran"],
    ["july", "juli", "juillet", "julio", "julho", "июля", "июль", "lipca", "července", "luglio", "липн", "temmuz"],
    ["august", "août", "agosto", "август", "sierp", "srpna", "augustus", "augusti", "серп", "ağustos"],
    ["september", "septembre", "septiembre", "setembro", "сентябр", "wrześ", "září", "settembre", "верес", "eylül"],
    ["october", "oktober", "octobre", "octubre", "outubro", "октябр", "paździer", "října", "ottobre", "жовт", "ekim"],
    ["november", "novembre", "noviembre", "novembro", "ноябр", "listopad", "листопад", "kasım"],
    [
      "december", "dezember", "décembre", "diciembre", "dezembro", "декабр", "grudnia", "prosin", "dicembre", "груд",
      "aralık",
    ],
  ]
}
