import DirectorySync
import Markup
import MentorDirectory
import Testing

/// Whole pages made to hurt, read as a sync reads them: a bounded, clean reading or a refusal that says why.
@Suite(.serialized, .timeLimit(.minutes(5))) struct HostilePageTests {
  private func read(_ bytes: [UInt8], charset: String? = nil) throws -> PageReading {
    let context = SourceContext(name: "pages", file: "https://zoe.example/mentoring")
    let input = PageInput(
      try TextDecoder.decode(bytes, charset: charset), mediaType: "text/html", context: context)
    return PageReader(tables: PageFixture.tables).read(input)
  }

  private func expectClean(_ reading: PageReading) {
    guard let mentor = reading.mentor else { return }
    let texts =
      [mentor.name, mentor.title, mentor.place.raw, mentor.writeUp.plainText] + mentor.interests + mentor.profiles
      + mentor.contacts.map(\.value)
    #expect(!texts.contains { $0.unicodeScalars.contains(where: \.isUnwelcome) })
    #expect(mentor.contacts.count <= 24 && mentor.interests.count <= 50 && mentor.name.count <= 200)
  }

  private static let offer = "<title>Zoë Krüger</title><p>I mentor people in maps. Mail zoe@zoe.example. "

  @Test func nestingAHundredThousandDeepIsRefused() throws {
    let reading = try read(Array((Self.offer + String(repeating: "<div>", count: 100_000)).utf8))
    #expect(reading.verdict.kind == .unreadable)
    #expect(reading.verdict.reason.contains("400"))
  }

  @Test func fiftyMegabytesOfOneLineAreRefusedBySize() throws {
    let reading = try read(Array(Self.offer.utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20))
    #expect(reading.verdict.kind == .unreadable)
    #expect(reading.verdict.reason.contains("16 MB"))
    #expect(reading.mentor == nil)
  }

  @Test func aLineOfMegabytesThatIsReadIsBounded() throws {
    let words = String(repeating: "I can help with maps at home (dot) com, [at] a time; ", count: 60_000)
    let reading = try read(Array((Self.offer + words).utf8))
    #expect(reading.mentor?.name == "Zoë Krüger")
    expectClean(reading)
  }

  @Test func zerosAreNoText() throws {
    #expect(throws: InputError.binary(.unknown)) { try read(Array("<p>a\0b</p>".utf8)) }
    let late = Self.offer + String(repeating: "word ", count: 20_000) + "\0<script>\0</script><a href='\0x'>c\0d</a>"
    expectClean(try read(Array(late.utf8)))
  }

  @Test func invalidUTF8IsRepairedAndSaid() throws {
    let bytes = Array(Self.offer.utf8) + [0xC3, 0x28, 0xFF, 0xFE] + Array(" – Zoë, naïve façade, élan".utf8)
    let reading = try read(bytes)
    #expect(reading.mentor?.contacts.first?.value == "zoe@zoe.example")
    #expect(!reading.warnings.isEmpty)
    expectClean(reading)
  }

  @Test(arguments: ["utf-8", "utf-16", "shift_jis", "gb18030", "euc-kr", "iso-2022-jp", "no-such-set", "windows-1251"])
  func aWrongCharsetLosesNoPlainWord(charset: String) throws {
    let bytes = Array(
      "<title>Zoe Kruger</title><p>I mentor people in maps, caf\u{E9} by café. Mail zoe@zoe.example".unicodeScalars.map
      { UInt8(truncatingIfNeeded: $0.value) })
    let reading = try read(bytes, charset: charset)
    #expect(reading.mentor?.name == "Zoe Kruger")
    #expect(reading.mentor?.contacts.first?.value == "zoe@zoe.example")
    expectClean(reading)
  }

  @Test func escapesAndReorderingDoNotReachTheModel() throws {
    let html =
      "<title>Zoë \u{1B}[31mKrüger\u{202E}</title><p>I mentor \u{9B}2J people.\u{7} <a rel=me href='https://x.example/\u{1B}]0;x\u{7}'>GitHub</a>"
    expectClean(try read(Array(html.utf8)))
  }

  @Test func randomBytesNeverTrap() throws {
    var seed: UInt64 = 42
    func next() -> UInt64 {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return seed
    }
    let pieces = [
      "<div class=h-card>", "</div>", "<p>", "I can help with ", "at", " [at] ", "<a rel=me href=", "\">",
      "<table><tr><td>",
      "until ", "2027年13月99日", "最大", "2名まで", "ve ", "はじめまして、", "konularında yardımcı", "\u{FF20}", "{{", "<script>",
      "<meta http-equiv=refresh content='0;url=", "<base href=", "//", "..", "&#x0;", "\u{0130}", "ẞ", "é", " و",
    ]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<(next() % 60) {
        if next() % 8 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: next() | 1))
        } else {
          bytes += Array(pieces[Int(next() % UInt64(pieces.count))].utf8)
        }
      }
      do throws(InputError) {
        let decoded = try TextDecoder.decode(bytes, charset: next() % 3 == 0 ? "gbk" : nil)
        for format in MarkupFormat.allCases {
          let context = SourceContext(name: "pages", file: "https://zoe.example/m", fetched: Timestamp("2026-09-01"))
          expectClean(
            PageReader(tables: PageFixture.tables).read(PageInput(text: decoded.text, format: format, context: context))
          )
        }
      } catch {
        continue
      }
    }
  }
}
