/// Makes one mentor of the records of one person, field by field.
///
/// Each field is that of the most trusted record that says anything, with its provenance; of equally trusted ones the
/// later changed wins, then the smaller source name. A name that was only guessed, as from a page's address, yields to
/// one that any record states. Lists are united in that order. The privacy of a united list is the most restrictive of
/// those who contributed to it.
struct FieldMerge {
  /// Most believed first; never empty.
  private let records: [SourcedMentor]
  private var merged: Mentor

  /// Nil without records.
  static func mentor(of records: [SourcedMentor]) -> Mentor? {
    let ranked = ranking(of: records).map { records[$0] }
    guard let first = ranked.first else { return nil }
    var merge = FieldMerge(records: ranked, merged: first.mentor)
    merge.run()
    return merge.merged
  }

  static func ranking(of records: [SourcedMentor]) -> [Int] {
    records.count == 1 ? [0] : records.enumerated().sorted { precedes($0, $1) }.map(\.offset)
  }

  private static func precedes(
    _ a: (offset: Int, element: SourcedMentor), _ b: (offset: Int, element: SourcedMentor)
  ) -> Bool {
    let (x, y) = (a.element, b.element)
    if x.trust != y.trust { return x.trust > y.trust }
    let (xTime, yTime) = (x.recency, y.recency)
    if xTime != yTime { return xTime > yTime }
    if x.source != y.source { return x.source < y.source }
    if x.mentor.id != y.mentor.id { return x.mentor.id < y.mentor.id }
    return a.offset < b.offset
  }

  private mutating func run() {
    merged.provenance = [:]
    merged.privacy = [:]
    if !take(.name, \.name, of: records.filter { !$0.guessesName }, where: { !$0.isEmpty }) {
      take(.name, \.name) { !$0.isEmpty }
    }
    take(.pronouns, \.pronouns) { !$0.isEmpty }
    take(.title, \.title) { !$0.isEmpty }
    take(.team, \.team) { !$0.isEmpty }
    take(.location, \.place) { !$0.path.isEmpty }
    if merged.place.path.isEmpty { take(.location, \.place) { !$0.isEmpty } }
    take(.availability, \.availability) { $0 != Availability() }
    take(.how, \.how) { !$0.isEmpty }
    take(.page, \.page) { !$0.isEmpty }
    take(.writeUp, \.writeUp) { !$0.isEmpty }
    take(.scopeNote, \.scopeNote) { !$0.isEmpty }
    unite(.areas, \.areas) { $0.folded }
    unite(.groups, \.groups) { $0.folded }
    unite(.interests, \.interests) { $0.folded }
    unite(.seeks, \.seeks) { $0.folded }
    unite(.languages, \.languages) { ($0.code.isEmpty ? $0.name : $0.code).folded }
    unite(.contacts, \.contacts) { $0.kind + ":" + $0.value.lowercased() }
    unite(.profiles, \.profiles) { WebAddress($0)?.normalised ?? $0 }

    var sources: [String] = []
    for record in records where !sources.contains(record.source) { sources.append(record.source) }
    merged.sources = sources
    merged.id = identifier
    merged.firstSeen = records.compactMap(\.mentor.firstSeen).min()
    merged.lastChanged = records.compactMap(\.mentor.lastChanged).max()
    merged.lastConfirmed = records.compactMap(\.mentor.lastConfirmed).max()
  }

  /// The page of the most believed record that has one, else the smallest identifier.
  private var identifier: MentorID {
    for record in records { if let page = WebAddress(record.mentor.page) { return MentorID(page.normalised) } }
    return records.map(\.mentor.id).min() ?? merged.id
  }

  /// Takes it from the first of the records that says it, of all if none are named; false if nobody says it.
  @discardableResult private mutating func take<Value>(
    _ field: MentorField, _ path: WritableKeyPath<Mentor, Value>, of some: [SourcedMentor]? = nil,
    where isSaid: (Value) -> Bool
  ) -> Bool {
    guard let winner = (some ?? records).first(where: { isSaid($0.mentor[keyPath: path]) }) else { return false }
    merged[keyPath: path] = winner.mentor[keyPath: path]
    merged.provenance[field] = winner.origin(of: field)
    merged.privacy[field] = winner.mentor.privacy[field]
    return true
  }

  private mutating func unite<Element>(
    _ field: MentorField, _ path: WritableKeyPath<Mentor, [Element]>, by key: (Element) -> String
  ) {
    let speakers = records.filter { !$0.mentor[keyPath: path].isEmpty }
    guard let winner = speakers.first else { return }
    merged.provenance[field] = winner.origin(of: field)
    merged.privacy[field] = speakers.compactMap { $0.mentor.privacy[field] }.max { $0.restriction < $1.restriction }
    guard speakers.count > 1 else {
      merged[keyPath: path] = winner.mentor[keyPath: path]
      return
    }
    var seen = Set<String>()
    merged[keyPath: path] = speakers.flatMap { $0.mentor[keyPath: path] }.filter { seen.insert(key($0)).inserted }
  }
}

extension SourcedMentor {
  /// What a page's or a file's address suggests has a confidence below one half; what is written on a page, above.
  fileprivate var guessesName: Bool { origin(of: .name).confidence < 0.5 }
  fileprivate var recency: Timestamp {
    mentor.lastChanged ?? changed ?? mentor.provenance.values.compactMap(\.fetched).max() ?? Timestamp(seconds: .min)
  }
  fileprivate func origin(of field: MentorField) -> Provenance {
    mentor.provenance[field] ?? Provenance(source: source)
  }
}

extension Privacy {
  fileprivate var restriction: Int {
    switch self {
    case .everyone: 0
    case .community: 1
    case .onlyMentor: 2
    }
  }
}
