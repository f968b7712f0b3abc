import DirectorySync
import MentorDirectory
import StewardDesk

/// Makes requests of what came in.
public struct Intake: Sendable {
  private let wishes: WishReader
  private let tables: ReferenceTables

  public init(wishes: WishReader, tables: ReferenceTables) {
    self.wishes = wishes
    self.tables = tables
  }

  public struct Result: Equatable, Sendable {
    public var requests: [Request] = []
    public var problems: [ImportProblem] = []
  }

  /// Reads a file by what it is: mails, a form export, or a text that somebody wrote.
  /// - Parameters:
  ///   - path: for messages, and for reading a sheet.
  ///   - bytes: the file's content.
  public func read(_ bytes: [UInt8], path: String, now: Timestamp) -> Result {
    if Mailbox.looksLikeMail(bytes) { return mails(bytes, path: path) }
    if path.lowercased().hasSuffix(".csv") || path.lowercased().hasSuffix(".tsv") { return form(path, now: now) }
    let text = CharsetText.decode(bytes, charset: nil).cleanedText(limit: WishReader.mostBytes)
    guard text.contains(where: { !$0.isWhitespace }) else {
      return Result(problems: [ImportProblem(file: path, reason: "there is nothing in it")])
    }
    return Result(requests: [byHand(name: "", contact: "", text: text)])
  }

  /// A wish that a steward typed or was told.
  public func byHand(name: String, contact: String, text: String) -> Request {
    let newcomer = Request.Newcomer(name: name.cleanedLine(limit: 200), contact: contact.cleanedLine(limit: 320))
    return Request(
      newcomer: newcomer, wish: wishes.read(text), way: .hand,
      originKey: Self.key("hand", newcomer.name, newcomer.contact, text))
  }

  // MARK: - Mails

  private func mails(_ bytes: [UInt8], path: String) -> Result {
    var result = Result()
    let messages = Mailbox.messages(in: bytes)
    for (number, message) in messages.enumerated() {
      let mail = ReceivedMail(message)
      let place = messages.count > 1 ? "mail \(number + 1): " : ""
      result.problems += mail.problems.map { ImportProblem(file: path, reason: place + $0) }
      guard mail.text.contains(where: { !$0.isWhitespace }) || !mail.subject.isEmpty else {
        result.problems.append(ImportProblem(file: path, reason: "\(place)there is no text in it"))
        continue
      }
      let text = mail.subject.isEmpty ? mail.text : "\(mail.subject)\n\n\(mail.text)"
      result.requests.append(
        Request(
          newcomer: .init(name: mail.name.isEmpty ? mail.address : mail.name, contact: mail.address),
          wish: wishes.read(text), way: .mail,
          originKey: mail.messageID.isEmpty
            ? Self.key("mail", mail.address, mail.subject, mail.text) : Self.key("message", mail.messageID)))
    }
    return result
  }

  // MARK: - Forms

  /// A form export has the columns of any sheet of people; what somebody wants to learn is what they wish for.
  private func form(_ path: String, now: Timestamp) -> Result {
    let source = Importer(tables: tables).run([path], Importer.Options(kind: .sheet, now: now))
    var result = Result(problems: source.skipped + source.warnings)
    for row in source.mentors { result.requests.append(request(of: row)) }
    return result
  }

  private func request(of row: Mentor) -> Request {
    let text = row.writeUp.plainText
    var wish = wishes.read(text)
    let read = wishes.read((row.seeks + row.interests).joined(separator: "\n"))
    wish.areas = Self.union(row.areas + read.areas, wish.areas)
    wish.interests = Self.union(
      (row.seeks + row.interests).filter { !wish.areas.contains($0) } + read.interests, wish.interests)
    if !row.languages.isEmpty { wish.languages = row.languages }
    if !row.place.isEmpty { wish.place = row.place }
    wish.groups = Self.union(row.groups, wish.groups)
    if !row.team.isEmpty { wish.team = row.team }
    wish.text = text.isEmpty ? (row.seeks + row.interests).joined(separator: "; ") : text
    let contact = row.contacts.first { MailAddress.isAddress($0.value) } ?? row.contacts.first
    return Request(
      newcomer: .init(name: row.name, contact: contact?.value ?? ""), wish: wish, way: .form,
      originKey: Self.key("form", row.name, contact?.value ?? "", wish.text))
  }

  private static func union(_ first: [String], _ second: [String]) -> [String] {
    var all: [String] = []
    for value in first + second where !all.contains(where: { $0.folded == value.folded }) { all.append(value) }
    return all
  }

  private static func key(_ parts: String...) -> String {
    var hash = StableHash()
    for part in parts { hash.combine(part.cleanedText()) }
    return String(hash.value, radix: 36)
  }
}
