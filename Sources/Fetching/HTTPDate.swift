import MentorDirectory

/// Dates as HTTP writes them (RFC 9110, 5.6.7): the form in use and the two old ones.
public enum HTTPDate {
  /// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" or "Sun Nov  6 08:49:37 1994".
  public static func read(_ text: String) -> Timestamp? {
    let words = text.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    switch words.count {
    case 6 where words[5] == "GMT" || words[5] == "UTC":
      return moment(day: words[1], month: words[2], year: words[3], time: words[4])
    case 5: return moment(day: words[2], month: words[1], year: words[4], time: words[3])
    default: return nil
    }
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  private static func moment(day: String, month: String, year: String, time: String) -> Timestamp? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let month = months.firstIndex(of: month), let dayNumber = Int(day), let written = Int(year), parts.count == 3,
      let hour = parts[0], let minute = parts[1], let second = parts[2], (0..<24).contains(hour),
      (0..<60).contains(minute), (0...60).contains(second),
      let day = CalendarDay(year: fullYear(written, digits: year.count), month: month + 1, day: dayNumber)
    else { return nil }
    return Timestamp(seconds: Int64(day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second))
  }

  /// Two digits are of the years 1970 to 2069.
  private static func fullYear(_ year: Int, digits: Int) -> Int {
    guard digits == 2 else { return year }
    return year < 70 ? year + 2000 : year + 1900
  }
}
