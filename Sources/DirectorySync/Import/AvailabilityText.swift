import Foundation
import MentorDirectory

/// Reads whether a mentor has time, from a truth value, words, or the numbers of months.
enum AvailabilityText {
  static func read(_ value: JSONValue, now: Timestamp?) -> Availability {
    if let bool = value.bool { return Availability(state: bool ? .open : .closed) }
    let words = ValueText.strings(value)
    let months = words.compactMap { Int($0) }.filter { (1...12).contains($0) }
    if !words.isEmpty, months.count == words.count, value.array != nil || months.count > 1 {
      return of(months: months, now: now)
    }
    let text = words.joined(separator: ", ")
    if value.string != nil, text.contains(","), words.count == 1 {
      let numbers = text.split(separator: ",").map { Int($0.trimmingCharacters(in: .whitespaces)) }
      if numbers.allSatisfy({ $0.map((1...12).contains) ?? false }) {
        return of(months: numbers.compactMap { $0 }, now: now)
      }
    }
    return of(text: text)
  }

  /// Open in a named month, else away until the first day of the next one.
  private static func of(months: [Int], now: Timestamp?) -> Availability {
    let months = Set(months).sorted()
    var availability = Availability(state: .open)
    if months.count < 12 { availability.note = months.map { names[$0 - 1] }.joined(separator: ", ") }
    guard let (year, month, _) = now?.day.components, !months.contains(month) else { return availability }
    let next = months.first { $0 > month }
    availability.state = .away
    availability.until = CalendarDay(year: next == nil ? year + 1 : year, month: next ?? months.first ?? 1, day: 1)
    return availability
  }

  private static func of(text: String) -> Availability {
    let folded = " " + FieldName.normalised(text) + " "
    var availability = Availability()
    if text.contains("-"), let match = text.firstMatch(of: /\d{4}-\d{2}-\d{2}/) {
      availability.until = CalendarDay(String(match.output))
    }
    availability.state = words.first { entry in entry.words.contains { folded.contains(" \($0) ") } }?.state ?? .unknown
    if availability.until != nil, availability.state == .unknown { availability.state = .away }
    if availability.state != .away { availability.until = nil }
    let isBareWord = words.contains { $0.words.contains(folded.trimmingCharacters(in: .whitespaces)) }
    if !isBareWord { availability.note = text.line }
    return availability
  }

  /// From the most particular: "not available" holds "available".
  private static let words: [(state: Availability.State, words: [String])] = [
    (
      .away,
      [
        "away", "on leave", "on a break", "taking a break", "sabbatical", "on vacation", "parental leave", "paused",
        "en pause", "im urlaub",
      ]
    ),
    (
      .full,
      [
        "full", "no capacity", "at capacity", "frozen", "no slots", "fully booked", "waitlist", "waiting list", "voll",
        "complet",
      ]
    ),
    (
      .closed,
      [
        "not available", "unavailable", "closed", "not accepting", "no longer available", "no", "false", "inactive",
        "nein", "non", "нет", "не могу",
        "nie", "não", "0", "n",
      ]
    ),
    (.limited, ["limited", "few", "sometimes", "occasionally", "maybe", "some", "begrenzt", "limité"]),
    (
      .open,
      [
        "available", "open", "yes", "accepting", "taking", "true", "active", "ja", "oui", "sí", "si", "sim", "да",
        "tak", "1", "y",
        "disponible", "verfügbar", "verfugbar", "free",
      ]
    ),
  ]

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
