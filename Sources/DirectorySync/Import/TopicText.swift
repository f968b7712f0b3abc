import Foundation
import MentorDirectory

/// Takes apart what people write where they are asked for their topics: lists of every make, and whole sentences.
///
/// A part that reads like a topic (short, without a finite verb or a pronoun) is one; a sentence is not cut up into
/// things nobody would filter by, but kept as prose for the write-up. Where some parts of a list are too long to be
/// topics, the list is kept as prose as well, so that no word is lost.
struct TopicText: Equatable {
  var topics: [String] = []
  var prose: [String] = []

  static let wordLimit = 8, aloneWordLimit = 6, scalarLimit = 80

  /// `isMultiSelect`: the options of a form, joined by `;`: only that separates, and every option is a topic.
  static func read(_ text: String, isMultiSelect: Bool = false) -> TopicText {
    var result = TopicText()
    let text = text.paragraphs.replacing(/(^|\s)[;:]-?[)(DP](?=\s|$|,)/, with: "")
    if isMultiSelect || text.contains(";") || text.contains("；") {
      result.addOptions(text.split { ";；\n".contains($0) }, areChosen: isMultiSelect)
    } else {
      for line in text.split(whereSeparator: \.isNewline) {
        if line.contains(where: { "|•·‣".contains($0) }) {
          result.addOptions(line.split { "|•·‣".contains($0) }, areChosen: false)
        } else {
          result.add(line: line)
        }
      }
    }
    return result
  }

  private mutating func addOptions(_ options: [Substring], areChosen: Bool) {
    for option in options {
      let topic = Self.cleaned(option)
      guard !topic.isEmpty, !MissingValue.isMissing(topic) else { continue }
      if areChosen ? topic.unicodeScalars.count <= 120 : Self.isTopic(topic) {
        topics.append(topic)
      } else {
        prose.append(option.trimmed.description)
      }
    }
  }

  private mutating func add(line: Substring) {
    var kept: [String] = []
    for sentence in Self.sentences(line) where !add(sentence: sentence) { kept.append(String(sentence)) }
    if !kept.isEmpty { prose.append(kept.joined(separator: " ")) }
  }

  /// False if not all of the sentence became topics.
  private mutating func add(sentence: Substring) -> Bool {
    let whole = Self.parts(sentence)
    let parts = whole.map { Self.cleaned($0) }.filter { !$0.isEmpty && !MissingValue.isMissing($0) }
    guard let first = parts.first else { return true }
    let isProse =
      Self.wordCount(first) > Self.wordLimit || parts.contains(where: Self.speaks)
      || sentence.hasSuffix("?") || (parts.count == 1 && Self.wordCount(first) > Self.aloneWordLimit)
    let kept = isProse ? [] : parts.filter(Self.isTopic)
    topics += kept
    let isShortened = whole.contains { Self.withoutLongAsides($0) != String($0) }
    return kept.count == parts.count && !isShortened
  }

  private static func isTopic(_ text: String) -> Bool {
    wordCount(text) <= wordLimit && text.unicodeScalars.count <= scalarLimit && !speaks(text)
      && text.contains { $0.isLetter || $0.isNumber }
  }

  private static func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

  /// True for the words that make a sentence: pronouns and finite verbs.
  private static func speaks(_ text: String) -> Bool {
    text.lowercased().split { $0 == " " || $0 == "\u{2026}" }.contains { word in
      let bare = word.replacing("\u{2019}", with: "'").trimmingCharacters(in: .punctuationCharacters)
      return sentenceWords.contains(bare)
    }
  }

  private static let sentenceWords: Set<String> = [
    "i", "i'm", "im", "i've", "i'd", "i'll", "my", "me", "myself", "we", "our", "you", "your", "he", "she", "his",
    "her",
    "they", "their", "am", "is", "are", "was", "were", "would", "could", "can", "have", "has", "had", "want", "love",
    "enjoy", "think", "believe", "well", "anyone", "if", "because", "especially", "though", "there", "there's", "that",
    "ich", "mein", "meine", "bin", "mich", "je", "j'ai", "mon", "suis", "yo", "soy", "tengo", "eu", "sou", "meu",
    "minha", "я", "мой", "мои", "могу", "мне", "jestem", "mogę",
  ]

