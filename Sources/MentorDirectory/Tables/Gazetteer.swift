/// Regions, countries and cities with their names, codes, aliases, coordinates and time zones.
///
/// It never guesses: a name that several places share, or that no table knows, stays in `raw` alone, unless the other
/// words decide.
public struct Gazetteer: Sendable {
  private let tables: PlaceTables
  /// Reads time zones, with the zones of the tables.
  public let timeZones: TimeZoneReader

  /// `countries` and `cities`: the texts of `countries.tsv` and `cities.tsv` (columns in each file's first lines).
  /// Rows that cannot be read are left out.
  public init(countries: String, cities: String) {
    tables = PlaceTables(countries: countries, cities: cities)
    timeZones = TimeZoneReader(zones: tables.zoneNames)
  }

  /// Reads free text ("Brooklyn", "The Netherlands", "Mountain View CA", "de", "Europe") as far as it is certain;
  /// `raw` always keeps the words.
  public func place(_ raw: String) -> Place {
    let clean = raw.cleanedLine()
    var place = Place(raw: clean)
    let (text, flags) = Self.withoutSymbols(clean)
    let reader = PlaceReader(tables: tables, zones: timeZones)
    guard !PlaceSegment(text).isNoise || !flags.isEmpty else { return place }
    var notes = PlaceReader.Reading()
    if text.contains("/"), let zone = timeZones.zone(named: text) {
      if let country = tables.zoneCountry[zone] { fill(&place, area: country) }
      place.timeZone = zone
      return place
    }
    if let code = reader.code(text) {
      if let result = resolve([code]) { apply(result, [code], to: &place) }
      return place
    }
    for piece in text.split(whereSeparator: { ";；|•·→↔".contains($0) }) where place.isUnread {
      read(String(piece).cleanedLine(), flags: flags, reader, &notes, into: &place)
    }
    if place.isUnread, let first = flags.first, let country = tables.countryCodes[first] {
      fill(&place, area: country)
    }
    finish(&place, notes)
    return place
  }

  /// Reads a place that a source gives in parts; any may be empty. A country may be a name or a code in either case, a
  /// region may be a state. A city that no table knows keeps its name if its country is known.
  public func place(city: String, region: String, country: String) -> Place {
    let fields = [city, region, country].map { $0.cleanedLine() }
    var words: [String] = []
    for field in fields where !field.isEmpty && field != words.last { words.append(field) }
    var place = Place(raw: words.joined(separator: ", "))
    let reader = PlaceReader(tables: tables, zones: timeZones)
    var notes = PlaceReader.Reading()
    let town = reader.parts(of: Self.withoutSymbols(fields[0]).text, in: &notes)
    let area = [(fields[1], PlaceSegment.Role.region), (fields[2], .country)].compactMap { text, role in
      let segment = PlaceSegment(Self.withoutSymbols(text).text, role: role)
      return reader.known(segment, isFirst: false) ?? (segment.key.isEmpty ? nil : segment)
    }
    if let result = resolve(Array(town.prefix(4) + area)) {
      apply(result, town, to: &place, isStatedTown: true)
    }
    finish(&place, notes)
    return place
  }

  // MARK: Reading

  /// Reads one piece of free text, its alternatives from the left: "Berlin/Hamburg, Germany", "Remote or Oslo".
  private func read(
    _ text: String, flags: [String], _ reader: PlaceReader, _ notes: inout PlaceReader.Reading, into place: inout Place
  ) {
    let segments = reader.parts(of: text, in: &notes)
    guard let at = segments.firstIndex(where: { $0.candidates.isEmpty && Self.alternatives($0.text) != nil }),
      let (left, right) = Self.alternatives(segments[at].text)
    else { return apply(segments, flags: flags, to: &place) }
    let before = segments[..<at].map(\.text), after = segments[(at + 1)...].map(\.text)
    let first = reader.parts(of: (before + [left]).joined(separator: ", "), in: &notes)
    apply(first, flags: [], to: &place)
    if place.isUnread, !first.isEmpty, first.allSatisfy({ $0.candidates.isEmpty }) {
      let shared = reader.parts(of: (before + [left] + after).joined(separator: ", "), in: &notes)
      apply(shared, flags: flags, to: &place)
    }
    guard place.isUnread else { return }
    read(([right] + after).joined(separator: ", "), flags: flags, reader, &notes, into: &place)
  }

