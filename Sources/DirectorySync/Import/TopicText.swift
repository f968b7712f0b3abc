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
    if !isMultiSelect, let topics = plainTopics(text) { return TopicText(topics: topics) }
    let text = withoutSmileys(text.paragraphs)
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

  /// The usual case, without a look at every character: words and commas, every part a short topic.
  private static func plainTopics(_ text: String) -> [String]? {
    guard text.utf8.count <= 300, text.isPlainASCII, !text.containsASCII(";:|/()[]{}.!?_*\"'&") else { return nil }
    var topics: [String] = []
    for part in text.split(separator: ",") {
      let topic = String(part.trimmed)
      guard let first = topic.utf8.first, let last = topic.utf8.last, isWord(first),
        isWord(last) || last == 0x2B || last == 0x23,
        !topic.has("  "), wordCount(topic) <= aloneWordLimit, !speaks(topic)
      else { return nil }
      if withoutLead(topic).utf8.count != topic.utf8.count || lastWords.contains(topic.lowercased()) { return nil }
      topics.append(topic)
    }
    return topics.contains(where: MissingValue.isMissing) ? nil : topics
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
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
    let sentences = Self.sentences(line)
    for sentence in sentences {
      let isComplete = add(sentence: sentence, firstLimit: sentences.count > 1 ? Self.aloneWordLimit : Self.wordLimit)
      if !isComplete { kept.append(String(sentence)) }
    }
    if !kept.isEmpty { prose.append(kept.joined(separator: " ")) }
  }

  /// False if not all of the sentence became topics. One that begins with more words than `firstLimit` before its
  /// first comma is no list.
  private mutating func add(sentence: Substring, firstLimit: Int) -> Bool {
    let whole = Self.parts(sentence)
    let parts = whole.map { Self.cleaned($0) }.filter { !$0.isEmpty && !MissingValue.isMissing($0) }
    guard let first = parts.first else { return true }
    let isProse =
      Self.wordCount(first) > firstLimit || parts.contains(where: Self.speaks)
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
      if sentenceWords.contains(String(word)) { return true }
      guard !word.isPlainASCII || word.containsASCII(".,:;!?()\"*_") else { return false }
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
    topic = withoutLead(topic)
    while let last = topic.last, " .:!…\"“”'*,".contains(last) {
      if last == ".", topic.lowercased().hasSuffix("etc.") || topic.hasSuffix("..") == false && topic.count <= 3 {
        break
      }
      topic.removeLast()
    }
    return lastWords.contains(topic.lowercased()) ? "" : topic.line
  }

  private static let lastWords: Set<String> = ["etc", "etc.", "and more", "more", "others", "usw", "u.s.w"]

  /// "and baking" → "baking"
  private static func withoutLead(_ topic: String) -> String {
    for lead in ["and ", "or ", "& ", "und ", "et ", "y ", "e ", "и "] where topic.lowercased().hasPrefix(lead) {
      return String(topic.dropFirst(lead.count))
    }
    return topic
  }

  /// "Web development (including HTML, tables, and odd bugs!)" → "Web development"; "Version control (Git)" stays.
  private static func withoutLongAsides(_ part: Substring) -> String {
    guard part.contains("("), !part.hasPrefix("(") else { return String(part) }
    var out = "", rest = part
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let aside = rest[rest.index(after: open)..<close]
      let isLong = aside.contains(",") || aside.split(separator: " ").count > 3
      out += isLong ? rest[..<open] : rest[...close]
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  /// `;-)` separates nothing.
  private static func withoutSmileys(_ text: String) -> String {
    guard text.contains(";") || text.contains(":") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      for smiley in [";-)", ":-)", ";)", ":)", ":-(", ":(", ";-P", ":-P", ":-D", ":D", ";D"]
      where word.hasPrefix(smiley) {
        return word.dropFirst(smiley.count)
      }
      return word
    }.joined(separator: " ")
  }
}
