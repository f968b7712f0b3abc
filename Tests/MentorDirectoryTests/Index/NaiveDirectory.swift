@testable import MentorDirectory

/// The slow, obvious answer to every query, straight from the definitions.
struct NaiveDirectory {
  var mentors: [Mentor]

  func matches(_ query: Query, leavingOut: FacetName? = nil, withoutExclusionOf: FacetName? = nil) -> [Int] {
    mentors.indices.filter { i in
      let mentor = mentors[i]
      return query.terms.allSatisfy { matches($0, mentor) != $0.isNegated }
        && FacetName.allCases.allSatisfy { facet in
          let choice = query[facet], mine = paths(mentor, facet)
          func has(_ name: String) -> Bool {
            resolve(name, facet).contains { value in mine.contains { $0.starts(with: value) } }
          }
          let includes =
            facet == leavingOut || choice.included.isEmpty
            || (choice.matchesAll ? choice.included.allSatisfy(has) : choice.included.contains(where: has))
          return includes && (facet == withoutExclusionOf || !choice.excluded.contains(where: has))
        }
        && (query.isOpen == nil || query.isOpen == isOpen(mentor))
    }
  }

  /// Count per value path, disjunctively.
  func counts(_ query: Query, _ facet: FacetName) -> [[String]: Int] {
    let choice = query[facet]
    let base = matches(query, leavingOut: choice.matchesAll ? nil : facet)
    var counts: [[String]: Int] = [:]
    for value in values(facet) {
      let isExcluded = choice.excluded.contains { resolve($0, facet).contains(value) }
      let among = isExcluded ? matches(query, withoutExclusionOf: facet) : base
      counts[value] = among.count { paths(mentors[$0], facet).contains { $0.starts(with: value) } }
    }
    return counts
  }

  /// All value paths of a facet, inner nodes of the tree included.
  func values(_ facet: FacetName) -> Set<[String]> {
    var all = Set<[String]>()
    for mentor in mentors {
      for path in paths(mentor, facet) { for end in 1...path.count { all.insert(Array(path[..<end])) } }
    }
    return all
  }

  func paths(_ mentor: Mentor, _ facet: FacetName) -> [[String]] {
    switch facet {
    case .area: mentor.areas.map { [$0] }
    case .location: mentor.place.path.isEmpty ? [] : [mentor.place.path]
    case .group: mentor.groups.map { [$0] }
    case .team: mentor.team.isEmpty ? [] : [[mentor.team]]
    case .interest: mentor.interests.map { [$0] }
    case .language: mentor.languages.map { [$0.name] }
    case .availability: [[mentor.availability.state.rawValue]]
    case .title: mentor.title.isEmpty ? [] : [[mentor.title]]
    case .source: mentor.sources.map { [$0] }
    }
  }

  private func resolve(_ name: String, _ facet: FacetName) -> [[String]] {
    let wanted = facet.isTree ? name.folded.split(separator: "/").map(String.init) : [name.folded]
    let all = values(facet)
    func ends(_ path: [String]) -> Bool { path.map(\.folded).suffix(wanted.count).elementsEqual(wanted) }
    let exact = all.filter(ends)
    if !exact.isEmpty { return Array(exact) }
    return all.filter { path in
      guard path.count >= wanted.count, let last = wanted.last else { return false }
      let above = path.dropLast().suffix(wanted.count - 1).map(\.folded)
      return above == Array(wanted.dropLast())
        && path[path.count - 1].folded.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(last) }
    }
  }

  private func isOpen(_ mentor: Mentor) -> Bool {
    switch mentor.availability.state {
    case .open, .limited: mentor.availability.free != 0
    case .unknown: (mentor.availability.free ?? 0) > 0
    case .full, .away, .closed, .gone: false
    }
  }

  private func matches(_ term: Query.Term, _ mentor: Mentor) -> Bool {
    let texts =
      term.field == .name
      ? [mentor.name]
      : [mentor.name, mentor.title] + mentor.interests + mentor.areas + mentor.groups
        + [mentor.team, mentor.place.city, mentor.place.country, mentor.writeUp.plainText]
    let wanted = Tokenizer.words(of: term.text)
    if wanted.isEmpty { return !term.isNegated }
    let words = texts.map { Tokenizer.words(of: $0) }
    switch term.kind {
    case .word: return wanted.allSatisfy { word in words.joined().contains { $0.hasPrefix(word) } }
    case .similar:
      return wanted.allSatisfy { word in
        words.joined().contains { other in
          Array(word.utf8).withUnsafeBufferPointer { a in
            Array(other.utf8).withUnsafeBufferPointer { EditDistance.isWithinOne(a, $0) }
          }
        }
      }
    case .exact:
      return words.contains { text in
        text.count >= wanted.count
          && (0...(text.count - wanted.count)).contains { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
      }
    }
  }
}
