import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory
import StewardDesk

// What a steward does with a request, a command each: decided on the desk as it is, written in one transaction.

/// One deed on one request, and what it leaves.
private func perform(
  _ text: String, _ body: (RequestRecord, DeskRoom) throws -> [DeskEvent.Body]
) throws {
  try Failure.reported {
    let room = try DeskRoom()
    var id: DeskID?
    let (_, desk) = try room.record { desk in
      let record = try DeskRoom.request(text, in: desk)
      id = record.id
      return try body(record, room)
    }
    if let record = id.flatMap({ desk.requests[$0] }) {
      try Output.print(DeskText.row(record, now: room.clock.now))
    }
  }
}

/// `desk correct`
struct DeskCorrect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Mend what was read out of a request.",
    discussion: "Only what is named changes; an empty value (--team \"\") clears it. Lists are separated by commas.")
  @OptionGroup var which: RequestArgument
  @Option var areas: String?
  @Option var interests: String?
  @Option var languages: String?
  @Option var groups: String?
  @Option var team: String?
  @Option(help: "What the newcomer knows and a mentor may want to learn.") var knows: String?
  @Option var place: String?

  func run() throws {
    try perform(which.request) { record, room in
      var wish = record.wish
      func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).cleanedLine() }.filter { !$0.isEmpty }
      }
      if let areas { wish.areas = list(areas) }
      if let interests { wish.interests = list(interests) }
      if let groups { wish.groups = list(groups) }
      if let knows { wish.offers = list(knows) }
      if let team { wish.team = team.cleanedLine() }
      if let languages {
        wish.languages = try list(languages).map { word in
          guard let language = room.language(word) else { throw Failure("there is no language “\(word)”", .usage) }
          return language
        }
      }
      if let place { wish.place = place.cleanedLine().isEmpty ? Place() : room.place(place) }
      return [.corrected(request: record.id, wish: wish)]
    }
  }
}

/// `desk propose`
struct DeskPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Record that a mentor was asked; the place is held.")
  @OptionGroup var which: RequestArgument
  @Argument(help: "Page address or name of the mentor.") var mentor: String

  func run() throws {
    try perform(which.request) { record, room in
      [.proposed(request: record.id, mentor: try MentorArgument(text: mentor).find(in: room.library))]
    }
  }
}

/// `desk pass`
struct DeskPass: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass", abstract: "This mentor is not for this newcomer: they said no, or you think so.")
  @OptionGroup var which: RequestArgument
  @Argument(help: "Page address or name of the mentor.") var mentor: String
  @Option(help: "Who says so: mentor, newcomer or steward.") var by = "steward"
  @Option(help: "Why.") var reason = ""

  func validate() throws {
    guard DeskEvent.Party(rawValue: by) != nil else { throw ValidationError("--by takes mentor, newcomer or steward") }
  }

  func run() throws {
    try perform(which.request) { record, room in
      [
        .turnedDown(
          request: record.id, mentor: try MentorArgument(text: mentor).find(in: room.library),
          by: DeskEvent.Party(rawValue: by) ?? .steward, reason: reason.cleanedLine())
      ]
    }
  }
}

/// `desk claim`
struct DeskClaim: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "claim", abstract: "Take a request on.")
  @OptionGroup var which: RequestArgument

  func run() throws {
    try perform(which.request) { record, room in
      if let claim = record.claim {
        guard claim.steward != room.steward.name else { return [] }
        Talk.say("\(claim.steward) took it on first, at \(claim.at.text); you are noted as well")
      }
      return [.claimed(request: record.id)]
    }
  }
}

/// `desk release`
struct DeskRelease: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "release", abstract: "Let a request go.")
  @OptionGroup var which: RequestArgument

  func run() throws { try perform(which.request) { record, _ in [.released(request: record.id)] } }
}

/// `desk note`
struct DeskNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write something down about a request or, with --mentor, about a mentor.",
    discussion: "Notes are private to the stewards; no export and no introduction has them.")
  @Argument(help: "Number of the request, or the mentor with --mentor.") var subject: String
  @Argument(help: "The note.") var text: [String]
  @Flag(help: "About a mentor.") var mentor = false

  func run() throws {
    let words = text.joined(separator: " ").cleanedText(limit: 20_000)
    guard mentor else {
      return try perform(subject) { record, _ in [.noted(about: .request(record.id), text: words)] }
    }
    try Failure.reported {
      let room = try DeskRoom()
      let id = try MentorArgument(text: subject).find(in: room.library)
      try room.record { _ in [.noted(about: .mentor(id), text: words)] }
    }
  }
}

