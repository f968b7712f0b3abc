/// Takes written places apart into the parts that the resolver fits together.
struct PlaceReader {
  let tables: PlaceTables
  let zones: TimeZoneReader

  /// Words, and the zone or offset that stood among them.
  struct Reading {
    var segments: [PlaceSegment] = []
    var zone = ""
    var offset: Int?
  }

  // MARK: Parts

  /// The parts between commas, brackets and dashes; notes time zones on the way and leaves out what says nothing.
  func parts(of text: String, role: PlaceSegment.Role = .free, in reading: inout Reading) -> [PlaceSegment] {
    if let whole = known(PlaceSegment(text, role: role), isFirst: true) { return [whole] }
    var segments: [PlaceSegment] = []
    for (index, piece) in Self.split(text).enumerated() {
      guard let piece = withoutTimeZone(piece, in: &reading) else { continue }
      var segment = PlaceSegment(piece, role: role)
      if segment.isNoise || segment.key.isEmpty { continue }
      if let found = known(segment, isFirst: index == 0) {
        segments.append(found)
        continue
      }
      if piece.utf8.contains(where: { 0x30...0x39 ~= $0 }) {
        segment = PlaceSegment(Self.withoutNumbers(segment), role: role)
        if segment.key.isEmpty { continue }
      }
      segments += known(segment, isFirst: index == 0).map { [$0] } ?? divided(segment) ?? [segment]
    }
    return segments
  }

  /// The segment with its meanings, nil if it has none.
  func known(_ segment: PlaceSegment, isFirst: Bool) -> PlaceSegment? {
    var segment = segment
    segment.candidates = tables.entries(segment.key).map { PlaceSegment.Candidate(entry: $0) }
    if segment.role != .free || !isFirst { addCodes(to: &segment) }
    if segment.role == .country { preferCountries(in: &segment) }
    return segment.candidates.isEmpty ? nil : segment
  }

