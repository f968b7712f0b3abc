import MentorDirectory

/// How values of facets come into the question and out of it.
extension DirectoryState {
  /// Includes a value, or drops it if it is chosen or excluded already.
  mutating func toggle(_ value: Int, in facet: FacetName, exclude: Bool) {
    let name = index.queryName(of: value)
    let isChosen = result.chosen.contains(value), isExcluded = result.excluded.contains(value)
    let result = self.result, index = self.index
    change { question in
      Self.settle(&question)
      var choice = question.filters[facet]
      if isChosen { Self.remove(value, from: &choice.included, facet, result.chosen, index) }
      if isExcluded { Self.remove(value, from: &choice.excluded, facet, result.excluded, index) }
      if exclude ? !isExcluded : !isChosen {
        if exclude { choice.excluded.append(name) } else { choice.included.append(name) }
      }
      question.filters[facet] = choice
    }
  }

  /// Takes a value out of the names of a choice. A name that meant several values is replaced by the others.
  private static func remove(
    _ value: Int, from names: inout [String], _ facet: FacetName, _ meant: Set<Int>, _ index: SearchIndex
  ) {
    let exact = index.queryName(of: value).folded
    if names.contains(where: { $0.folded == exact }) {
      names.removeAll { $0.folded == exact }
    } else {
      let range = index.valueRange(of: facet)
      names = meant.filter { range.contains($0) && $0 != value }.sorted().map { index.queryName(of: $0) }
    }
  }

  /// Moves the filters that were typed into the chips; words stay in the field.
  static func settle(_ question: inout Question) {
    let typed = Query(question.text)
    guard !typed.hasNoFilters else { return }
    for (facet, choice) in typed.choices {
      var both = question.filters[facet]
      both.included += choice.included.filter { !both.included.contains($0) }
      both.excluded += choice.excluded.filter { !both.excluded.contains($0) }
      both.matchesAll = both.matchesAll || choice.matchesAll
      question.filters[facet] = both
    }
    question.filters.near += typed.near.filter { !question.filters.near.contains($0) }
    question.filters.isOpen = typed.isOpen ?? question.filters.isOpen
    var words = Query()
    words.terms = typed.terms
    question.text = words.text
  }
}
