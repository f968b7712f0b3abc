import Testing

@testable import Terminal

@Suite struct TerminalFactsTests {
  private func options(_ environment: [String: String]) -> TerminalOptions { TerminalOptions { environment[$0] } }

  @Test("The environment decides on colour, delay and terminal")
  func environment() {
    #expect(options([:]).isDumb)
    #expect(options(["TERM": "dumb"]).isDumb)
    #expect(!options(["TERM": "xterm"]).isDumb)
    #expect(!options(["NO_COLOR": "1"]).colour)
    #expect(options(["NO_COLOR": ""]).colour)
    #expect(options(["ESCDELAY": "100"]).escapeDelay == .milliseconds(100))
    #expect(options(["ESCDELAY": "soon"]).escapeDelay == .milliseconds(25))
    #expect(options(["TERM": "linux"]).isPlainConsole)
    #expect(options(["TMUX": "/tmp/tmux-0/default,1,0"]).isInsideTmux)
  }

  @Test(
    "COLORFGBG tells the background",
    arguments: [
      ("15;0", Background.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("", .unknown),
      ("x;y", .unknown),
      ("15", .unknown),
    ])
  func colorFgBg(text: String, background: Background) { #expect(Background(colorFgBg: text) == background) }

  @Test(
    "The answer to OSC 11 tells the background",
    arguments: [
      ("11;rgb:0000/0000/0000", Background.dark), ("11;rgb:fdfd/f6f6/e3e3", .light), ("11;rgb:1e/1e/1e", .dark),
      ("11;rgba:ffff/ffff/ffff/ffff", .light), ("11;rgb:f/f/f", .light),
    ])
  func report(text: String, background: Background) { #expect(Background(report: text) == background) }

  @Test(
    "Other answers tell nothing",
    arguments: ["10;rgb:0/0/0", "11;rgb:0/0", "11;red", "11;rgb:zz/0/0", "11;rgb:00000/0/0", ""])
  func noReport(text: String) { #expect(Background(report: text) == nil) }

  @Test("Text travels to the clipboard in base 64, inside tmux also in an envelope")
  func clipboard() throws {
    func sequence(_ text: String, _ multiplexer: Clipboard.Multiplexer = .none) -> String? {
      Clipboard.sequence(copying: text, through: multiplexer).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(sequence("") == "\u{1B}]52;c;\u{7}")
    #expect(sequence("f") == "\u{1B}]52;c;Zg==\u{7}")
    #expect(sequence("fo") == "\u{1B}]52;c;Zm8=\u{7}")
    #expect(sequence("foo") == "\u{1B}]52;c;Zm9v\u{7}")
    #expect(sequence("héé") == "\u{1B}]52;c;aMOpw6k=\u{7}")
    #expect(sequence("f", .tmux) == "\u{1B}]52;c;Zg==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zg==\u{7}\u{1B}\\")
    let long = try #require(sequence(String(repeating: "x", count: 900), .screen))
    #expect(long.split(separator: "\u{1B}\\").count == 2)
    #expect(sequence(String(repeating: "x", count: Clipboard.maximumBytes + 1)) == nil)
  }
}
