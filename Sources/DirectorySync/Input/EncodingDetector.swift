import Foundation

/// Chooses among the single-byte encodings that Europeans save spreadsheets in.
///
/// Naive Bayes over the bytes above 0x7F: for every language with its encoding, the probability of its letters; the
/// pair that makes the text likeliest wins. What stands beside a letter counts as well: `³` inside a word, or a
/// Cyrillic letter beside a Latin one, is unlikely in any language.
enum EncodingDetector {
  /// Windows-1252 if there is nothing to go by.
  static func detect(_ bytes: [UInt8]) -> SingleByteEncoding {
    let sample = bytes.prefix(1 << 20)
    let pairs = pairs(in: sample)
    var best = SingleByteEncoding.windows1252, bestScore = -Double.infinity
    for (encoding, languages) in LetterFrequencies.candidates {
      let half = encoding.upperHalf
      for language in languages {
        let score = score(pairs, half, language, isCyrillic: LetterFrequencies.isCyrillic(encoding))
        if score > bestScore + 1e-9 { (best, bestScore) = (encoding, score) }
      }
    }
    return best
  }

  /// A byte above 0x7F with the kinds of its neighbours, counted: texts have many bytes and few such triples.
  private struct Triple: Hashable {
    var before: Neighbour
    var byte: UInt8
    var after: Neighbour
  }
  private enum Neighbour { case latin, high, other }

  private static func pairs(in sample: ArraySlice<UInt8>) -> [Triple: Int] {
    func neighbour(_ i: Int) -> Neighbour {
      guard sample.indices.contains(i) else { return .other }
      let byte = sample[i]
      if byte >= 0x80 { return .high }
      return (0x61...0x7A).contains(byte | 0x20) ? .latin : .other
    }
    var counts: [Triple: Int] = [:]
    for i in sample.indices where sample[i] >= 0x80 {
      counts[Triple(before: neighbour(i - 1), byte: sample[i], after: neighbour(i + 1)), default: 0] += 1
    }
    return counts
  }

  private static func score(
    _ triples: [Triple: Int], _ half: [Unicode.Scalar], _ language: [Unicode.Scalar: Double], isCyrillic: Bool
  ) -> Double {
    var score = 0.0
    for (triple, count) in triples {
      let scalar = half[Int(triple.byte) - 0x80]
      var probability: Double
      if scalar == "\u{FFFD}" {
        probability = 1e-7
      } else if scalar.properties.isAlphabetic {
        let letter = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        probability = language[letter] ?? 1e-4
        if scalar != letter { probability *= triple.before == .latin ? 1e-2 : 0.2 }
        let besideLatin = triple.before == .latin || triple.after == .latin
        if isCyrillic, besideLatin { probability *= 1e-2 }
        if !isCyrillic, triple.before == .high, triple.after == .high { probability *= 0.05 }
      } else {
        let insideWord = triple.before == .latin && triple.after == .latin
        probability = LetterFrequencies.punctuation.contains(scalar) ? 0.02 : 2e-4
        if insideWord, scalar != "\u{2019}" { probability *= 1e-2 }
      }
      score += Double(count) * log(probability)
    }
    return score
  }
}
