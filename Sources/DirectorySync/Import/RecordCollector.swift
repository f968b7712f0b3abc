import Foundation
import MentorDirectory

/// Gathers the mentors of one source, each person once.
///
/// Two records are one person if they share a page, an e-mail or a code-host handle and their names have a word in
/// common; a shared address under two different names (a company's site, a team's mailbox) makes nobody one. Records
/// without any such mark stay apart, unless they say exactly the same.
struct RecordCollector {
  private(set) var mentors: [Mentor] = []
  private(set) var warnings: [ImportProblem] = []
  private var positions: [MentorID: Int] = [:]
  private var usedIDs: Set<MentorID> = []
  private var lines: [Int] = []

  mutating func add(_ reading: RecordMapper.Reading, file: String) {
    warnings += reading.warnings
    for identity in reading.identities {
      guard let position = positions[identity], mentors[position].mayBe(reading.mentor) else { continue }
      mentors[position].take(laterRecord: reading.mentor)
      for identity in reading.identities where positions[identity] == nil { positions[identity] = position }
      return warnOfDuplicate(reading, of: position, file: file)
    }
    append(reading, file: file)
  }

  private mutating func append(_ reading: RecordMapper.Reading, file: String) {
    var mentor = reading.mentor
    if let free = reading.identities.first(where: { !usedIDs.contains($0) }) {
      mentor.id = free
    } else {
      let base =
        reading.identities.isEmpty ? mentor.id : MentorID("\(mentor.id.rawValue)#\(RecordMapper.slug(mentor.name))")
      mentor.id = base
      var number = 2
      while usedIDs.contains(mentor.id) {
        if let position = positions[mentor.id], mentors[position].says(sameAs: mentor) {
          return warnOfDuplicate(reading, of: position, file: file)
        }
        mentor.id = MentorID("\(base.rawValue)-\(number)")
        number += 1
      }
    }
    usedIDs.insert(mentor.id)
    for identity in reading.identities + [mentor.id] where positions[identity] == nil {
      positions[identity] = mentors.count
    }
    mentors.append(mentor)
    lines.append(reading.line)
  }

  private mutating func warnOfDuplicate(_ reading: RecordMapper.Reading, of position: Int, file: String) {
    let earlier = lines[position] > 0 ? "in line \(lines[position])" : "before"
    warnings.append(
      ImportProblem(
        file: file, line: reading.line,
        reason: "\(mentors[position].name) stands \(earlier) already; both were read as one mentor"))
  }
}

extension Mentor {
  fileprivate func mayBe(_ other: Mentor) -> Bool {
    if (provenance[.name]?.confidence ?? 1) < 1 || (other.provenance[.name]?.confidence ?? 1) < 1 { return true }
    let words = Set(FieldName.normalised(name).split(separator: " "))
    return !words.isDisjoint(with: FieldName.normalised(other.name).split(separator: " "))
  }

  fileprivate func says(sameAs other: Mentor) -> Bool {
    var (a, b) = (self, other)
    a.id = b.id
    a.provenance = [:]
    b.provenance = [:]
    return a == b
  }

  /// The same person again, further down: single values of the later record win, lists are joined.
  fileprivate mutating func take(laterRecord other: Mentor) {
    let fields = other.saidFields
    func win<Value>(_ field: MentorField, _ property: WritableKeyPath<Mentor, Value>) {
      if fields.contains(field) { self[keyPath: property] = other[keyPath: property] }
    }
    if (other.provenance[.name]?.confidence ?? 1) >= (provenance[.name]?.confidence ?? 1) { win(.name, \.name) }
    win(.pronouns, \.pronouns)
    win(.title, \.title)
    win(.team, \.team)
    win(.location, \.place)
    win(.availability, \.availability)
    win(.how, \.how)
    win(.page, \.page)
    win(.writeUp, \.writeUp)
    win(.scopeNote, \.scopeNote)
    areas = (areas + other.areas).unique
    groups = (groups + other.groups).unique
    interests = (interests + other.interests).unique
    seeks = (seeks + other.seeks).unique
    profiles = (profiles + other.profiles).unique
    languages += other.languages.filter { !languages.contains($0) }
    contacts += other.contacts.filter { !contacts.contains($0) }
    for field in fields {
      provenance[field] = other.provenance[field]
      if let mine = privacy[field], let theirs = other.privacy[field] {
        privacy[field] = mine.stricter(theirs)
      } else {
        privacy[field] = other.privacy[field] ?? privacy[field]
      }
    }
  }
}
