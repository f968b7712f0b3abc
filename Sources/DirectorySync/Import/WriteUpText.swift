import Foundation
import Markup
import MentorDirectory

/// The write-up of what somebody wrote about themselves in a field of a list: the one place that decides in which
/// notation such text is.
func writeUp(fromText text: String) -> WriteUp { looksLikeMarkdown(text) ? WriteUp(markdown: text) : .plain(text) }

/// Links, strong words, headings or bullets at the beginning of a line: what people write who write Markdown.
private func looksLikeMarkdown(_ text: String) -> Bool {
  if text.contains("](") || text.contains("**") { return true }
  return text.contains("\n")
    && ["# ", "- ", "* ", "1. ", "> "].contains { text.hasPrefix($0) || text.contains("\n" + $0) }
}

extension WriteUp {
  /// The write-up of plain text: a paragraph per block of lines, a line break where the writer broke a line.
  static func plain(_ text: String) -> WriteUp {
    var blocks: [Block] = [], lines: [String] = []
    func close() {
      if !lines.isEmpty {
        blocks.append(.paragraph(Array(lines.map { [Inline.text($0)] }.joined(separator: [.lineBreak]))))
      }
      lines = []
    }
    for line in text.paragraphs.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmed
      if line.isEmpty { close() } else { lines.append(String(line)) }
    }
    close()
    return WriteUp(blocks)
  }
}
