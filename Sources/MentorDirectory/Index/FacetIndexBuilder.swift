/// Collects the facet values of all mentors and lays them out in columns.
///
/// Values that differ in case or accents only are one value, shown in its most frequent spelling.
struct FacetIndexBuilder {
  /// A value as it was seen; one per facet and spelling.
  private struct Spelling {
    var facet: FacetName
    var text: String
    /// The spelling above it in the tree.
    var parent: Int?
    var aliases: Set<String> = []
    var coordinates: Coordinates?
    var uses = 0
  }
  private var spellings: [Spelling] = []
  private var numbers: [String: Int] = [:]
  /// Per mentor: spellings.
  private var rows: [UInt32] = []
  private var rowOffsets: [UInt32] = [0]

  mutating func add(_ value: String, facet: FacetName, aliases: [String] = []) {
    guard !value.isEmpty else { return }
    let spelling = number(facet, value, parent: nil)
    for alias in aliases { spellings[spelling].aliases.insert(alias.folded) }
    use(spelling)
  }

  /// Adds a place as a path of its tree.
  mutating func add(_ place: Place) {
    var parent: Int?
    for level in place.path {
      let value = level.replacing("/", with: "∕")  // the slash separates levels in queries
      let spelling = number(.location, value, parent: parent)
      if level == place.country, !place.countryCode.isEmpty, parent != nil || place.region.isEmpty {
        spellings[spelling].aliases.insert(place.countryCode.folded)
      }
      parent = spelling
    }
    guard let deepest = parent else { return }
    if !place.city.isEmpty, spellings[deepest].coordinates == nil { spellings[deepest].coordinates = place.coordinates }
    use(deepest)
  }

  mutating func endMentor() { rowOffsets.append(UInt32(truncatingIfNeeded: rows.count)) }

  /// More values than can be numbered.
  var isTooLarge: Bool { rows.count > Int(UInt32.max) }

  private mutating func number(_ facet: FacetName, _ text: String, parent: Int?) -> Int {
    let key = "\(facet.rawValue)\u{1}\(parent ?? -1)\u{1}\(text)"
    if let known = numbers[key] { return known }
    spellings.append(Spelling(facet: facet, text: text, parent: parent))
    numbers[key] = spellings.count - 1
    return spellings.count - 1
  }

  private mutating func use(_ spelling: Int) {
    spellings[spelling].uses += 1
    rows.append(UInt32(spelling))
  }

  // MARK: - Layout

  /// A value: spellings that fold to the same, in final order.
  private struct Value {
    var facet: FacetName
    var text: String
    var parent: Int?
    var aliases: Set<String>
    var coordinates: Coordinates?
  }

  /// Writes the facet sections; returns the number of values and the width of a row entry in bytes.
  func finish(into parts: inout IndexParts, mentors: Int, words: Int) -> (values: Int, rowWidth: Int) {
    let (values, valueOfSpelling) = orderedValues()
    writeValues(values, into: &parts)
    let runs = sortedRuns(valueOfSpelling)
    let (direct, total) = counts(values, runs)
    let bitsetNumbers = numberBitsets(total, mentors: mentors)
    parts.set(.valueDirect, direct)
    parts.set(.valueTotal, total)
    parts.set(.valueBitset, bitsetNumbers)
    writeBits(values, runs, bitsetNumbers, words: words, into: &parts)
    writePostings(values, direct, runs, bitsetNumbers, into: &parts)
    let width = writeRows(values, runs, bitsetNumbers, into: &parts)
    return (values.count, width)
  }

  private func orderedValues() -> ([Value], [Int]) {
    var groups: [String: Int] = [:], members: [[Int]] = [], parentGroup: [Int?] = []
    var groupOfSpelling = [Int](repeating: 0, count: spellings.count)
    for (index, spelling) in spellings.enumerated() {
      let parent = spelling.parent.map { groupOfSpelling[$0] }
      let key = "\(spelling.facet.rawValue)\u{1}\(parent ?? -1)\u{1}\(spelling.text.folded)"
      if let known = groups[key] {
        groupOfSpelling[index] = known
        members[known].append(index)
      } else {
        groups[key] = members.count
        groupOfSpelling[index] = members.count
        members.append([index])
        parentGroup.append(parent)
      }
    }
    let values = members.indices.map { group -> Value in
      let best = members[group].max { a, b in
        (spellings[a].uses, spellings[b].text) < (spellings[b].uses, spellings[a].text)
      }
      let first = spellings[best ?? members[group][0]]
      return Value(
        facet: first.facet, text: first.text, parent: parentGroup[group],
        aliases: members[group].reduce(into: []) { $0.formUnion(spellings[$1].aliases) },
        coordinates: members[group].lazy.compactMap { spellings[$0].coordinates }.first)
    }
    let facetOrder = Dictionary(uniqueKeysWithValues: FacetName.allCases.enumerated().map { ($1, $0) })
    func path(_ group: Int) -> [String] {
      (values[group].parent.map(path) ?? []) + [values[group].text.folded]
    }
    let keys = values.indices.map { (facetOrder[values[$0].facet] ?? 0, path($0)) }
    let order = values.indices.sorted { a, b in
      if keys[a].0 != keys[b].0 { return keys[a].0 < keys[b].0 }
      if keys[a].1 != keys[b].1 { return keys[a].1.lexicographicallyPrecedes(keys[b].1) }
      return a < b
    }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let ordered = order.map { old -> Value in
      var value = values[old]
      value.parent = value.parent.map { place[$0] }
      return value
    }
    return (ordered, groupOfSpelling.map { place[$0] })
  }

