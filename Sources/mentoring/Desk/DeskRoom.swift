import DeskIntake
import DirectoryStore
import DirectorySync
import Foundation
import Host
import MentorDirectory
import StewardDesk

/// The desk with all that it takes to work at it: the journal, the directory, the steward, the clock.
final class DeskRoom {
  let library: any MentorLibrary
  let steward: Steward
  let environment: RunEnvironment
  let clock: WallClock
  private let journal: DeskJournal
  private let tables: ReferenceTables
  private let resources: Resources
  private let configDirectory: String
  private var generator = SystemRandomNumberGenerator()

  init() throws {
    environment = .current()
    resources = try Resources()
    let workplace = try Workplace(environment: environment, resources: resources)
    steward = Steward(environment)
    clock = workplace.clock
    tables = try workplace.tables()
    configDirectory = workplace.paths.config
    journal = try DeskJournal(directory: workplace.paths.data)
    library = try CachedLibrary(workplace)
  }

  // MARK: - The journal

  func desk() throws -> Desk { try journal.desk() }

  /// Decides and writes in one go.
  @discardableResult
  func record(_ decide: (Desk) throws -> [DeskEvent.Body]) throws -> (events: [DeskEvent], desk: Desk) {
    try journal.record(by: steward.name, at: clock.now.seconds * 1_000, using: &generator, decide)
  }

  /// After something was forgotten.
  func compact() throws { try journal.compact() }

  /// The request that a person means: the end of its identifier, or the name of the only newcomer who is called so.
  static func request(_ text: String, in desk: Desk) throws -> RequestRecord {
    if let record = desk.request(named: text) { return record }
    let named = desk.inOrder.filter { !$0.isForgotten && $0.request.newcomer.name.folded.contains(text.folded) }
    let open = named.filter { !$0.state.isClosed }
    let found = open.count == 1 ? open : named
    guard let first = found.first else {
      throw Failure("there is no request “\(text)”; `mentoring desk list --all` lists them", .nothingFound)
    }
    guard found.count == 1 else {
      let lines = found.prefix(8).map { "  \($0.id.short)  \($0.request.newcomer.name)" }.joined(separator: "\n")
      throw Failure("“\(text)” could be several requests; name one by its number:\n\(lines)", .nothingFound)
    }
    return first
  }

  // MARK: - The directory

  func language(_ word: String) -> Language? { tables.languages.language(word) }
  func place(_ words: String) -> Place { tables.gazetteer.place(words) }

  /// Reads wishes with the values of the directory.
  var wishes: WishReader {
    let index = library.index
    let kinds: [(FacetName, WishReader.Kind)] = [
      (.area, .area), (.team, .team), (.interest, .interest), (.group, .group),
    ]
    let names = kinds.flatMap { facet, kind in
      index.valueRange(of: facet).map { (kind: kind, name: index.valueName($0)) }
    }
    return WishReader(names, tables: tables)
  }

  var intake: Intake { Intake(wishes: wishes, tables: tables) }

  /// All mentors, made ready for matching under the desk's load.
  func matcher(_ desk: Desk) throws -> Matcher {
    let now = clock.now, loads = desk.loads(now: now)
    var index = MatchIndex(vocabulary: tables.vocabulary, now: now)
    try library.forEachMentor { mentor in
      index.add(
        mentor, writeUp: mentor.writeUp.plainText, utcOffset: utcOffset(mentor.place),
        load: loads[mentor.id] ?? MentorLoad(), isBlocked: desk.mentors[mentor.id]?.block != nil)
    }
    return Matcher(index)
  }

  /// Minutes east of UTC at a place now; nil if unknown.
  func utcOffset(_ place: Place) -> Int? {
    if let offset = place.utcOffset { return offset }
    guard !place.timeZone.isEmpty, let zone = TimeZone(identifier: place.timeZone) else { return nil }
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(clock.now.seconds))) / 60
  }

  /// Mentors whose break ends, with the day.
  func breaks() throws -> [MentorID: CalendarDay] {
    var breaks: [MentorID: CalendarDay] = [:]
    try library.forEachMentor { mentor in
      if mentor.availability.state == .away, let until = mentor.availability.until { breaks[mentor.id] = until }
    }
    return breaks
  }

  // MARK: - Introductions

  /// The template in the first language that newcomer and mentor share and that there is one for; else English.
  func template(_ record: RequestRecord, _ mentor: Mentor, language: String? = nil) throws -> IntroductionTemplate {
    let shared = record.wish.languages.filter { mine in mentor.languages.contains { $0.code == mine.code } }.map(\.code)
    let own = mentor.languages.map(\.code)
    let wanted = language.map { [$0] } ?? (shared.isEmpty && record.wish.languages.isEmpty ? own : shared)
    // English where both have it: a mentor's other languages say nothing of what the newcomer reads.
    let order = language == nil && record.wish.languages.isEmpty && own.contains("en") ? ["en"] : wanted
    for code in order + (language == nil ? ["en"] : []) where !code.isEmpty {
      if let template = try template(code) { return template }
    }
    throw Failure("there is no template for the language “\(language ?? "")”", .usage)
  }

  private func template(_ code: String) throws -> IntroductionTemplate? {
    guard code.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    let own = FilePath.join(FilePath.join(configDirectory, "introductions"), "\(code).txt")
    let isOwn = Files.kind(at: own) == .file
    guard let text = isOwn ? try Files.readText(own) : try? resources.text(named: "introductions/\(code).txt") else {
      return nil
    }
    do throws(IntroductionTemplate.Problem) {
      return try IntroductionTemplate(text, language: code)
    } catch {
      throw Failure(Sentence.of(error, path: isOwn ? own : "introductions/\(code).txt"))
    }
  }

  /// The mail of a draft, from this steward.
  func mail(_ draft: IntroductionDraft) throws -> MailMessage {
    guard !steward.address.isEmpty else {
      throw Failure(
        "Nobody knows your mail address. Set MENTORING_STEWARD=\"Your Name <you@your.example>\" and try again.", .usage)
    }
    guard !draft.recipients.isEmpty else {
      throw Failure(
        "Neither of the two has a mail address. `--as text` prints the introduction, to be sent in another way.")
    }
    let id = DeskID(
      milliseconds: clock.now.seconds * 1_000,
      random: (generator.next(), UInt16(truncatingIfNeeded: generator.next())))
    let host = steward.address.split(separator: "@").last.map(String.init) ?? "localhost"
    return MailMessage(
      from: (steward.name, steward.address), to: draft.recipients.map { ($0.name, $0.address) }, subject: draft.subject,
      text: draft.text, date: clock.now, messageID: "\(id.text.lowercased())@\(host)")
  }
}
