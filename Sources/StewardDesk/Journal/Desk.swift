import MentorDirectory

/// The desk: what all events together say.
///
/// The fold takes the events in the order of their identifiers, whatever order they came in, and every event has a
/// meaning wherever it stands: two machines that have the same events have the same desk.
public struct Desk: Equatable, Sendable {
  /// By identifier, the order in which they came in.
  public private(set) var requests: [DeskID: RequestRecord] = [:]
  public private(set) var mentors: [MentorID: MentorRecord] = [:]
  /// All events, oldest first, those taken back included.
  public private(set) var events: [DeskEvent] = []
  /// Events that were taken back.
  public private(set) var undone: Set<DeskID> = []

  /// Events may come in any order and more than once.
  public init(_ events: some Sequence<DeskEvent> = []) {
    var known: [DeskID: DeskEvent] = [:]
    // Of two events of one name, both of the same origin, the redacted one counts; else the smaller text, so that the
    // order in which they came does not matter.
    for event in events {
      if let old = known[event.id] { known[event.id] = Self.chosen(old, event) } else { known[event.id] = event }
    }
    self.events = known.values.sorted { $0.id < $1.id }
    undone = Self.undone(self.events)
    fold()
  }

  /// The desk with one more event.
  public func adding(_ event: DeskEvent) -> Desk { Desk(events + [event]) }

  public var newest: DeskID? { events.last?.id }

  private static func chosen(_ a: DeskEvent, _ b: DeskEvent) -> DeskEvent {
    if a == b { return a }
    if a == b.redacted { return a }
    if b == a.redacted { return b }
    return JSONValue.object(a.json).text() < JSONValue.object(b.json).text() ? a : b
  }

  /// From the newest back: an undoing that is not itself undone takes its event away.
  private static func undone(_ events: [DeskEvent]) -> Set<DeskID> {
    var undone: Set<DeskID> = []
    let lasting = Set(events.lazy.filter { if case .forgotten = $0.body { true } else { false } }.map(\.id))
    for event in events.reversed() where !undone.contains(event.id) {
      if case .undone(let target) = event.body, target < event.id, !lasting.contains(target) { undone.insert(target) }
    }
    return undone
  }

  private mutating func fold() {
    let forgotten = Set(
      events.compactMap { event in if case .forgotten(let id) = event.body { id } else { nil as DeskID? } })
    for event in events where !undone.contains(event.id) {
      let isForgotten = forgotten.contains(event.body.request ?? event.id)
      apply(isForgotten ? event.redacted : event)
    }
  }

  private mutating func apply(_ event: DeskEvent) {
    if case .received(let request) = event.body {
      requests[event.id] = RequestRecord(event, request)
      return
    }
    if let id = event.body.request {
      // Of a request that is not known (taken back, or not here yet) nothing can be said.
      guard requests[id] != nil else { return }
      requests[id]?.apply(event)
    }
    if let id = event.body.mentor { mentors[id, default: MentorRecord(id: id)].apply(event) }
  }
}

/// What the desk knows of a mentor.
public struct MentorRecord: Equatable, Sendable {
  public let id: MentorID
  public internal(set) var notes: [Note] = []
  /// Why nobody is to be sent to this mentor now; nil if people may be.
  public internal(set) var block: String?
  /// All live events in which the mentor has a part, oldest first.
  public internal(set) var history: [DeskEvent] = []

  init(id: MentorID) { self.id = id }

  mutating func apply(_ event: DeskEvent) {
    history.append(event)
    switch event.body {
    case .noted(.mentor, let text): notes.append(Note(text: text, steward: event.steward, at: event.at))
    case .blocked(_, let reason): block = reason
    case .unblocked: block = nil
    default: break
    }
  }
}

// MARK: - Questions

extension Desk {
  /// Requests in the order in which they came in.
  public var inOrder: [RequestRecord] { requests.values.sorted { $0.id < $1.id } }

  /// The request that a person means by the end of its identifier, in any case of letters; nil for none or several.
  public func request(named text: String) -> RequestRecord? {
    let end = text.uppercased()
    guard end.utf8.count >= 3 else { return nil }
    let found = requests.values.filter { $0.id.text.hasSuffix(end) }
    return found.count == 1 ? found[0] : nil
  }

  /// The request that came of this mail or form row, if it is here already.
  public func request(ofOrigin key: String) -> RequestRecord? {
    key.isEmpty ? nil : requests.values.first { $0.request.originKey == key }
  }

  /// The event that undo takes back: the steward's last one that stands and is not itself an undoing.
  public func undoable(by steward: String) -> DeskEvent? {
    events.last { event in
      guard event.steward == steward, !undone.contains(event.id) else { return false }
      switch event.body {
      case .undone, .forgotten: return false
      default: return true
      }
    }
  }

  /// The undoing that redo takes back: the steward's last event, if it is a standing undoing of a deed.
  public func redoable(by steward: String) -> DeskEvent? {
    for event in events.reversed() where event.steward == steward {
      guard case .undone(let target) = event.body else { return nil }
      if undone.contains(event.id) { continue }
      // A redo is an undoing of an undoing; it has nothing to give back.
      if let deed = events.first(where: { $0.id == target }), case .undone = deed.body { continue }
      return event
    }
    return nil
  }
}
