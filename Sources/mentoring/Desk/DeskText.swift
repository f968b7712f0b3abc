import MentorDirectory
import StewardDesk
import Surface

/// The desk as plain lines and as JSON.
enum DeskText {
  // MARK: - Requests

  static func row(_ record: RequestRecord, now: Timestamp) -> String {
    let fields = [
      record.id.short, name(record), record.state.rawValue, age(record.since, now), wish(record),
      record.claim.map { "with \($0.steward)" } ?? "",
    ]
    let line = zip(fields, [6, 22, 12, 5, 34, 20]).map { $0.padded(to: $1) }.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  static func json(_ record: RequestRecord) -> JSONValue {
    [
      "id": .string(record.id.short), "name": .string(record.request.newcomer.name),
      "state": .string(record.state.rawValue), "since": .string(record.since.text),
      "waitingFor": .string(record.state.waitsFor.rawValue),
      "claimedBy": record.claim.map { .string($0.steward) } ?? .null, "reason": .string(record.reason),
      "areas": .strings(record.wish.areas), "interests": .strings(record.wish.interests),
      "mentor": record.mentor.map { .string($0.rawValue) } ?? .null,
    ]
  }

  static func whole(_ record: RequestRecord, library: any MentorLibrary, now: Timestamp) -> String {
    let wish = record.wish, newcomer = record.request.newcomer
    var lines = [
      "\(name(record))  \(newcomer.contact)",
      "\(record.state.rawValue) for \(age(record.since, now))"
        + (record.state.waitsFor == .nobody ? "" : ", waits for the \(record.state.waitsFor.rawValue)")
        + (record.reason.isEmpty ? "" : ": \(record.reason)"),
    ]
    if let claim = record.claim {
      let rivals = record.rivals.map { "; \($0.steward) wanted to as well" }.joined()
      lines.append("\(claim.steward) works on it\(rivals)")
    }
    lines.append("")
    for (label, value) in [
      ("areas", wish.areas.joined(separator: ", ")), ("interests", wish.interests.joined(separator: ", ")),
      ("languages", wish.languages.map(\.name).joined(separator: ", ")), ("place", wish.place.display),
      ("groups", wish.groups.joined(separator: ", ")), ("team", wish.team),
      ("knows", wish.offers.joined(separator: ", ")),
    ] where !value.isEmpty {
      lines.append("\(label.padded(to: 10)) \(value)")
    }
    if !wish.text.isEmpty {
      lines += [""] + wish.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }
    lines +=
      ["", "HISTORY"] + record.history.map { "  \($0.at.text)  \($0.steward.padded(to: 14))  \(deed($0, library))" }
    return lines.joined(separator: "\n")
  }

  /// What an event did, in words.
  static func deed(_ event: DeskEvent, _ library: any MentorLibrary) -> String {
    func mentor(_ id: MentorID) -> String { Self.mentor(id, library) }
    func because(_ reason: String) -> String { reason.isEmpty ? "" : ": \(reason)" }
    switch event.body {
    case .received(let request): return "came in by \(request.way.rawValue)"
    case .corrected: return "corrected the wish"
    case .claimed: return "took it on"
    case .released: return "let it go"
    case .moved(_, let state, let reason): return "\(state.rawValue)\(because(reason))"
    case .proposed(_, let id): return "asked \(mentor(id))"
    case .introduced(_, let sent): return "introduced to \(sent.mentorName) (\(sent.way.rawValue)): \(sent.subject)"
    case .turnedDown(_, let id, let party, let reason):
      return "not \(mentor(id)), says the \(party.rawValue)\(because(reason))"
    case .noted(_, let text): return "noted: \(text.cleanedLine())"
    case .deferred(_, let day): return "put off until \(day.text)"
    case .agreedRhythm(_, let days): return "they speak every \(counted(days, "day"))"
    case .checkedIn(_, let text): return "sign of life\(because(text.cleanedLine()))"
    case .reminded(_, let party): return "reminded the \(party.rawValue)"
    case .blocked(let id, let reason): return "sends nobody to \(mentor(id))\(because(reason))"
    case .unblocked(let id): return "sends people to \(mentor(id)) again"
    case .undone: return "took something back"
    case .forgotten: return "forgot the newcomer"
    }
  }

  // MARK: - Matches

  static func match(_ match: Match, _ mentor: Mentor) -> String {
    let places = match.free.map { counted($0, "free place") } ?? ""
    var lines = [
      "\(String(match.score).leftPadded(to: 4))  \(mentor.name.padded(to: 28))  \(mentor.place.display.padded(to: 24))  \(places)"
    ]
    for reason in match.reasons where reason.points != 0 {
      let sign = reason.points > 0 ? "+" : "−"
      let origin = ReasonWords.origin(reason)
      lines.append(
        "      \(sign)\(String(abs(reason.points)).leftPadded(to: 2))  \(ReasonWords.short(reason))"
          + (origin.isEmpty ? "" : "  (\(origin))"))
    }
    let open = match.reasons.filter { $0.points == 0 }.map { ReasonWords.short($0) }
    if !open.isEmpty { lines.append("           \(open.joined(separator: "; "))") }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  static func json(_ match: Match, _ mentor: Mentor) -> JSONValue {
    [
      "mentor": .string(match.mentor.rawValue), "name": .string(mentor.name), "score": .int(match.score),
      "free": match.free.map { .int($0) } ?? .null,
      "reasons": .array(
        match.reasons.map { reason in
          [
            "points": .int(reason.points), "text": .string(ReasonWords.short(reason)),
            "from": .string(ReasonWords.origin(reason)),
          ]
        }),
    ]
  }

  // MARK: - Due

  static func due(_ item: DueItem, _ desk: Desk, _ library: any MentorLibrary) -> String {
    let who = item.request.flatMap { desk.requests[$0] }
    let newcomer = who.map { "\($0.id.short)  \(name($0))" } ?? ""
    let mentor = item.mentor.map { Self.mentor($0, library) } ?? ""
    return "\(item.since.text)  \(newcomer.padded(to: 28))  \(todo(item.what, mentor: mentor))"
  }

  static func todo(_ what: DueItem.What, mentor: String) -> String {
    let them = mentor.isEmpty ? "the mentor" : mentor
    switch what {
    case .act: return "waits for a steward"
    case .resume: return "was put off until now"
    case .remind(let party): return "no answer from \(party == .mentor ? them : "the newcomer"): remind"
    case .release: return "still no answer: release the place of \(them) and offer the next mentor"
    case .orientation(let isLate): return "orientation talk with \(them)\(isLate ? " is overdue" : " is due")"
    case .checkIn: return "check in with both"
    case .inactive(let weeks): return "no sign of life for \(weeks) weeks: ask both"
    case .mentorReturns(let day): return "\(them) is back on \(day.text): ask whether that holds"
    }
  }

  // MARK: - Pieces

  static func name(_ record: RequestRecord) -> String {
    if record.isForgotten { return "(forgotten)" }
    return record.request.newcomer.name.isEmpty ? "(no name)" : record.request.newcomer.name
  }

  static func mentor(_ id: MentorID, _ library: any MentorLibrary) -> String {
    library.index.mentor(withID: id).map { library.index.name(of: $0) } ?? id.rawValue.cleanedLine(limit: 60)
  }

  private static func wish(_ record: RequestRecord) -> String {
    let named = (record.wish.areas + record.wish.interests).joined(separator: ", ")
    return named.isEmpty ? record.wish.text.cleanedLine(limit: 34) : named
  }

  /// "4 d", "2 h".
  static func age(_ since: Timestamp, _ now: Timestamp) -> String {
    let seconds = max(0, now.seconds - since.seconds)
    if seconds >= 86_400 { return "\(seconds / 86_400) d" }
    return seconds >= 3_600 ? "\(seconds / 3_600) h" : "\(seconds / 60) min"
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
