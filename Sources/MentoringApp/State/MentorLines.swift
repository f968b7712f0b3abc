import MentorDirectory

extension DirectoryState {
  /// The marked or the shown mentors, one line each: name, title, areas, groups, team, interests, languages, place,
  /// availability, free places and identity (mostly the page's address), with tabs between.
  func lines(onlyMarked: Bool) -> String {
    let shown = rows(0..<result.total)
    guard onlyMarked else { return text(of: shown) }
    let isMarked = { (mentor: Int) in marked.contains(index.id(of: mentor)) }
    let inSight = shown.filter(isMarked)
    // What is marked stays so while the filters change.
    let known = Set(inSight)
    let others = inSight.count == marked.count ? [] : (0..<index.mentorCount).filter { !known.contains($0) }
    return text(of: inSight + others.filter(isMarked))
  }

  private func text(of mentors: [Int]) -> String { mentors.map { line($0) + "\n" }.joined() }

  private func line(_ mentor: Int) -> String {
    func values(_ facet: FacetName) -> String {
      index.values(of: mentor, in: facet).map { index.valueName($0) }.joined(separator: "; ")
    }
    let place = index.values(of: mentor, in: .location).first.map { index.path(of: $0).reversed() } ?? []
    let fields = [
      index.name(of: mentor), values(.title), values(.area), values(.group), values(.team), values(.interest),
      values(.language), place.joined(separator: ", "), values(.availability),
      index.freePlaces(of: mentor).map(String.init) ?? "", index.id(of: mentor).rawValue,
    ]
    return fields.joined(separator: "\t")
  }
}
