import MentorDirectory
import Testing

/// What people write, and region ▸ country ▸ city of it.
struct PlaceCase: Sendable, CustomTestStringConvertible {
  var raw: String
  var path: [String]
  var zone: String?
  init(_ raw: String, _ path: String..., zone: String? = nil) {
    (self.raw, self.path, self.zone) = (raw, path, zone)
  }
  var testDescription: String { raw }
}

@Suite struct GazetteerTests {
  let gazetteer = TableFiles.gazetteer

  @Test(arguments: [
    PlaceCase("Brooklyn", "North America", "United States", "New York City", zone: "America/New_York"),
    PlaceCase("The Netherlands", "Europe", "Netherlands", zone: "Europe/Amsterdam"),
    PlaceCase("Mountain View CA", "North America", "United States", "Mountain View", zone: "America/Los_Angeles"),
    PlaceCase("Nijmegen, The Netherlands", "Europe", "Netherlands", "Nijmegen", zone: "Europe/Amsterdam"),
    PlaceCase("Geneva, Switzerland", "Europe", "Switzerland", "Geneva", zone: "Europe/Zurich"),
    PlaceCase("Deutschland", "Europe", "Germany", zone: "Europe/Berlin"),
    PlaceCase("Europe", "Europe", zone: ""),
    PlaceCase("Berlin", "Europe", "Germany", "Berlin", zone: "Europe/Berlin"),
    PlaceCase("Paris, TX", "North America", "United States", "Paris", zone: "America/Chicago"),
    PlaceCase("Kleinkleckersdorf, Germany", "Europe", "Germany", "Kleinkleckersdorf", zone: "Europe/Berlin"),
    PlaceCase("Cambridge, MA", "North America", "United States", "Cambridge", zone: "America/New_York"),
    PlaceCase("Cambridge, UK", "Europe", "United Kingdom", "Cambridge", zone: "Europe/London"),
    PlaceCase("Cambridge, England", "Europe", "United Kingdom", "Cambridge"),
    PlaceCase("Ontario, Canada", "North America", "Canada"),
    PlaceCase("Bavaria", "Europe", "Germany", zone: "Europe/Berlin"),
    PlaceCase("München, Bayern, Deutschland", "Europe", "Germany", "Munich"),
    PlaceCase("Toronto, Ontario, Canada", "North America", "Canada", "Toronto", zone: "America/Toronto"),
    PlaceCase("San Francisco, CA, USA", "North America", "United States", "San Francisco"),
    PlaceCase("London", "Europe", "United Kingdom", "London"),
    PlaceCase("London, Ontario", "North America", "Canada", "London", zone: "America/Toronto"),
    PlaceCase("New York", "North America", "United States", "New York City"),
    PlaceCase("New York, New York", "North America", "United States", "New York City"),
    PlaceCase("Upstate New York", "North America", "United States", zone: "America/New_York"),
    PlaceCase("Bangalore, India", "Asia", "India", "Bengaluru", zone: "Asia/Kolkata"),
    PlaceCase("İstanbul", "Asia", "Türkiye", "Istanbul", zone: "Europe/Istanbul"),
    PlaceCase("Saigon", "Asia", "Vietnam", "Ho Chi Minh City"),
    PlaceCase("東京", "Asia", "Japan", "Tokyo", zone: "Asia/Tokyo"),
    PlaceCase("Санкт-Петербург, Россия", "Europe", "Russia", "Saint Petersburg"),
    PlaceCase("القاهرة", "Africa", "Egypt", "Cairo"),
    PlaceCase("Scotland", "Europe", "United Kingdom", zone: "Europe/London"),
    PlaceCase("Korea, Republic of", "Asia", "South Korea"),
    PlaceCase("Congo, The Democratic Republic of the", "Africa", "DR Congo"),
    PlaceCase("Bosnia & Herzegovina", "Europe", "Bosnia and Herzegovina"),
    PlaceCase("Trinidad and Tobago", "North America", "Trinidad and Tobago"),
    PlaceCase("Cote d'Ivoire", "Africa", "Côte d’Ivoire"),
    PlaceCase("Turkey", "Asia", "Türkiye"),
    PlaceCase("U.S.A.", "North America", "United States", zone: ""),
    PlaceCase("EU", "Europe"),
    PlaceCase("Scandinavia", "Europe"),
    PlaceCase("Middle East", "Asia"),
    PlaceCase("Central America", "North America"),
    PlaceCase("Silicon Valley", "North America", "United States", zone: "America/Los_Angeles"),
    PlaceCase("Frankfurt (Oder)", "Europe", "Germany", "Frankfurt (Oder)"),
    PlaceCase("Frankfurt am Main", "Europe", "Germany", "Frankfurt"),
    PlaceCase("St Johns, Newfoundland", "North America", "Canada", "St. John's", zone: "America/St_Johns"),
  ])
  func readsWhatPeopleWrite(_ example: PlaceCase) { check(example) }

