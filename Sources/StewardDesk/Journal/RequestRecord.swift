import MentorDirectory

/// A request with all that happened to it.
public struct RequestRecord: Equatable, Sendable {
  public let id: DeskID
  public let received: Timestamp
  public internal(set) var request: Request
  public internal(set) var state = RequestState.new
  /// Why it is in this state, where that was said.
  public internal(set) var reason = ""
  /// Since when it is in this state.
  public internal(set) var since: Timestamp
  /// The last sign of life of mentor or newcomer, or the last step, whichever is later.
  public internal(set) var lastSign: Timestamp
  /// Who works on it: the first who claimed it and did not let it go.
  public internal(set) var claim: Claim?
  /// Who claimed it while somebody else had it.
  public internal(set) var rivals: [Claim] = []
  public internal(set) var deferredUntil: CalendarDay?
  /// The mentor who was proposed or introduced last and is still meant; nil while one is looked for.
  public internal(set) var mentor: MentorID?
  public internal(set) var introductions: [Introduced] = []
  public internal(set) var turnedDown: [TurnedDown] = []
  public internal(set) var notes: [Note] = []
  public internal(set) var rhythmDays: Int?
  public internal(set) var reminders: [Reminder] = []
  public internal(set) var checkIns: [Note] = []
  public internal(set) var isForgotten = false
  /// All live events about it, oldest first.
  public internal(set) var history: [DeskEvent] = []

  public struct Claim: Equatable, Sendable {
    public var steward: String
    public var at: Timestamp
  }
  public struct Introduced: Equatable, Sendable {
    public var sent: SentIntroduction
    public var at: Timestamp
    public var steward: String
  }
  public struct TurnedDown: Equatable, Sendable {
    public var mentor: MentorID
    public var by: DeskEvent.Party
    public var reason: String
    public var at: Timestamp
  }
  public struct Reminder: Equatable, Sendable {
    public var party: DeskEvent.Party
    public var at: Timestamp
  }

  init(_ event: DeskEvent, _ request: Request) {
    id = event.id
    received = event.at
    since = event.at
    lastSign = event.at
    self.request = request
    history = [event]
  }

  public var wish: Wish { request.wish }
}

/// Something a steward wrote down.
public struct Note: Equatable, Sendable {
  public var text: String
  public var steward: String
  public var at: Timestamp
}

extension RequestRecord {
  /// Applies an event that is about this request.
  mutating func apply(_ event: DeskEvent) {
    history.append(event)
    switch event.body {
    case .corrected(_, let wish): request.wish = wish
    case .claimed: claim(by: event)
    case .released: if claim?.steward == event.steward { claim = rivals.isEmpty ? nil : rivals.removeFirst() }
    case .moved(_, let state, let reason): move(to: state, reason, event)
    case .proposed(_, let mentor):
      move(to: .proposed, "", event)
      self.mentor = mentor
    case .introduced(_, let sent):
      introductions.append(Introduced(sent: sent, at: event.at, steward: event.steward))
      move(to: .introduced, "", event)
      mentor = sent.mentor
    case .turnedDown(_, let mentor, let party, let reason):
      turnedDown.append(TurnedDown(mentor: mentor, by: party, reason: reason, at: event.at))
      // Passing over somebody who was never asked changes nothing else.
      if self.mentor == mentor, state.holdsPlace { move(to: .declined, reason, event) }
    case .noted(_, let text): notes.append(Note(text: text, steward: event.steward, at: event.at))
    case .deferred(_, let day): deferredUntil = day
    case .agreedRhythm(_, let days): rhythmDays = days
    case .checkedIn(_, let text):
      checkIns.append(Note(text: text, steward: event.steward, at: event.at))
      lastSign = event.at
    case .reminded(_, let party): reminders.append(Reminder(party: party, at: event.at))
    case .forgotten: isForgotten = true
    case .received, .blocked, .unblocked, .undone: break
    }
  }

  private mutating func claim(by event: DeskEvent) {
    let new = Claim(steward: event.steward, at: event.at)
    if let claim {
      if claim.steward != new.steward, !rivals.contains(where: { $0.steward == new.steward }) { rivals.append(new) }
    } else {
      claim = new
    }
  }

  private mutating func move(to state: RequestState, _ reason: String, _ event: DeskEvent) {
    self.state = state
    self.reason = reason
    since = event.at
    lastSign = event.at
    deferredUntil = nil
    reminders = []
    if !state.holdsPlace, state != .completed { mentor = nil }
  }
}
