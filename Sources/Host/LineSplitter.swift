/// Cuts a stream of bytes into lines. What is longer than the limit is cut, and said to be; empty lines are left out.
struct LineSplitter {
  private let limit: Int
  private var line: [UInt8] = []
  private var isCut = false

  /// - Parameter limit: bytes of a line, without its end.
  init(limit: Int) { self.limit = limit }

  /// The lines that end within these bytes.
  mutating func feed(_ bytes: ArraySlice<UInt8>) -> [ChildStream.Line] {
    var lines: [ChildStream.Line] = [], rest = bytes
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      add(rest[..<end])
      if let line = finish() { lines.append(line) }
      rest = rest[(end + 1)...]
    }
    add(rest)
    return lines
  }

  /// The line that no line end followed; nil if there is none.
  mutating func finish() -> ChildStream.Line? {
    defer {
      line = []
      isCut = false
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line.isEmpty ? nil : ChildStream.Line(bytes: line, isCut: isCut)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let room = limit - line.count
    line += bytes.prefix(room)
    if bytes.count > room { isCut = true }
  }
}
