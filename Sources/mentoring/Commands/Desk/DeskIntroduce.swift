import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory
import StewardDesk

/// `desk introduce`
struct DeskIntroduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "introduce", abstract: "Write the introduction of a newcomer and a mentor, and send it or save it.",
    discussion: """
      The mail goes to both, says who each is and why they are connected, and is kept in the history word for word. \
      Nothing is sent without --send. Texts come from templates, which a file introductions/LANGUAGE.txt in the \
      configuration directory replaces.

      Examples:
        mentoring desk introduce Robin "Ada Example"                       prints it, records nothing
        mentoring desk introduce Robin "Ada Example" --as eml --output robin-and-ada.eml
        mentoring desk introduce Robin "Ada Example" --edit --send
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case eml, mailto, text }

  @OptionGroup var which: RequestArgument
  @Argument(help: "Page address or name of the mentor.") var mentor: String
  @Option(name: .customLong("as"), help: "eml, mailto or text.") var form: Form?
  @Option(help: "Write it to this file, which must not be there yet.", completion: .file()) var output: String?
  @Flag(help: "Send it with sendmail -t, or what MENTORING_SENDMAIL names.") var send = false
  @Flag(help: "Open the draft in $VISUAL or $EDITOR first; an empty file sends nothing.") var edit = false
  @Option(help: "Language of the template, as en or de; else one that both speak.") var language: String?
  @Option(help: "Name of the community, for the template.") var community = ""

  func validate() throws {
    if send, form != nil || output != nil { throw ValidationError("--send excludes --as and --output") }
  }

  func run() throws {
    try Failure.reported {
      let room = try DeskRoom(), desk = try room.desk()
      let record = try DeskRoom.request(which.request, in: desk)
      let id = try MentorArgument(text: mentor).find(in: room.library)
      guard let mentor = try room.library.mentor(id) else {
        throw Failure("“\(id.rawValue)” is no longer in the cache", .nothingFound)
      }
      try check(record, mentor)
      var draft = try self.draft(record, mentor, desk, room)
      if edit { draft = try DraftEditor(room.environment).edit(draft) }
      if send {
        try sendMail(draft, record, room)
      } else {
        try write(draft, record, room)
      }
    }
  }

  private func check(_ record: RequestRecord, _ mentor: Mentor) throws {
    guard !record.isForgotten else { throw Failure("this newcomer's data was removed; there is nobody to introduce") }
    if record.state.holdsPlace, record.mentor == mentor.id, record.introductions.last?.sent.mentor == mentor.id {
      throw Failure(
        "\(DeskText.name(record)) was introduced to \(mentor.name) already; `mentoring desk undo` takes that back if it "
          + "never went out")
    }
  }

  private func draft(
    _ record: RequestRecord, _ mentor: Mentor, _ desk: Desk, _ room: DeskRoom
  ) throws -> IntroductionDraft {
    let matcher = try room.matcher(desk), offset = room.utcOffset(record.wish.place)
    if let exclusion = matcher.exclusion(record, mentor: mentor.id) {
      Talk.say("mind: \(Sentence.of(exclusion))")
    }
    guard let match = matcher.explain(record, utcOffset: offset, mentor: mentor) else {
      throw Failure("\(mentor.name) is no longer in the directory", .nothingFound)
    }
    return IntroductionDraft(
      record, match, mentor: mentor, template: try room.template(record, mentor, language: language),
      steward: room.steward.name, community: community.cleanedLine())
  }

  // MARK: - Out

  private func write(_ draft: IntroductionDraft, _ record: RequestRecord, _ room: DeskRoom) throws {
    let mail: MailMessage? = form == .eml || form == .mailto ? try room.mail(draft) : nil
    let text =
      switch form {
      case .eml: mail?.source ?? ""
      case .mailto: (mail?.mailto ?? "") + "\n"
      case .text, nil: "\(draft.subject)\n\n\(draft.text)"
      }
    guard let output else {
      try Output.write(text)
      // Only looked at.
      if form != nil { try note(draft, record, room, mail) }
      return
    }
    guard Files.kind(at: output) == nil else {
      throw Failure("\(output) is there already, and nothing was written. Take another name.", .usage)
    }
    try AtomicFile.write(text, to: output)
    try note(draft, record, room, mail)
    Talk.say("written to \(output)")
  }

  private func note(
    _ draft: IntroductionDraft, _ record: RequestRecord, _ room: DeskRoom, _ mail: MailMessage?
  ) throws {
    let way: SentIntroduction.Way = form == .eml ? .file : form == .mailto ? .mailto : .text
    try room.record { desk in [try Self.introduced(draft, record, way, mail?.messageID ?? "", in: desk)] }
  }

  /// The word that it went out is written first: a mail is rather missing than sent twice, and then said to be.
  private func sendMail(_ draft: IntroductionDraft, _ record: RequestRecord, _ room: DeskRoom) throws {
    let program = MailProgram(room.environment)
    try program.check()
    let mail = try room.mail(draft)
    let (events, _) = try room.record { desk in
      [try Self.introduced(draft, record, .sendmail, mail.messageID, in: desk)]
    }
    do {
      try program.send(mail)
    } catch {
      try room.record { _ in events.map { .undone(event: $0.id) } }
      throw Failure("Not sent. \(Sentence.of(error)) The request is as it was.")
    }
    Talk.say("sent to \(mail.to.map(\.address).joined(separator: " and "))")
  }

  /// Decided in the transaction: two stewards at once send one introduction.
  private static func introduced(
    _ draft: IntroductionDraft, _ record: RequestRecord, _ way: SentIntroduction.Way, _ messageID: String, in desk: Desk
  ) throws -> DeskEvent.Body {
    guard let current = desk.requests[record.id], current.history == record.history else {
      throw Failure("The request changed meanwhile. Look at it with `mentoring desk show \(record.id.short)`.")
    }
    return .introduced(
      request: record.id,
      SentIntroduction(
        mentor: draft.mentor, mentorName: draft.mentorName, way: way, messageID: messageID, subject: draft.subject,
        text: draft.text))
  }
}
