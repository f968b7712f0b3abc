import MentorDirectory

/// Every count of every step against a scan over all mentors, on a small directory.
enum NaiveCheck {
  static func run() -> Bool {
    let directory = GeneratedDirectory(count: 1500)
    let mentors = directory.mentors()
    let words = mentors.map { mentor in
      ([mentor.name, mentor.title, mentor.writeUp.plainText] + mentor.interests).map { Tokenizer.words(of: $0) }
    }
    var builder = IndexBuilder(options: .init(searchableFacets: [.interest]))
    for mentor in mentors { builder.add(mentor, writeUp: mentor.writeUp.plainText) }
    guard let index = try? builder.finish() else { return false }
    let session = SearchSession(index)
    var differences = 0, compared = 0
    for step in directory.steps {
      let result = session.search(step.query)
      for facet in FacetName.allCases {
        let isOwn = !step.query[facet].included.isEmpty
        let among = mentors.indices.filter { number in
          matches(step.query, mentors[number], words[number], leavingOut: isOwn ? facet : nil)
        }
        var counts: [[String]: Int] = [:]
        for number in among { for path in paths(mentors[number], facet) { counts[path, default: 0] += 1 } }
        for value in index.valueRange(of: facet) where !result.excluded.contains(value) {
          compared += 1
          if result.count(of: value) != counts[index.path(of: value)] ?? 0 {
            differences += 1
            if differences < 20 {
              print(
                "\(step.label): \(facet) \(index.path(of: value)): \(result.count(of: value)), not \(counts[index.path(of: value)] ?? 0)"
              )
            }
          }
        }
      }
    }
    print("\(compared) counts compared with a naive scan, \(differences) differ")
    return differences == 0
  }

  private static func matches(_ query: Query, _ mentor: Mentor, _ texts: [[String]], leavingOut: FacetName?) -> Bool {
    for facet in FacetName.allCases {
      let mine = Set(paths(mentor, facet).compactMap(\.last))
      let choice = query[facet]
      if facet != leavingOut, !choice.included.isEmpty, mine.isDisjoint(with: choice.included) { return false }
      if !mine.isDisjoint(with: choice.excluded) { return false }
    }
    return query.terms.allSatisfy { term in
      let wanted = Tokenizer.words(of: term.text)
      switch term.kind {
      case .word: return texts.joined().contains { $0.hasPrefix(wanted[0]) }
      case .similar: return texts.joined().contains { isSimilar($0, wanted[0]) }
      case .exact:
        return texts.contains { text in
          text.indices.contains { text[$0...].starts(with: wanted) }
        }
      }
    }
  }

  /// One typing mistake at most, from the definition: every way to make one.
  private static func isSimilar(_ a: String, _ b: String) -> Bool {
    let a = Array(a), b = Array(b)
    if a == b { return true }
    func without(_ word: [Character], _ place: Int) -> [Character] { Array(word[..<place] + word[(place + 1)...]) }
    if a.count == b.count + 1 { return a.indices.contains { without(a, $0) == b } }
    if b.count == a.count + 1 { return b.indices.contains { without(b, $0) == a } }
    guard a.count == b.count else { return false }
    let different = a.indices.filter { a[$0] != b[$0] }
    if different.count == 1 { return true }
    return different.count == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]]
      && a[different[1]] == b[different[0]]
  }

  /// The values of a mentor and everything above them.
  private static func paths(_ mentor: Mentor, _ facet: FacetName) -> Set<[String]> {
    switch facet {
    case .area: Set(mentor.areas.map { [$0] })
    case .location: Set((1...3).map { Array(mentor.place.path.prefix($0)) })
    case .group: Set(mentor.groups.map { [$0] })
    case .team: [[mentor.team]]
    case .interest: Set(mentor.interests.map { [$0] })
    case .language: Set(mentor.languages.map { [$0.name] })
    case .availability: [[mentor.availability.state.rawValue]]
    case .title: [[mentor.title]]
    case .source: []
    }
  }
}
