import MentorDirectory

/// Something that happened on the desk. Never changed, never deleted; taken back by another event.
public struct DeskEvent: Equatable, Sendable {
  public let id: DeskID
  public let at: Timestamp
  /// Name of the steward who did it.
  public let steward: String
  public let body: Body

  public init(id: DeskID, at: Timestamp, steward: String, body: Body) {
    self.id = id
    self.at = at
    self.steward = steward
    self.body = body
  }

  /// Requests are named by the event that brought them.
  public enum Body: Equatable, Sendable {
    case received(Request)
    case corrected(request: DeskID, wish: Wish)
    case claimed(request: DeskID)
    case released(request: DeskID)
    case moved(request: DeskID, to: RequestState, reason: String)
    case proposed(request: DeskID, mentor: MentorID)
    case introduced(request: DeskID, SentIntroduction)
    /// This mentor is not for this newcomer: `by` said so.
    case turnedDown(request: DeskID, mentor: MentorID, by: Party, reason: String)
    case noted(about: Subject, text: String)
    case deferred(request: DeskID, until: CalendarDay)
    /// How often the two speak, in days.
    case agreedRhythm(request: DeskID, days: Int)
    /// A sign of life, from whom it came, and what was said.
    case checkedIn(request: DeskID, text: String)
    case reminded(request: DeskID, party: Party)
    case blocked(mentor: MentorID, reason: String)
    case unblocked(mentor: MentorID)
    /// Takes back an event; of an event of this kind, brings back what that took away.
    case undone(event: DeskID)
    /// The newcomer's personal data goes; what remains is that there was a request. Cannot be undone.
    case forgotten(request: DeskID)
  }

  public enum Party: String, Sendable { case mentor, newcomer, steward }

  public enum Subject: Hashable, Sendable {
    case request(DeskID)
    case mentor(MentorID)
  }
}

/// An introduction as it went out, word for word.
public struct SentIntroduction: Equatable, Sendable {
  public enum Way: String, CaseIterable, Sendable { case file = "eml", mailto, sendmail, clipboard, text }
  public var mentor: MentorID
  public var mentorName: String
  public var way: Way
  /// Empty where it was no mail.
  public var messageID: String
  public var subject: String
  public var text: String

  public init(mentor: MentorID, mentorName: String, way: Way, messageID: String, subject: String, text: String) {
    self.mentor = mentor
    self.mentorName = mentorName
    self.way = way
    self.messageID = messageID
    self.subject = subject
    self.text = text
  }
}
