/// Reads comma-separated values (RFC 4180) row by row from UTF-8 bytes, and keeps what is good of a file that is not.
///
/// Rows end with CR LF, LF or CR. A cell in quotes may hold delimiters, line ends and doubled quotes. Text after a
/// closing quote is kept, blanks around a quoted cell are not. A quote that is never closed costs the row in which it
/// opens: it is reported with its line, and reading goes on at the next line. Linear in the size.
public struct CSVReader: Sequence, IteratorProtocol {
  public struct Row: Equatable, Sendable {
    /// Line (from 1) on which the row begins.
    public var line: Int
    public var cells: [String]
  }

  public let delimiter: UInt8
  public private(set) var problems: [ReadProblem] = []
  /// Bytes read so far: what progress is measured by.
  public private(set) var position = 0
  public var byteCount: Int { bytes.count }

  private let bytes: [UInt8]
  private var line = 1
  private var lineStart = 0
  /// How many bytes may be read a second time after an unclosed quote before quotes are taken as they come: keeps a
  /// hostile file linear.
  private var rereadBudget: Int
  private var scratch: [UInt8] = []

  private static let quote = UInt8(ascii: "\""), lineFeed: UInt8 = 10, carriageReturn: UInt8 = 13

  public init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
    rereadBudget = 4 * bytes.count + (1 << 16)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (position, lineStart) = (3, 3) }
  }

  /// The next row that is not blank.
  public mutating func next() -> Row? {
    while position < bytes.count {
      if let row = row(), row.cells.count > 1 || row.cells.first?.isEmpty == false { return row }
    }
    return nil
  }

  /// One row; nil if it had to be given up.
  private mutating func row() -> Row? {
    let start = (position: position, line: line, lineStart: lineStart)
    var cells: [String] = []
    while true {
      let cell: String
      if beginsQuoted() {
        guard let quoted = quotedCell() else {
          giveUpRow(from: start)
          return nil
        }
        cell = quoted
      } else {
        cell = plainCell()
      }
      cells.append(cell)
      guard position < bytes.count else { break }
      if bytes[position] == delimiter {
        position += 1
        if position == bytes.count { cells.append("") }
        if position < bytes.count { continue }
      } else {
        endLine()
      }
      break
    }
    return Row(line: start.line, cells: cells)
  }

  private mutating func plainCell() -> String {
    let bytes = self.bytes, delimiter = self.delimiter, start = position
    var end = start
    bytes.withUnsafeBufferPointer { bytes in
      while end < bytes.count {
        let byte = bytes[end]
        if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
        end += 1
      }
    }
    position = end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Moves over blanks to a quote that opens the cell.
  private mutating func beginsQuoted() -> Bool {
    var i = position
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    guard i < bytes.count, bytes[i] == Self.quote, rereadBudget > 0 else { return false }
    position = i
    return true
  }

  /// The cell whose opening quote is at `position`; nil if it is never closed, or closed so that it swallowed lines it
  /// was not meant to.
  private mutating func quotedCell() -> String? {
    position += 1
    scratch.removeAll(keepingCapacity: true)
    var spansLines = false
    while true {
      let start = position
      while position < bytes.count, bytes[position] != Self.quote {
        if isLineEnd(position) {
          spansLines = true
          countLine(endingAt: position)
        }
        position += 1
      }
      scratch.append(contentsOf: bytes[start..<position])
      guard position < bytes.count else { return nil }
      position += 1
      guard position < bytes.count, bytes[position] == Self.quote else { break }
      scratch.append(Self.quote)
      position += 1
    }
    let closing = position
    while position < bytes.count, bytes[position] == 0x20, bytes[position] != delimiter { position += 1 }
    if position == bytes.count || bytes[position] == delimiter || isEndByte(bytes[position]) {
      return String(decoding: scratch, as: UTF8.self)
    }
    if spansLines { return nil }
    position = closing
    return String(decoding: scratch, as: UTF8.self) + plainCell()
  }

  private mutating func giveUpRow(from start: (position: Int, line: Int, lineStart: Int)) {
    let reached = position
    (position, line, lineStart) = start
    var quoteColumn = 1
    var isQuoted = false
    while position < bytes.count, !isEndByte(bytes[position]) {
      if bytes[position] == Self.quote {
        if !isQuoted { quoteColumn = position - lineStart + 1 }
        isQuoted.toggle()
      }
      position += 1
    }
    problems.append(
      ReadProblem(
        line: line, column: quoteColumn, message: "a quote that opens here is not closed; this row is left out"))
    rereadBudget -= Swift.max(0, reached - position)
    if position < bytes.count { endLine() }
  }

  private func isEndByte(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  /// True at the last byte of a line end: LF, or CR without one.
  private func isLineEnd(_ i: Int) -> Bool {
    if bytes[i] == Self.lineFeed { return true }
    return bytes[i] == Self.carriageReturn && !(i + 1 < bytes.count && bytes[i + 1] == Self.lineFeed)
  }

  private mutating func countLine(endingAt i: Int) {
    line += 1
    lineStart = i + 1
  }

  private mutating func endLine() {
    if bytes[position] == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed {
      position += 1
    }
    countLine(endingAt: position)
    position += 1
  }
}