  /// At full stops that end a sentence: a capital follows.
  private static func sentences(_ line: Substring) -> [Substring] {
    var found: [Substring] = [], start = line.startIndex, depth = 0
    var i = line.startIndex
    while i < line.endIndex {
      let next = line.index(after: i)
      if line[i] == "(" { depth += 1 } else if line[i] == ")" { depth = max(0, depth - 1) }
      if ".!?。".contains(line[i]), depth == 0, next < line.endIndex, line[next] == " " || line[i] == "。",
        line[next...].first(where: { $0 != " " })?.isUppercase ?? false,
        line[start..<i].split(separator: " ").last.map({ $0.count > 3 }) ?? false
      {
        found.append(line[start...i])
        start = next
      }
      i = next
    }
    found.append(line[start...])
    return found.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// At commas and spaced slashes outside brackets; at bare slashes only where they clearly join a list.
  private static func parts(_ sentence: Substring) -> [Substring] {
    let byCommas = split(sentence) { text, i in
      if ",，、،".contains(text[i]) {
        let isInNumber =
          i > text.startIndex && text[text.index(before: i)].isNumber
          && text.index(after: i) < text.endIndex && text[text.index(after: i)].isNumber
        return !isInNumber
      }
      guard text[i] == "/", i > text.startIndex, text.index(after: i) < text.endIndex else { return false }
      return text[text.index(before: i)] == " " || text[text.index(after: i)] == " "
    }
    guard byCommas.count == 1, !sentence.contains("://") else { return byCommas }
    let bySlashes = split(sentence) { text, i in text[i] == "/" }
    return bySlashes.count >= 3 ? bySlashes : byCommas
  }

  private static func split(
    _ text: Substring, where isSeparator: (Substring, Substring.Index) -> Bool
  ) -> [Substring] {
    var parts: [Substring] = [], start = text.startIndex, depth = 0
    for i in text.indices {
      if "([{".contains(text[i]) { depth += 1 } else if ")]}".contains(text[i]) { depth = max(0, depth - 1) }
      guard depth == 0, isSeparator(text, i) else { continue }
      parts.append(text[start..<i])
      start = text.index(after: i)
    }
    parts.append(text[start...])
    return parts
  }

  /// A topic as one would write it on a label: no bullet, no "and" before it, no full stop after it, no long aside.
  static func cleaned(_ part: Substring) -> String {
    var topic = withoutLongAsides(part).line.replacing("_", with: " ")
    while let first = topic.first, "-–—•*+>\"'“”#".contains(first) || first == " " {
      if first == "#", topic.dropFirst().first?.isLetter != true { break }
      topic.removeFirst()
    }
    for lead in ["and ", "or ", "& ", "und ", "et ", "y ", "e ", "и "] where topic.lowercased().hasPrefix(lead) {
      topic.removeFirst(lead.count)
      break
    }
    while let last = topic.last, " .:!…\"“”'*,".contains(last) {
      if last == ".", topic.lowercased().hasSuffix("etc.") || topic.hasSuffix("..") == false && topic.count <= 3 {
        break
      }
      topic.removeLast()
    }
    return ["etc", "etc.", "and more", "more", "others", "usw", "u.s.w"].contains(topic.lowercased()) ? "" : topic.line
  }

  /// "Web development (including HTML, tables, and odd bugs!)" → "Web development"; "Version control (Git)" stays.
  private static func withoutLongAsides(_ part: Substring) -> String {
    guard part.contains("("), !part.hasPrefix("(") else { return String(part) }
    let shortened: Substring = part.replacing(/\s*\(([^()]*)\)/) { match in
      let aside = match.output.1
      return aside.split(separator: " ").count > 3 || aside.contains(",") ? "" : match.output.0
    }
    return String(shortened)
  }
}
