/// Finds the one reading of a place's parts in which they agree: in "Cambridge, MA" the state rules out England.
struct PlaceResolver {
  let tables: PlaceTables

  /// What one choice of meanings says; indexes into the tables.
  struct Reading: Equatable {
    var region: Int?
    var country: Int?
    var subdivision: Int?
    var city: Int?
    /// Bit `i` is set if part `i` is understood.
    fileprivate var understood = 0
    /// How many parts name an area.
    fileprivate var areas = 0
    fileprivate var needsProof = false
    fileprivate var parts: Int { understood.nonzeroBitCount }
  }

  /// What is certain of a place.
  struct Result {
    var reading = Reading()
    /// Bit `i` is set if part `i` is understood.
    var understood = 0
    /// The name that several towns of one country share, where it is not certain which.
    var sharedCityName = ""
  }

  /// Reads at most six parts; more is no place. Work is bounded by the product of their meanings.
  func resolve(_ segments: [PlaceSegment]) -> Result? {
    guard segments.count <= 6 else { return nil }
    var best: [Reading] = []
    extend(Reading(), segments, at: 0, &best)
    best = withLikeliestParts(best)
    if best.count > 1, segments.count == 1, best.contains(where: isCountry) { best.removeAll { !isCountry($0) } }
    best = best.filter { reading in !best.contains { isWithin($0, reading) } }
    return merge(best)
  }

  // MARK: Choosing

  private func extend(_ reading: Reading, _ segments: [PlaceSegment], at index: Int, _ best: inout [Reading]) {
    guard index < segments.count else { return keep(reading, &best) }
    for candidate in segments[index].candidates.prefix(8) {
      guard var next = adding(candidate.entry, to: reading) else { continue }
      next.understood |= 1 << index
      next.needsProof = next.needsProof || candidate.needsProof
      if case .area = candidate.entry { next.areas += 1 }
      extend(next, segments, at: index + 1, &best)
    }
    extend(reading, segments, at: index + 1, &best)
  }

  private func keep(_ reading: Reading, _ best: inout [Reading]) {
    guard reading.understood != 0 else { return }
    if let city = reading.city, tables.cities[city].isShy, reading.country == nil || reading.areas == 0 { return }
    if reading.needsProof, reading.understood.nonzeroBitCount < 2 { return }
    let most = best.first?.parts ?? 0
    if reading.parts > most { best = [] }
    if reading.parts >= most, !best.contains(reading) { best.append(reading) }
  }

  /// The readings of those parts that matter most: parts with an area among them ("Paris, TX" is rather an unknown town
  /// of Texas than a capital with a riddle behind it), else those that stand first ("Berlin, Hamburg").
  private func withLikeliestParts(_ readings: [Reading]) -> [Reading] {
    let withArea = readings.filter { $0.areas > 0 }
    guard let chosen = (withArea.isEmpty ? readings : withArea).min(by: earlier)?.understood else { return [] }
    return readings.filter { $0.understood == chosen }
  }

  /// Where two choices of parts first differ, the one that has the part.
  private func earlier(_ one: Reading, _ other: Reading) -> Bool {
    let difference = one.understood ^ other.understood
    return difference != 0 && one.understood & (1 << difference.trailingZeroBitCount) != 0
  }

  /// The reading with one more meaning; nil if they contradict each other.
  private func adding(_ entry: PlaceTables.Entry, to reading: Reading) -> Reading? {
    var next = reading
    let area: Int
    switch entry {
    case .city(let city):
      if let known = reading.city, known != city { return nil }
      next.city = city
      area = tables.cities[city].area
    case .area(let index): area = index
    }
    guard agree(tables.ancestor(of: area, .subdivision), &next.subdivision),
      agree(tables.ancestor(of: area, .country), &next.country),
      agree(tables.ancestor(of: area, .region), &next.region)
    else { return nil }
    return next
  }

  private func agree(_ value: Int?, _ known: inout Int?) -> Bool {
    guard let value else { return true }
    if let known { return known == value }
    known = value
    return true
  }

  private func isCountry(_ reading: Reading) -> Bool {
    reading.country != nil && reading.subdivision == nil && reading.city == nil
  }

  /// True if `reading` says all that `other` says, and more.
  private func isWithin(_ reading: Reading, _ other: Reading) -> Bool {
    func covers(_ mine: Int?, _ theirs: Int?) -> Bool { theirs == nil || mine == theirs }
    let depth = [reading.country, reading.subdivision, reading.city].compactMap { $0 }.count
    let otherDepth = [other.country, other.subdivision, other.city].compactMap { $0 }.count
    return depth > otherDepth && covers(reading.city, other.city) && covers(reading.subdivision, other.subdivision)
      && covers(reading.country, other.country) && covers(reading.region, other.region)
  }

  // MARK: Merging

  /// What all readings have in common.
  private func merge(_ readings: [Reading]) -> Result? {
    guard var common = readings.first else { return nil }
    var names = Set(readings.map { $0.city.map { tables.cities[$0].name } ?? "" })
    for reading in readings.dropFirst() {
      if reading.city != common.city { common.city = nil }
      if reading.subdivision != common.subdivision { common.subdivision = nil }
      if reading.country != common.country { common.country = nil }
      if reading.region != common.region { common.region = nil }
    }
    guard common.region != nil || common.country != nil else { return nil }
    if common.country == nil || common.city != nil { names = [] }
    return Result(
      reading: common, understood: common.understood, sharedCityName: names.count == 1 ? names.first ?? "" : "")
  }
}
