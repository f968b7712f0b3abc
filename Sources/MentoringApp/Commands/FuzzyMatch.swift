import MentorDirectory

/// How typed letters fit a text: all of them occur in it, in order. Case and accents fold, spaces are not asked for.
///
/// Of all ways to find them, the one that keeps to starts of words and to neighbours is taken.
struct FuzzyMatch: Equatable {
  /// The higher, the better.
  let score: Int
  /// The characters of the text that were found, as offsets.
  let places: [Int]

  private static let ofStart = 8, ofNeighbour = 9, ofAll = 12

  init?(_ wanted: String, in text: String) {
    let letters = wanted.filter { !$0.isWhitespace }.map { String($0).folded }
    let characters = text.map { String($0).folded }
    guard !letters.isEmpty else {
      (score, places) = (0, [])
      return
    }
    guard letters.count <= characters.count else { return nil }
    let table = Table(letters, characters, isStart: Self.starts(of: text))
    guard let places = table.bestPlaces() else { return nil }
    self.places = places
    score = table.score + (letters.count == characters.count ? Self.ofAll : 0)
  }

  /// Where a word begins.
  private static func starts(of text: String) -> [Bool] {
    var previous: Character = " "
    return text.map { character in
      defer { previous = character }
      return !(previous.isLetter || previous.isNumber) && !character.isWhitespace
    }
  }

  /// The best score with the n-th letter found at a place, for all of both, and where the letter before it was.
  private struct Table {
    private var scores: [[Int?]] = []
    private var origins: [[Int]] = []
    var score: Int { scores.last?.compactMap { $0 }.max() ?? 0 }

    init(_ letters: [String], _ characters: [String], isStart: [Bool]) {
      for (number, letter) in letters.enumerated() {
        var row = [Int?](repeating: nil, count: characters.count), origin = [Int](repeating: -1, count: row.count)
        /// The best place of the letter before, somewhere to the left.
        var left: (score: Int, place: Int)?
        for place in characters.indices {
          if number > 0, place > 0, let before = scores[number - 1][place - 1], before > left?.score ?? .min {
            left = (before, place - 1)
          }
          guard characters[place] == letter else { continue }
          let gain = 1 + (isStart[place] ? FuzzyMatch.ofStart : 0)
          if number == 0 {
            row[place] = gain - min(place, 3)
          } else if let left {
            let neighbour = scores[number - 1][place - 1].map { $0 + FuzzyMatch.ofNeighbour } ?? .min
            row[place] = gain + max(left.score, neighbour)
            origin[place] = neighbour >= left.score ? place - 1 : left.place
          }
        }
        scores.append(row)
        origins.append(origin)
      }
    }

    func bestPlaces() -> [Int]? {
      guard let last = scores.last, let best = last.compactMap({ $0 }).max(), var place = last.firstIndex(of: best)
      else { return nil }
      var places = [place]
      for origin in origins.dropFirst().reversed() {
        place = origin[place]
        places.append(place)
      }
      return places.reversed()
    }
  }
}
