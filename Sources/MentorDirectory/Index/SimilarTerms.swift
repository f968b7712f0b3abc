/// Finds the terms within one typing mistake of a word, without looking at all terms.
///
/// A mistake stands at the first byte in which a term differs from the word. Behind the first `orders` bytes it can
/// only be in a term that shares those bytes, and few do. At byte k before that, one of four things happened: the word
/// has a byte too many or two neighbours swapped, and then the spelling meant is known and looked up; or the word has
/// another byte than the term, or one too few, and then both agree once the term's byte k is taken out. For that, the
/// image has the terms in the order of what is left of them without byte k: again a binary search. This is the
/// deletion neighbourhood of Mor and Fraenkel ("A hash code method for detecting and correcting spelling errors",
/// 1982), kept as sorted lists, so that it serves beginnings of words too.
struct SimilarTerms {
  /// Bytes at which a mistake is found by an order of its own.
  static let orders = 3

  /// What must be similar to the word.
  enum Extent { case whole, beginning }

  private let terms: StringSection
  private let shortened: UnsafeBufferPointer<UInt32>

  init(_ index: SearchIndex) {
    terms = index.terms
    shortened = index.shortenedOrders
  }

  /// The terms that are within one mistake of the word, or begin with something that is: ascending.
  func terms(like word: [UInt8], _ extent: Extent) -> [Int] {
    guard word.count > Self.orders else { return (0..<terms.count).filter { isSimilar($0, word, extent) } }
    let stem = Array(word[..<Self.orders])
    var found = range(of: stem, .beginning).filter { isSimilar($0, word, extent) }
    for place in 0..<Self.orders {
      var extra = word, swapped = word
      extra.remove(at: place)
      swapped.swapAt(place, place + 1)
      found += range(of: extra, extent)
      found += range(of: swapped, extent)
      found += shortened(at: place, like: extra, extent)
      found += shortened(at: place, like: word, extent)
    }
    found.sort()
    return found.reduce(into: []) { unique, term in if unique.last != term { unique.append(term) } }
  }

  private func isSimilar(_ term: Int, _ word: [UInt8], _ extent: Extent) -> Bool {
    let spelling = terms.bytes(of: term)
    return word.withUnsafeBufferPointer { word in
      switch extent {
      case .whole: EditDistance.isWithinOne(spelling, word)
      case .beginning: EditDistance.isBeginningWithinOne(typed: word, of: spelling)
      }
    }
  }

  /// The terms that are the word, or begin with it.
  private func range(of word: [UInt8], _ extent: Extent) -> Range<Int> {
    word.withUnsafeBufferPointer { word in
      partition(terms.count, extent) { compare(terms.bytes(of: $0), without: nil, word, extent) }
    }
  }

  /// The terms that are the word, or begin with it, once their byte at `place` is taken out.
  private func shortened(at place: Int, like word: [UInt8], _ extent: Extent) -> [Int] {
    let order = UnsafeBufferPointer(rebasing: shortened[(place * terms.count)..<((place + 1) * terms.count)])
    func term(_ rank: Int) -> Int { min(Int(order[rank]), terms.count - 1) }
    return word.withUnsafeBufferPointer { word in
      partition(terms.count, extent) { compare(terms.bytes(of: term($0)), without: place, word, extent) }
    }.map(term)
  }

  /// The ranks at which an ascending comparison gives zero.
  private func partition(_ count: Int, _ extent: Extent, _ comparison: (Int) -> Int) -> Range<Int> {
    func first(from start: Int, _ isBehind: (Int) -> Bool) -> Int {
      var low = start, high = count
      while low < high {
        let middle = (low + high) / 2
        if isBehind(comparison(middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first(from: 0) { $0 >= 0 }
    guard start < count, comparison(start) == 0 else { return start..<start }
    return start..<first(from: start) { $0 > 0 }
  }

  /// Bytewise, without one byte of the first; of a beginning, only as far as the second goes.
  private func compare(
    _ term: UnsafeBufferPointer<UInt8>, without place: Int?, _ word: UnsafeBufferPointer<UInt8>, _ extent: Extent
  ) -> Int {
    let skipped = place.map { $0 < term.count ? $0 : term.count } ?? term.count
    let count = term.count - (skipped < term.count ? 1 : 0)
    for i in 0..<min(count, word.count) {
      let byte = term[i < skipped ? i : i + 1]
      if byte != word[i] { return Int(byte) - Int(word[i]) }
    }
    return extent == .beginning && count >= word.count ? 0 : count - word.count
  }

  /// For each of the first bytes: the terms, as numbers in their own order, sorted by what is left without that byte.
  static func shortenedOrders(_ terms: StringArena) -> [UInt32] {
    let all = Array(0..<UInt32(terms.count))
    return terms.bytes.withUnsafeBufferPointer { bytes in
      (0..<orders).flatMap { place in
        let keys = all.map { term in
          var key = Array(bytes[Int(terms.offsets[Int(term)])..<Int(terms.offsets[Int(term) + 1])])
          if place < key.count { key.remove(at: place) }
          return key
        }
        return all.sorted { a, b in
          let order = keys[Int(a)].withUnsafeBufferPointer { a in
            keys[Int(b)].withUnsafeBufferPointer { compareBytes(a, $0) }
          }
          return order != 0 ? order < 0 : a < b
        }
      }
    }
  }
}
