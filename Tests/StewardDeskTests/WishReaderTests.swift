import MentorDirectory
import StewardDesk
import Testing

@Suite struct WishReaderTests {
  private func reader() throws -> WishReader {
    WishReader(
      [
        (.area, "Localization"), (.area, "Support"), (.area, "Coding"), (.interest, "Rust"),
        (.interest, "style guides"),
      ],
      tables: try tables())
  }

  @Test func namesLanguagesAndPlacesAreRead() throws {
    let wish = try reader().read(
      """
      Hello, I am Robin and I live in Lagos, Nigeria.
      I would like to help with l10n and learn rust; I also like style guides.
      I speak Yoruba, German and English.
      > On Monday somebody wrote: we need people in Support
      """)
    #expect(wish.areas == ["Localization"])
    #expect(wish.interests == ["Rust", "style guides"])
    #expect(wish.languages.map(\.code) == ["yo", "de", "en"])
    #expect(wish.place.city == "Lagos")
    #expect(wish.place.country == "Nigeria")
  }

  @Test func ordinaryWordsAreNoWishes() throws {
    let wish = try reader().read("Hi, it is my first mail. No idea where to start, please help me. Thanks!")
    #expect(wish.areas.isEmpty)
    #expect(wish.languages.isEmpty)
    #expect(wish.place.isEmpty)
  }

  @Test func aTimeZoneStandsInForAPlace() throws {
    #expect(try reader().read("My time zone is UTC+5:30.").place.utcOffset == 330)
    #expect(try reader().read("I am on America/Sao_Paulo time").place.timeZone == "America/Sao_Paulo")
  }
}
