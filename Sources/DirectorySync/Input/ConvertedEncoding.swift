import Foundation

/// Character sets that the C library converts: those of East Asia, and single-byte sets without a table here.
///
/// Only a declaration chooses them. Names and what they stand for are those of the WHATWG Encoding Standard
/// (encoding.spec.whatwg.org, "names and labels"); the converters are glibc's, which are supersets where pages are.
struct ConvertedEncoding: Equatable, Sendable {
  /// The name a person knows it by.
  let name: String
  private let converter: String

  /// Nil for a name of no such set.
  init?(declaredName: String) {
    let label = declaredName.lowercased()
    guard let entry = Self.entries.first(where: { $0.labels.contains(label) }) else { return nil }
    name = entry.name
    converter = entry.converter
  }

  /// UTF-8 of `bytes`, and how many bytes meant nothing; U+FFFD stands for each of those. Nil if this machine has no
  /// such converter. Linear.
  func utf8(_ bytes: [UInt8]) -> (utf8: [UInt8], lost: Int)? {
    guard let descriptor = iconv_open("UTF-8", converter), descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var out: [UInt8] = [], lost = 0
    out.reserveCapacity(bytes.count * 3 / 2 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }, chunk = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        var source = input.baseAddress, left = input.count
        while left > 0 {
          var target = chunk.baseAddress, room = chunk.count
          let result = iconv(descriptor, &source, &left, &target, &room)
          let failure = result == -1 ? errno : 0
          out.append(contentsOf: UnsafeRawBufferPointer(chunk)[..<(chunk.count - room)])
          // A full chunk is no failure; anything else means nothing here and is passed over.
          guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
          out.append(contentsOf: [0xEF, 0xBF, 0xBD])
          lost += 1
          source = source?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return (out, lost)
  }

  private static let entries: [(name: String, converter: String, labels: Set<String>)] = [
    (
      "Shift_JIS", "CP932",
      ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932", "ms_kanji", "csshiftjis", "cp932"]
    ),
    ("EUC-JP", "EUC-JP-MS", ["euc-jp", "x-euc-jp", "eucjp", "cseucpkdfmtjapanese"]),
    ("ISO-2022-JP", "ISO-2022-JP", ["iso-2022-jp", "csiso2022jp"]),
    (
      "GB18030", "GB18030",
      [
        "gb18030", "gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "chinese", "csgb2312", "iso-ir-58",
        "csiso58gb231280", "cp936",
      ]
    ),
    ("Big5", "BIG5-HKSCS", ["big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"]),
    (
      "EUC-KR", "UHC",
      [
        "euc-kr", "cseuckr", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949",
        "csksc56011987", "iso-ir-149", "cp949",
      ]
    ),
    ("windows-1255", "CP1255", ["windows-1255", "cp1255", "x-cp1255"]),
    ("ISO-8859-8", "ISO-8859-8", ["iso-8859-8", "iso8859-8", "hebrew", "iso-8859-8-i", "logical"]),
    ("windows-1256", "CP1256", ["windows-1256", "cp1256", "x-cp1256"]),
    ("ISO-8859-6", "ISO-8859-6", ["iso-8859-6", "iso8859-6", "arabic"]),
    ("windows-1258", "CP1258", ["windows-1258", "cp1258", "x-cp1258"]),
    ("windows-874", "CP874", ["windows-874", "tis-620", "iso-8859-11", "dos-874"]),
    ("ISO-8859-3", "ISO-8859-3", ["iso-8859-3", "latin3", "l3"]),
    ("ISO-8859-4", "ISO-8859-4", ["iso-8859-4", "latin4", "l4"]),
    ("ISO-8859-10", "ISO-8859-10", ["iso-8859-10", "latin6", "l6"]),
    ("ISO-8859-14", "ISO-8859-14", ["iso-8859-14"]),
    ("ISO-8859-16", "ISO-8859-16", ["iso-8859-16"]),
    ("IBM866", "IBM866", ["ibm866", "866", "cp866", "csibm866"]),
    ("macintosh", "MACINTOSH", ["macintosh", "mac", "x-mac-roman", "csmacintosh"]),
    ("x-mac-cyrillic", "MAC-CYRILLIC", ["x-mac-cyrillic", "x-mac-ukrainian"]),
  ]
}
