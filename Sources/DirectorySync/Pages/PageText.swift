import MentorDirectory

/// Phrases to look for in folded text, by their first byte.
struct PhraseSet: Sendable {
  private let byFirst: [UInt8: [[UInt8]]]

  init(_ phrases: [String]) {
    var byFirst: [UInt8: [[UInt8]]] = [:]
    for phrase in Set(phrases) {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { byFirst[first, default: []].append(bytes) }
    }
    // Longest first, so that a match is the most that a phrase says.
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Where the first phrase stands (offsets in UTF-8); phrases match at the beginning of a word, and anywhere in
  /// scripts that put no spaces between words.
  func firstMatch(in folded: String, from start: Int = 0) -> Range<Int>? {
    var folded = folded
    return folded.withUTF8 { bytes in
      var index = start
      while index < bytes.count {
        if let candidates = byFirst[bytes[index]],
          index == 0 || bytes[index] >= Self.firstUnspaced || !Self.isWordByte(bytes[index - 1])
        {
          for phrase in candidates where index + phrase.count <= bytes.count {
            if (1..<phrase.count).allSatisfy({ bytes[index + $0] == phrase[$0] }) {
              return index..<(index + phrase.count)
            }
          }
        }
        index += 1
      }
      return nil
    }
  }

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
  /// Lower case, with straight apostrophes and without "ё": what phrases are looked for in.
  var foldedForPhrases: String {
    var out = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case "’", "‘", "ʼ", "`": out.append("'")
      case "ё": out.append("е")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
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
  private(set) var wordCount = 0

  static let maximumLines = 5_000

  init(_ writeUp: WriteUp) {
    for block in writeUp.blocks { add(block, isQuoted: false) }
    for line in lines {
      wordCount += Self.words(in: line.text)
      guard !line.isQuoted, !line.isHeading, sentences.count < Self.maximumLines else { continue }
      for sentence in Self.split(line.text) {
        let isMarked = !line.marked.isEmpty && line.marked.contains(sentence)
        sentences.append(Sentence(text: sentence, folded: sentence.foldedForPhrases, isMarked: isMarked))
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
      for row in table.rows { for cell in row { add(.cell, cell, isQuoted: isQuoted) } }
    case .code, .rule: break
    }
  }

  /// A paragraph with line breaks is as many lines.
  private mutating func addLines(_ kind: Kind, _ inlines: [WriteUp.Inline], isQuoted: Bool) {
    for piece in inlines.split(separator: .lineBreak) { add(kind, Array(piece), isQuoted: isQuoted) }
  }

  private mutating func add(_ kind: Kind, _ inlines: [WriteUp.Inline], isQuoted: Bool) {
    let text = inlines.plainText.cleanedLine(limit: 4_000)
    guard !text.isEmpty else { return }
    var marked = "", lead = "", isStruck = false
    for inline in inlines {
      if case .marked(let inner) = inline { marked += inner.plainText + " " }
      if case .struck(let inner) = inline, inner.plainText.count * 2 > text.count { isStruck = true }
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
    var sentences: [String] = [], current = ""
    var previous: Character = " "
    for character in text {
      if character == " ", ".!?…".contains(previous), current.count > 2, !endsInAbbreviation(current) {
        sentences.append(current)
        current = ""
      } else {
        current.append(character)
        if "。！？".contains(character) {
          sentences.append(current)
          current = ""
        }
      }
      previous = character
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  private static func endsInAbbreviation(_ text: String) -> Bool {
    let word = text.split(separator: " ").last?.lowercased() ?? ""
    return ["e.g.", "i.e.", "etc.", "dr.", "mr.", "ms.", "mrs.", "z.b.", "bzw.", "ca.", "vs.", "st.", "np.", "т.е."]
      .contains(word)
  }

  /// How many first-person words there are in lines that are nobody else's.
  var voice: Int {
    lines.reduce(0) { count, line in
      if line.isQuoted { return count }
      let words = line.folded.split { !$0.isLetter && $0 != "'" }
      let spoken = words.filter { PagePhrases.firstPerson.contains(String($0)) || $0.hasPrefix("j'") }.count
      return count + spoken + (line.text.contains(where: { "私我僕저나".contains($0) }) ? 1 : 0)
    }
  }

  /// Words by spaces; in scripts without spaces, two characters make about one.
  static func words(in text: String) -> Int {
    let ideographs = text.unicodeScalars.reduce(0) { $0 + ((0x3040...0x9FFF).contains($1.value) ? 1 : 0) }
    return text.split(separator: " ").count + ideographs / 2
  }
}