  @Test(arguments: [
    PlaceCase("Berlin/Hamburg", "Europe", "Germany", "Berlin"),
    PlaceCase("Berlin and Hamburg, Germany", "Europe", "Germany", "Berlin"),
    PlaceCase("Oslo, Norway / Paris, France", "Europe", "Norway", "Oslo"),
    PlaceCase("Kleinkleckersdorf/Berlin", "Europe", "Germany", "Berlin"),
    PlaceCase("Hinterdorf / Vorderdorf, Austria", "Europe", "Austria", "Hinterdorf"),
    PlaceCase("Remote / Lisbon", "Europe", "Portugal", "Lisbon"),
    PlaceCase("Remote (Germany)", "Europe", "Germany"),
    PlaceCase("Berlin (Germany)", "Europe", "Germany", "Berlin"),
    PlaceCase("Toulouse - France", "Europe", "France", "Toulouse"),
    PlaceCase("Berlin, Munich, Germany", "Europe", "Germany", "Berlin"),
    PlaceCase("Kreuzberg, Berlin", "Europe", "Germany", "Berlin"),
    PlaceCase("10115 Berlin, Germany", "Europe", "Germany", "Berlin"),
    PlaceCase("Mountain View, CA 94041", "North America", "United States", "Mountain View"),
    PlaceCase("Austin TX USA", "North America", "United States", "Austin", zone: "America/Chicago"),
    PlaceCase("based in Nairobi", "Africa", "Kenya", "Nairobi"),
    PlaceCase("Northern Italy", "Europe", "Italy"),
    PlaceCase("Greater Boston Area", "North America", "United States", "Boston"),
    PlaceCase("Germany, Berlin", "Europe", "Germany", "Berlin"),
    PlaceCase("seattle, wa", "North America", "United States", "Seattle"),
    PlaceCase("Berlin, DE", "Europe", "Germany", "Berlin"),
    PlaceCase("Toronto, CA", "North America", "Canada", "Toronto"),
    PlaceCase("Curitiba, PR", "South America", "Brazil", "Curitiba"),
    PlaceCase("Smallville, TX", "North America", "United States", "Smallville"),
    PlaceCase("Washington, D.C.", "North America", "United States", "Washington", zone: "America/New_York"),
    PlaceCase("US/Canada", "North America"),
    PlaceCase("Somewhere in Texas", "North America", "United States"),
    PlaceCase("Remote, US only", "North America", "United States"),
    PlaceCase("Kampala-Uganda", "Africa", "Uganda", "Kampala"),
    PlaceCase("Saint Petersburg, FL", "North America", "United States", "St. Petersburg"),
  ])
  func readsListsAndAddresses(_ example: PlaceCase) { check(example) }

  @Test(arguments: [
    PlaceCase("de", "Europe", "Germany"), PlaceCase("DE", "Europe", "Germany"), PlaceCase("DEU", "Europe", "Germany"),
    PlaceCase("uk", "Europe", "United Kingdom"), PlaceCase("gb", "Europe", "United Kingdom"),
    PlaceCase("CA", "North America", "Canada"), PlaceCase("TX", "North America", "United States"),
    PlaceCase("🇩🇪", "Europe", "Germany"), PlaceCase("🇫🇷 Paris", "Europe", "France", "Paris"),
    PlaceCase("Cambridge 🇬🇧", "Europe", "United Kingdom", "Cambridge"),
    PlaceCase("📍 Accra", "Africa", "Ghana", "Accra"),
  ])
  func readsCodesAndFlags(_ example: PlaceCase) { check(example) }

  @Test(arguments: [
    "Remote", "Earth", "N/A", "NA", "Kleinkleckersdorf", "Cambridge", "LA", "EST", "somewhere over the rainbow",
    "Springfield", "Mobile", "per", "and", "Americas", "LATAM", "🌍", "???", "", "/", ",", "Victoria", "he/him",
  ])
  func leavesAloneWhatIsNotCertain(_ raw: String) {
    let place = gazetteer.place(raw)
    #expect(place.path.isEmpty && place.countryCode.isEmpty && place.coordinates == nil && place.timeZone.isEmpty)
    #expect(place.raw == raw)
  }

  @Test func georgiaIsTheCountryUnlessSomethingSaysUnitedStates() {
    check(PlaceCase("Georgia", "Asia", "Georgia", zone: "Asia/Tbilisi"))
    check(PlaceCase("Tbilisi, Georgia", "Asia", "Georgia", "Tbilisi"))
    check(PlaceCase("Atlanta, Georgia", "North America", "United States", "Atlanta"))
    check(PlaceCase("Georgia, USA", "North America", "United States", zone: "America/New_York"))
    #expect(gazetteer.place("Obscureville, Georgia").country.isEmpty)
  }

