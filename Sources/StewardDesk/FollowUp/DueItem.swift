import MentorDirectory

/// Something that wants doing.
public struct DueItem: Equatable, Sendable {
  public enum What: Equatable, Sendable {
    /// A request waits for the steward.
    case act
    /// A request that was put off is here again.
    case resume
    /// No answer: write a reminder.
    case remind(DeskEvent.Party)
    /// No answer to the reminder either: release the place and offer the next mentor.
    case release
    /// The talk about goals and how to keep in touch.
    case orientation(isLate: Bool)
    case checkIn
    /// No sign of life for this many weeks.
    case inactive(weeks: Int)
    /// The mentor's break ends on that day: ask whether they are back.
    case mentorReturns(CalendarDay)
  }

  public var what: What
  /// Nil where it is about a mentor alone.
  public var request: DeskID?
  public var mentor: MentorID?
  /// Since when it is due.
  public var since: CalendarDay
}

extension Desk {
  /// All that is due on a day, what is due longest first.
  /// - Parameter breaks: mentors who are away, with the first day on which they are back.
  public func due(on day: CalendarDay, rules: FollowUpRules, breaks: [MentorID: CalendarDay] = [:]) -> [DueItem] {
    let ofRequests = inOrder.filter { !$0.isForgotten }.flatMap { $0.due(on: day, rules: rules) }
    let returns = breaks.compactMap { mentor, back -> DueItem? in
      let asked = CalendarDay(daysSinceEpoch: back.daysSinceEpoch - 1)
      // Long past, nobody waits for the word any more.
      guard asked <= day, day.daysSinceEpoch - back.daysSinceEpoch <= 30 else { return nil }
      return DueItem(what: .mentorReturns(back), request: nil, mentor: mentor, since: asked)
    }.sorted { ($0.since, $0.mentor?.rawValue ?? "") < ($1.since, $1.mentor?.rawValue ?? "") }
    return (ofRequests + returns).enumerated()
      .sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }.map(\.element)
  }
}

extension RequestRecord {
  func due(on day: CalendarDay, rules: FollowUpRules) -> [DueItem] {
    if let deferredUntil {
      guard deferredUntil <= day else { return [] }
      return [item(.resume, deferredUntil)]
    }
    let items: [DueItem?] =
      switch state {
      case .new, .searching, .reassigned, .declined: [late(.act, since.day, rules.stewardDays, day)]
      case .inQuestion: [reminder(.newcomer, rules, day), late(.act, since.day, rules.releaseDays, day)]
      case .proposed: [unanswered(.mentor, rules, day)]
      case .introduced: [unanswered(.newcomer, rules, day), orientation(rules, day)]
      case .inContact, .active: [orientation(rules, day), quiet(rules, day)]
      case .completed, .lapsed, .withdrawn, .noMatch: []
      }
    return items.compactMap { $0 }
  }

  private func item(_ what: DueItem.What, _ since: CalendarDay) -> DueItem {
    DueItem(what: what, request: id, mentor: mentor, since: since)
  }

  /// Due that many days after a day.
  private func late(_ what: DueItem.What, _ start: CalendarDay, _ days: Int, _ day: CalendarDay) -> DueItem? {
    let since = CalendarDay(daysSinceEpoch: start.daysSinceEpoch + days)
    return since <= day ? item(what, since) : nil
  }

  private func reminder(_ party: DeskEvent.Party, _ rules: FollowUpRules, _ day: CalendarDay) -> DueItem? {
    reminders.isEmpty ? late(.remind(party), lastSign.day, rules.answerDays, day) : nil
  }

  private func unanswered(_ party: DeskEvent.Party, _ rules: FollowUpRules, _ day: CalendarDay) -> DueItem? {
    if let reminder = reminder(party, rules, day) { return reminder }
    return reminders.isEmpty ? nil : late(.release, lastSign.day, rules.releaseDays, day)
  }

  private func orientation(_ rules: FollowUpRules, _ day: CalendarDay) -> DueItem? {
    guard let start = introductions.last?.at, checkIns.allSatisfy({ $0.at < start }) else { return nil }
    let age = day.daysSinceEpoch - start.day.daysSinceEpoch
    return late(.orientation(isLate: age > rules.orientationUntil), start.day, rules.orientationFrom, day)
  }

  /// The longest silence that applies: two months, one month, the rhythm agreed.
  private func quiet(_ rules: FollowUpRules, _ day: CalendarDay) -> DueItem? {
    let rhythm = rhythmDays ?? rules.checkInDays
    for (days, what) in [
      (rules.secondInactivityDays, DueItem.What.inactive(weeks: rules.secondInactivityDays / 7)),
      (rules.firstInactivityDays, .inactive(weeks: rules.firstInactivityDays / 7)),
    ] where days > rhythm {
      if let due = late(what, lastSign.day, days, day) { return due }
    }
    return late(.checkIn, lastSign.day, rhythm, day)
  }
}