  /// A code that stands where a state or country stands. In lower case it may as well be a word.
  private func addCodes(to segment: inout PlaceSegment) {
    let key = segment.key
    guard (2...3).contains(key.utf8.count), key.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return }
    let isWord = segment.role == .free && segment.text != segment.text.uppercased()
    if segment.role != .region, let country = tables.countryCodes[key] {
      segment.candidates.append(.init(entry: .area(country), needsProof: isWord))
    }
    guard segment.role != .country else { return }
    for area in tables.subdivisionCodes[key] ?? [] {
      let country = tables.country(of: area).map { tables.areas[$0].code } ?? ""
      let isEverydayCode = ["US", "CA", "AU"].contains(country)
      segment.candidates.append(.init(entry: .area(area), needsProof: isWord || !isEverydayCode))
    }
  }

  /// In a country's own field Georgia is the country.
  private func preferCountries(in segment: inout PlaceSegment) {
    let countries = segment.candidates.filter { candidate in
      if case .area(let area) = candidate.entry { return tables.areas[area].level == .country }
      return false
    }
    if !countries.isEmpty { segment.candidates = countries }
  }

  /// The text as a code and nothing else: a country's ("de", "DE", "DEU"), or in capitals a state's. Nil if it is none.
  /// No candidates if its letters mean two things: LA is Laos or Los Angeles, EST is Estonia or a time zone.
  func code(_ text: String) -> PlaceSegment? {
    var segment = PlaceSegment(text)
    let key = segment.key, isUpper = text == text.uppercased(), names = tables.entries(key)
    if let country = tables.countryCodes[key], key.utf8.count == 2 || isUpper {
      let entry = PlaceTables.Entry.area(country)
      let isCertain = (names.isEmpty || names.contains(entry)) && zones.offset(of: text) == nil
      segment.candidates = isCertain ? [.init(entry: entry)] : []
      return segment
    }
    guard isUpper, names.isEmpty, let areas = tables.subdivisionCodes[key] else { return nil }
    segment.candidates = areas.map { .init(entry: .area($0)) }
    return segment
  }

  // MARK: Parts without commas

  /// "Mountain View CA", "Berlin Germany", "Austin TX USA", "based in Berlin", "Northern Italy": divided where both
  /// sides are understood; nil where that is not certain.
  func divided(_ segment: PlaceSegment) -> [PlaceSegment]? {
    // "Kampala-Uganda" has its joint inside the word.
    let words = segment.words.count == 1 ? segment.text.split(separator: "-") : segment.words
    guard words.count <= 8 else { return nil }
    for start in words.indices.dropFirst() {
      guard let place = segmentOf(words[..<start], segment.role, isFirst: true),
        let areas = areas(in: words[start...], segment.role)
      else { continue }
      let both = [place] + areas
      let resolver = PlaceResolver(tables: tables)
      if let result = resolver.resolve(both), result.understood.nonzeroBitCount == both.count { return both }
    }
    return withoutFillers(words[...], segment.role)
  }

  /// The words as one area, or as two ("TX USA").
  private func areas(in words: ArraySlice<Substring>, _ role: PlaceSegment.Role) -> [PlaceSegment]? {
    if let area = segmentOf(words, role, isFirst: false) { return [area] }
    for start in words.indices.dropFirst() {
      if let first = segmentOf(words[..<start], role, isFirst: false),
        let second = segmentOf(words[start...], role, isFirst: false)
      {
        return [first, second]
      }
    }
    return nil
  }

  private func segmentOf(_ words: ArraySlice<Substring>, _ role: PlaceSegment.Role, isFirst: Bool) -> PlaceSegment? {
    known(PlaceSegment(words.joined(separator: " "), role: role), isFirst: isFirst)
  }

  private func withoutFillers(_ words: ArraySlice<Substring>, _ role: PlaceSegment.Role) -> [PlaceSegment]? {
    var words = words, lost = false
    while let last = words.last, words.count > 1, PlaceSegment.trailers.contains(TableKey.of(last)) {
      words = words.dropLast()
      lost = true
      if let found = segmentOf(words, role, isFirst: true) { return [found] }
    }
    while let first = words.first, words.count > 1, PlaceSegment.fillers.contains(TableKey.of(first)) {
      words = words.dropFirst()
      lost = true
      if let found = segmentOf(words, role, isFirst: true) { return [found] }
    }
    return lost && words.count > 1 ? divided(PlaceSegment(words.joined(separator: " "), role: role)) : nil
  }

  // MARK: Time zones

  /// The piece without "(UTC+1)", "CET" or "Europe/Berlin"; nil if nothing is left.
  private func withoutTimeZone(_ piece: String, in reading: inout Reading) -> String? {
    if tables.entries(TableKey.of(piece)).isEmpty, note(piece, in: &reading) { return nil }
    let words = piece.split(separator: " ")
    guard words.count > 1, let first = words.first, let last = words.last else { return piece }
    if note(String(last), in: &reading) { return words.dropLast().joined(separator: " ") }
    if note(String(first), in: &reading) { return words.dropFirst().joined(separator: " ") }
    return piece
  }

  private func note(_ text: String, in reading: inout Reading) -> Bool {
    if text.contains("/"), let zone = zones.zone(named: text) {
      reading.zone = zone
      return true
    }
    guard text == text.uppercased(), text.utf8.count >= 3, let offset = zones.offset(of: text, needsPrefix: true) else {
      return false
    }
    reading.offset = offset
    return true
  }

  // MARK: Cutting

  /// At commas, brackets, and dashes and chevrons between spaces.
  static func split(_ text: String) -> [String] {
    var pieces: [String] = [], piece = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isSpaced =
        index > 0 && index + 1 < scalars.count && scalars[index - 1] == " " && scalars[index + 1] == " "
        && !["UTC ", "GMT "].contains(String(piece.suffix(4)).uppercased())
      if ",，、()[]（）".unicodeScalars.contains(scalar) || (isSpaced && "-–—>»▸".unicodeScalars.contains(scalar)) {
        pieces.append(String(piece))
        piece = .init()
      } else {
        piece.append(scalar)
      }
    }
    pieces.append(String(piece))
    return pieces.map { $0.cleanedLine() }.filter { !$0.isEmpty }
  }

  /// Without postal codes and house numbers.
  private static func withoutNumbers(_ segment: PlaceSegment) -> String {
    segment.words.filter { !$0.utf8.contains { 0x30...0x39 ~= $0 } }.joined(separator: " ")
  }
}
