/// Finds in any text the words that made a mentor match.
public struct Highlighter: Equatable, Sendable {
  struct Word: Equatable, Sendable {
    /// UTF-8, folded or in lower case with accents.
    var bytes: [UInt8]
    var matchesBeginning: Bool
    var isAccented: Bool
  }
  private let words: [Word]

  init(_ words: [Word]) { self.words = words }

  /// Finds nothing.
  public static let none = Highlighter([])

  public var isEmpty: Bool { words.isEmpty }

  static func words(for match: AtomMatch) -> [Word] {
    guard match.corrections.isEmpty else {
      return match.corrections.map { Word(bytes: Array($0.utf8), matchesBeginning: false, isAccented: false) }
    }
    let text = String(decoding: match.atom.word, as: UTF8.self)
    return [
      Word(
        bytes: match.atom.word, matchesBeginning: match.atom.mode == .beginning,
        isAccented: text.folded != text)
    ]
  }

  /// The parts of `text` to highlight, in order, as ranges of its characters' offsets: of a word that begins with a
  /// typed one, the typed part. Linear in the text.
  public func ranges(in text: String) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    var ranges: [Range<Int>] = [], run: [Character] = [], start = 0, offset = 0
    func endRun() {
      if !run.isEmpty, let length = matchLength(run) { ranges.append(start..<(start + length)) }
      run.removeAll(keepingCapacity: true)
    }
    let folding = Folding.standard
    for character in text {
      let kind = character.unicodeScalars.first.map { folding.fold($0).kind } ?? .separator
      switch kind {
      case .separator where !(run.isEmpty == false && (character == "+" || character == "#")): endRun()
      case .unspaced:
        // Each scalar may begin a match of its own.
        endRun()
        start = offset
        run = [character]
        if let length = unspacedMatch(text, at: offset) { ranges.append(start..<(start + length)) }
        run.removeAll(keepingCapacity: true)
      default:
        if run.isEmpty { start = offset }
        run.append(character)
      }
      offset += 1
    }
    endRun()
    return Self.merged(ranges)
  }

  /// How many characters of the run to highlight; nil if it does not match.
  private func matchLength(_ run: [Character]) -> Int? {
    let text = String(run)
    var best: Int?
    for word in words {
      let form = word.isAccented ? text.lowercased() : text.folded
      guard word.matchesBeginning ? form.utf8.starts(with: word.bytes) : form.utf8.elementsEqual(word.bytes) else {
        continue
      }
      guard word.matchesBeginning else { return run.count }
      var length = 0, bytes = 0
      while length < run.count, bytes < word.bytes.count {
        let one = String(run[length])
        bytes += (word.isAccented ? one.lowercased() : one.folded).utf8.count
        length += 1
      }
      best = max(best ?? 0, length)
    }
    return best
  }

  private func unspacedMatch(_ text: String, at offset: Int) -> Int? {
    let rest = text.dropFirst(offset)
    return words.lazy.compactMap { word -> Int? in
      let wanted = String(decoding: word.bytes, as: UTF8.self)
      return String(rest.prefix(wanted.count)).folded == wanted ? wanted.count : nil
    }.max()
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
