/// One word to look for.
struct TextAtom: Hashable {
  enum Mode: Hashable {
    /// Terms that begin with the word; if there are none, terms that begin with it but for one typing mistake.
    case beginning
    /// The term itself.
    case whole
    /// Terms within one typing mistake (`EditDistance`).
    case similar
  }
  /// UTF-8: folded, or lower case with its accents where the person typed any ("a typed accent counts").
  var word: [UInt8]
  var mode: Mode
}

/// Where an atom matches: a bitset per text field, and one per field for the mentors that have the very word.
final class AtomMatch {
  var atom: TextAtom
  /// Matches by field; nil where nothing matches.
  fileprivate(set) var fields = [Bitset?](repeating: nil, count: TextField.count)
  /// The part of them that has the word itself, not just one that begins with it.
  fileprivate(set) var wholeFields = [Bitset?](repeating: nil, count: TextField.count)
  /// The terms that were taken for a mistyped word, folded; empty if it was not mistyped.
  fileprivate(set) var corrections: [String] = []

  fileprivate init(_ atom: TextAtom) { self.atom = atom }

  /// All matches, in any field or in one.
  func union(into target: Bitset, field: TextField? = nil) {
    target.clear()
    for candidate in TextField.allCases where field == nil || field == candidate {
      if let bits = fields[candidate.rawValue] { target.formUnion(bits) }
    }
  }
}

/// Looks up atoms in the term dictionary. Keeps the last few answers: typing on changes one word at a time.
final class TextMatcher {
  private let index: SearchIndex
  private let pool: BitsetPool
  private let similar: SimilarTerms
  private var recent: [AtomMatch] = []
  private static let kept = 8
  /// A word shorter than this is not taken for mistyped.
  private static let shortestMistyped = 4

  init(_ index: SearchIndex, _ pool: BitsetPool) {
    self.index = index
    self.pool = pool
    similar = SimilarTerms(index)
  }

  func match(_ atom: TextAtom) -> AtomMatch {
    if let at = recent.firstIndex(where: { $0.atom == atom }) {
      let known = recent.remove(at: at)
      recent.append(known)
      return known
    }
    let match = AtomMatch(atom)
    atom.word.withUnsafeBufferPointer { look(for: $0, into: match) }
    if recent.count >= Self.kept { recent.removeFirst() }
    recent.append(match)
    return match
  }

  private func look(for word: UnsafeBufferPointer<UInt8>, into match: AtomMatch) {
    let first = index.terms.lowerBound(word)
    let itself = first < index.termCount && compareBytes(index.terms.bytes(of: first), word) == 0 ? first : nil
    switch match.atom.mode {
    case .whole:
      if let itself { add(itself, to: &match.fields) }
      match.wholeFields = match.fields
    case .beginning:
      let last = endOfPrefix(word, from: first)
      if first < last {
        addPrefix(word, first..<last, to: match)
        if let itself { add(itself, to: &match.wholeFields) }
      } else if word.count >= Self.shortestMistyped {
        addSimilar(.beginning, to: match)
      }
    case .similar: addSimilar(.whole, to: match)
    }
  }

  /// One past the last term that begins with `word`.
  private func endOfPrefix(_ word: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    var low = first, high = index.termCount
    while low < high {
      let middle = (low + high) / 2
      if hasPrefix(index.terms.bytes(of: middle), word) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func hasPrefix(_ text: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= prefix.count && compareBytes(UnsafeBufferPointer(rebasing: text[..<prefix.count]), prefix) == 0
  }

  /// The union over a range of terms; fields whose union was kept at build time are copied.
  private func addPrefix(_ word: UnsafeBufferPointer<UInt8>, _ terms: Range<Int>, to match: AtomMatch) {
    var isKept = [Bool](repeating: false, count: TextField.count)
    if let prefix = index.prefixes.find(word) {
      for field in 0..<TextField.count {
        let number = index.prefixBitset[prefix * TextField.count + field]
        guard number >= 0, let bits = index.termBits(Int(number)) else { continue }
        let copy = pool.bitset()
        copy.copy(bits)
        match.fields[field] = copy
        isKept[field] = true
      }
    }
    for term in terms { add(term, to: &match.fields, except: isKept) }
  }

  private func addSimilar(_ extent: SimilarTerms.Extent, to match: AtomMatch) {
    for term in similar.terms(like: match.atom.word, extent) {
      add(term, to: &match.fields)
      match.corrections.append(index.terms[term])
    }
  }

  /// Adds a term's postings to the bitsets of its fields.
  private func add(_ term: Int, to fields: inout [Bitset?], except skipped: [Bool]? = nil) {
    guard let bytes = index.termPostings.arena.baseAddress else { return }
    let range = index.termPostings.range(of: term)
    var position = range.lowerBound
    _ = PostingCoding.next(bytes, &position)  // stream number
    let mask = bytes[position]
    position += 1
    for field in 0..<TextField.count where mask >> UInt8(field) & 1 == 1 && position < range.upperBound {
      let count = PostingCoding.next(bytes, &position)
      let next = PostingCoding.next(bytes, &position)
      let isSkipped = skipped?[field] ?? false
      if PostingCoding.isCommon(count, of: index.mentorCount, share: PostingCoding.commonTermShare) {
        if !isSkipped, let bits = index.termBits(next) { target(field, &fields).formUnion(bits) }
      } else {
        let end = min(position + next, range.upperBound)
        if !isSkipped, position < end {
          Self.add(bytes, position..<end, below: index.mentorCount, to: target(field, &fields).words)
        }
        position = end
      }
    }
  }

  private func target(_ field: Int, _ fields: inout [Bitset?]) -> Bitset {
    if let known = fields[field] { return known }
    let made = pool.bitset()
    fields[field] = made
    return made
  }

  @inline(never)
  private static func add(_ bytes: UnsafePointer<UInt8>, _ list: Range<Int>, below limit: Int, to words: MutableWords) {
    PostingCoding.forEachMentor(bytes, list, below: limit) { BitKernels.set(words, $0) }
  }

  /// The number of a term in the word streams; nil if no mentor has the word.
  func streamNumber(of word: [UInt8]) -> Int? {
    guard let term = word.withUnsafeBufferPointer({ index.terms.find($0) }),
      let bytes = index.termPostings.arena.baseAddress
    else { return nil }
    var position = index.termPostings.range(of: term).lowerBound
    return PostingCoding.next(bytes, &position)
  }

  /// True if the mentor's words have these one after the other, in one text; the name is the first of the texts.
  func hasInOrder(_ numbers: [Int], mentor: Int, onlyName: Bool) -> Bool {
    guard let bytes = index.streams.arena.baseAddress, !numbers.isEmpty else { return false }
    let range = index.streams.range(of: mentor)
    var position = range.lowerBound
    var window: [Int] = []
    window.reserveCapacity(numbers.count + 1)
    while position < range.upperBound {
      let number = PostingCoding.next(bytes, &position)
      if onlyName, number == 0 { return false }
      window.append(number)
      if window.count > numbers.count { window.removeFirst() }
      if window == numbers { return true }
    }
    return false
  }
}
