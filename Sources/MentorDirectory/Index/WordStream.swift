/// The words of all mentors in the order in which they stand, by the terms' first numbers, until all are known and the
/// most frequent can have the shortest numbers.
struct WordStream {
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
