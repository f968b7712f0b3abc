import MentorDirectory

/// Phrases to look for in folded text. One pass over the text for all of them: only where a word begins are the few
/// phrases compared that begin with its byte.
struct PhraseSet: Sendable {
  /// The bytes of all phrases, by their first byte, longest first, so that a match is the most that a phrase says.
  private let bytes: [UInt8]
  /// Where in `bytes` each phrase begins; one more for the end.
  private let places: [Int]
  /// What is to be done at each byte.
  private let kinds: [Kind]
  private let isAnywhere: Bool

  private struct Kind {
    var isWord: Bool
    var isUnspaced: Bool
    /// The phrases that begin with the byte.
    var first = 0
    var end = 0
    /// A bit for each second byte of theirs (its last six bits): most places are passed over for it.
    var seconds: UInt64 = 0
  }

  /// - Parameter isAnywhere: true for phrases that may begin inside a word, or with what is no word.
  init(_ phrases: [String], isAnywhere: Bool = false) {
    let all = Set(phrases).map { Array($0.utf8) }.filter { !$0.isEmpty }
      .sorted { $0[0] != $1[0] ? $0[0] < $1[0] : $0.count > $1.count }
    var kinds = (UInt8.min...UInt8.max).map { Kind(isWord: Self.isWordByte($0), isUnspaced: $0 >= Self.firstUnspaced) }
    var places = [0]
    for (index, phrase) in all.enumerated() {
      let byte = Int(phrase[0])
      if kinds[byte].end == 0 { kinds[byte].first = index }
      kinds[byte].end = index + 1
      kinds[byte].seconds |= phrase.count > 1 ? Self.bit(phrase[1]) : ~0
      places.append(places[index] + phrase.count)
    }
    bytes = all.flatMap { $0 }
    self.places = places
    self.kinds = kinds
    self.isAnywhere = isAnywhere
  }

  /// All phrases of some sets: where none of them occurs, none of the sets needs to be asked.
  init(allOf sets: [PhraseSet]) {
    self.init(
      sets.flatMap { set in
        zip(set.places, set.places.dropFirst()).map { String(decoding: set.bytes[$0..<$1], as: UTF8.self) }
      })
  }

  /// Where the first phrase stands (offsets in UTF-8); phrases match at the beginning of a word, and anywhere in
  /// scripts that put no spaces between words.
  func firstMatch(in folded: String, from start: Int = 0) -> Range<Int>? {
    var folded = folded
    return folded.withUTF8 { text in
      kinds.withUnsafeBufferPointer { kinds in
        var index = start
        var isInWord = index > 0 && index <= text.count && kinds[Int(text[index - 1])].isWord
        while index < text.count {
          let kind = kinds[Int(text[index])]
          if kind.end > 0, !isInWord || kind.isUnspaced || isAnywhere,
            let length = length(of: kind.first..<kind.end, kind.seconds, text, index)
          {
            return index..<(index + length)
          }
          isInWord = kind.isWord
          index += 1
        }
        return nil
      }
    }
  }

  /// The length of the phrase with which a text begins.
  func beginning(of folded: String) -> Int? {
    var folded = folded
    return folded.withUTF8 { text in
      guard let byte = text.first else { return nil }
      let kind = kinds[Int(byte)]
      return length(of: kind.first..<kind.end, kind.seconds, text, 0)
    }
  }

  /// The length of the first of some phrases that stands at a place.
  private func length(
    of range: Range<Int>, _ seconds: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    guard start + 1 >= text.count || seconds & Self.bit(text[start + 1]) != 0 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        for place in range {
          let phrase = places[place], count = places[place + 1] - phrase
          if start + count > text.count { continue }
          var index = 1
          while index < count, text[start + index] == bytes[phrase + index] { index += 1 }
          if index == count { return count }
        }
        return nil
      }
    }
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

  func matches(_ folded: String) -> Bool { firstMatch(in: folded) != nil }

  func count(in folded: String) -> Int {
    var count = 0, start = 0
    while let match = firstMatch(in: folded, from: start) {
      count += 1
      start = match.upperBound
    }
    return count
  }

  /// First byte of U+3000 and what comes after it: kana, ideographs, Hangul.
  private static let firstUnspaced: UInt8 = 0xE3

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}

