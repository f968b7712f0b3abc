import MentorDirectory

/// Which mentors use a word in their write-up. Words are told apart by their hash.
struct WordPostings: Sendable {
  private var postings: [UInt64: [Int32]] = [:]

  /// Adds the words of a text, each once.
  mutating func add(_ text: String, of mentor: Int32) {
    Self.forEachWord(in: text) { hash, _ in
      if postings[hash]?.last != mentor { postings[hash, default: []].append(mentor) }
    }
  }

  /// Mentors in ascending order.
  func mentors(_ word: UInt64) -> [Int32] { postings[word] ?? [] }

  /// Words of at least three bytes, folded: shorter ones say nothing.
  static func forEachWord(in text: String, _ body: (UInt64, UnsafeBufferPointer<UInt8>) -> Void) {
    var tokenizer = Tokenizer()
    tokenizer.forEachWord(in: text) { folded, _ in
      guard folded.count >= 3 else { return }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in folded { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      body(hash, folded)
    }
  }
}
