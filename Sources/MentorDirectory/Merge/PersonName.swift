/// A name as far as two spellings of it can be compared.
struct PersonName: Sendable {
  let words: [[Unicode.Scalar]]

  init(_ name: String) {
    words = name.folded.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map(Array.init)
  }

  /// The words of the name, folded, one space between them; empty for a name without letters.
  var key: String {
    words.map { word in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: word)
      return String(text)
    }.joined(separator: " ")
  }

  /// True if the two cannot be spellings of one name: the same script, and no two words begin alike.
  /// A nickname made from a name ("adalove" for "Ada") is a spelling of it.
  func isClearlyOther(than other: PersonName) -> Bool {
    guard let mine = words.first?.first, let theirs = other.words.first?.first, Self.sameScript(mine, theirs) else {
      return false
    }
    return !words.contains { word in
      other.words.contains { word.prefix(3) == $0.prefix(3) }
    }
  }

  /// Scripts are told apart as far as needed: blocks of 256 scalars, Latin and Han being one each.
  private static func sameScript(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    func block(_ scalar: Unicode.Scalar) -> UInt32 {
      switch scalar.value {
      case 0..<0x250: 0
      case 0x3400..<0xA000: 0x34
      default: scalar.value >> 8
      }
    }
    return block(a) == block(b)
  }
}

extension String {
  /// By what names are compared: folded words with one space between them; empty for a name without letters.
  public var nameKey: String { PersonName(self).key }
}
