/// Collects the words of all mentors and inverts them, block by block, into posting lists.
struct TextIndexBuilder {
  private var tokenizer = Tokenizer()
  private var terms = TermTable()
  /// How often each term was seen, for the stream numbers.
  private var frequency: [UInt32] = []
  /// Per term × field: the last mentor noted, so that each is noted once.
  private var lastMentor: [UInt32] = []

  private var block = Block()
  private var blocks: [SortedBlock] = []
  /// Terms in order of appearance; 0 is a gap, term + 1 otherwise.
  private var streamTerms: [UInt32] = []
  private var streamOffsets: [UInt32] = [0]

  private static let blockEntries = 1 << 23

  private struct Block {
    var keys: [UInt32] = []
    var mentors: [UInt32] = []
  }
  /// Mentors grouped by key (term × field), each group ascending.
  private struct SortedBlock {
    var starts: [UInt32]
    var mentors: [UInt32]
  }

  /// Adds a text of the mentor that is being added. A gap keeps exact words from reaching over its end.
  mutating func add(_ text: String, field: TextField, mentor: Int) {
    guard !text.isEmpty else { return }
    // Taken out for the while, so that the closure may change the rest of the builder.
    var tokenizer = Tokenizer()
    swap(&tokenizer, &self.tokenizer)
    defer { swap(&tokenizer, &self.tokenizer) }
    tokenizer.forEachWord(in: text) { folded, exact in
      let term = terms.number(of: folded)
      note(term, field, mentor)
      frequency[term] &+= 1
      streamTerms.append(UInt32(term + 1))
      if let exact { note(terms.number(of: exact), field, mentor) }
    }
    streamTerms.append(0)
  }

  mutating func endMentor() {
    streamOffsets.append(UInt32(streamTerms.count))
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
    blocks.append(SortedBlock(starts: starts, mentors: sorted))
    block = Block()
  }

  /// Writes the text sections and returns the number of terms and of kept prefixes.
  mutating func finish(into writer: inout ImageWriter, mentors: Int, words: Int) -> (terms: Int, prefixes: Int) {
    flush()
    let order = terms.sorted()
    let streamNumbers = numbersByFrequency()
    var bits = BitsetArena(words: words)
    var offsets: [UInt32] = [0], bytes: [UInt8] = [], postingOffsets: [UInt32] = [0], postings: [UInt8] = []
    var prefixes = PrefixBuilder(mentors: mentors, words: words)
    var list: [UInt32] = []
    for term in order {
      let spelling = terms.term(Int(term))
      bytes.append(contentsOf: spelling)
      offsets.append(UInt32(bytes.count))
      prefixes.begin(term: spelling, bits: &bits)
      PostingCoding.append(Int(streamNumbers[Int(term)]), to: &postings)
      let maskAt = postings.count
      postings.append(0)
      for field in TextField.allCases {
        gather(Int(term) * TextField.count + field.rawValue, into: &list)
        guard !list.isEmpty else { continue }
        postings[maskAt] |= 1 << UInt8(field.rawValue)
        prefixes.add(list, field: field)
        PostingCoding.append(list.count, to: &postings)
        if PostingCoding.isCommon(list.count, of: mentors) {
          PostingCoding.append(bits.append(list), to: &postings)
        } else {
          Self.appendDeltas(list, to: &postings)
        }
      }
      postingOffsets.append(UInt32(postings.count))
    }
    prefixes.finish(bits: &bits)
    writer.set(.termOffsets, offsets: offsets, bytes: bytes, in: .termBytes)
    writer.set(.termPostingOffsets, offsets: postingOffsets, bytes: postings, in: .termPostings)
    writer.set(.prefixOffsets, offsets: prefixes.offsets, bytes: prefixes.bytes, in: .prefixBytes)
    writer.set(.prefixBitset, prefixes.bitsets)
    writer.set(.termBits, bits.words)
    writeStream(into: &writer, numbers: streamNumbers)
    return (order.count, prefixes.count)
  }

  private func gather(_ key: Int, into list: inout [UInt32]) {
    list.removeAll(keepingCapacity: true)
    for block in blocks where key + 1 < block.starts.count {
      list.append(contentsOf: block.mentors[Int(block.starts[key])..<Int(block.starts[key + 1])])
    }
  }

