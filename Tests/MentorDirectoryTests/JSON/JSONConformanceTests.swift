import Testing

@testable import MentorDirectory

/// RFC 8259 by cases: what a reader must accept with which value, and what it must not pass over in silence.
@Suite struct JSONConformanceTests {
  struct Accepted: CustomTestStringConvertible, Sendable {
    var text: String
    var value: JSONValue
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ value: JSONValue) { (self.text, self.value) = (text, value) }
  }

  static let accepted: [Accepted] = [
    .init("null", .null), .init("true", .bool(true)), .init("false", .bool(false)), .init(" \t\r\n null \n", .null),
    .init("0", .number("0")), .init("-0", .number("-0")), .init("123", .number("123")), .init("-1.5", .number("-1.5")),
    .init("1e5", .number("1e5")), .init("1E+5", .number("1E+5")), .init("2.5e-3", .number("2.5e-3")),
    .init("0e0", .number("0e0")), .init("123456789012345678901234567890", .number("123456789012345678901234567890")),
    .init(#""""#, .string("")), .init(#""a b""#, .string("a b")),
    .init(#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{c}\n\r\t")),
    .init(#""\u0041\u00e9\u4e2d""#, .string("Aé中")), .init(#""\ud83d\ude00""#, .string("😀")),
    .init(#""\uD83D\uDE00x""#, .string("😀x")), .init(#""\u0000""#, .string("\u{0}")),
    .init(#""\ud800""#, .string("\u{FFFD}")),
    .init(#""\udc00a""#, .string("\u{FFFD}a")), .init(#""\ud800\u0041""#, .string("\u{FFFD}A")),
    .init("\"\u{7f}\u{2028}é日😀\"", .string("\u{7f}\u{2028}é日😀")),
    .init("[]", .array([])), .init("[ ]", .array([])), .init("[1 , 2]", .array([.number("1"), .number("2")])),
    .init("[[],[[]]]", .array([.array([]), .array([.array([])])])), .init("{}", .object([:])),
    .init(#"{"a":1,"b":[true,null]}"#, .object(["a": .number("1"), "b": .array([.bool(true), .null])])),
    .init(#"{"":"","a b":{}}"#, .object(["": .string(""), "a b": .object([:])])),
    .init(#"{"a":1,"a":2}"#, .object(["a": .number("1"), "a": .number("2")])),
    .init("\u{FEFF}[1]", .array([.number("1")])),
  ]

  @Test(arguments: accepted) func `reads well-formed text without a word`(_ accepted: Accepted) {
    let (value, problems) = JSONReader.read(accepted.text)
    #expect(value == accepted.value)
    #expect(problems.isEmpty)
  }

  static let refused = [
    "", " ", "nul", "tru", "True", "NULL", "nulll", "undefined", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5",
    "1.e5",
    "1e", "1e+", "0x10", "1_000", "1 2", "'a'", "\"a", "\"a\nb\"", "\"\u{1}\"", "\"\t\"", #""\x41""#, #""\u12""#,
    #""\u12G4""#, #""\a""#,
    "\"\\", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1;2]", "[1 2]", "[\"a\" \"b\"]", "(1)", "{", "}",
    "{\"a\"}", "{\"a\":}",
    "{\"a\" 1}", "{\"a\":1", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{1:2}", "{\"a\":1 \"b\":2}", "{\"a\":1}}",
    "[1]]", "// x\n1",
    "/* x */ 1", "[1] x", "{\"a\":1}{\"b\":2}", "\u{A0}1", "\u{c}1", "\u{2028}1",
  ]

  @Test(arguments: refused) func `never passes over a mistake in silence`(_ text: String) {
    #expect(!JSONReader.read(text).problems.isEmpty)
  }

  @Test func `nesting is limited, and refused without a trap`() {
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(JSONReader.read(deep).problems.isEmpty)
    let tooDeep = String(repeating: "[{\"a\":", count: 100_000)
    #expect(!JSONReader.read(tooDeep).problems.isEmpty)
  }

  @Test func `bytes that are not UTF-8 are replaced`() {
    let (value, problems) = JSONReader.read([0x22, 0x41, 0xFF, 0x42, 0x22])
    #expect(value == .string("A\u{FFFD}B"))
    #expect(problems.isEmpty)
  }

  @Test func `what the writer writes, the reader reads`() {
    let value: JSONValue = .object([
      "text": .string("quote \" backslash \\ line\nfeed \u{1b}[31m \u{2028} é 日 😀"),
      "numbers": .array([.int(-3), .double(0.1), .double(1e300)]),
      "nothing": .null, "truth": .bool(true), "empty": .object([:]), "list": .array([]),
    ])
    for indented in [false, true] {
      let text = value.text(indented: indented)
      #expect(JSONReader.read(text).value == value)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(!text.contains("\u{2028}"))
    }
    #expect(!value.text().contains("\n"))
  }

  @Test func `numbers that JSON lacks are null, and whole numbers stay exact`() {
    #expect(JSONValue.double(.nan) == .null)
    #expect(JSONValue.double(.infinity) == .null)
    #expect(JSONValue.double(3) == .number("3"))
    #expect(JSONValue.number("9007199254740993").int == 9_007_199_254_740_993)
    #expect(JSONValue.number("3.0").int == 3)
    #expect(JSONValue.number("3.5").int == nil)
    #expect(JSONValue.number("1e400").int == nil)
  }
}
