import DeskIntake
import Testing

@Suite struct ReceivedMailTests {
  private func mail(_ text: String) -> ReceivedMail {
    ReceivedMail(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  @Test func aPlainMailIsRead() {
    let mail = mail(
      """
      From: "Okafor, Robin" <robin@people.example>
      To: stewards@desk.example
      Subject: =?utf-8?Q?Ich_m=C3=B6chte?=
       =?utf-8?B?IGzDvGVybmVu?=
      Message-ID: <abc.1@people.example>

      Hello,
      I want to translate.

      -- 
      Robin
      """)
    #expect(mail.name == "Okafor, Robin")
    #expect(mail.address == "robin@people.example")
    #expect(mail.subject == "Ich möchte lüernen")
    #expect(mail.messageID == "abc.1@people.example")
    #expect(mail.text == "Hello,\nI want to translate.")
    #expect(mail.problems.isEmpty)
  }

  @Test func ofAlternativesThePlainTextIsTaken() {
    let mail = mail(
      """
      From: robin@people.example (Robin)
      Content-Type: multipart/mixed; boundary="outer"

      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      Caf=E9 =
      time
      --inner
      Content-Type: text/html

      <p>not this</p>
      --inner--
      --outer
      Content-Type: application/pdf
      Content-Disposition: attachment; filename=x.pdf
      Content-Transfer-Encoding: base64

      AAAA
      --outer--
      """)
    #expect(mail.name == "Robin")
    #expect(mail.address == "robin@people.example")
    #expect(mail.text == "Café time")
  }

  @Test func aMailOfHTMLAloneIsText() {
    let mail = mail(
      """
      From: Kim <kim@people.example>
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+SSB3YW50IHRvIDxiPmxlYXJuPC9iPjwvcD48c2NyaXB0PmV2aWwoKTwvc2NyaXB0Pg==
      """)
    #expect(mail.text == "I want to learn")
  }

  @Test func aReplyGoesWhereTheMailAsksFor() {
    let mail = mail("From: Form <noreply@forms.example>\nReply-To: Sam <sam@people.example>\n\nHi")
    #expect(mail.address == "sam@people.example")
  }

  @Test func brokenMailsGiveWhatCanBeRead() {
    #expect(mail("").text == "")
    #expect(mail("no header at all").text == "")
    #expect(mail("From: x\n\nHi").address == "")
    #expect(mail("Subject: =?utf-8?Q?broken\n\nHi").subject == "=?utf-8?Q?broken")
    #expect(
      mail("Content-Type: multipart/mixed\n\nHi").problems == ["its parts cannot be told apart; it is read as one text"]
    )
    #expect(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHi, never ended").text == "Hi, never ended")
    #expect(mail("Content-Type: text/plain; charset=no-such-set\n\nHi").text == "Hi")
  }

  @Test func nothingOfAMailMovesTheCursor() {
    let mail = mail("From: \u{1B}[2J <a@b.example>\nSubject: \u{1B}]0;x\u{7}y\n\n\u{1B}[31mred\u{202E}")
    #expect(mail.subject == "y")
    #expect(mail.text == "red")
    #expect(!mail.name.unicodeScalars.contains("\u{1B}"))
  }

  @Test func partsWithoutEndAreBounded() {
    var text = "From: a@b.example\n"
    for depth in 0..<200 { text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n" }
    #expect(mail(text + "\nHi").problems == ["it has more parts than are read"])
    let many =
      "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 5_000)
    #expect(mail(many).text.count < 5_000)
  }

  /// Random cuts, repetitions and bytes: never a trap, and always clean text.
  @Test(arguments: 0..<150 as Range<UInt64>) func garbageIsRead(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "From: a <a@b.example>\r\n", "Content-Type: multipart/mixed; boundary=\"b\"\r\n", "\r\n", "--b\r\n", "--b--\r\n",
      "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "=?x?B?/w?=",
      "=?utf-8?Q?=",
      "Subject: ", "=", "=4", "\u{0}", "ÿþ", "Content-Type: message/rfc822\r\n", " folded\r\n", "\u{1B}[2J", "<div>",
      "\n",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<80, using: &generator) {
      bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      if Int.random(in: 0..<8, using: &generator) == 0 { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
    }
    let mail = ReceivedMail(bytes)
    for text in [mail.text, mail.subject, mail.name, mail.address] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }
    _ = Mailbox.messages(in: Array("From x\n".utf8) + bytes)
  }

  @Test func aMailboxIsItsMails() {
    let box = "From a Mon\nFrom: a@b.example\n\nOne\n>From here on\n\nFrom b Tue\nFrom: c@d.example\n\nTwo\n"
    let mails = Mailbox.messages(in: Array(box.utf8)).map { ReceivedMail($0) }
    #expect(mails.map(\.address) == ["a@b.example", "c@d.example"])
    #expect(mails.map(\.text) == ["One\nFrom here on", "Two"])
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