  private func writeValues(_ values: [Value], into parts: inout IndexParts) {
    var base: [UInt32] = [0]
    for facet in FacetName.allCases {
      base.append((base.last ?? 0) + UInt32(values.count(where: { $0.facet == facet })))
    }
    parts.set(.facetBase, base)
    var texts = StringArena(), folded = StringArena(), aliases = StringArena()
    for value in values {
      texts.append(value.text)
      folded.append(value.text.folded)
      aliases.append(value.aliases.sorted().joined(separator: "\n"))
    }
    parts.set(texts, .valueOffsets, .valueBytes)
    parts.set(folded, .foldedValueOffsets, .foldedValueBytes)
    parts.set(aliases, .aliasOffsets, .aliasBytes)
    parts.set(.valueParent, values.map { $0.parent.map { UInt32($0) } ?? noValue })
    parts.set(
      .locationCoordinates,
      values.filter { $0.facet == .location }.flatMap { value in
        [Float(value.coordinates?.latitude ?? .nan), Float(value.coordinates?.longitude ?? .nan)]
      })
  }

  /// Per mentor: its values ascending, without repetitions.
  private struct Runs {
    var values: [UInt32] = []
    var offsets: [UInt32] = [0]
    var count: Int { offsets.count - 1 }
    func range(_ mentor: Int) -> Range<Int> { Int(offsets[mentor])..<Int(offsets[mentor + 1]) }
  }

  private func sortedRuns(_ valueOfSpelling: [Int]) -> Runs {
    var runs = Runs(), run: [UInt32] = []
    for mentor in 0..<(rowOffsets.count - 1) {
      run.removeAll(keepingCapacity: true)
      for spelling in rows[Int(rowOffsets[mentor])..<Int(rowOffsets[mentor + 1])] {
        run.append(UInt32(valueOfSpelling[Int(spelling)]))
      }
      run.sort()
      var last: UInt32?
      for value in run where value != last {
        runs.values.append(value)
        last = value
      }
      runs.offsets.append(UInt32(runs.values.count))
    }
    return runs
  }

  private func counts(_ values: [Value], _ runs: Runs) -> (direct: [UInt32], total: [UInt32]) {
    var direct = [UInt32](repeating: 0, count: values.count)
    for value in runs.values { direct[Int(value)] += 1 }
    var total = direct
    for index in values.indices.reversed() { if let parent = values[index].parent { total[parent] += total[index] } }
    return (direct, total)
  }

  private func numberBitsets(_ total: [UInt32], mentors: Int) -> [Int32] {
    var next: Int32 = 0
    return total.map { count in
      guard count > 0, PostingCoding.isCommon(Int(count), of: mentors, share: PostingCoding.commonValueShare) else {
        return -1
      }
      next += 1
      return next - 1
    }
  }

  private func writeBits(
    _ values: [Value], _ runs: Runs, _ numbers: [Int32], words: Int, into parts: inout IndexParts
  ) {
    var bits = [UInt64](repeating: 0, count: numbers.count(where: { $0 >= 0 }) * words)
    for mentor in 0..<runs.count {
      for value in runs.values[runs.range(mentor)] {
        var node: Int? = Int(value)
        while let current = node {
          if numbers[current] >= 0 { bits[Int(numbers[current]) * words + mentor / 64] |= 1 << UInt64(mentor % 64) }
          node = values[current].parent
        }
      }
    }
    parts.set(.valueBits, bits)
  }

  /// A list for every value that has no bitset or belongs to a tree, whose bitsets reach further down.
  private func writePostings(
    _ values: [Value], _ direct: [UInt32], _ runs: Runs, _ numbers: [Int32], into parts: inout IndexParts
  ) {
    var ends: [Int] = [0]
    for count in direct { ends.append((ends.last ?? 0) + Int(count)) }
    var next = ends
    var mentors = [UInt32](repeating: 0, count: runs.values.count)
    for mentor in 0..<runs.count {
      for value in runs.values[runs.range(mentor)] {
        mentors[next[Int(value)]] = UInt32(mentor)
        next[Int(value)] += 1
      }
    }
    var lists = StringArena()
    for value in values.indices {
      let isListed = numbers[value] < 0 || values[value].facet.isTree
      let list = isListed ? mentors[ends[value]..<ends[value + 1]] : []
      lists.append { PostingCoding.append(mentors: list, to: &$0) }
    }
    parts.set(lists, .postingOffsets, .postings)
  }

  /// A value of a tree counts as rare even if it has a bitset.
  private func writeRows(
    _ values: [Value], _ runs: Runs, _ numbers: [Int32], into parts: inout IndexParts
  ) -> Int {
    let isRare = values.indices.map { numbers[$0] < 0 || values[$0].facet.isTree }
    let width = values.count <= Int(UInt16.max) ? 2 : 4
    for (isWanted, offsetSection, section) in [
      (true, IndexSection.rareRowOffsets, IndexSection.rareRows), (false, .commonRowOffsets, .commonRows),
    ] {
      var rows: [UInt32] = [], offsets: [UInt32] = [0]
      for mentor in 0..<runs.count {
        for value in runs.values[runs.range(mentor)] where isRare[Int(value)] == isWanted { rows.append(value) }
        offsets.append(UInt32(rows.count))
      }
      parts.set(offsetSection, offsets)
      if width == 2 { parts.set(section, rows.map { UInt16($0) }) } else { parts.set(section, rows) }
    }
    return width
  }
}

/// No value: the parent of a value at the top.
let noValue = UInt32.max
