import MentorDirectory

#if canImport(Glibc)
  import Glibc
#endif

/// The shipped tables, read from the source tree.
enum TableFiles {
  static let gazetteer = Gazetteer(countries: text("countries.tsv"), cities: text("cities.tsv"))
  static let languages = LanguageTable(text("languages.tsv"))
  static let vocabulary = Vocabulary([text("vocabulary.txt")])

  /// A file of `Sources/Host/Resources`; empty if there is none, which every test then notices.
  static func text(_ name: String) -> String {
    let root = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path = root.joined(separator: "/") + "/Sources/Host/Resources/" + name
    guard let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
