import MentorDirectory

/// Finds a day in folded prose: "2027-06-01", "1 June 2027", "June 2027", "June".
enum DayFinder {
  /// The day; of a month alone its first. A month without a year needs `year`, and is nil without one.
  static func day(in folded: String, year: Int?) -> CalendarDay? {
    let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    for word in words { if let day = CalendarDay(word) { return day } }
    for (index, word) in words.enumerated() {
      guard let month = month(word) else { continue }
      let after = index + 1 < words.count ? words[index + 1] : ""
      let second = index + 2 < words.count ? words[index + 2] : ""
      let before = index > 0 ? words[index - 1] : ""
      guard let year = [after, second].compactMap(fullYear).first ?? year else { return nil }
      let day = [before, after].compactMap { number($0) }.first ?? 1
      return CalendarDay(year: year, month: month, day: day)
    }
    return nil
  }

  private static func fullYear(_ word: String) -> Int? { Int(word).flatMap { (2000...2100).contains($0) ? $0 : nil } }

  private static func number(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    return digits.count == word.count || ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
      ? Int(digits).flatMap { (1...31).contains($0) ? $0 : nil } : nil
  }

  private static func month(_ word: String) -> Int? {
    // "may" and "mars" are also other words; they stand beside a number or a preposition, which the caller's
    // sentences about absences make likely enough.
    for (index, names) in months.enumerated()
    where names.contains(where: { word == $0 || ($0.count > 4 && word.hasPrefix($0)) }) {
      return index + 1
    }
    return nil
  }

  private static let months: [[String]] = [
    ["january", "januar", "janvier", "enero", "janeiro", "январ", "stycz", "leden", "ledna", "gennaio", "januari"],
    [
      "february", "februar", "février", "febrero", "fevereiro", "феврал", "lutego", "únor", "února", "febbraio",
      "februari",
    ],
    ["march", "märz", "mars", "marzo", "março", "март", "марта", "marca", "březn", "maart"],
    ["april", "avril", "abril", "апрел", "kwiet", "dubna", "aprile"],
    ["may", "mai", "mayo", "maio", "мая", "май", "maja", "května", "maggio", "mei"],
    ["june", "juni", "juin", "junio", "junho", "июня", "июнь", "czerw", "června", "giugno"],
    ["july", "juli", "juillet", "julio", "julho", "июля", "июль", "lipca", "července", "luglio"],
    ["august", "août", "agosto", "август", "sierp", "srpna", "augustus"],
    ["september", "septembre", "septiembre", "setembro", "сентябр", "wrześ", "září", "settembre"],
    ["october", "oktober", "octobre", "octubre", "outubro", "октябр", "paździer", "října", "ottobre"],
    ["november", "novembre", "noviembre", "novembro", "ноябр", "listopad"],
    ["december", "dezember", "décembre", "diciembre", "dezembro", "декабр", "grudnia", "prosin", "dicembre"],
  ]
}
