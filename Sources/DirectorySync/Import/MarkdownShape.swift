/// Tells a Markdown page that lists people from the page of one.
enum MarkdownShape {
  /// A table of people, three headings with bold-key bullets below, or mostly bullets that begin with a link.
  static func isList(_ lines: [Substring]) -> Bool {
    hasTableOfPeople(lines) || hasEntries(lines) || isListOfLinks(lines)
  }

  private static func hasTableOfPeople(_ lines: [Substring]) -> Bool {
    for (index, line) in lines.enumerated().dropFirst() where isRule(line) {
      let header = cells(lines[index - 1])
      let namesPeople = header.contains { cell in
        [.name, .firstName].contains(FieldMap.recognise(cell)?.field)
      }
      let rows = lines[(index + 1)...].prefix { $0.contains("|") }.count
      if namesPeople, header.count >= 2, rows >= 2 { return true }
    }
    return false
  }

  private static func hasEntries(_ lines: [Substring]) -> Bool {
    var entries = 0, current = 0, hasHandle = false
    for line in lines {
      if line.hasPrefix("#") {
        if current >= 2 || (hasHandle && current >= 1) { entries += 1 }
        current = 0
        hasHandle = line.contains("(@")
      } else if line.contains(/^\s*[-*+]\s+\*\*[^*]{2,40}\*\*/) {
        current += 1
      }
    }
    if current >= 2 || (hasHandle && current >= 1) { entries += 1 }
    return entries >= 3 || (entries >= 2 && lines.contains { $0.hasPrefix("#") && $0.contains("(@") })
  }

  private static func isListOfLinks(_ lines: [Substring]) -> Bool {
    let content = lines.filter { !$0.trimmed.isEmpty && !$0.hasPrefix("#") }
    let links = content.count { $0.contains(/^\s*(?:[-*+]|\d+[.)])\s+\[[^\]]{3,60}\]\(https?:/) }
    return links >= 5 && links * 10 >= content.count * 7
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "|-: \t".contains($0) }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
  }
}
