import Foundation
import MentorDirectory
import Testing

@testable import DirectorySync

@Suite struct CSVReaderTests {
  private func read(_ text: String, _ delimiter: Unicode.Scalar = ",") -> (
    rows: [[String]], lines: [Int], problems: [ReadProblem]
  ) {
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: delimiter))
    var rows: [CSVReader.Row] = []
    while let row = reader.next() { rows.append(row) }
    return (rows.map(\.cells), rows.map(\.line), reader.problems)
  }

  static let cases: [(text: String, rows: [[String]])] = [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("\u{FEFF}\"a\",b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b,\n,,\n", [["a", "b", ""], ["", "", ""]]),
    ("\"x, y\",z\n", [["x, y", "z"]]), ("\"say \"\"hi\"\"\",z", [["say \"hi\"", "z"]]),
    ("\"two\nlines\",z\n", [["two\nlines", "z"]]),
    ("\"two\r\nlines\",z\r\n", [["two\r\nlines", "z"]]), ("a, \"b, c\" ,d", [["a", "b, c", "d"]]),
    ("5\" disk,b", [["5\" disk", "b"]]),
    ("\"a\"b,c", [["ab", "c"]]), ("a\n\n\nb\n", [["a"], ["b"]]), ("\"\",x", [["", "x"]]),
    ("é,日本,👩‍💻", [["é", "日本", "👩‍💻"]]), ("", []), ("\n\r\n", []),
    ("\"\"\"\"", [["\""]]), ("a,", [["a", ""]]), (",", [["", ""]]),
  ]

  @Test(arguments: cases.indices) func `takes rows apart as RFC 4180 has it`(_ index: Int) {
    let result = read(Self.cases[index].text)
    #expect(result.rows == Self.cases[index].rows)
    #expect(result.problems.isEmpty)
  }

  @Test func `rows know the line on which they begin`() {
    #expect(read("a,b\n\"x\ny\nz\",1\n\nc,d\r\n\"p\r\nq\",2\r\ne,f").lines == [1, 2, 6, 7, 9])
    #expect(read("a\r\"x\ry\"\rb").lines == [1, 2, 4])
  }

  @Test func `an unclosed quote costs its row only`() {
    let result = read("name,note\nAda,fine\nBen,\"oops\nCleo,\"also, fine\"\nDov,\"two\nlines\"\nEsi,ok\n")
    #expect(result.rows.map(\.first) == ["name", "Ada", "Cleo", "Dov", "Esi"])
    #expect(result.rows[2] == ["Cleo", "also, fine"])
    #expect(result.problems.map(\.line) == [3])
    #expect(result.problems.map(\.column) == [5])
  }

  @Test func `an unclosed quote in the last row keeps the rows before`() {
    let result = read("name,note\nAda,fine\nBen,\"oops\n")
    #expect(result.rows == [["name", "note"], ["Ada", "fine"]])
    #expect(result.problems.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func `hostile quotes take linear time`() {
    for unit in ["\"a\n", "a,\"\n", "\"\"\"\n", "\"\"\"\"\"a\n", "\" \n\"x"] {
      _ = read(String(repeating: unit, count: 200_000))
    }
    _ = read("\"" + String(repeating: "\"\"\n", count: 500_000))
  }

  @Test func `other delimiters`() {
    #expect(read("a;b,c\n1;\"2;3\"", ";").rows == [["a", "b,c"], ["1", "2;3"]])
    #expect(read("a\tb\n1\t2", "\t").rows == [["a", "b"], ["1", "2"]])
  }

  static let delimiters: [(text: String, delimiter: Unicode.Scalar)] = [
    ("name,city\nAda,Turin\n", ","), ("name;city\nAda;Turin\nBen;\"Kyiv; centre\"", ";"),
    ("name\tcity\nAda, the first\tTurin\n", "\t"),
    ("name|city\nAda|Turin\n", "|"), ("name,topics\nAda,a;b;c;\nBen,a;\nCleo,a;b;\n", ","),
    ("name;topics\nAda;x, y, z\nBen;x\nCleo;x, y\n", ";"), ("name\nAda\nBen\n", ","),
    ("Mentors 2031\n\nname;city\nAda;Turin\nBen;Kyiv\n", ";"),
    ("name;bio;city\nAda;\"I like tea, and\nmilk, and\nmore, more, more\";Turin\n", ";"),
  ]

  @Test(arguments: delimiters.indices) func `finds out what separates cells`(_ index: Int) {
    let (text, delimiter) = Self.delimiters[index]
    #expect(CSVDelimiter.detect(Array(text.utf8)).delimiter == UInt8(ascii: delimiter))
  }

  static let conformance = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/conformance/csv")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: conformance.path), "../shared/conformance/csv is not here"))
  func `reads the public collection of awkward files`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.conformance.path + "/csvs").sorted()
    try #require(!files.isEmpty)
    for file in files {
      let bytes = try InputFile.read(Self.conformance.path + "/csvs/" + file)
      let rows = Array(CSVReader(bytes)).map(\.cells)
      let header = try #require(rows.first)
      let read = rows.dropFirst().map { row in JSONObject(header, row) }
      let expected = try InputFile.read(Self.conformance.path + "/json/" + file.replacing(".csv", with: ".json"))
      let value = try #require(JSONReader.read(expected).value)
      if file == "location_coordinates.csv" {
        // Its JSON holds another telephone number than its CSV.
        #expect(read.first?["Cities"] == value["Cities"])
        #expect(read.first?["Location Coordinates"] == value["Location Coordinates"])
      } else {
        // The collection's line ends were changed in some of its files, not in their JSON.
        let expected = JSONReader.read(value.text().replacing("\\r\\n", with: "\\n")).value
        #expect(read.map(JSONValue.object) == expected?.array, "\(file)")
      }
    }
  }
}

extension JSONObject {
  fileprivate init(_ keys: [String], _ values: [String]) {
    self.init()
    for (key, value) in zip(keys, values) { append(key, .string(value)) }
  }
}
