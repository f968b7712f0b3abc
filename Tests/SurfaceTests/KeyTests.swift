import Surface
import Testing

@Suite struct KeyTests {
  @Test(
    "The notation of a key reads back as the same key",
    arguments: [
      KeyEvent(.character("j")), KeyEvent(.character("G")), KeyEvent(.character("n"), .control),
      KeyEvent(.character("b"), .alt),
      KeyEvent(.backTab), KeyEvent(.function(1)), KeyEvent(.character(" ")), KeyEvent(.enter),
      KeyEvent(.up, [.control, .alt]),
      KeyEvent(.left, .shift), KeyEvent(.character("-")), KeyEvent(.character("-"), .control), KeyEvent(.pageDown),
      KeyEvent(.character("ß")), KeyEvent(.character(" "), .control),
      KeyEvent(.function(12), [.shift, .alt, .control]),
    ])
  func roundTrip(key: KeyEvent) { #expect(KeyEvent(key.description) == key, "\(key)") }

  @Test(
    "Notations",
    arguments: [
      ("C-n", KeyEvent(.character("n"), .control)), ("C-N", KeyEvent(.character("n"), .control)),
      ("M-b", KeyEvent(.character("b"), .alt)), ("S-Tab", KeyEvent(.backTab)), ("Esc", KeyEvent(.escape)),
      ("pgdn", KeyEvent(.pageDown)), ("f5", KeyEvent(.function(5))), ("M-C-Right", KeyEvent(.right, [.alt, .control])),
      ("A-x", KeyEvent(.character("x"), .alt)), ("*", KeyEvent(.character("*"))), ("S-g", KeyEvent(.character("g"))),
    ])
  func reading(notation: String, key: KeyEvent) { #expect(KeyEvent(notation) == key) }

  @Test("What is no key is refused", arguments: ["", "C-", "Hyper", "F0", "F99", "C-n C-p", "\u{1B}", "ab"])
  func refused(notation: String) { #expect(KeyEvent(notation) == nil) }

  @Test("Descriptions")
  func descriptions() {
    #expect(KeyEvent(.character("N"), .control).description == "C-n")
    #expect(KeyEvent(.tab, .shift).description == "S-Tab")
    #expect(KeyEvent(.up, [.control, .alt, .shift]).description == "C-M-S-Up")
    #expect(KeyEvent(.character("é")).typed == "é")
    #expect(KeyEvent(.character("é"), .alt).typed == nil)
  }
}