  private static func appendDeltas(_ list: [UInt32], to postings: inout [UInt8]) {
    var deltas: [UInt8] = [], previous: UInt32 = 0
    for mentor in list {
      PostingCoding.append(Int(mentor - previous), to: &deltas)
      previous = mentor
    }
    PostingCoding.append(deltas.count, to: &postings)
    postings.append(contentsOf: deltas)
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

  private mutating func writeStream(into writer: inout ImageWriter, numbers: [UInt32]) {
    var bytes: [UInt8] = [], offsets: [UInt32] = [0]
    for mentor in 0..<(streamOffsets.count - 1) {
      for entry in streamTerms[Int(streamOffsets[mentor])..<Int(streamOffsets[mentor + 1])] {
        PostingCoding.append(entry == 0 ? 0 : Int(numbers[Int(entry) - 1]), to: &bytes)
      }
      offsets.append(UInt32(bytes.count))
    }
    writer.set(.streamOffsets, offsets: offsets, bytes: bytes, in: .stream)
  }
}

/// Bitsets one after the other.
struct BitsetArena {
  let wordCount: Int
  private(set) var words: [UInt64] = []
  init(words: Int) { wordCount = words }

  /// Adds a bitset with these bits; returns its number.
  mutating func append(_ bits: [UInt32]) -> Int {
    let start = words.count
    words.append(contentsOf: repeatElement(0, count: wordCount))
    for bit in bits { words[start + Int(bit >> 6)] |= 1 << UInt64(bit & 63) }
    return start / max(1, wordCount)
  }
  mutating func append(words more: [UInt64]) -> Int {
    words.append(contentsOf: more)
    return words.count / max(1, wordCount) - 1
  }
}

/// Finds the prefixes of one to three scalars whose terms together have at least one posting per four mentors, and
/// keeps the union of their matches, field by field: the first letters typed cost no more than the fourth.
struct PrefixBuilder {
  private(set) var offsets: [UInt32] = [0]
  private(set) var bytes: [UInt8] = []
  private(set) var bitsets: [Int32] = []
  var count: Int { offsets.count - 1 }

  private let mentors: Int
  private let words: Int
  /// The prefixes of the current term by length in scalars, with their matches so far.
  private var open: [Open] = []

  private struct Open {
    var prefix: [UInt8]
    var sums = [Int](repeating: 0, count: TextField.count)
    /// Empty until the field has a match.
    var unions = [[UInt64]](repeating: [], count: TextField.count)
  }
  private var finished: [(prefix: [UInt8], bitsets: [Int32])] = []

  init(mentors: Int, words: Int) {
    self.mentors = mentors
    self.words = words
  }

  mutating func begin(term: ArraySlice<UInt8>, bits: inout BitsetArena) {
    let prefixes = Self.prefixes(of: term)
    var shared = 0
    while shared < min(open.count, prefixes.count), open[shared].prefix.elementsEqual(prefixes[shared]) { shared += 1 }
    close(downTo: shared, bits: &bits)
    for prefix in prefixes[shared...] {
      open.append(Open(prefix: Array(prefix)))
    }
  }

  mutating func add(_ list: [UInt32], field: TextField) {
    for level in open.indices {
      open[level].sums[field.rawValue] += list.count
      if open[level].unions[field.rawValue].isEmpty {
        open[level].unions[field.rawValue] = [UInt64](repeating: 0, count: words)
      }
      for mentor in list { open[level].unions[field.rawValue][Int(mentor >> 6)] |= 1 << UInt64(mentor & 63) }
    }
  }

  mutating func finish(bits: inout BitsetArena) {
    close(downTo: 0, bits: &bits)
    finished.sort { $0.prefix.lexicographicallyPrecedes($1.prefix) }
    for (prefix, numbers) in finished {
      bytes.append(contentsOf: prefix)
      offsets.append(UInt32(bytes.count))
      bitsets.append(contentsOf: numbers)
    }
  }

  private mutating func close(downTo level: Int, bits: inout BitsetArena) {
    while open.count > level, let last = open.popLast() {
      var numbers = [Int32](repeating: -1, count: TextField.count)
      for field in 0..<TextField.count where last.sums[field] * 4 >= mentors && last.sums[field] > 0 {
        numbers[field] = Int32(bits.append(words: last.unions[field]))
      }
      if numbers.contains(where: { $0 >= 0 }) { finished.append((last.prefix, numbers)) }
    }
  }

  /// The first one, two and three scalars of a term.
  private static func prefixes(of term: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var prefixes: [ArraySlice<UInt8>] = []
    var end = term.startIndex
    while end < term.endIndex, prefixes.count < 3 {
      end += 1
      while end < term.endIndex, term[end] & 0xC0 == 0x80 { end += 1 }
      prefixes.append(term[term.startIndex..<end])
    }
    return prefixes
  }
}
