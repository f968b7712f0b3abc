// Merge: who is who in several sources, and what they say together.
//
// Purpose: from the records of all sources to one mentor per person (SOURCES, "Same person, several sources").
// Knows: what identifies a person, which source is believed about what.
// Never: takes a name for proof; two mentors of one name are reported as possible duplicates.

public enum MentorMerge {
  /// The records of all sources as one directory. The order of the records decides the order of the mentors and, last
  /// of all, between equals. Linear but for the sorting of one person's few records.
  public static func merge(_ records: [SourcedMentor]) -> MergedDirectory {
    var numbers: [String: Int] = [:]
    let identities = records.map { record in
      let number = numbers[record.source] ?? numbers.count
      numbers[record.source] = number
      return IdentityRecord(
        source: number, name: record.mentor.name, keys: IdentityKey.keys(of: record.mentor))
    }
    let clusters = IdentityClusters.clusters(identities)
    var identifiers = IdentifierAllocator()
    let mentors = clusters.compactMap { cluster -> Mentor? in
      guard var mentor = mentor(of: cluster.map { records[$0] }) else { return nil }
      mentor.id = identifiers.take(mentor.id)
      return mentor
    }
    return MergedDirectory(
      mentors: mentors, records: clusters, possibleDuplicates: possibleDuplicates(among: mentors))
  }

  /// One person's records as one mentor; nil without records. A mentor merged from one record alone stays the same
  /// when merged again.
  public static func mentor(of records: [SourcedMentor]) -> Mentor? { FieldMerge.mentor(of: records) }

  /// The numbers of one person's records, most believed first: by trust, then the later changed, then by name.
  public static func ranking(of records: [SourcedMentor]) -> [Int] { FieldMerge.ranking(of: records) }

  /// Mentors of the same folded name, by that name.
  public static func possibleDuplicates(among mentors: [Mentor]) -> [PossibleDuplicate] {
    var byName: [String: [Int]] = [:]
    for (number, mentor) in mentors.enumerated() {
      let key = mentor.name.nameKey
      if !key.isEmpty { byName[key, default: []].append(number) }
    }
    return byName.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { _, numbers in
      let same = numbers.map { mentors[$0] }.sorted { $0.id < $1.id }
      return PossibleDuplicate(name: same[0].name, mentors: same.map(\.id))
    }
  }
}

/// Gives each mentor an identifier of its own, where people share a page that identifies nobody.
public struct IdentifierAllocator: Sendable {
  private var taken: Set<MentorID>
  private var lastNumbers: [MentorID: Int] = [:]

  public init(taken: Set<MentorID> = []) { self.taken = taken }

  /// The identifier itself if it is free, else the next of "… (2)", "… (3)".
  public mutating func take(_ id: MentorID) -> MentorID {
    var candidate = id
    while !taken.insert(candidate).inserted {
      let number = (lastNumbers[id] ?? 1) + 1
      lastNumbers[id] = number
      candidate = MentorID(id.rawValue + " (\(number))")
    }
    return candidate
  }
}
