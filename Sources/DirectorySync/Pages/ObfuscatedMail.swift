import Markup
import MentorDirectory

/// Finds mail addresses that are written for people only: "robin [at] example [dot] net", "i (at) robin [dot] example".
enum ObfuscatedMail {
  private static let atSign: Character = "\u{E000}"
  private static let dotSign: Character = "\u{E001}"
  private static let atWords: Set<String> = [
    "at", "@", "ät", "arroba", "собака", "małpa", "malpa", "zavináč", "zavinac", "chiocciola", "apenstaartje", "арт",
    "a t", "a", "arobase", "snabel-a", "klammeraffe", "ät-zeichen", "аt", "ат", "собачка", "et", "kukac", "アット",
    "アットマーク", "艾特", "골뱅이",
  ]
  private static let dotWords: Set<String> = [
    "dot", ".", "punkt", "point", "punto", "ponto", "kropka", "tečka", "tecka", "точка", "punt", "d0t", "nokta",
    "крапка", "pont", "punct", "ドット", "点", "點", "닷", "نقطة",
  ]

  /// The decoded addresses, in order, each once.
  static func decoded(in text: String) -> [String] {
    guard text.utf8.count < 100_000, mayHoldAddress(text) else { return [] }
    // The wide at sign is for readers as well.
    let marked = markedWords(markedBrackets(text.replacing("\u{FF20}", with: String(atSign))))
    guard marked.contains(atSign) || marked.contains(dotSign) else { return [] }
    var found: [String] = []
    let characters = Array(marked)
    for (index, character) in characters.enumerated() where character == atSign || character == "@" {
      var start = index, end = index + 1
      while start > 0, index - start < 64, isLocal(characters[start - 1]) { start -= 1 }
      while end < characters.count, end - index < 200, isHost(characters[end]) { end += 1 }
      let original = characters[start..<end]
      // An address without any disguise is not ours.
      guard character == atSign || original.contains(dotSign) else { continue }
      var address = String(original.map { $0 == atSign ? "@" : $0 == dotSign ? "." : $0 })
      while let last = address.last, ".-".contains(last) { address.removeLast() }
      while let first = address.first, ".-".contains(first) { address.removeFirst() }
      if let mail = HTMLFacts.mail(inAddress: address), !found.contains(mail) { found.append(mail) }
    }
    return found
  }

  /// False for nearly all lines: no bracket, no at sign, and no word for one.
  private static func mayHoldAddress(_ text: String) -> Bool {
    text.utf8.contains { "@([{<".utf8.contains($0) || $0 == 0xEF } || bareAt.matches(text.foldedForPhrases)
  }

  /// Words that stand for the sign without brackets around them; others are prepositions, or parts of names.
  private static let bareAtWords: Set<String> = [
    "at", "@", "arroba", "собака", "małpa", "malpa", "zavináč", "zavinac", "chiocciola", "apenstaartje", "arobase",
    "snabel-a", "kukac",
  ]
  private static let bareAt = PhraseSet(bareAtWords.map { $0 + " " })

  private static func isLocal(_ character: Character) -> Bool {
    character == dotSign
      || (character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character)))
  }
  private static func isHost(_ character: Character) -> Bool {
    character == dotSign || character.isLetter || character.isNumber || ".-".contains(character)
  }

  /// Brackets of any kind around an at or a dot word become one sign, with the spaces beside them.
  private static func markedBrackets(_ text: String) -> String {
    let pairs: [Character: Character] = ["[": "]", "(": ")", "{": "}", "<": ">"]
    let characters = Array(text)
    var out: [Character] = [], index = 0
    while index < characters.count {
      if let close = pairs[characters[index]],
        let end = characters[index...].prefix(20).dropFirst().firstIndex(of: close)
      {
        let word = String(characters[(index + 1)..<end]).lowercased().cleanedLine()
        if let sign = atWords.contains(word) ? atSign : dotWords.contains(word) ? dotSign : nil {
          while out.last == " " { out.removeLast() }
          out.append(sign)
          index = end + 1
          while index < characters.count, characters[index] == " " { index += 1 }
          continue
        }
      }
      out.append(characters[index])
      index += 1
    }
    return String(out)
  }

  /// Bare words count only together: "robin at example dot org"; "at" alone is a preposition.
  private static func markedWords(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count < 5_000 else { return text }
    var index = 1
    while index + 1 < words.count {
      let word = words[index].lowercased()
      if dotWords.contains(word), word != ".", word != "point", word != "punt" {
        words[index - 1] += String(dotSign) + words[index + 1]
        words.removeSubrange(index...(index + 1))
      } else {
        index += 1
      }
    }
    index = 1
    while index + 1 < words.count {
      // "at a dot com company" is no address.
      let hasHost = (words[index + 1].firstIndex(of: dotSign).map { words[index + 1][..<$0].count } ?? 0) > 1
      if hasHost, bareAtWords.contains(words[index].lowercased()) {
        words[index - 1] += String(atSign) + words[index + 1]
        words.removeSubrange(index...(index + 1))
      } else {
        index += 1
      }
    }
    return words.joined(separator: " ")
  }
}
