import MentorDirectory
import Surface

/// A mentor as lines to read: who, where and when; the write-up; how to get in touch; links; where it all comes from.
struct ReaderDocument {
  var title = ""
  var lines: [StyledText] = []
  /// Addresses by number, from 1.
  var links: [String] = []
  /// Lines that hold a match of the search in the reader; where changes are shown and nothing is searched, those at
  /// which one begins.
  var matches: [Int] = []
  /// The address that a line of the list of links belongs to.
  private(set) var addresses: [Int: String] = [:]

  init() {}

  /// - Parameter isFull: with links and provenance, as in the reader; the preview leaves them out.
  init(
    _ details: MentorDetails, width: Int, now: Timestamp, highlights: Highlighter, search: String = "", isFull: Bool
  ) {
    let mentor = details.mentor
    title = mentor.name
    links = mentor.writeUp.links
    if !mentor.page.isEmpty, !links.contains(mentor.page) { links.append(mentor.page) }
    let facts = MentorFacts(details, width: width, now: now)
    lines += facts.head()
    let body = WriteUpTypesetter(mentor.writeUp, width: width, links: links)
    if !body.lines.isEmpty { lines += [StyledText()] + body.lines }
    lines += facts.contact(isFull: isFull)
    if isFull {
      for (line, address) in facts.linkList(links) {
        if let address { addresses[lines.count] = address }
        lines.append(line)
      }
      lines += facts.provenance()
    }
    lines = lines.map { $0.highlighted(highlights) }
    mark(search)
  }

  /// Marks what is searched for.
  mutating func mark(_ search: String) {
    let wanted = search.folded
    guard !wanted.isEmpty else { return }
    matches.removeAll()
    for (number, line) in lines.enumerated() {
      let ranges = Self.ranges(of: wanted, in: line.text)
      guard !ranges.isEmpty else { continue }
      matches.append(number)
      lines[number] = line.marked(ranges)
    }
  }

  /// Where a folded text stands in a line, as character offsets.
  private static func ranges(of wanted: String, in text: String) -> [Range<Int>] {
    let characters = text.map { String($0).folded }
    let count = wanted.count
    guard characters.count >= count else { return [] }
    var ranges: [Range<Int>] = []
    for start in characters.indices where start >= ranges.last?.upperBound ?? 0 {
      var joined = "", end = start
      while joined.count < count, end < characters.count {
        joined += characters[end]
        end += 1
      }
      if joined == wanted { ranges.append(start..<end) }
    }
    return ranges
  }
}

/// The facts around the write-up.
private struct MentorFacts {
  let mentor: Mentor
  let utcOffset: Int?
  let hasPrevious: Bool
  let width: Int
  let now: Timestamp

  init(_ details: MentorDetails, width: Int, now: Timestamp) {
    mentor = details.mentor
    utcOffset = details.utcOffset
    hasPrevious = details.previous != nil
    self.width = width
    self.now = now
  }

