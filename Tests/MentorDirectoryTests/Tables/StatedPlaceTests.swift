import MentorDirectory
import Testing

@Suite struct StatedPlaceTests {
  let gazetteer = TableFiles.gazetteer

  @Test(arguments: [
    (["Berlin", "", "de"], ["Europe", "Germany", "Berlin"]),
    (["Cambridge", "Massachusetts", "US"], ["North America", "United States", "Cambridge"]),
    (["Cambridge", "MA", ""], ["North America", "United States", "Cambridge"]),
    (["Cambridge", "", "GBR"], ["Europe", "United Kingdom", "Cambridge"]),
    (["kleinkleckersdorf", "Bayern", "Deutschland"], ["Europe", "Germany", "kleinkleckersdorf"]),
    (["", "California", ""], ["North America", "United States"]),
    (["", "", "Greece"], ["Europe", "Greece"]),
    (["", "", "na"], ["Africa", "Namibia"]),
    (["", "", "Georgia"], ["Asia", "Georgia"]),
    (["", "Georgia", "USA"], ["North America", "United States"]),
    (["Berlin", "", "US"], ["North America", "United States", "Berlin"]),
    (["Remote", "", "IN"], ["Asia", "India"]),
    (["Pune, Maharashtra", "", "India"], ["Asia", "India", "Pune"]),
    (["Athens", "Attica", "Greece"], ["Europe", "Greece", "Athens"]),
    (["", "", "Europe"], ["Europe"]),
    (["", "", "EU"], ["Europe"]),
    (["Atlantis", "", ""], []),
    (["", "", "Ruritania"], []),
    (["", "", ""], []),
  ])
  func partsAreReadTogether(_ parts: [String], _ path: [String]) {
    #expect(gazetteer.place(city: parts[0], region: parts[1], country: parts[2]).path == path)
  }

  @Test func theZoneIsTheCitysOrTheCountrysOnlyOne() {
    #expect(gazetteer.place(city: "Perth", region: "", country: "AU").timeZone == "Australia/Perth")
    #expect(gazetteer.place(city: "Unknowntown", region: "", country: "AT").timeZone == "Europe/Vienna")
    #expect(gazetteer.place(city: "Unknowntown", region: "", country: "US").timeZone.isEmpty)
    #expect(gazetteer.place(city: "Unknowntown", region: "Utah", country: "US").timeZone == "America/Denver")
    #expect(gazetteer.place(city: "", region: "", country: "Ukraine").timeZone == "Europe/Kyiv")
  }

  @Test func rawKeepsAllWordsOnce() {
    #expect(gazetteer.place(city: "Berlin", region: "Berlin", country: "DE").raw == "Berlin, DE")
    #expect(gazetteer.place(city: "", region: "", country: "Ruritania").raw == "Ruritania")
  }
}

@Suite struct TimeZoneReaderTests {
  let reader = TableFiles.gazetteer.timeZones

  @Test(
    arguments: [
      ("Europe/Berlin", "Europe/Berlin", nil), ("europe/athens", "Europe/Athens", nil),
      ("Asia/Calcutta", "Asia/Kolkata", nil), ("US/Pacific", "America/Los_Angeles", nil),
      ("America/New York", "America/New_York", nil), ("Etc/GMT+5", "Etc/GMT+5", nil),
      ("Europe/Berlin (UTC+1)", "Europe/Berlin", nil), ("Pacific Time", "America/Los_Angeles", nil),
      ("GMT+5.5", "", 330), ("GMT+5:30", "", 330), ("gmt+5.30", "", 330), ("UTC-3", "", -180), ("UTC+1", "", 60),
      ("UTC+01:00", "", 60), ("UTC +0545", "", 345), ("UTC−3", "", -180), ("+02:00", "", 120), ("UTC±0", "", 0),
      ("UTC", "Etc/UTC", nil), ("GMT", "", 0), ("CET", "", 60), ("EST", "", -300), ("PST", "", -480),
      ("(UTC+01:00) Amsterdam, Bern, Rome", "", 60), ("IST (UTC+5:30)", "", 330),
      ("IST", "", nil), ("CST", "", nil), ("BST", "", nil), ("UTC+1 to UTC+3", "", nil), ("UTC+25", "", nil),
      ("Europe/Atlantis", "", nil), ("whenever", "", nil), ("5", "", nil), ("", "", nil),
    ] as [(String, String, Int?)])
  func readsNamesAndOffsetsThatAreCertain(_ raw: String, _ zone: String, _ offset: Int?) {
    let read = reader.read(raw)
    #expect(read.zone == zone)
    #expect(read.offset == offset)
  }
}