extension String {
  /// Lower case, with straight apostrophes and without "ё": what phrases are looked for in. One scalar stays one scalar,
  /// so that a place in the folded text is a place in this one (`rest(fromFolded:offset:)`).
  var foldedForPhrases: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return String(unsafeUninitializedCapacity: utf8.count) { buffer in
        var count = 0
        for byte in utf8 {
          buffer[count] =
            (0x41...0x5A).contains(byte) ? byte | 0x20 : byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
          count += 1
        }
        return count
      }
    }
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      let folded = Self.folded(scalar)
      if folded.isASCII { out.append(UInt8(folded.value)) } else { out.append(contentsOf: folded.utf8) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    func moved(_ distance: UInt32) -> Unicode.Scalar { Unicode.Scalar(scalar.value + distance) ?? scalar }
    switch scalar.value {
    case 0x41...0x5A: return moved(0x20)
    case 0x60, 0x2BC, 0x2018, 0x2019: return "'"
    case 0...0xBF, 0xD7, 0xDF...0xFF, 0x2E80...: return scalar
    case 0xC0...0xDE: return moved(0x20)
    case 0x0401, 0x0451: return "е"
    case 0x0400...0x040F: return moved(0x50)
    case 0x0410...0x042F: return moved(0x20)
    case 0x0430...0x045F, 0x0590...0x10FF: return scalar
    default: return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  /// What stands behind a place in the folded form of this text (an offset in its UTF-8), as it was written.
  func rest(fromFolded folded: String, offset: Int) -> String {
    let scalars = folded.utf8.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return String(unicodeScalars.dropFirst(scalars))
  }

  /// What stands before such a place.
  func beginning(ofFolded folded: String, offset: Int) -> String {
    let scalars = folded.utf8.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return String(unicodeScalars.prefix(scalars))
  }
}

/// A write-up as the lines and sentences that the finders look at.
struct PageText {
  enum Kind: Equatable {
    case heading(Int)
    case paragraph, item, cell
  }

  struct Line {
    var kind: Kind
    var text: String
    var folded: String
    /// The bold words with which it begins ("Reviews:"), without the colon; empty if there are none.
    var lead: String
    /// The words marked as important (`<mark>`).
    var marked: String
    /// Inside a quotation: somebody else's words.
    var isQuoted: Bool
    /// True if the line is bold from end to end: a heading in disguise.
    var isBold: Bool
    var isStruck: Bool

    var isHeading: Bool { if case .heading = kind { true } else { false } }
  }

  struct Sentence {
    var text: String
    var folded: String
    var isMarked: Bool
  }

  private(set) var lines: [Line] = []
  /// The sentences of all lines that are nobody else's words.
  private(set) var sentences: [Sentence] = []
  /// The sentences of paragraphs alone.
  private(set) var prose: [Sentence] = []
  private(set) var wordCount = 0
  /// How many first-person words there are in lines that are nobody else's.
  private(set) var voice = 0

  static let maximumLines = 5_000

  init(_ writeUp: WriteUp) {
    for block in writeUp.blocks { add(block, isQuoted: false) }
    for line in lines {
      wordCount += Self.words(in: line.text)
      if !line.isQuoted { voice += Self.voice(of: line.folded) }
      guard !line.isQuoted, !line.isHeading, !line.isStruck, sentences.count < Self.maximumLines else { continue }
      for sentence in Self.split(line.text) {
        let isMarked = !line.marked.isEmpty && line.marked.contains(sentence)
        let one = Sentence(text: sentence, folded: sentence.foldedForPhrases, isMarked: isMarked)
        sentences.append(one)
        if line.kind == .paragraph { prose.append(one) }
      }
    }
  }

  private mutating func add(_ block: WriteUp.Block, isQuoted: Bool) {
    guard lines.count < Self.maximumLines else { return }
    switch block {
    case .heading(let level, let inlines): add(.heading(level), inlines, isQuoted: isQuoted)
    case .paragraph(let inlines): addLines(.paragraph, inlines, isQuoted: isQuoted)
    case .list(let list):
      for item in list.items {
        for (index, inner) in item.enumerated() {
          if index == 0, case .paragraph(let inlines) = inner {
            add(.item, inlines, isQuoted: isQuoted)
          } else {
            add(inner, isQuoted: isQuoted)
          }
        }
      }
    case .quote(let blocks): for inner in blocks { add(inner, isQuoted: true) }
    case .table(let table):
      for row in table.rows { add(row, isQuoted: isQuoted) }
    case .code, .rule: break
    }
  }

  /// A row of two cells is a label and what it labels; others are what their cells say.
  private mutating func add(_ row: [[WriteUp.Inline]], isQuoted: Bool) {
    if row.count == 2, let label = row.first?.plainText.cleanedLine(limit: 41), (1...40).contains(label.count) {
      return add(.item, row[0] + [.text(label.hasSuffix(":") ? " " : ": ")] + row[1], isQuoted: isQuoted)
    }
    for cell in row { add(.cell, cell, isQuoted: isQuoted) }
  }

  /// A paragraph with line breaks is as many lines.
  private mutating func addLines(_ kind: Kind, _ inlines: [WriteUp.Inline], isQuoted: Bool) {
    for piece in inlines.split(separator: .lineBreak) { add(kind, Array(piece), isQuoted: isQuoted) }
  }

  private mutating func add(_ kind: Kind, _ inlines: [WriteUp.Inline], isQuoted: Bool) {
    // Words that are struck out are no longer said, unless the whole line is.
    let kept = inlines.filter { if case .struck = $0 { false } else { true } }
    let said = kept.plainText.cleanedLine(limit: 4_000)
    let isStruck = said.isEmpty
    let text = isStruck ? inlines.plainText.cleanedLine(limit: 4_000) : said
    guard !text.isEmpty else { return }
    var marked = "", lead = ""
    for inline in inlines {
      if case .marked(let inner) = inline { marked += inner.plainText + " " }
    }
    var isBold = false
    if case .strong(let inner)? = inlines.first {
      lead = inner.plainText.trimmingMarks()
      isBold = inlines.count == 1
    }
    lines.append(
      Line(
        kind: kind, text: text, folded: text.foldedForPhrases, lead: lead, marked: marked, isQuoted: isQuoted,
        isBold: isBold, isStruck: isStruck))
  }

  /// Sentences end at a full stop, an exclamation or question mark before white space, and at the ideographic stop.
  static func split(_ text: String) -> [String] {
    var text = text, ends: [Range<Int>] = []
    text.withUTF8 { bytes in
      var start = 0
      // The three bytes before the index.
      var last: UInt32 = 0
      for index in bytes.indices {
        let byte = bytes[index]
        if byte == 0x20, endsSentence(last), index - start > 2, !endsInAbbreviation(bytes[start..<index]) {
          ends.append(start..<index)
          start = index + 1
        }
        last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
        // 。 ！ ？
        if last == 0xE3_8082 || last == 0xEF_BC81 || last == 0xEF_BC9F {
          ends.append(start..<(index + 1))
          start = index + 1
        }
      }
      if start < bytes.count { ends.append(start..<bytes.count) }
    }
    if ends.count == 1, ends[0].count == text.utf8.count { return [text] }
    return ends.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
    }
  }

  /// A full stop, "!", "?", "…" or the Arabic question mark.
  private static func endsSentence(_ last: UInt32) -> Bool {
    let byte = UInt8(last & 0xFF)
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || last == 0xE2_80A6
      || last & 0xFFFF == 0xD89F
  }

  private static func endsInAbbreviation(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.last == UInt8(ascii: ".") else { return false }
    guard let last = text.suffix(8).split(separator: 0x20).last else { return false }
    let word = String(decoding: last, as: UTF8.self)
    return word.utf8.count <= 6 && abbreviations.contains(word.lowercased())
  }
  private static let abbreviations: Set<String> = [
    "e.g.", "i.e.", "etc.", "dr.", "mr.", "ms.", "mrs.", "z.b.", "bzw.", "ca.", "vs.", "st.", "np.", "т.е.",
  ]

  /// How many first-person words there are in a folded line.
  private static func voice(of folded: String) -> Int {
    func count(_ words: [Substring]) -> Int {
      words.count { word in
        let isKnown =
          word.utf8.count <= PagePhrases.longestFirstPerson && PagePhrases.firstPerson.contains(String(word))
        return isKnown || word.utf8.starts(with: "j'".utf8)
      }
    }
    let unspaced = PagePhrases.unspacedFirstPerson.count(in: folded)
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      let words = folded.utf8.split { !((0x61...0x7A).contains($0) || $0 == UInt8(ascii: "'")) }
      return count(words.map { Substring($0) }) + unspaced
    }
    let words = folded.unicodeScalars.split { scalar in
      scalar.value < 0x80
        ? !((0x61...0x7A).contains(scalar.value) || scalar == "'") : !scalar.properties.isAlphabetic
    }
    return count(words.map { Substring($0) }) + unspaced
  }

  /// Words by spaces; in scripts without spaces, two characters make about one.
  static func words(in text: String) -> Int {
    var words = 0, ideographs = 0, isInWord = false
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 {
        if byte != 0x20, !isInWord { words += 1 }
        isInWord = byte != 0x20
      }
      return words
    }
    for scalar in text.unicodeScalars {
      if scalar != " ", !isInWord { words += 1 }
      isInWord = scalar != " "
      if (0x3040...0x9FFF).contains(scalar.value) { ideographs += 1 }
    }
    return words + ideographs / 2
  }
}
