import Surface
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private let start = ContinuousClock.now

  /// What bytes mean when nothing follows them.
  private func events(_ text: String) -> [TerminalEvent] { events(Array(text.utf8)) }

  private func events(_ bytes: [UInt8]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    decoder.feed(bytes, now: start)
    decoder.giveUpWaiting(now: start)
    return decoder.takeEvents().compactMap { output in
      guard case .event(let event) = output else { return nil }
      return event
    }
  }

  private func keys(_ text: String) -> String {
    events(text).map { event in
      guard case .key(let key) = event else { return "\(event)" }
      return key.description
    }.joined(separator: " ")
  }

  @Test(
    "Bytes are keys",
    arguments: [
      ("j", "j"), ("G", "G"), (" ", "Space"), ("é日", "é 日"), ("\r", "Enter"), ("\n", "C-j"), ("\t", "Tab"),
      ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"), ("\u{E}", "C-n"), ("\0", "C-Space"), ("\u{1F}", "C-_"),
      ("\u{1B}", "Escape"), ("\u{1B}\u{1B}", "Escape Escape"), ("\u{1B}b", "M-b"), ("\u{1B}N", "M-N"),
      ("\u{1B}\r", "M-Enter"),
      ("\u{1B}\u{7F}", "M-Backspace"), ("\u{1B}é", "M-é"), ("\u{1B}\u{6}", "C-M-f"), ("\u{1B}[", "M-["),
      ("\u{1B}O", "M-O"),
      ("\u{1B}]", "M-]"), ("\u{1B}P", "M-P"),
      ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[1;5C", "C-Right"), ("\u{1B}[1;2A", "S-Up"),
      ("\u{1B}[1;3D", "M-Left"),
      ("\u{1B}[1;8B", "C-M-S-Down"), ("\u{1B}[H", "Home"), ("\u{1B}OF", "End"), ("\u{1B}[1~", "Home"),
      ("\u{1B}[4~", "End"),
      ("\u{1B}[3~", "Delete"), ("\u{1B}[3;5~", "C-Delete"), ("\u{1B}[5~", "PageUp"), ("\u{1B}[6~", "PageDown"),
      ("\u{1B}OP", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[1;2P", "S-F1"), ("\u{1B}[15~", "F5"),
      ("\u{1B}[24~", "F12"), ("\u{1B}[Z", "S-Tab"), ("\u{1B}OM", "Enter"), ("\u{1B}Ow", "7"), ("\u{1B}[a", "S-Up"),
      ("\u{1B}Oc", "C-Right"), ("\u{1B}[7^", "C-Home"), ("\u{1B}\u{1B}[A", "M-Up"),
      ("\u{1B}[97;5u", "C-a"), ("\u{1B}[13;2u", "S-Enter"), ("\u{1B}[27u", "Escape"), ("\u{1B}[9;5u", "C-Tab"),
      ("\u{1B}[97:65;2u", "A"), ("\u{1B}[97;1:3u", ""), ("\u{1B}[27;5;105~", "C-i"), ("\u{1B}[57441;2u", ""),
    ])
  func key(bytes: String, expected: String) { #expect(keys(bytes) == expected) }

  @Test("Unknown sequences are swallowed whole, and the next key counts")
  func unknownSequences() {
    #expect(keys("\u{1B}[?1;2;3$yq") == "q")
    #expect(keys("\u{1B}[99~q") == "q")
    #expect(keys("\u{1B}[12;40Rq") == "q")
    #expect(keys("\u{1B}[>1;10;0cq") == "q")
    #expect(keys("\u{1B}P1$r0m\u{1B}\\q") == "q")
    #expect(keys("\u{1B}]52;c;aGk=\u{7}q") == "q")
    #expect(keys("\u{1B}[1;\u{1B}[Aq") == "Up q")
  }

  @Test("Bytes that are not UTF-8 are ignored")
  func invalid() {
    #expect(events([0xFF, 0x61, 0xC3, 0x28, 0x80, 0x62]) == [key("a"), key("("), key("b")])
    #expect(events([0xC2, 0x9B, 0x61]) == [key("a")])
    #expect(events([0xE6, 0x97]) == [])
  }

  private func key(_ character: Character) -> TerminalEvent { .key(KeyEvent(.character(character))) }

  @Test("A sequence may arrive in pieces")
  func pieces() {
    let bytes = Array("é\u{1B}[1;5C日\u{1B}[<0;10;5M\u{1B}[200~a\rb\u{1B}[201~x".utf8)
    let whole = events(bytes)
    #expect(whole.count == 6)
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      decoder.feed(bytes[..<cut], now: start)
      decoder.feed(bytes[cut...], now: start)
      #expect(decoder.takeEvents() == whole.map { .event($0) }, "cut at \(cut)")
      #expect(!decoder.isPending)
    }
    var decoder = InputDecoder()
    for byte in bytes { decoder.feed([byte], now: start) }
    #expect(decoder.takeEvents() == whole.map { .event($0) })
  }

  @Test("A lone escape waits for the escape delay only")
  func escape() {
    var decoder = InputDecoder()
    decoder.feed([0x1B], now: start)
    #expect(decoder.takeEvents().isEmpty)
    #expect(decoder.patience(escapeDelay: .milliseconds(25)) == .milliseconds(25))
    decoder.giveUpWaiting(now: start)
    #expect(decoder.takeEvents() == [.event(.key(KeyEvent(.escape)))])
    #expect(decoder.patience(escapeDelay: .milliseconds(25)) == nil)
  }

  @Test("A paste is one event without control characters")
  func paste() {
    #expect(
      events("\u{1B}[200~one\r\ntwo\rthree\u{1B}[31m\u{7}\tx\u{9B}é\u{1B}[201~q") == [
        .paste("one\ntwo\nthree[31m\txé"), key("q"),
      ])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(events("\u{1B}[200~never closed") == [.paste("never closed")])
    let long = String(repeating: "x", count: InputDecoder.maximumPaste + 100)
    #expect(events("\u{1B}[200~\(long)\u{1B}[201~") == [.paste(String(long.dropLast(100)))])
  }

  @Test("The mouse clicks, drags, lets go and turns its wheel")
  func mouse() {
    let at = Point(9, 4)
    #expect(
      events("\u{1B}[<0;10;5M\u{1B}[<32;11;5M\u{1B}[<0;11;5m") == [
        .mouse(MouseEvent(.press(clicks: 1), at: at)), .mouse(MouseEvent(.drag, at: Point(10, 4))),
        .mouse(MouseEvent(.release, at: Point(10, 4))),
      ])
    #expect(
      events("\u{1B}[<64;10;5M\u{1B}[<65;10;5M") == [
        .mouse(MouseEvent(.wheelUp, .other, at: at)), .mouse(MouseEvent(.wheelDown, .other, at: at)),
      ])
    #expect(events("\u{1B}[<18;10;5M") == [.mouse(MouseEvent(.press(clicks: 1), .right, at: at, .control))])
    #expect(events([0x1B, 0x5B, 0x4D, 32, 42, 37]) == [.mouse(MouseEvent(.press(clicks: 1), at: at))])
    #expect(events([0x1B, 0x5B, 0x4D, 35, 42, 37]) == [.mouse(MouseEvent(.release, .other, at: at))])
    #expect(events("\u{1B}[<0;0;5M\u{1B}[<0;5M\u{1B}[<0;99999;5M") == [])
  }

  @Test("Two quick presses on one cell are a double click, three are not two")
  func doubleClick() {
    var decoder = InputDecoder()
    var clicks: [Int] = []
    for (bytes, milliseconds) in [
      ("\u{1B}[<0;10;5M", 0), ("\u{1B}[<0;10;5m", 50), ("\u{1B}[<0;10;5M", 200), ("\u{1B}[<0;10;5M", 300),
      ("\u{1B}[<0;10;5M", 900), ("\u{1B}[<0;11;5M", 950),
    ] {
      decoder.feed(Array(bytes.utf8), now: start + .milliseconds(milliseconds))
    }
    for case .event(.mouse(let event)) in decoder.takeEvents() {
      if case .press(let count) = event.action { clicks.append(count) }
    }
    #expect(clicks == [1, 2, 1, 1, 1])
  }

  @Test("Focus and answers are told apart from keys")
  func reports() {
    #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    var decoder = InputDecoder()
    decoder.feed(Array("a\u{1B}]11;rgb:ffff/f0f0/e0e0\u{1B}\\b\u{1B}[?62;22cc".utf8), now: start)
    #expect(
      decoder.takeEvents() == [
        .event(key("a")), .event(.background(.light)), .event(key("b")), .answered, .event(key("c")),
      ])
  }

  @Test("Sequences that only the terminal's description knows")
  func terminfo() {
    var decoder = InputDecoder(terminfo: TerminfoKeys([Array("\u{1B}[192z".utf8): KeyEvent(.function(1))]))
    decoder.feed(Array("\u{1B}[192z\u{1B}[193z".utf8), now: start)
    #expect(decoder.takeEvents() == [.event(.key(KeyEvent(.function(1))))])
  }

  @Test("Random bytes never trap, and all of them are taken in the end")
  func fuzz() {
    var state: UInt64 = 99
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let likely = Array("\u{1B}[]OPM<>?;:0123456789~uAmM$ \r\u{7}\\".utf8)
    for _ in 0..<4000 {
      var decoder = InputDecoder()
      for _ in 0..<4 {
        let bytes = (0..<(next() % 24)).map { _ in
          next() % 3 == 0 ? UInt8(truncatingIfNeeded: next()) : likely[Int(next()) % likely.count]
        }
        decoder.feed(bytes, now: start)
      }
      decoder.giveUpWaiting(now: start)
      #expect(!decoder.isPending)
    }
  }
}
