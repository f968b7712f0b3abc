import MentorDirectory

// One event as one JSON object: the row of the journal, and the file that stewards share. A later version may add
// kinds; an unknown one is kept as it is by whoever stores it and means nothing here.
extension DeskEvent {
  public static let version = 1

  public var json: JSONObject {
    var object: JSONObject = [
      "version": .int(Self.version), "id": .string(id.text), "at": .string(at.text), "steward": .string(steward),
    ]
    for member in body.members { object.append(member.key, member.value) }
    return object
  }

  /// Nil for an event of a later version, or none at all.
  public init?(json: JSONObject) {
    guard (json["version"]?.int ?? 0) <= Self.version, let id = json.id("id"),
      let at = json["at"]?.string.flatMap({ Timestamp($0) }), let body = Body(json: json)
    else { return nil }
    self.init(id: id, at: at, steward: json.line("steward", limit: 100), body: body)
  }
}

extension DeskEvent.Body {
  /// The word for the kind, in the journal and in histories.
  public var kind: String {
    switch self {
    case .received: "received"
    case .corrected: "corrected"
    case .claimed: "claimed"
    case .released: "released"
    case .moved: "moved"
    case .proposed: "proposed"
    case .introduced: "introduced"
    case .turnedDown: "turnedDown"
    case .noted: "noted"
    case .deferred: "deferred"
    case .agreedRhythm: "agreedRhythm"
    case .checkedIn: "checkedIn"
    case .reminded: "reminded"
    case .blocked: "blocked"
    case .unblocked: "unblocked"
    case .undone: "undone"
    case .forgotten: "forgotten"
    }
  }

  /// The request that it is about; nil where it is about a mentor alone, or another event.
  public var request: DeskID? {
    switch self {
    case .corrected(let id, _), .claimed(let id), .released(let id), .moved(let id, _, _), .proposed(let id, _),
      .introduced(let id, _), .turnedDown(let id, _, _, _), .deferred(let id, _), .agreedRhythm(let id, _),
      .checkedIn(let id, _), .reminded(let id, _), .forgotten(let id), .noted(.request(let id), _):
      id
    case .received, .noted(.mentor, _), .blocked, .unblocked, .undone: nil
    }
  }

  /// The mentor who has a part in it.
  public var mentor: MentorID? {
    switch self {
    case .proposed(_, let id), .turnedDown(_, let id, _, _), .blocked(let id, _), .unblocked(let id),
      .noted(.mentor(let id), _):
      id
    case .introduced(_, let sent): sent.mentor
    default: nil
    }
  }

  fileprivate var members: [(key: String, value: JSONValue)] {
    var object: JSONObject = ["kind": .string(kind)]
    if let request { object.append("request", .string(request.text)) }
    if let mentor { object.append("mentor", .string(mentor.rawValue)) }
    switch self {
    case .received(let request): object.append("content", .object(request.json))
    case .corrected(_, let wish): object.append("wish", .object(wish.json))
    case .moved(_, let state, let reason):
      object.append("to", .string(state.rawValue))
      object.append("reason", .string(reason))
    case .introduced(_, let sent):
      object.append("mentorName", .string(sent.mentorName))
      object.append("way", .string(sent.way.rawValue))
      object.append("messageID", .string(sent.messageID))
      object.append("subject", .string(sent.subject))
      object.append("text", .string(sent.text))
    case .turnedDown(_, _, let party, let reason):
      object.append("by", .string(party.rawValue))
      object.append("reason", .string(reason))
    case .noted(_, let text), .checkedIn(_, let text): object.append("text", .string(text))
    case .deferred(_, let day): object.append("until", .string(day.text))
    case .agreedRhythm(_, let days): object.append("days", .int(days))
    case .reminded(_, let party): object.append("party", .string(party.rawValue))
    case .blocked(_, let reason): object.append("reason", .string(reason))
    case .undone(let event): object.append("event", .string(event.text))
    case .claimed, .released, .proposed, .unblocked, .forgotten: break
    }
    return object.members
  }

  fileprivate init?(json: JSONObject) {
    let request = json.id("request"), mentor = json.mentor("mentor"), reason = json.line("reason")
    switch (json["kind"]?.string, request, mentor) {
    case ("received", _, _):
      guard let content = json["content"]?.object.flatMap(Request.init(json:)) else { return nil }
      self = .received(content)
    case ("corrected", let request?, _):
      guard let wish = json["wish"]?.object else { return nil }
      self = .corrected(request: request, wish: Wish(json: wish))
    case ("claimed", let request?, _): self = .claimed(request: request)
    case ("released", let request?, _): self = .released(request: request)
    case ("moved", let request?, _):
      guard let state = RequestState(rawValue: json.line("to")) else { return nil }
      self = .moved(request: request, to: state, reason: reason)
    case ("proposed", let request?, let mentor?): self = .proposed(request: request, mentor: mentor)
    case ("introduced", let request?, let mentor?):
      self = .introduced(
        request: request,
        SentIntroduction(
          mentor: mentor, mentorName: json.line("mentorName"),
          way: SentIntroduction.Way(rawValue: json.line("way")) ?? .text, messageID: json.line("messageID"),
          subject: json.line("subject"), text: json.text("text")))
    case ("turnedDown", let request?, let mentor?):
      guard let party = DeskEvent.Party(rawValue: json.line("by")) else { return nil }
      self = .turnedDown(request: request, mentor: mentor, by: party, reason: reason)
    case ("noted", let request?, _): self = .noted(about: .request(request), text: json.text("text"))
    case ("noted", nil, let mentor?): self = .noted(about: .mentor(mentor), text: json.text("text"))
    case ("deferred", let request?, _):
      guard let day = CalendarDay(json.line("until")) else { return nil }
      self = .deferred(request: request, until: day)
    case ("agreedRhythm", let request?, _):
      guard let days = json["days"]?.int, (1...366).contains(days) else { return nil }
      self = .agreedRhythm(request: request, days: days)
    case ("checkedIn", let request?, _): self = .checkedIn(request: request, text: json.text("text"))
    case ("reminded", let request?, _):
      guard let party = DeskEvent.Party(rawValue: json.line("party")) else { return nil }
      self = .reminded(request: request, party: party)
    case ("blocked", _, let mentor?): self = .blocked(mentor: mentor, reason: reason)
    case ("unblocked", _, let mentor?): self = .unblocked(mentor: mentor)
    case ("undone", _, _):
      guard let event = json.id("event") else { return nil }
      self = .undone(event: event)
    case ("forgotten", let request?, _): self = .forgotten(request: request)
    default: return nil
    }
  }
}
