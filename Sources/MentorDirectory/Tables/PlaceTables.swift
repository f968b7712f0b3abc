/// The rows of the gazetteer and the dictionaries over them.
struct PlaceTables: Sendable {
  /// A region, a country, or a part of a country.
  struct Area: Sendable {
    enum Level: Int, Sendable { case region, country, subdivision }
    var level: Level
    /// "DE", "US-MA"; a number for a region.
    var code: String
    var name: String
    /// Index of the area that contains this one; nil for a region.
    var parent: Int?
    /// The zone of all of it; empty where it has several.
    var zone: String
  }

  struct City: Sendable {
    var name: String
    /// Index of its country or subdivision.
    var area: Int
    var coordinates: Coordinates?
    var zone: String
    /// Its name alone usually means another place, so it counts only beside its country or subdivision.
    var isShy: Bool
  }

  enum Entry: Equatable, Sendable {
    case area(Int)
    case city(Int)
  }

  private(set) var areas: [Area] = []
  private(set) var cities: [City] = []
  /// Countries by code of two and three letters, in the form of a key.
  private(set) var countryCodes: [String: Int] = [:]
  /// Subdivisions by their customary short code ("ma"), several countries together.
  private(set) var subdivisionCodes: [String: [Int]] = [:]
  /// Countries that list a time zone.
  private(set) var zoneCountry: [String: Int] = [:]
  /// Older name → name of today, and every name of today itself, in lower case.
  private(set) var zoneNames: [String: String] = [:]
  /// City states: the country's index and the city of its name, the only one it has here.
  private(set) var cityStates: [Int: Int] = [:]
  private var heads: [String: Int32] = [:]
  private var links: [(entry: Entry, next: Int32)] = []

  init(countries: String, cities: String) {
    heads.reserveCapacity(10_000)
    links.reserveCapacity(10_000)
    var areaByCode: [String: Int] = [:]
    TableRows.forEach(in: countries, columns: 6) { fields in
      guard let area = makeArea(fields, areaByCode) else { return }
      let index = areas.count
      areas.append(area)
      areaByCode[area.level == .region ? area.name : area.code] = index
      if area.level != .region { add(codesOf: fields, level: area.level, index) }
      add(names: area.name, fields[5], .area(index))
    }
    var citiesOfCountry: [Int: [Int]] = [:]
    TableRows.forEach(in: cities, columns: 6) { fields in
      guard let area = areaByCode[fields[1]] else { return }
      let isShy = fields[0].utf8.first == UInt8(ascii: "~")
      let city = City(
        name: isShy ? String(fields[0].dropFirst()) : fields[0], area: area,
        coordinates: Self.coordinates(fields[2], fields[3]), zone: fields[4], isShy: isShy)
      self.cities.append(city)
      add(names: city.name, fields[5], .city(self.cities.count - 1))
      citiesOfCountry[country(of: area) ?? area, default: []].append(self.cities.count - 1)
    }
    for (country, list) in citiesOfCountry where list.count == 1 && self.cities[list[0]].name == areas[country].name {
      cityStates[country] = list[0]
    }
  }

  /// What the word or phrase with this key names. Constant time.
  func entries(_ key: String) -> [Entry] {
    var result: [Entry] = [], at = heads[key] ?? -1
    while at >= 0 {
      result.append(links[Int(at)].entry)
      at = links[Int(at)].next
    }
    return result
  }

  func country(of area: Int) -> Int? { ancestor(of: area, .country) }

  /// The area itself or the one above it that has this level.
  func ancestor(of area: Int, _ level: Area.Level) -> Int? {
    var at = area
    while areas[at].level != level {
      guard let parent = areas[at].parent else { return nil }
      at = parent
    }
    return at
  }

  // MARK: Building

  private mutating func makeArea(_ fields: [String], _ areaByCode: [String: Int]) -> Area? {
    let code = fields[0]
    guard let first = code.utf8.first else { return nil }
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= first {
      return Area(level: .region, code: code, name: fields[2], parent: nil, zone: "")
    }
    let isCountry = code.utf8.count == 2
    let zone = isCountry ? addZones(of: fields[4], country: areas.count) : fields[4]
    return Area(
      level: isCountry ? .country : .subdivision, code: code, name: fields[2], parent: areaByCode[fields[3]], zone: zone
    )
  }

  /// Notes the zones of a country; answers the one that all of it has, but for places too small to count.
  private mutating func addZones(of field: String, country: Int) -> String {
    var single = "", count = 0
    for value in TableRows.values(of: field) {
      let isMinor = value.utf8.first == UInt8(ascii: "~")
      let names = value.utf8.split(separator: UInt8(ascii: "=")).map { String(Substring($0)) }
      guard let first = names.first else { continue }
      let zone = isMinor ? String(first.dropFirst()) : first
      zoneCountry[zone] = country
      zoneNames[zone.lowercased()] = zone
      for older in names.dropFirst() { zoneNames[older.lowercased()] = zone }
      if !isMinor { (single, count) = (zone, count + 1) }
    }
    return count == 1 ? single : ""
  }

  private mutating func add(codesOf fields: [String], level: Area.Level, _ index: Int) {
    if level == .country {
      countryCodes[fields[0].lowercased()] = index
      countryCodes[fields[1].lowercased()] = index
    } else if fields[1] != "-" {
      subdivisionCodes[fields[1].lowercased(), default: []].append(index)
    }
  }

  private mutating func add(names name: String, _ aliases: String, _ entry: Entry) {
    add(TableKey.of(name), entry)
    for alias in TableRows.values(of: aliases) { add(TableKey.of(alias), entry) }
  }

  private mutating func add(_ key: String, _ entry: Entry) {
    guard !key.isEmpty else { return }
    let head = heads[key] ?? -1
    // A row names itself twice when an alias folds to its name; the newest link is this row's then.
    if head >= 0, links[Int(head)].entry == entry { return }
    heads[key] = Int32(links.count)
    links.append((entry, head))
  }

  private static func coordinates(_ latitude: String, _ longitude: String) -> Coordinates? {
    guard let latitude = Double(latitude), let longitude = Double(longitude) else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}
