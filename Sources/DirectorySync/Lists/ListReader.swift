// A page with many people → records with common keys.
//
// Lists are kept by hand and look it: tables without their last bar, the same person twice, sections per person with
// bold labels, bullets with a link and a dash, cards in HTML. Each shape has a reader of its own; what they find is put
// together here, and judged: a table that explains signs, or a person's list of favourite organisations, is no list of
// people.
import Markup
import MentorDirectory

/// The people of a list page.
public struct PeopleList: Sendable {
  /// In the order of the page, each with `line` in its file. Keys: name, title, location, topics, interests, areas,
  /// languages, contact, page, profile, availability, pronouns, timezone, bio, capacity, groups, team; values are
  /// strings, or arrays of strings.
  public var records: [JSONObject]
  /// Lines of rows that repeat an earlier record word for word.
  public var repeatedLines: [Int]
  /// True if the page is a list of people rather than one person's page.
  public var isList: Bool
}

/// Reads lists of people in Markdown, wikitext and HTML.
public struct ListReader: Sendable {
  public init() {}

  /// `firstLine` is the line of the file on which the text begins.
  public func read(_ text: String, as format: MarkupFormat, firstLine: Int = 1) throws(MarkupError) -> PeopleList {
    read(try MarkupDocument(text, as: format, firstLine: firstLine))
  }

  public func read(_ document: MarkupDocument) -> PeopleList {
    let flow = PageFlow(document.body)
    var certain: [PersonRecord] = [], likely: [PersonRecord] = []
    for (index, block) in flow.blocks.enumerated() {
      let heading = flow.heading(before: index)
      switch block.name {
      case "table":
        certain += PeopleTable(block, heading: heading).records
      case "ul", "ol", "dl":
        likely += PeopleBullets(block, heading: heading, lead: flow.paragraph(before: index)).records
      default: break
      }
    }
    let sections = PeopleSections(flow).records
    certain += sections
    let cards = certain.isEmpty ? PeopleCards(document) : nil
    // The bullets of a person's section are that person's, not people; marked-up cards say more than their bullets.
    let bullets = sections.isEmpty && cards?.isStated != true ? likely : []
    let boxed = (cards?.records ?? []).filter { card in !bullets.contains { $0["name"] == card["name"] } }
    let all = (certain + boxed + bullets).sorted { $0.line < $1.line }
    let (records, repeatedLines) = Self.withoutRepeats(all)
    let isList =
      certain.isEmpty ? records.count >= 3 && !isOnePersons(document, people: records.count) : records.count >= 2
    return PeopleList(records: records.map(\.json), repeatedLines: repeatedLines, isList: isList)
  }

  /// Bullets and cards with people also stand on the page of somebody who thanks others: then somebody speaks, more
  /// than there are people. The template of such a page speaks too, but its places are not filled in.
  private func isOnePersons(_ document: MarkupDocument, people: Int) -> Bool {
    let text = PageText(document.writeUp)
    let voice = text.voice
    guard voice >= 3, voice * 3 > people * 2 else { return false }
    return Set(text.lines.flatMap { PageJudge.unfilled(in: $0.text) }).count < 2
  }

  /// Whether the page is a list of people rather than one person's page, and how many people were found.
  public func looksLikeList(_ document: MarkupDocument) -> (isList: Bool, people: Int) {
    let list = read(document)
    return (list.isList, list.records.count)
  }

  private static func withoutRepeats(_ records: [PersonRecord]) -> (kept: [PersonRecord], repeatedLines: [Int]) {
    var kept: [PersonRecord] = [], repeatedLines: [Int] = []
    var seen: Set<String> = []
    for record in records {
      let print = record.values.map { "\($0.key)=\($0.texts.joined(separator: "\u{1F}"))" }.joined(separator: "\u{1E}")
      if seen.insert(print).inserted { kept.append(record) } else { repeatedLines.append(record.line) }
    }
    return (kept, repeatedLines)
  }
}

/// The blocks of a page in reading order, whatever containers they stand in.
struct PageFlow {
  private(set) var blocks: [HTMLElement] = []
  private static let leaves: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "table", "pre", "blockquote",
  ]

  init(_ body: HTMLElement) { collect(body) }

  private mutating func collect(_ element: HTMLElement) {
    for child in element.elements
    where !child.isHidden && !["script", "style", "nav", "template", "form"].contains(child.name) {
      if Self.leaves.contains(child.name) { blocks.append(child) } else { collect(child) }
    }
  }

  static func level(_ element: HTMLElement) -> Int? {
    guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
    return element.name.last?.wholeNumberValue
  }

  /// The headings that are open at a block, innermost first.
  func heading(before index: Int) -> String {
    blocks[..<index].last { Self.level($0) != nil }?.text(limit: 300) ?? ""
  }

  /// The paragraph right before a block.
  func paragraph(before index: Int) -> String {
    index > 0 && blocks[index - 1].name == "p" ? blocks[index - 1].text(limit: 500) : ""
  }
}
