import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct MapTests {
  /// The fixture with the coordinates of its cities; Canada, Nemo and Wilhelmina are on no place of the map.
  private static let mentors: [Mentor] = {
    let places: [String: (Double, Double)] = [
      "Lagos": (6.5, 3.4), "Göteborg": (57.7, 12), "Berlin": (52.5, 13.4), "Valparaíso": (-33, -71.6),
      "Szeged": (46.3, 20.1), "Kutaisi": (42.3, 42.7), "Aswan": (24.1, 32.9), "Nagpur": (21.1, 79.1),
      "Matsue": (35.5, 133.1),
    ]
    var mentors = Fixture.mentors.map { mentor in
      var mentor = mentor
      if let (latitude, longitude) = places[mentor.place.city] {
        mentor.place.coordinates = Coordinates(latitude: latitude, longitude: longitude)
      }
      return mentor
    }
    for (number, city) in ["Berlin", "Berlin", "Berlin", "Berlin", "Lagos", "Kyoto"].enumerated() {
      var mentor = Mentor(id: MentorID("more:\(number)"), name: "Further Person \(number)")
      if let model = mentors.first(where: { $0.place.city == city }) {
        mentor.place = model.place
      } else {
        mentor.place = Place(raw: city)
        (mentor.place.region, mentor.place.country, mentor.place.city) = ("Asia", "Japan", city)
        mentor.place.coordinates = Coordinates(latitude: 35, longitude: 135.8)
      }
      mentors.append(mentor)
    }
    return mentors
  }()

  private static func driver(_ width: Int = 80, _ height: Int = 24, _ mentors: [Mentor] = mentors) throws -> Driver {
    var driver = try Driver(width, height, mentors: mentors)
    driver.press("w")
    return driver
  }

  /// What the line of the place says.
  private static func place(_ driver: Driver) -> String {
    driver.rows[driver.rows.count - 3].drop { $0 == " " }.description
  }

  @Test func classicTerminal() throws {
    let driver = try Self.driver()
    let classic = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       MAP  cities                                    ○ 1  ◎ to 2  ◉ to 5  18 mentors
                          ⡏⠉⢉⢭⡻⠝⠊⠉⠉⠉⠉⠉⠉⠉⠉⠒⡆     ⢤⡒⣒⠖                 ⡀
                    ⣀⣀⡀   ⣉⣑⡊ ⠑⠒⠒⢆       ⢸       ⠈        ⣤⠶⠚⠁ ⢀⡠⠔⠒⠒⠉⠈⠒⠤⢄⣀⡀ ⢀⣀
      ⢄  ⣠⠔⠒⠒⠤⠤⠤⠤⠤⠤⣀⣧⣤⣼⣄⣠⠓⠷⡦⠬⣑⠢⡀ ⠈⡆   ⢀⡠⠔⠃       ⢀⠤⠒⠢⢄⡀⢀⣀⣘⣚⠤⢜⡍⣧⠃          ⠘⠊⠁ ⠉⠒⠢⠤⠤⠤⠤⠤
      ⠒⠛⠒⢮⠅              ⢀⠔⠁ ⠸⣀⢨⠂ ⢣ ⢀⠎⠁ ⠐⢖⠕    ⢀⠔⠁⣔⠖ ⠸⠭⠛      ⠁                      ⡔
         ⠉⣆⡠⠒⠉⠒⠢⢄        ⠧⣀ ⢸⠉⠑⠣⡀  ⠑⠊       ⢀⢄ ⢧○⢨⢊⡖⠒                       ⢀⠔⠒⠒⢒⠞⡗⠒⠉
         ⠈⠁      ⢣⡀        ⠙⡇  ⣀⣈⣢         ⠰⢽⡿⡤⠚◉⠋⠉                         ⠑⣶  ⢸⠎
                  ⡎           ⣚⡹⠞⠑⠃         ⣈⣫⢀⣀⡤⣄○ ⡔⠶⢖○⢠⢦                 ⣀⠔⡹⡀
                  ⠣⣀         ⡎⠁            ⠐⢅⣠⣊⠴⡭⠾⠣⠟⠭⣉⠍⠁⠸⠼              ⢶⠗⣮○○⡻
                    ⢗⡄  ⣀⠤⠤⢤⡎              ⡰⠁   ⠑⠒⠋⠒⠒⣞  ⢠⠤⣀⡀             ⡇⠐⠋⠁
           ⢄         ⠙⠢⣀⢣⣀⡤⠒⠧⢤⣀           ⡜          ○⢧  ⠉⢹⠊⠉⠢⡄○⢀⠤⢆  ⣀⠤⠒⢚⡁
                        ⠉⠑⠵⣆⣀⡤⠤⢄⡀         ⠧⡀          ⠈⢣⣴⠎⠁   ⢣⣸⠁ ⠈⢹⡦⣘⠄ ⠘⢣
                           ⠈⣹   ⠈⠑⢢        ⠈⠒⠒◎⠒⡄      ⢀⠎      ⠙⠁  ⢾⣵⡅⡠⠒⣇⣑⠁
                           ⠠⡃      ⠉⠒⠒⡄         ⢣     ⢰⠁            ⠑⢵⣗⡚⠺⠇ ⠙⢪⣑⡢⡀
                            ⠘⢄       ⡎          ⢠⠃    ⣈⢆⠔⡄               ⣀⠴⠒⠦⡞⡌⠁
                              ⡇    ⡠⠜           ⠈⡆   ⡸ ⢸⡜              ⡖⠉     ⠉⠢⡀
                              ○  ⣀⡰⠁             ⠸⡀⣀⠜                  ⢱ ⣀⡠⢄⢀  ⢀⠇   ⡀
                             ⢸ ⢀⠤⠃                ⠉                     ⠉   ⠉⠒⣢⠊   ⢀⢽⡖
                             ⡎⢀⠇                                              ⠈    ⠞⠁
                             ⠑⠼⡄
       Berlin, Germany, Europe  5 mentors
       3 mentors elsewhere: Canada 1, no place known 2
       ↵ choose  space choose and stay  c countries or cities  ? keys  q close
      """
    #expect(driver.screen == classic)
  }

  @Test func wideScreen() throws {
    var driver = try Self.driver(120, 36)
    driver.press("c")
    let wide = """
       mentoring  1 Directory  3 Sources                                                          Example community · offline
       MAP  countries                                                                         ○ 1  ◎ to 2  ◉ to 5  18 mentors

                                    ⡤⠤⠤⠔⠒⠒⠒⣢⡤⠔⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠢⠤⡄         ⣀⠤⠤⢤⠄
                                    ⣇⣀ ⢀⡠⠒⢏⠁               ⢠⠃        ⠈⠒⢄⠔⠁              ⣀          ⣀⠤⡀
                                    ⣀⣀⣉⡁   ⠉⠉⠒⠲⡀           ⡸                        ⢀⢤⡲⠋⠁    ⡠⠔⠒⠒⠉⠉  ⠈⠒⢄⣀⣀
             ⣀⣀⣀⡀          ⡏⠉⠉⠑⢄  ⢠⡀⣇⣀ ⠈⠑⠤⡀    ⠱⡀         ⣠⠃             ⣀⣀        ⢀⣎⡇  ⡖⠤⡄⡰⠉             ⠉⠉⠱⣀⠤⠒⠉⠑⠢⠤⣀⣀
      ⠢⢄⡀ ⠠⣒⠉   ⠈⠉⠉⠉⠉⠉⠉⠉⠑⠒⠢⠭⠭⠵⠶⠶⠥⠤⠎⠈⠒⢒⠟⠉⠒⢤⠈⠢⢄   ⢣     ⣀⠤⠒⠉            ⢀⠔⠉  ⠉⠑⠢⠤⣀⢠⠤⠤⠤⠤⠒⠒⠢⠼ ⢱⠃                          ⠉⠉⠉⠉⠉⠉⠒⠒
      ⠒⠒⠊⠁⠫⡭⠅                       ⡠⠊   ⠮⣀ ⢠⠃  ⠈⢆  ⡰⠉    ⢪⣉⠭⠂       ⡠⠃ ⡠⢲⠂  ⠹⠭⠝⠊                                            ⡰
           ⠧⡀  ⣀⡠⠤⢄⣀              ⢠⠊    ⡖⠢⠤⣉⠃    ⠈⠦⣠⠃              ⢰⠉  ⠰⡁⢇⣀⣀⡀                                    ⢀⣀⣀⣀⣀⣀⢤⢄⣀⣀⠤⠒⠁
           ⢀⣎⠤⠊     ⠉⠢⡀           ⠘⠒⠤⠤⣀⢀⠇   ⠑⢄                 ⣀⡎⢆ ⠈⢱⢺○⡰⢁⡞⠂                                    ⡠⠒⠁    ⡔⢁⠎
           ⠉          ⠘⣄              ⠈⡞      ⢑⡄              ⠸⠴⢝⣁⣣⠔⠊ ◉⠉⠁                                      ⠈⢑⣾    ⡧⠃
                        ⢉⠆                ⠠⠖⢫⣉⡽⠼⠄               ⠻⡒⠁     ○   ⣀⣀⡠⡄  ⣀⢄                           ⢀⠜⡟
                        ⢸                 ⣰⠒⠒⠉                 ⡤⠒⠊ ⡖⠒⡢⣫⡢⡀  ⣜⣀⣓⣉⣆○⠘⡔⢎                         ⡠⠔⠊⢠⣋⠆
                        ⠘⡄              ⢠⠋                    ⠸⣀⣀⣠⣊⣀⣐⣁⠤⡟⠙⢌⠿⣁⣀⣀⡀   ⠧⣸                     ⠲⣙⠒⡔⡅ ⣀⢜⠇
                         ⠈⠒⣄⡀          ⡠⠊                     ⢀⠜     ⠘⠢⠤⣠⠤⠤⣀⣀⡜                           ⠈⢇ ⠉⢔◎⠒⠉
                           ⠈⢿⣄   ⢠⠊⠉⠉⠉⠱⡇                     ⡔⠁             ⠈⢗⡄   ⠫⡒⢤⠤⣀⣀⡀                ⢀⢜
              ⡀              ⠑⠱⣀ ⠸⡀ ⡤⡔⠒⠦⣄⣀                  ⡜               ○⠘⡜⢄   ⠉⠉⡲  ⠈⠢⡄ ○ ⢀⠤⠲⡀   ⢀⠤⠔⠊⠁⠋
                                ⠉⠒⠭⣉⠸⠤⡄  ⠉⠉⠁                ⡜                 ⠘⢌⡆ ⣀⠤⠒⠁    ⢇ ⢠⠊⠁  ⠧⢲⢀ ⠱⡀   ⣿⡀
                                    ⠉⠢⣣⣤⡠⠊⠓⠒⠒⠢⣀             ⠑⠢⡀                 ⠙⠛⢲⠂      ⠈⠦⣼⡀    ⢸⢎⠑⡔⠁    ⡡⡀
                                       ⢀⡇      ⠉⠲⡀            ⠈⠒⠒⠒⠉◎⠒⡄           ⡰⠁         ⠈    ⠐⢤⡫⢦ ⣀⡠⠊⡱⠈⣉
                                       ⡇         ⠑⠢⠤⣀⡀               ⢣         ⡰⠉                  ⠫⣑⡄⠱⢄⣠⢣⣿⠂ ⠰⣒⡤⠢⢄⡀
                                      ⠈⢢             ⢈⠇               ⢇        ⡇                     ⠓⠒⠤⠄⠈⠉    ⠈⠧⠤⢌⣱⡀
                                        ⠣⣀           ⡎                ⡜        ⢱ ⡰⢣                        ⣀⠤⠖⠉⣲⢀⠞⡄
                                          ⢱         ⡰⠁                ⢣      ⢠⠒⠁⢸ ⡎                     ⣀⠤⠊     ⠉ ⠘⢄
                                          ⢸      ⢀⠔⠉                  ⠘⡄    ⢀⠜  ⠘⠚                      ⡇           ⠑⡄
                                          ○     ⣠⠃                     ⠸⡀  ⡠⠊                           ⡸ ⢀⣀⡠⠤⡀ ⡀   ⢠⠃
                                         ⢰⠁   ⢀⡏                        ⠑⠒⠉                             ⠑⠊⠁   ⠈⠊⢣⣀⡀⢀⡇      ⠘⡦⣀
                                         ⢸  ⡔⠉⠁                                                                   ⠺⡇      ⢀⢔⠗⠁
                                         ⡇ ⢠⠃                                                                            ⠐⠕⠁
                                         ⢣ ⡇
                                          ⠉⠙⠂

       Germany, Europe  5 mentors
       3 mentors elsewhere: Canada 1, no place known 2
       ↵ choose  space choose and stay  c countries or cities  tab next  esc back  ? keys  q close
      """
    #expect(driver.screen == wide)
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 36), (160, 50), (200, 60), (60, 20), (40, 10)])
  func itFitsEveryScreen(width: Int, height: Int) throws {
    let driver = try Self.driver(width, height)
    #expect(driver.screen.contains("◉"))
    #expect(driver.rows[1].contains("MAP"))
    #expect(Self.place(driver).hasPrefix("Berlin, Germany, Europe  5 mentors"))
  }

  @Test func theSizeOfAMarkTellsHowMany() throws {
    let screen = try Self.driver(120, 36).screen
    for mark in ["○", "◎", "◉"] { #expect(screen.contains(mark)) }
  }

  @Test func inASCIIThereAreDotsAndRings() throws {
    let driver = try Self.driver()
    let map = (2..<21).map { driver.surface.asciiOnly().rowText($0) }.joined()
    #expect(Set(map).isSubset(of: Set(" .oO@")))
    #expect(map.contains("o") && map.contains("@"))
  }

  @Test func theCursorGoesToTheNextPlaceInADirection() throws {
    var driver = try Self.driver()
    var visited: [String] = []
    for key in ["k", "j", "l", "Down", "Right", "h", "Left"] {
      driver.press(key)
      visited.append(String(Self.place(driver).prefix { $0 != "," }))
    }
    #expect(visited == ["Göteborg", "Berlin", "Kutaisi", "Aswan", "Nagpur", "Aswan", "Lagos"])
    driver.press("4 h")
    #expect(Self.place(driver).hasPrefix("Valparaíso, Chile, South America  1 mentor"))
    driver.press("j")
    #expect(driver.state.message == Message("no place further down"))
  }

  @Test func tabVisitsEveryPlaceMostMentorsFirst() throws {
    var driver = try Self.driver()
    var visited: [String] = []
    for _ in 0..<10 {
      visited.append(String(Self.place(driver).prefix { $0 != "," }))
      driver.press("Tab")
    }
    #expect(visited.prefix(2) == ["Berlin", "Lagos"])
    #expect(Set(visited).count == 10)
    #expect(Self.place(driver).hasPrefix("Berlin"))
    driver.press("G g S-Tab")
    #expect(Self.place(driver).hasPrefix(visited[9]))
  }

  @Test func enterChoosesThePlaceAndReturns() throws {
    var driver = try Self.driver()
    driver.press("k Enter")
    #expect(driver.state.map == nil)
    #expect(driver.query == "location:Sweden/Göteborg")
    #expect(driver.current == "Björn Åkesson")
    driver.press("w")
    driver.press("Enter")
    #expect(driver.query == "location:Sweden/Göteborg")
    driver.press("w g Enter")
    #expect(driver.query == "location:Sweden/Göteborg location:Germany/Berlin" && driver.total == 6)
    driver.press("u")
    #expect(driver.query == "location:Sweden/Göteborg")
  }

  @Test func spaceChoosesAndStays() throws {
    var driver = try Self.driver()
    driver.press("Space")
    #expect(driver.state.map != nil)
    #expect(driver.total == 5)
    #expect(Self.place(driver).hasPrefix("Berlin, Germany, Europe  5 mentors · chosen"))
    #expect(driver.rows[1].contains("5 of 18 mentors"))
    driver.press("k Space")
    #expect(driver.total == 6)
    driver.press("Space")
    #expect(driver.total == 5)
    driver.press("u u u")
    #expect(driver.query.isEmpty && driver.state.map != nil)
  }

  @Test func countsAreThoseOfTheQuestion() throws {
    var driver = try Driver(80, 24, mentors: Self.mentors, query: Query("area:support"))
    driver.press("w")
    #expect(driver.rows[1].contains("area support") && driver.rows[1].contains("3 of 18 mentors"))
    var visited = Set<String>()
    for _ in 0..<3 {
      visited.insert(Self.place(driver))
      driver.press("Tab")
    }
    #expect(
      visited == [
        "Lagos, Nigeria, Africa  1 mentor", "Szeged, Hungary, Europe  1 mentor", "Aswan, Egypt, Africa  1 mentor",
      ])
    #expect(!driver.screen.contains("elsewhere"))
  }

  @Test func thoseWithoutAPlaceOnTheMapAreCounted() throws {
    var driver = try Self.driver()
    let line = " 3 mentors elsewhere: Canada 1, no place known 2"
    #expect(driver.rows.contains(line))
    driver.press("c")
    #expect(driver.rows.contains(line))
    driver.press("Space")
    #expect(driver.rows.contains(line))
  }

  @Test func countriesStandForTheirCities() throws {
    var driver = try Self.driver()
    driver.press("c")
    #expect(Self.place(driver) == "Germany, Europe  5 mentors")
    driver.press("Tab Tab")
    #expect(Self.place(driver) == "Japan, Asia  2 mentors")
    driver.press("+")
    #expect(Self.place(driver).hasSuffix("Japan, Asia  1 mentor"))
    driver.press("-")
    #expect(Self.place(driver) == "Japan, Asia  2 mentors")
    driver.press("Enter")
    #expect(driver.query == "location:Japan" && driver.total == 2)
  }

  @Test func backBringsBackTheList() throws {
    var driver = try Driver(100, 24, mentors: Self.mentors)
    driver.press("3 j")
    let before = driver.screen
    for keys in ["w l j Escape", "w q", "w c w", "w ? Escape Escape"] {
      driver.press(keys)
      #expect(driver.screen == before)
    }
  }

  @Test func nobodyOnTheMap() throws {
    var driver = try Self.driver(80, 24, Array(Fixture.mentors.prefix(1)))
    #expect(Self.place(driver) == "nobody shown has a place on the map")
    driver.press("h Tab Space c Enter G")
    #expect(driver.state.map != nil && driver.query.isEmpty)
  }

  @Test func aNewDirectoryKeepsTheMapOpen() throws {
    var driver = try Self.driver()
    driver.press("c")
    try driver.replace(Array(Self.mentors.suffix(8)))
    #expect(driver.state.map != nil)
    #expect(Self.place(driver) == "Germany, Europe  4 mentors")
    try driver.replace([])
    #expect(Self.place(driver) == "nobody shown has a place on the map")
  }

  @Test func theMouseFindsTheNearestPlace() throws {
    var driver = try Self.driver(120, 36)
    let cursor = driver.surface.cursor?.position ?? Point(0, 0)
    driver.press("G")
    #expect(!Self.place(driver).hasPrefix("Berlin"))
    driver.click(cursor.x, cursor.y)
    #expect(Self.place(driver).hasPrefix("Berlin"))
    driver.click(cursor.x, cursor.y, clicks: 2)
    #expect(driver.state.map == nil && driver.query == "location:Germany/Berlin")
  }
}