  private func apply(_ segments: [PlaceSegment], flags: [String], to place: inout Place) {
    var segments = segments
    if Set(flags).count == 1, let flag = flags.first, let country = tables.countryCodes[flag] {
      var segment = PlaceSegment(flag, role: .country)
      segment.candidates = [.init(entry: .area(country))]
      segments.append(segment)
    }
    if let result = resolve(segments) { apply(result, segments, to: &place) }
  }

  private func resolve(_ segments: [PlaceSegment]) -> PlaceResolver.Result? {
    PlaceResolver(tables: tables).resolve(segments)
  }

  // MARK: Filling in

  private func apply(
    _ result: PlaceResolver.Result, _ segments: [PlaceSegment], to place: inout Place, isStatedTown: Bool = false
  ) {
    let reading = result.reading
    if let area = reading.subdivision ?? reading.country ?? reading.region { fill(&place, area: area) }
    if let index = reading.city {
      let city = tables.cities[index]
      place.city = city.name
      place.coordinates = city.coordinates
      if !city.zone.isEmpty { place.timeZone = city.zone }
      return
    }
    place.city = result.sharedCityName
    guard place.city.isEmpty, reading.country != nil, let town = segments.first, result.understood & 1 == 0 else {
      return
    }
    if town.looksLikeTown || (isStatedTown && !town.isNoise) { place.city = town.text }
  }

  private func fill(_ place: inout Place, area: Int) {
    if let region = tables.ancestor(of: area, .region) { place.region = tables.areas[region].name }
    guard let country = tables.country(of: area) else { return }
    place.country = tables.areas[country].name
    place.countryCode = tables.areas[country].code
    place.timeZone = tables.areas[area].zone.isEmpty ? tables.areas[country].zone : tables.areas[area].zone
    if let city = tables.cityStates[country] { place.coordinates = tables.cities[city].coordinates }
  }

  private func finish(_ place: inout Place, _ notes: PlaceReader.Reading) {
    if !notes.zone.isEmpty {
      place.timeZone = notes.zone
    } else if let offset = notes.offset {
      place.utcOffset = offset
    }
  }

  // MARK: Words

  /// The text without emoji, and the flags that stood in it as lower-case country codes.
  private static func withoutSymbols(_ text: String) -> (text: String, flags: [String]) {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return (text, []) }
    var out = String.UnicodeScalarView(), letters: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x1F1E6...0x1F1FF:
        letters.append(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "a"))
        out.append(" ")
      case 0xFE0F, 0x1F3FB...0x1F3FF: continue
      default: out.append(scalar.properties.generalCategory == .otherSymbol ? " " : scalar)
      }
    }
    let flags = stride(from: 0, to: letters.count - 1, by: 2)
      .map { String(decoding: letters[$0...($0 + 1)], as: UTF8.self) }
    return (String(out).cleanedLine(), flags)
  }

  /// The words before and after the first "/", "&", "+" or "and".
  private static func alternatives(_ text: String) -> (left: String, right: String)? {
    let spaced = text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: " / ")
    let words = spaced.split(separator: " ")
    guard let at = words.firstIndex(where: { joints.contains($0.lowercased()) }) else { return nil }
    return (words[..<at].joined(separator: " "), words[(at + 1)...].joined(separator: " "))
  }

  private static let joints: Set<String> = [
    "/", "&", "+", "and", "or", "und", "oder", "y", "o", "et", "ou", "e", "и", "или", "then", "<->", "->", "<>",
  ]
}

extension Place {
  /// Nothing but the raw words so far.
  fileprivate var isUnread: Bool { country.isEmpty && region.isEmpty }
}