  @Test func whatSharedNamesHaveInCommonIsCertain() {
    check(PlaceCase("Portland", "North America", "United States", "Portland", zone: ""))
    #expect(gazetteer.place("Portland").coordinates == nil)
    check(PlaceCase("Portland, OR", "North America", "United States", "Portland", zone: "America/Los_Angeles"))
    check(PlaceCase("Washington", "North America", "United States"))
    check(PlaceCase("Punjab", "Asia"))
  }

  @Test func caseAndAccentsMakeNoDifference() {
    let expected = gazetteer.place("São Paulo").path
    #expect(expected == ["South America", "Brazil", "São Paulo"])
    for raw in ["sao paulo", "SÃO PAULO", "Sa\u{303}o  Paulo", "sao-paulo"] {
      #expect(gazetteer.place(raw).path == expected, "\(raw)")
    }
  }

  @Test func aKnownCityHasCoordinatesCodeAndZone() throws {
    let place = gazetteer.place("Köln")
    #expect(place.city == "Cologne" && place.countryCode == "DE" && place.timeZone == "Europe/Berlin")
    let coordinates = try #require(place.coordinates)
    #expect(abs(coordinates.latitude - 50.94) < 0.1 && abs(coordinates.longitude - 6.96) < 0.1)
    #expect(gazetteer.place("Singapore").coordinates != nil)
  }

  @Test func offsetsAndZonesBesideAPlaceAreKept() {
    let berlin = gazetteer.place("Berlin (UTC+1)")
    #expect(berlin.city == "Berlin" && berlin.timeZone == "Europe/Berlin" && berlin.utcOffset == 60)
    let offset = gazetteer.place("UTC - 3")
    #expect(offset.path.isEmpty && offset.utcOffset == -180)
    #expect(gazetteer.place("Remote, CET").utcOffset == 60)
    #expect(gazetteer.place("Somewhere GMT+5:30").utcOffset == 330)
    let zone = gazetteer.place("Europe/Berlin")
    #expect(zone.timeZone == "Europe/Berlin" && zone.city.isEmpty && zone.country == "Germany")
    #expect(gazetteer.place("America/Sao_Paulo").country == "Brazil")
  }

  @Test func everyCityIsFoundBesideItsCountryOrSubdivision() {
    func rows(_ name: String) -> [[String]] {
      TableFiles.text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
    let areas = Dictionary(rows("countries.tsv").map { ($0[0], $0[2]) }, uniquingKeysWith: { first, _ in first })
    let cities = rows("cities.tsv")
    #expect(cities.count > 900)
    for city in cities {
      let name = city[0].hasPrefix("~") ? String(city[0].dropFirst()) : city[0]
      let country = String(city[1].prefix(2))
      let subdivision = city[1] == country ? "" : areas[city[1]] ?? "?"
      let place = gazetteer.place(city: name, region: subdivision, country: country)
      #expect(place.city == name && place.country == areas[country] && place.coordinates != nil, "\(city)")
      #expect(city[4].isEmpty || gazetteer.timeZones.read(city[4]).zone == city[4], "\(city)")
    }
  }

  @Test func hostileTextIsCleanedAndBounded() {
    let escape = gazetteer.place("Ber\u{1B}[31mlin\u{202E}")
    #expect(!escape.raw.unicodeScalars.contains { $0.isUnwelcome })
    #expect(gazetteer.place(String(repeating: "Springfield, ", count: 5_000)).raw.count <= 1_001)
    #expect(gazetteer.place(String(repeating: "a / ", count: 5_000)).path.isEmpty)
    #expect(gazetteer.place(String(repeating: "(", count: 5_000)).path.isEmpty)
  }

  @Test func tablesThatAreNoTablesGiveAGazetteerThatKnowsNothing() {
    let empty = Gazetteer(countries: "US\n\t\t\n\u{0}", cities: "x\ty")
    #expect(empty.place("Berlin, Germany") == Place(raw: "Berlin, Germany"))
  }

  private func check(_ example: PlaceCase, sourceLocation: SourceLocation = #_sourceLocation) {
    let place = gazetteer.place(example.raw)
    #expect(place.path == example.path, "\(example.raw)", sourceLocation: sourceLocation)
    #expect(place.raw == example.raw, sourceLocation: sourceLocation)
    if let zone = example.zone { #expect(place.timeZone == zone, "\(example.raw)", sourceLocation: sourceLocation) }
  }
}
