import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory
import StewardDesk

/// `mentoring desk`
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "The steward's desk: from a request to an introduction that says why.",
    discussion: """
      A request is named by its number, as `desk list` shows it, or by the newcomer's name. What is done is written into \
      the journal in the data directory and can be taken back with `desk undo`.

      Examples:
        mentoring desk add letter.eml
        mentoring desk list
        mentoring desk match Robin
        mentoring desk introduce Robin "Ada Example" --as eml --output robin-and-ada.eml
        mentoring desk due
      """,
    subcommands: [
      DeskAdd.self, DeskList.self, DeskShow.self, DeskCorrect.self, DeskMatch.self, DeskPropose.self,
      DeskIntroduce.self, DeskPass.self, DeskBatch.self, DeskClaim.self, DeskRelease.self, DeskNote.self,
      DeskDefer.self, DeskSign.self, DeskMove.self, DeskClose.self, DeskDue.self, DeskOverviewCommand.self,
      DeskUndo.self, DeskRedo.self, DeskForget.self,
    ],
    defaultSubcommand: DeskList.self)
}

/// The request a command is about.
struct RequestArgument: ParsableArguments {
  @Argument(help: "Its number or the newcomer's name.")
  var request: String
}

/// `desk add`
struct DeskAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add requests: a mail, a mailbox, a form export, a text, or by hand.",
    discussion: """
      What was read out of the words is shown; `desk correct` mends it. The same mail or form row is added once.

      Examples:
        mentoring desk add letter.eml form.csv
        mentoring desk add - < letter.eml
        mentoring desk add --name Robin --contact robin@people.example --wants "I would like to translate into Yoruba"
      """)

  @Argument(help: "Files, or - for standard input.", completion: .file())
  var files: [String] = []
  @Option(help: "The newcomer's name.") var name: String?
  @Option(help: "How to answer: a mail address, usually.") var contact: String?
  @Option(help: "What they want, in their own words.") var wants: String?
  @Flag(help: "What was added as JSON.") var json = false

  func validate() throws {
    guard files.isEmpty != (wants == nil) else {
      throw ValidationError("take files, or --name, --contact and --wants")
    }
  }

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), intake = room.intake
      var requests: [Request] = [], unread: [String] = []
      if let wants { requests = [intake.byHand(name: name ?? "", contact: contact ?? "", text: wants)] }
      for file in files {
        let result = intake.read(try bytes(file), path: file, now: room.clock.now)
        for problem in result.problems { Talk.say("\(file): \(problem.reason)") }
        if result.requests.isEmpty { unread.append(file) }
        requests += result.requests
      }
      var repeated = 0
      let (events, desk) = try room.record { desk in
        var keys: Set<String> = []
        let new = requests.filter { request in
          desk.request(ofOrigin: request.originKey) == nil && keys.insert(request.originKey).inserted
        }
        repeated = requests.count - new.count
        return new.map { .received($0) }
      }
      let records = events.compactMap { desk.requests[$0.id] }
      if json {
        try Output.print(
          JSONValue.object(["added": .array(records.map { DeskText.json($0) }), "repeated": .int(repeated)])
            .text(indented: true))
      } else {
        for record in records { try Output.print(DeskText.whole(record, library: room.library, now: room.clock.now)) }
        if repeated > 0 { Talk.say("\(counted(repeated, "request")) had been added before") }
      }
      guard unread.isEmpty else { throw Failure("No request came of \(unread.joined(separator: ", ")).") }
    }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    try Files.read(file == "-" ? "/dev/stdin" : file, limit: 256 << 20)
  }
}

/// `desk list`
struct DeskList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the requests.")
  @Flag(help: "Those that are over too.") var all = false
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom()
      let records = try room.desk().inOrder.filter { all || !$0.state.isClosed }
      if json {
        try Output.print(
          JSONValue.object(["requests": .array(records.map { DeskText.json($0) })]).text(indented: true))
      } else if !records.isEmpty {
        try Output.print(records.map { DeskText.row($0, now: room.clock.now) }.joined(separator: "\n"))
      }
      guard !records.isEmpty else {
        throw Failure("There are no requests. `mentoring desk add` adds one.", .nothingFound)
      }
    }
  }
}

/// `desk show`
struct DeskShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a request with its history.")
  @OptionGroup var which: RequestArgument
  @Flag(help: "The events as JSON, introductions word for word.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom()
      let record = try DeskRoom.request(which.request, in: try room.desk())
      if json {
        var object = DeskText.json(record).object ?? JSONObject()
        object.append("history", .array(record.history.map { .object($0.json) }))
        try Output.print(JSONValue.object(object).text(indented: true))
      } else {
        try Output.print(DeskText.whole(record, library: room.library, now: room.clock.now))
      }
    }
  }
}

/// `desk match`
struct DeskMatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Rank the mentors for a request, each with the reasons.")
  @OptionGroup var which: RequestArgument
  @Option(help: "At most so many.") var limit = 10
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), desk = try room.desk()
      let record = try DeskRoom.request(which.request, in: desk)
      let matcher = try room.matcher(desk), offset = room.utcOffset(record.wish.place)
      let matches = try matcher.rank(record, utcOffset: offset, limit: max(1, limit)).compactMap { ranked in
        try room.library.mentor(ranked.mentor).flatMap { mentor in
          matcher.explain(record, utcOffset: offset, mentor: mentor).map { ($0, mentor) }
        }
      }
      if json {
        let answer: JSONValue = [
          "request": .string(record.id.short), "matches": .array(matches.map { DeskText.json($0, $1) }),
        ]
        try Output.print(answer.text(indented: true))
      } else if !matches.isEmpty {
        try Output.print(matches.map { DeskText.match($0, $1) }.joined(separator: "\n\n"))
      }
      guard !matches.isEmpty else {
        throw Failure("No mentor has time, a free place and a common language for this request.", .nothingFound)
      }
    }
  }
}
