/// Reads the tab-separated reference tables: one row a line, comments from `#`, empty lines skipped.
enum TableRows {
  /// Calls `body` with the fields of each row, padded with empty ones to `columns`. Linear in the length of `text`.
  static func forEach(in text: String, columns: Int, _ body: ([String]) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let row = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard !row.isEmpty else { continue }
        var fields = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: UnsafeBufferPointer(rebasing: $0), as: UTF8.self) }
        while fields.count < columns { fields.append("") }
        body(fields)
      }
    }
  }

  /// The parts of a field that holds several values.
  static func values(of field: String) -> [Substring] {
    field.utf8.split(separator: UInt8(ascii: "|")).map(Substring.init)
  }
}