/// `desk defer`
struct DeskDefer: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "defer", abstract: "Put a request off until a day.")
  @OptionGroup var which: RequestArgument
  @Argument(help: "The day, as 2027-01-31.") var until: String

  func validate() throws {
    guard CalendarDay(until) != nil else { throw ValidationError("“\(until)” is not a day; write it as 2027-01-31") }
  }

  func run() throws {
    try perform(which.request) { record, _ in
      CalendarDay(until).map { [.deferred(request: record.id, until: $0)] } ?? []
    }
  }
}

/// `desk sign`
struct DeskSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Record a sign of life, a reminder that went out, or how often the two speak.")
  @OptionGroup var which: RequestArgument
  @Option(help: "What was heard.") var text = ""
  @Option(help: "Instead: mentor or newcomer was reminded.") var reminded: String?
  @Option(help: "They agreed to speak every so many days.") var everyDays: Int?

  func validate() throws {
    if let reminded, DeskEvent.Party(rawValue: reminded) == nil {
      throw ValidationError("--reminded takes mentor or newcomer")
    }
    if let everyDays, !(1...366).contains(everyDays) { throw ValidationError("--every-days takes 1 to 366") }
  }

  func run() throws {
    try perform(which.request) { record, _ in
      if let party = reminded.flatMap(DeskEvent.Party.init(rawValue:)) {
        return [.reminded(request: record.id, party: party)]
      }
      let sign = DeskEvent.Body.checkedIn(request: record.id, text: text.cleanedText(limit: 20_000))
      return [sign] + (everyDays.map { [.agreedRhythm(request: record.id, days: $0)] } ?? [])
    }
  }
}

/// `desk move`
struct DeskMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Bring a request into another state.",
    discussion: "States: \(RequestState.allCases.map(\.rawValue).joined(separator: ", ")).")
  @OptionGroup var which: RequestArgument
  @Argument(help: "The state.") var state: String
  @Option(help: "Why.") var reason = ""

  func run() throws { try Self.move(which.request, to: state, reason: reason) }

  static func move(_ request: String, to word: String, reason: String) throws {
    try perform(request) { record, _ in
      let folded = word.folded.filter(\.isLetter)
      guard let state = RequestState.allCases.first(where: { $0.rawValue.filter(\.isLetter) == folded }) else {
        let states = RequestState.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("there is no state “\(word)”: take \(states)", .usage)
      }
      guard record.state.next.contains(state) else {
        let next = record.state.next.map(\.rawValue).joined(separator: ", ")
        throw Failure("from “\(record.state.rawValue)” it can go to: \(next)", .usage)
      }
      let reason = reason.cleanedLine()
      guard !state.needsReason || !reason.isEmpty else {
        throw Failure("“\(state.rawValue)” needs a reason: --reason \"…\"", .usage)
      }
      return [.moved(request: record.id, to: state, reason: reason)]
    }
  }
}

/// `desk close`
struct DeskClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "End a request: completed, lapsed, withdrawn or no match.")
  @OptionGroup var which: RequestArgument
  @Option(name: .customLong("as"), help: "completed, lapsed, withdrawn or \"no match\".") var state: String
  @Option(help: "Why.") var reason = ""

  func run() throws { try DeskMove.move(which.request, to: state, reason: reason) }
}

/// `desk undo`
struct DeskUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back what you did last.",
    discussion: "A mail that went out is not called back; only the desk forgets that it did.")

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom()
      var deed: DeskEvent?
      try room.record { desk in
        guard let event = desk.undoable(by: room.steward.name) else {
          throw Failure("there is nothing of \(room.steward.name)'s to take back", .nothingFound)
        }
        deed = event
        return [.undone(event: event.id)]
      }
      if let deed { Talk.say("taken back: \(DeskText.deed(deed, room.library))") }
    }
  }
}

/// `desk redo`
struct DeskRedo: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "redo", abstract: "Bring back what you took back last.")

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom()
      try room.record { desk in
        guard let event = desk.redoable(by: room.steward.name) else {
          throw Failure("there is nothing to bring back", .nothingFound)
        }
        return [.undone(event: event.id)]
      }
    }
  }
}

/// `desk forget`
struct DeskForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove a newcomer's personal data for good. Cannot be undone.",
    discussion: """
      Name, address, words, notes and introductions go from this machine; that there was a request, what area it was \
      about and which mentor had it stays. Copies of mails and files that you saved elsewhere are yours to remove.
      """)
  @OptionGroup var which: RequestArgument
  @Flag(help: "Do it without asking back.") var yes = false

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom()
      let record = try DeskRoom.request(which.request, in: try room.desk())
      guard yes else {
        throw Failure(
          "This removes \(DeskText.name(record)) (\(record.id.short)) for good. Say so with --yes.", .usage)
      }
      try room.record { _ in [.forgotten(request: record.id)] }
      try room.compact()
      Talk.say("the data of request \(record.id.short) was removed")
    }
  }
}
