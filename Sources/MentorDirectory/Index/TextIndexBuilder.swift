/// Collects the words of all mentors and inverts them, block by block, into posting lists.
///
/// Memory: what is collected is kept as differences in varints, so it is about half of the text.
struct TextIndexBuilder {
  private var tokenizer = Tokenizer()
  private var terms = TermTable()
  /// How often each term was seen, for the stream numbers.
  private var frequency: [UInt32] = []
  /// Per term × field: the last mentor noted, so that each is noted once.
  private var lastMentor: [UInt32] = []

  private var block = Block()
  private var blocks: [InvertedBlock] = []
  private var stream = WordStream()
  private var textTerms: [Int] = []

  private static let blockEntries = 1 << 22

  private struct Block {
    var keys: [UInt32] = []
    var mentors: [UInt32] = []
  }
  /// Mentors grouped by key (term × field), each group ascending and written as `PostingCoding` has it.
  private struct InvertedBlock {
    var starts: [UInt32]
    var bytes: [UInt8]
  }

  /// Adds a text of the mentor that is being added. A gap keeps exact words from reaching over its end.
  mutating func add(_ text: String, field: TextField, mentor: Int) {
    guard !text.isEmpty || field == .name else { return }
    textTerms.removeAll(keepingCapacity: true)
    // Taken out for the while, so that the closure may change the rest of the builder.
    var tokenizer = Tokenizer()
    swap(&tokenizer, &self.tokenizer)
    defer { swap(&tokenizer, &self.tokenizer) }
    tokenizer.forEachWord(in: text) { folded, exact in
      let term = terms.number(of: folded)
      note(term, field, mentor)
      frequency[term] &+= 1
      textTerms.append(term)
      if let exact { note(terms.number(of: exact), field, mentor) }
    }
    if textTerms.count > 1 || field == .name { stream.add(textTerms) }
  }

  mutating func endMentor() {
    stream.endMentor()
    if block.keys.count >= Self.blockEntries { flush() }
  }

  private mutating func note(_ term: Int, _ field: TextField, _ mentor: Int) {
    if term >= frequency.count {
      frequency.append(0)
      lastMentor.append(contentsOf: repeatElement(.max, count: TextField.count))
    }
    let key = term * TextField.count + field.rawValue
    guard lastMentor[key] != UInt32(mentor) else { return }
    lastMentor[key] = UInt32(mentor)
    block.keys.append(UInt32(key))
    block.mentors.append(UInt32(mentor))
  }

  /// Counting sort of the block by key; mentors stay ascending inside a key.
  private mutating func flush() {
    guard !block.keys.isEmpty else { return }
    var starts = [UInt32](repeating: 0, count: lastMentor.count + 1)
    for key in block.keys { starts[Int(key) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    var next = starts
    var sorted = [UInt32](repeating: 0, count: block.keys.count)
    for (key, mentor) in zip(block.keys, block.mentors) {
      sorted[Int(next[Int(key)])] = mentor
      next[Int(key)] += 1
    }
    block.keys.removeAll(keepingCapacity: true)
    block.mentors.removeAll(keepingCapacity: true)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sorted.count * 3 / 2)
    for key in 0..<(starts.count - 1) {
      let group = sorted[Int(starts[key])..<Int(starts[key + 1])]
      starts[key] = UInt32(bytes.count)
      PostingCoding.append(mentors: group, to: &bytes)
    }
    starts[starts.count - 1] = UInt32(bytes.count)
    blocks.append(InvertedBlock(starts: starts, bytes: bytes))
  }

  /// Writes the text sections and returns the number of terms and of kept prefixes.
  mutating func finish(
    into parts: inout IndexParts, mentors: Int, words: Int, limit: Int
  ) throws(IndexImageError) -> (terms: Int, prefixes: Int) {
    flush()
    block = Block()
    let order = terms.sorted()
    let streamNumbers = numbersByFrequency()
    var bits = BitsetArena(words: words)
    var spellings = StringArena(limit: limit), postings = StringArena(limit: limit)
    var prefixes = PrefixBuilder(mentors: mentors, words: words)
    var list: [UInt32] = []
    for term in order {
      let spelling = terms.term(Int(term))
      spellings.append(spelling)
      prefixes.begin(term: spelling, bits: &bits)
      postings.append { bytes in
        PostingCoding.append(Int(streamNumbers[Int(term)]), to: &bytes)
        let maskAt = bytes.count
        bytes.append(0)
        for field in TextField.allCases {
          gather(Int(term) * TextField.count + field.rawValue, into: &list)
          guard !list.isEmpty else { continue }
          bytes[maskAt] |= 1 << UInt8(field.rawValue)
          prefixes.add(list, field: field)
          PostingCoding.append(list.count, to: &bytes)
          if PostingCoding.isCommon(list.count, of: mentors, share: PostingCoding.commonTermShare) {
            PostingCoding.append(bits.append(list), to: &bytes)
          } else {
            var deltas: [UInt8] = []
            PostingCoding.append(mentors: list, to: &deltas)
            PostingCoding.append(deltas.count, to: &bytes)
            bytes.append(contentsOf: deltas)
          }
        }
      }
    }
    blocks = []
    prefixes.finish(bits: &bits)
    guard !spellings.isTooLong, !postings.isTooLong else { throw .tooLarge }
    parts.set(.shortenedOrders, SimilarTerms.shortenedOrders(spellings))
    parts.set(spellings, .termOffsets, .termBytes)
    parts.set(postings, .termPostingOffsets, .termPostings)
    parts.set(prefixes.spellings, .prefixOffsets, .prefixBytes)
    parts.set(.prefixBitset, prefixes.bitsets)
    parts.set(.termBits, bits.words)
    bits = BitsetArena(words: words)
    let streams = stream.renumbered(streamNumbers, limit: limit)
    guard !streams.isTooLong else { throw .tooLarge }
    parts.set(streams, .streamOffsets, .stream)
    return (order.count, prefixes.count)
  }

  /// All mentors of a key.
  private func gather(_ key: Int, into list: inout [UInt32]) {
    list.removeAll(keepingCapacity: true)
    for block in blocks where key + 1 < block.starts.count {
      let range = Int(block.starts[key])..<Int(block.starts[key + 1])
      guard !range.isEmpty else { continue }
      block.bytes.withUnsafeBufferPointer { bytes in
        guard let bytes = bytes.baseAddress else { return }
        PostingCoding.forEachMentor(bytes, range, below: .max) { list.append(UInt32($0)) }
      }
    }
  }

  /// Term → stream number, 1 for the most frequent: frequent words take one byte.
  private func numbersByFrequency() -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: terms.count)
    let byFrequency = (0..<terms.count).sorted {
      frequency[$0] != frequency[$1] ? frequency[$0] > frequency[$1] : $0 < $1
    }
    for (rank, term) in byFrequency.enumerated() { numbers[term] = UInt32(rank + 1) }
    return numbers
  }
}
