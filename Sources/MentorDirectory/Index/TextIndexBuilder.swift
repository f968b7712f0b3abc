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

/// The words of all mentors in the order in which they stand, by the terms' first numbers, until all are known and the
/// most frequent can have the shortest numbers.
private struct WordStream {
  /// Varints: 0 ends a text, 1 a mentor, term + 2 is a word. In parts, each of which goes when it has been read.
  private var parts: [[UInt8]] = [[]]
  private static let partSize = 1 << 20

  mutating func add(_ terms: [Int]) {
    for term in terms { PostingCoding.append(term + 2, to: &parts[parts.count - 1]) }
    parts[parts.count - 1].append(0)
  }

  mutating func endMentor() {
    parts[parts.count - 1].append(1)
    if parts[parts.count - 1].count >= Self.partSize { parts.append([]) }
  }

  /// The streams as the image has them, a string of bytes per mentor. Uses the parts up.
  mutating func renumbered(_ numbers: [UInt32], limit: Int) -> StringArena {
    var streams = StringArena(limit: limit), mentor: [UInt8] = []
    streams.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for place in parts.indices {
      parts[place].withUnsafeBufferPointer { part in
        guard let bytes = part.baseAddress else { return }
        var position = 0
        while position < part.count {
          switch PostingCoding.next(bytes, &position) {
          case 0: mentor.append(0)
          case 1:
            streams.append(mentor)
            mentor.removeAll(keepingCapacity: true)
          case let word: PostingCoding.append(Int(numbers[word - 2]), to: &mentor)
          }
        }
      }
      parts[place] = []
    }
    return streams
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
  private(set) var spellings = StringArena()
  private(set) var bitsets: [Int32] = []
  var count: Int { spellings.count }

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
      spellings.append(prefix)
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
