/// Takes a write-up apart into passages and words.
struct PassageReader {
  typealias Passage = WriteUpDifference.Passage

  private var passages: [Passage] = []

  static func passages(of writeUp: WriteUp) -> [Passage] {
    var reader = PassageReader()
    reader.read(writeUp.blocks, depth: 0, isQuoted: false, mark: "")
    return reader.passages
  }

  /// - Parameter mark: what stands before the first of the blocks, in an item of a list.
  private mutating func read(_ blocks: [WriteUp.Block], depth: Int, isQuoted: Bool, mark: String) {
    for (place, block) in blocks.enumerated() {
      let lead = place == 0 ? mark : ""
      let plain: Passage.Kind = !lead.isEmpty ? .item : isQuoted ? .quote : .paragraph
      switch block {
      case .heading(_, let inlines): append(.heading, depth, WordReader.words(of: inlines))
      case .paragraph(let inlines): append(plain, depth, mark: lead, WordReader.words(of: inlines))
      case .list(let list):
        for (number, item) in list.items.enumerated() {
          let itemMark = list.start.map { "\($0 + number)." } ?? "•"
          if item.isEmpty { append(.item, depth + 1, mark: itemMark, []) }
          read(item, depth: depth + 1, isQuoted: isQuoted, mark: itemMark)
        }
      case .quote(let inner): read(inner, depth: depth + 1, isQuoted: true, mark: lead)
      case .code(_, let text):
        // A line of code is one word: its spaces count.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          append(.code, depth, [WriteUpDifference.Word(text: String(line), isSpaced: false)])
        }
      case .table(let table):
        for row in (table.header.isEmpty ? [] : [table.header]) + table.rows {
          append(.row, depth, WordReader.words(of: Array(row.joined(separator: [.text(" | ")]))))
        }
      case .rule: append(.rule, depth, [])
      }
    }
  }

  private mutating func append(
    _ kind: Passage.Kind, _ depth: Int, mark: String = "", _ words: [WriteUpDifference.Word]
  ) {
    passages.append(Passage(kind: kind, depth: depth, mark: mark, words: words))
  }
}

/// Takes a passage apart into words: what stands between white space, without the marks around it; in scripts without
/// spaces, each character.
private struct WordReader {
  private var words: [WriteUpDifference.Word] = []
  private var isSpaced = false
  private var isOpen = false

  static func words(of inlines: [WriteUp.Inline]) -> [WriteUpDifference.Word] {
    var reader = WordReader()
    reader.read(inlines)
    return reader.words
  }

  private mutating func read(_ inlines: [WriteUp.Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text), .image(_, let text): read(text)
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner): read(inner)
      case .link(let address, let inner):
        read(inner)
        words.append(WriteUpDifference.Word(text: "(\(address))", isSpaced: true, isAddress: true))
        isOpen = false
      case .lineBreak:
        isOpen = false
        isSpaced = true
      }
    }
  }

  private mutating func read(_ text: String) {
    for character in text {
      if character.isWhitespace {
        isSpaced = true
        isOpen = false
        continue
      }
      let isIdeograph = character.unicodeScalars.first.map(Self.isIdeograph) ?? false
      let standsAlone = isIdeograph || Self.marks.contains(character)
      if isOpen, !standsAlone {
        words[words.count - 1].text.append(character)
      } else {
        words.append(WriteUpDifference.Word(text: String(character), isSpaced: isSpaced && !words.isEmpty))
      }
      isSpaced = false
      isOpen = !standsAlone
    }
  }

  /// A comma more is no new word.
  private static let marks: Set<Character> = [",", ".", ";", "!", "?", "…", "(", ")", "\"", "“", "”", "„", "«", "»"]

  /// Kana, ideographs and what stands between them (Unicode 16, blocks CJK Symbols … Katakana and the ideographs), which
  /// are written without spaces.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF0F, 0x20000...0x323AF: true
    default: false
    }
  }
}
