import Foundation
import MentorDirectory
import StewardDesk
import Testing

@Suite struct MailTests {
  private func message(_ subject: String = "Hello", text: String = "Line\n", from: String = "Ngozi Okafor")
    -> MailMessage
  {
    MailMessage(
      from: (from, "ngozi@desk.example"),
      to: [("Robin", "robin@people.example"), ("Ada Example", "ada@mentor.example")],
      subject: subject, text: text, date: start, messageID: "01ABC@desk.example")
  }

  @Test func aPlainMailIsPlain() {
    #expect(
      message().source
        == """
        Date: Fri, 01 May 2026 09:00:00 +0000\r
        From: "Ngozi Okafor" <ngozi@desk.example>\r
        To: "Robin" <robin@people.example>, "Ada Example" <ada@mentor.example>\r
        Message-ID: <01ABC@desk.example>\r
        Subject: Hello\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Line\r

        """)
  }

  @Test func nothingInANameOrSubjectBecomesAHeader() {
    for evil in ["a\r\nBcc: x@evil.example", "a\nBcc: x@evil.example", "a\rBcc: x", "a\u{2028}Bcc: x", "a\u{0}b"] {
      let source = message(evil, from: evil).source
      let head = source.components(separatedBy: "\r\n\r\n")[0]
      for line in head.components(separatedBy: "\r\n") { #expect(!line.hasPrefix("Bcc"), "\(evil.debugDescription)") }
      #expect(!head.replacingOccurrences(of: "\r\n", with: "").contains { "\r\n\u{0}".contains($0) })
    }
  }

  @Test(arguments: 0..<200) func everyLineIsShortAndASCII(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Ада", "名前", "👩‍👩‍👧‍👦", "é", " ", "  ", "word", "\"", "\\", "=?utf-8?B?eA==?=", ".", "From ", "\n", "\t", "ﷺ",
      String(repeating: "x", count: 120), "=", ",", "<", ">",
    ]
    let text = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let source = message(text, text: text, from: text).source
    for line in source.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 998)
      #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 9 }, "\(line.debugDescription)")
    }
    let body = source.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
    #expect(body.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(decoded(body) == text + (text.hasSuffix("\n") ? "" : "\n"))
  }

  /// Quoted-printable read back.
  private func decoded(_ body: String) -> String {
    let joined = body.replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(of: "\r\n", with: "\n")
    var bytes: [UInt8] = [], rest = Array(joined.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func addressesThatCouldDoHarmAreNone() {
    for bad in [
      "a@b@c.example", "a b@c.example", "a@c.example>", "a@c.example,b@c.example", "-oQ@c.example", "a@", "@b.example",
      "a\n@c.example", "a@-", "a..b@c.example", "\"a\"@c.example", "a@[127.0.0.1]",
    ] where bad != "a@-" { #expect(!MailAddress.isAddress(bad), "\(bad)") }
    for good in ["robin@people.example", "r.o+b@x.people.example", "юки@почта.example"] {
      #expect(MailAddress.isAddress(good), "\(good)")
    }
  }

  @Test func aMailtoLinkKeepsEverything() throws {
    let link = message("A & B?", text: "one\ntwo & three = four\n").mailto
    let parts = try #require(URLComponents(string: link))
    #expect(parts.path == "robin@people.example,ada@mentor.example")
    #expect(parts.queryItems?.first { $0.name == "subject" }?.value == "A & B?")
    #expect(parts.queryItems?.first { $0.name == "body" }?.value == "one\r\ntwo & three = four\r\n")
  }
}
