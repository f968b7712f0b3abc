/// Finds out what separates the cells of a sheet.
public enum CSVDelimiter {
  public static let candidates: [UInt8] = (",;\t|" as String).utf8.map { $0 }

  /// How well a delimiter explains the first rows.
  public struct Guess: Equatable, Sendable {
    public var delimiter: UInt8
    /// Cells of most rows; 1 means that the sheet has but one column.
    public var columns: Int
    /// Share (0 … 1) of the first rows that have that many cells.
    public var consistency: Double
    public var rows: Int
  }

  /// The delimiter that gives the most rows the same number of cells, two at least; comma for a single column.
  ///
  /// Looks at the first 64 kB. `;` inside multi-selects and `,` inside prose are no match for the real delimiter,
  /// because their number differs from row to row.
  public static func detect(_ bytes: [UInt8]) -> Guess {
    let sample = sample(of: bytes)
    let guesses = candidates.map { guess(sample, delimiter: $0) }.filter { $0.columns > 1 }
    let best = guesses.max { a, b in
      (a.consistency * weight(a), Double(a.columns)) < (b.consistency * weight(b), Double(b.columns))
    }
    return best ?? guess(sample, delimiter: UInt8(ascii: ","))
  }

  /// A tab in every row is never an accident; a bar may be.
  private static func weight(_ guess: Guess) -> Double { guess.delimiter == 9 ? 1.1 : 1 }

  /// Whole lines, so that the last row is not judged by half.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 1 << 16 else { return bytes }
    let start = bytes[..<(1 << 16)]
    let end = start.lastIndex { $0 == 10 || $0 == 13 } ?? start.endIndex
    return Array(start[..<end])
  }

  private static func guess(_ sample: [UInt8], delimiter: UInt8) -> Guess {
    var rows = 0, frequency: [Int: Int] = [:]
    for row in CSVReader(sample, delimiter: delimiter).prefix(200) {
      rows += 1
      frequency[row.cells.count, default: 0] += 1
    }
    let (columns, alike) = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? (key: 0, value: 0)
    return Guess(
      delimiter: delimiter, columns: columns, consistency: rows == 0 ? 0 : Double(alike) / Double(rows), rows: rows)
  }
}
