/// Identifies a mentor across imports and syncs: the normalised address of the mentoring page where there is one,
/// else a key made from the source and the record (`SourceRecordKey`). Stable, opaque, never shown as prose.
public struct MentorID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public static func < (a: MentorID, b: MentorID) -> Bool { a.rawValue < b.rawValue }
}

/// A person who offers mentoring, as known here from all sources together.
///
/// All text in it is clean (`String.cleanedLine`, `String.cleanedText`): NFC, no control or bidirectional-control
/// scalars. An empty string or array means "not said".
public struct Mentor: Equatable, Sendable {
  public var id: MentorID
  public var name: String
  public var pronouns = ""
  public var title = ""
  public var areas: [String] = []
  public var groups: [String] = []
  public var team = ""
  /// Topics and skills that the mentor offers.
  public var interests: [String] = []
  /// What the mentor wants to learn.
  public var seeks: [String] = []
  public var place = Place()
  public var languages: [Language] = []
  public var availability = Availability()
  public var how = How()
  public var contacts: [Contact] = []
  /// Other pages and profiles of the same person; used to recognise the person in a second source.
  public var profiles: [String] = []
  /// Address of the mentoring page (or of the best page known), empty if none.
  public var page = ""
  public var writeUp = WriteUp()
  /// What the source limits this offer to (for example "for volunteers of the portal only").
  public var scopeNote = ""
  /// Names of the sources that know this mentor, most trusted first.
  public var sources: [String] = []
  public var privacy: [MentorField: Privacy] = [:]
  public var provenance: [MentorField: Provenance] = [:]
  public var firstSeen: Timestamp?
  public var lastChanged: Timestamp?
  public var lastConfirmed: Timestamp?
  /// Since when the mentor's pages have been missing, where that is no passing fault (`Availability.State.gone`).
  public var goneSince: Timestamp?

  public init(id: MentorID, name: String) {
    self.id = id
    self.name = name
  }
}

/// The fields that carry provenance and privacy of their own. Raw values are the keys of the JSON form.
public enum MentorField: String, CaseIterable, Hashable, Sendable, Codable {
  case name, pronouns, title, areas, groups, team, interests, seeks, location, languages, availability, how, contacts
  case profiles, page, writeUp, scopeNote
}

/// Who may see a field. An unknown word in a source counts as the most restrictive.
public enum Privacy: String, Hashable, Sendable, Codable, CaseIterable {
  case everyone = "public"
  case community
  case onlyMentor = "private"
}

/// Where a field's value came from.
public struct Provenance: Equatable, Sendable {
  /// Name of the source.
  public var source: String
  /// Where in the source: `file:line`, a page address, a section heading …; empty if the source says it all.
  public var detail: String
  public var fetched: Timestamp?
  /// 0 … 1; 1 is "stated in a field of its own", lower is "read from free text".
  public var confidence: Double

  public init(source: String, detail: String = "", fetched: Timestamp? = nil, confidence: Double = 1) {
    self.source = source
    self.detail = detail
    self.fetched = fetched
    self.confidence = confidence
  }
}

/// How somebody likes to mentor.
public struct How: Equatable, Sendable {
  /// "video call", "chat", "mail", "in person" …
  public var channels: [String] = []
  /// "half an hour every other week"
  public var rhythm = ""
  /// "pair programming", "reviewing your first patch" …
  public var format = ""
  /// "within a week": the promise to answer
  public var answersWithin = ""
  public init() {}
  public var isEmpty: Bool { self == How() }
}

/// A way to reach a mentor.
public struct Contact: Equatable, Hashable, Sendable {
  /// Lower-case kind: `email`, `matrix`, `irc`, `github`, `telegram`, `form` …
  public var kind: String
  public var value: String
  /// True when the address was written in an obfuscated form and decoded here: shown as decoded, never exported.
  public var isDecoded: Bool

  public init(kind: String, value: String, isDecoded: Bool = false) {
    self.kind = kind
    self.value = value
    self.isDecoded = isDecoded
  }
}
