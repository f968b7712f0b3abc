/// A moment: whole seconds since 1970-01-01 00:00 UTC. Comes in as a value; nothing in the core reads a clock.
public struct Timestamp: Hashable, Comparable, Sendable {
  public var seconds: Int64
  public init(seconds: Int64) { self.seconds = seconds }
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  public var day: CalendarDay {
    CalendarDay(daysSinceEpoch: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }

  /// RFC 3339 in UTC, `2026-05-01T09:30:00Z`.
  public var text: String {
    let inDay = seconds - Int64(day.daysSinceEpoch) * 86_400
    return "\(day.text)T\(two(inDay / 3600)):\(two(inDay / 60 % 60)):\(two(inDay % 60))Z"
  }

  /// Reads the form that `text` writes; a bare day is its first second.
  public init?(_ text: String) {
    guard let day = CalendarDay(String(text.prefix(10))) else { return nil }
    var seconds = Int64(day.daysSinceEpoch) * 86_400
    let rest = text.dropFirst(10)
    if !rest.isEmpty {
      let parts = rest.dropFirst().dropLast().split(separator: ":").map { Int64($0) }
      guard rest.first == "T", rest.last == "Z", parts.count == 3, let h = parts[0], let m = parts[1], let s = parts[2],
        (0..<24).contains(h), (0..<60).contains(m), (0...60).contains(s)
      else { return nil }
      seconds += h * 3600 + m * 60 + s
    }
    self.seconds = seconds
  }
}

/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (howardhinnant.github.io/date_algorithms.html).
public struct CalendarDay: Hashable, Comparable, Sendable {
  public var daysSinceEpoch: Int
  public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }

  /// Nil for a day that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    guard components == (year, month, day) else { return nil }
  }

  /// `YYYY-MM-DD`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
    else { return nil }
    self.init(year: y, month: m, day: d)
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = daysSinceEpoch + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  public var text: String {
    let (year, month, day) = components
    let y = String(year)
    return String(repeating: "0", count: max(0, 4 - y.count)) + y + "-\(two(Int64(month)))-\(two(Int64(day)))"
  }
}

private func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
