/// How far a source is believed against another about the same person.
public enum SourceTrust: Int, CaseIterable, Comparable, Sendable {
  /// A list that somebody keeps: a sheet, a wiki page, a data file.
  case list = 1
  /// A system in which people keep their own profiles: a phonebook, a portal.
  case profiles = 2
  /// The mentor's own page.
  case ownPage = 3
  public static func < (a: SourceTrust, b: SourceTrust) -> Bool { a.rawValue < b.rawValue }
}

/// A mentor as one source tells it.
public struct SourcedMentor: Sendable {
  /// Name of the source.
  public var source: String
  public var trust: SourceTrust
  /// When the source's words last changed, as far as known: of two equally trusted, the later wins.
  public var changed: Timestamp?
  public var mentor: Mentor

  public init(source: String, trust: SourceTrust, changed: Timestamp? = nil, mentor: Mentor) {
    self.source = source
    self.trust = trust
    self.changed = changed
    self.mentor = mentor
  }
}

/// All that the sources together know of the people in them.
public struct MergedDirectory: Sendable {
  /// One per person, in the order of their first records.
  public var mentors: [Mentor]
  /// For each mentor the numbers of the records it was made of.
  public var records: [[Int]]
  public var possibleDuplicates: [PossibleDuplicate]
}

/// Mentors of the same name that nothing else shows to be one person.
public struct PossibleDuplicate: Equatable, Sendable {
  /// The name as the first of them writes it.
  public var name: String
  /// Two or more, ascending.
  public var mentors: [MentorID]

  public init(name: String, mentors: [MentorID]) {
    self.name = name
    self.mentors = mentors
  }
}
