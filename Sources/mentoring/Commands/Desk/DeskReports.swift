import ArgumentParser
import Host
import MentorDirectory
import StewardDesk

/// `desk due`
struct DeskDue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what wants doing, what is due longest first.",
    discussion: "For cron: exits with 1 and says nothing on standard output if nothing is due.")
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), desk = try room.desk()
      let items = desk.due(on: room.clock.now.day, rules: FollowUpRules(), breaks: try room.breaks())
      if json {
        let list = items.map { item -> JSONValue in
          [
            "since": .string(item.since.text), "request": item.request.map { .string($0.short) } ?? .null,
            "mentor": item.mentor.map { .string($0.rawValue) } ?? .null,
            "todo": .string(
              DeskText.todo(item.what, mentor: item.mentor.map { DeskText.mentor($0, room.library) } ?? "")),
          ]
        }
        try Output.print(JSONValue.object(["due": .array(list)]).text(indented: true))
      } else if !items.isEmpty {
        try Output.print(items.map { DeskText.due($0, desk, room.library) }.joined(separator: "\n"))
      }
      guard !items.isEmpty else { throw Failure("", .nothingFound) }
    }
  }
}

/// `desk batch`
struct DeskBatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Match all open requests to free places at once, best in total.",
    discussion: "A proposal: nothing is recorded. `desk propose` or `desk introduce` takes a pair up.")
  @Option(name: .customLong("keep"), help: "A settled pair, as REQUEST=MENTOR. Repeatable.") var kept: [String] = []
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), desk = try room.desk()
      let open = desk.inOrder.filter { $0.state.isOpen && !$0.isForgotten }
      let matcher = try room.matcher(desk)
      let batch = Batch(open, matcher: matcher, fixed: try fixed(in: desk, room)) { room.utcOffset($0) }
      let pairs = try batch.pairs.compactMap { pair -> (RequestRecord, Match, Mentor)? in
        guard let record = desk.requests[pair.request], let mentor = try room.library.mentor(pair.mentor),
          let match = matcher.explain(record, utcOffset: room.utcOffset(record.wish.place), mentor: mentor)
        else { return nil }
        return (record, match, mentor)
      }
      let unmatched = batch.unmatched.compactMap { desk.requests[$0] }
      if json {
        let list = pairs.map { record, match, mentor -> JSONValue in
          [
            "request": .string(record.id.short), "name": .string(DeskText.name(record)),
            "match": DeskText.json(match, mentor),
          ]
        }
        try Output.print(
          JSONValue.object(["pairs": .array(list), "unmatched": .strings(unmatched.map(\.id.short))]).text(
            indented: true))
      } else {
        let lines = pairs.map { "\($0.0.id.short)  \(DeskText.name($0.0))\n\(DeskText.match($0.1, $0.2))" }
        let rest = unmatched.map { "\($0.id.short)  \(DeskText.name($0))\n      nobody is left, or nobody fits" }
        if !(lines + rest).isEmpty { try Output.print((lines + rest).joined(separator: "\n\n")) }
      }
      guard !pairs.isEmpty else { throw Failure("There is no pair to propose.", .nothingFound) }
    }
  }

  private func fixed(in desk: Desk, _ room: DeskRoom) throws -> [Batch.Pair] {
    try kept.map { text in
      guard let equals = text.firstIndex(of: "=") else {
        throw Failure("--keep takes REQUEST=MENTOR, not “\(text)”", .usage)
      }
      let record = try DeskRoom.request(String(text[..<equals]), in: desk)
      let mentor = try MentorArgument(text: String(text[text.index(after: equals)...])).find(in: room.library)
      return Batch.Pair(request: record.id, mentor: mentor, score: 0)
    }
  }
}

/// `desk overview`
struct DeskOverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "How long people wait, who carries how much, what came of it, who is missing.")
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), desk = try room.desk()
      let overview = DeskOverview(desk, index: try room.matcher(desk).index, now: room.clock.now)
      try Output.print(json ? Self.json(overview).text(indented: true) : Self.text(overview, room.library))
    }
  }

  private static func text(_ overview: DeskOverview, _ library: any MentorLibrary) -> String {
    var lines = ["WAITING"]
    let most = overview.waiting.map(\.count).max() ?? 1
    for row in overview.waiting {
      lines.append(
        "  \(row.state.rawValue.padded(to: 12)) \(bar(row.count, of: most)) \(row.count), half of them for \(counted(row.median, "day")) or more, longest \(row.longest)"
      )
    }
    lines += ["", "LOAD"]
    let heaviest = overview.loads.map(\.held).max() ?? 1
    for row in overview.loads.prefix(20) {
      lines.append(
        "  \(DeskText.mentor(row.mentor, library).padded(to: 28)) \(bar(row.held, of: heaviest)) \(row.held) now, \(row.recent) in 30 days"
      )
    }
    lines += ["", "OUTCOMES"]
    for state in RequestState.allCases {
      if let count = overview.outcomes[state] { lines.append("  \(state.rawValue.padded(to: 12)) \(count)") }
    }
    if let median = overview.daysToIntroduction.isEmpty
      ? nil : overview.daysToIntroduction[overview.daysToIntroduction.count / 2]
    {
      lines.append("  from request to introduction: \(counted(median, "day")) (median)")
    }
    lines += ["", "GAPS"]
    for gap in overview.gaps {
      let who = gap.mentors == 0 ? "no mentor at all" : "\(counted(gap.mentors, "mentor")), none with time"
      lines.append(
        "  \(gap.kind.rawValue.padded(to: 9)) \(gap.name.padded(to: 24)) \(counted(gap.requests, "request")), \(who)")
    }
    if overview.gaps.isEmpty {
      lines.append("  none: every open request has a mentor with time for its area, place and language")
    }
    return lines.joined(separator: "\n")
  }

  private static func bar(_ count: Int, of most: Int) -> String {
    String(repeating: "█", count: max(count > 0 ? 1 : 0, count * 20 / max(1, most))).padded(to: 20)
  }

  private static func json(_ overview: DeskOverview) -> JSONValue {
    let waiting = overview.waiting.map { row -> JSONValue in
      [
        "state": .string(row.state.rawValue), "count": .int(row.count), "medianDays": .int(row.median),
        "longestDays": .int(row.longest),
      ]
    }
    let loads = overview.loads.map { row -> JSONValue in
      ["mentor": .string(row.mentor.rawValue), "held": .int(row.held), "recent": .int(row.recent)]
    }
    let gaps = overview.gaps.map { gap -> JSONValue in
      [
        "kind": .string(gap.kind.rawValue), "name": .string(gap.name), "requests": .int(gap.requests),
        "mentors": .int(gap.mentors),
      ]
    }
    var outcomes = JSONObject()
    for state in RequestState.allCases {
      if let count = overview.outcomes[state] { outcomes.append(state.rawValue, .int(count)) }
    }
    return [
      "waiting": .array(waiting), "loads": .array(loads), "outcomes": .object(outcomes),
      "daysToIntroduction": .array(overview.daysToIntroduction.map { .int($0) }), "gaps": .array(gaps),
    ]
  }
}
