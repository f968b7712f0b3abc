import MentorDirectory

/// An introduction as it stands before it is sent: to both, saying who each is and why they are connected.
public struct IntroductionDraft: Equatable, Sendable {
  public var mentor: MentorID
  public var mentorName: String
  /// Addresses of both, newcomer first; one that is no mail address is left out, and the mail then says less.
  public var recipients: [Recipient]
  public var subject: String
  public var text: String
  /// Of the template.
  public var language: String

  public struct Recipient: Equatable, Sendable {
    public var name: String
    public var address: String
  }

  /// - Parameters:
  ///   - community: its name, for `{community}`; empty leaves such paragraphs out.
  public init(
    _ record: RequestRecord, _ match: Match, mentor: Mentor, template: IntroductionTemplate, steward: String,
    community: String = ""
  ) {
    self.mentor = mentor.id
    mentorName = mentor.name
    language = template.language
    let newcomer = record.request.newcomer
    let mail = mentor.contacts.first { MailAddress.isAddress($0.value) }?.value ?? ""
    recipients = [
      Recipient(name: newcomer.name, address: newcomer.contact), Recipient(name: mentor.name, address: mail),
    ].filter { MailAddress.isAddress($0.address) }
    let values: [String: String] = [
      "newcomer": newcomer.name, "newcomer.contact": newcomer.contact, "wish": Self.quoted(record.wish.text),
      "mentor": mentor.name, "mentor.title": mentor.title, "mentor.place": mentor.place.display,
      "mentor.page": mentor.page,
      "mentor.contact": mail.isEmpty ? mentor.contacts.first.map { "\($0.kind) \($0.value)" } ?? "" : mail,
      "how": Self.how(mentor.how), "asks": Self.bullets(MentorAsks.asks(in: mentor.writeUp)),
      "reasons": Self.bullets(ReasonWords.sentences(match.reasons, template)), "steward": steward,
      "community": community,
    ]
    subject = TemplateField.fill(template.subject) { values[$0] ?? "" }.cleanedLine(limit: 200)
    text = Self.paragraphs(template.body, values)
  }

  /// Paragraphs whose fields all say something.
  private static func paragraphs(_ body: String, _ values: [String: String]) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .filter { TemplateField.names(in: $0).allSatisfy { !(values[$0] ?? "").isEmpty } }
      .map { TemplateField.fill($0) { values[$0] ?? "" } }.joined(separator: "\n\n") + "\n"
  }

  private static func bullets(_ lines: [String]) -> String { lines.map { "- \($0)" }.joined(separator: "\n") }

  /// As mail quotes, so that it is seen whose words these are.
  private static func quoted(_ text: String) -> String {
    let lines = text.cleanedText(limit: 4_000).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "" }
    return lines.map { "> \($0)" }.joined(separator: "\n")
  }

  private static func how(_ how: How) -> String {
    ([how.channels.joined(separator: ", "), how.rhythm, how.format]).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