  func head() -> [StyledText] {
    var lines: [StyledText] = []
    var name = StyledText(mentor.name, Style(.title, .bold))
    if !mentor.pronouns.isEmpty { name.append("  " + mentor.pronouns, .dim) }
    lines += name.wrapped(width: width)
    let role = [mentor.title, mentor.team].filter { !$0.isEmpty }.joined(separator: " · ")
    for (text, style) in [(role, Style.text), (placeAndTime, .dim)] where !text.isEmpty {
      lines += StyledText(text, style).wrapped(width: width)
    }
    lines.append(StyledText())
    lines += fact("areas", mentor.areas.joined(separator: ", "))
    lines += fact("interests", mentor.interests.joined(separator: ", "))
    lines += fact("speaks", mentor.languages.map(\.name).joined(separator: ", "))
    lines += fact("groups", mentor.groups.joined(separator: ", "))
    lines += fact("time", availability)
    lines += fact("learns", mentor.seeks.joined(separator: ", "))
    lines += fact("remit", mentor.scopeNote)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  func contact(isFull: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    let how = mentor.how
    lines += fact("channels", how.channels.joined(separator: ", "))
    lines += fact("rhythm", how.rhythm)
    lines += fact("format", how.format)
    lines += fact("answers", how.answersWithin)
    for contact in mentor.contacts {
      lines += fact(contact.kind, contact.value + (contact.isDecoded ? " (decoded; not published)" : ""))
    }
    if !isFull { lines += fact("page", mentor.page) }
    return lines.isEmpty ? [] : [StyledText(), StyledText("Getting in touch", Style(.heading, .bold))] + lines
  }

  /// Lines, each with the address that it shows.
  func linkList(_ links: [String]) -> [(StyledText, String?)] {
    guard !links.isEmpty else { return [] }
    var lines: [(StyledText, String?)] = [(StyledText(), nil), (StyledText("Links", Style(.heading, .bold)), nil)]
    let indent = "[\(links.count)] ".count
    for (place, link) in links.enumerated() {
      let number = "[\(place + 1)] ".padded(to: indent, alignment: .right)
      for (row, part) in link.wrapped(width: max(8, width - indent)).enumerated() {
        let lead = row == 0 ? number : String(repeating: " ", count: indent)
        lines.append((StyledText([.init(lead, .dim), .init(part, .link)]), link))
      }
    }
    return lines
  }

  /// One line per origin, with the fields that came from it.
  func provenance() -> [StyledText] {
    guard !mentor.provenance.isEmpty || !mentor.sources.isEmpty else { return [] }
    var lines = [StyledText(), StyledText("Where this comes from", Style(.heading, .bold))]
    var groups: [(key: String, fields: [String])] = []
    for field in MentorField.allCases {
      guard let origin = mentor.provenance[field] else { continue }
      var key = origin.source
      if !origin.detail.isEmpty { key += " (\(origin.detail))" }
      if let fetched = origin.fetched { key += ", \(fetched.day.text)" }
      let label = field == .writeUp ? "write-up" : field.rawValue
      let name = origin.confidence < 0.6 ? label + " (unsure)" : label
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].fields.append(name)
      } else {
        groups.append((key, [name]))
      }
    }
    for group in groups { lines += hanging(group.key + ": " + group.fields.joined(separator: ", "), .dim) }
    if groups.isEmpty { lines += hanging(mentor.sources.joined(separator: ", "), .dim) }
    if let changed = mentor.lastChanged {
      let more = hasPrevious ? "; d shows what changed then" : ""
      lines += hanging("unchanged since \(changed.day.text)\(more)", .dim)
    } else if hasPrevious {
      lines += hanging("there is an earlier version; d shows what changed", .dim)
    }
    return lines
  }

  private func hanging(_ text: String, _ style: Style) -> [StyledText] {
    text.wrapped(width: max(8, width - 2)).enumerated().map { StyledText(($0 == 0 ? "" : "  ") + $1, style) }
  }

  /// A label and its value, wrapped beside it.
  private func fact(_ label: String, _ value: String) -> [StyledText] {
    guard !value.isEmpty else { return [] }
    let indent = 11
    return value.wrapped(width: max(8, width - indent)).enumerated().map { place, line in
      StyledText([.init((place == 0 ? label : "").padded(to: indent), .dim), .init(line, .text)])
    }
  }

  private var placeAndTime: String {
    var parts = [mentor.place.display].filter { !$0.isEmpty }
    if let offset = utcOffset ?? mentor.place.utcOffset {
      let minutes = ((now.seconds / 60 + Int64(offset)) % 1440 + 1440) % 1440
      parts.append("\(Self.utc(offset)), \(Self.two(minutes / 60)):\(Self.two(minutes % 60)) there")
    }
    return parts.joined(separator: " · ")
  }

  private var availability: String {
    let availability = mentor.availability
    var parts: [String] = []
    switch availability.state {
    case .unknown: break
    case .away: parts.append("away" + (availability.until.map { " until \($0.text)" } ?? ""))
    case .gone: parts.append("gone: the page is missing" + (mentor.goneSince.map { " since \($0.day.text)" } ?? ""))
    case .open, .limited, .full, .closed: parts.append(availability.state.rawValue)
    }
    if let free = availability.free, let capacity = availability.capacity, capacity > 0, availability.state != .away,
      availability.state != .closed, availability.state != .gone
    {
      parts.append("\(free) of \(capacity) places free")
    }
    if !availability.note.isEmpty { parts.append(availability.note) }
    return parts.joined(separator: " · ")
  }

  private static func utc(_ minutes: Int) -> String {
    let rest = abs(minutes) % 60
    return "UTC\(minutes < 0 ? "−" : "+")\(abs(minutes) / 60)" + (rest == 0 ? "" : ":\(two(Int64(rest)))")
  }
  private static func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
