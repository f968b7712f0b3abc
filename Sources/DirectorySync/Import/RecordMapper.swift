import Foundation
import MentorDirectory

/// Makes a mentor of a record: a row of a sheet, an object of a list, an entry of a wiki page.
public struct RecordMapper: Sendable {
  /// A mentor as one record gives it.
  public struct Reading: Equatable, Sendable {
    public var mentor: Mentor
    /// The names by which the same person is recognised, strongest first; `mentor.id` is the first, or a key made
    /// from the source and the person's name if there is none.
    public var identities: [MentorID]
    public var line: Int
    public var warnings: [ImportProblem]
  }

  public enum Outcome: Equatable, Sendable {
    case mentor(Reading)
    case skipped(ImportProblem)
    /// The record says nothing at all: an empty row.
    case blank
  }

  public var tables: ReferenceTables
  public var context: SourceContext
  public var map: FieldMap
  /// False (the default): what a source marks as not public is left where it is.
  public var keepsRestricted = false
  /// What the source limits its mentors' offers to, for records that do not say so themselves.
  public var scopeNote = ""

  public init(tables: ReferenceTables, context: SourceContext, map: FieldMap) {
    self.tables = tables
    self.context = context
    self.map = map
  }

  /// Maps one object.
  public func read(_ record: JSONObject) -> Outcome { read(record.entries, line: record.line) }

  func read(_ entries: [RecordEntry], line: Int) -> Outcome {
    var draft = RecordDraft()
    for entry in entries {
      guard let field = map.field(entry.path), accepts(entry.privacy) else { continue }
      take(field, entry, into: &draft)
    }
    if let refusal = draft.refusal { return .skipped(problem(line, refusal)) }
    guard draft.isTouched else { return .blank }
    if draft.isReference {
      return .skipped(problem(line, "it is only a reference to \(draft.userName), without a name"))
    }
    return reading(draft, line: line)
  }

  private func take(_ field: RecordField, _ entry: RecordEntry, into draft: inout RecordDraft) {
    let before = draft.contacts.count + draft.profiles.count
    switch field {
    case .email, .channels, .contact, .website, .profiles, .page:
      draft.isTouched = true
      draft.takeContact(field, entry.value) { accepts($0["privacy"].map { Privacy(word: $0.string) }) }
    default:
      draft.take(
        field, entry.value, tables: tables, isMultiSelect: map.multiSelects.contains(field), now: context.fetched)
    }
    if let privacy = entry.privacy, let mentorField = field.mentorField {
      draft.privacy[mentorField] = privacy.stricter(draft.privacy[mentorField])
      if draft.contacts.count + draft.profiles.count > before {
        draft.privacy[.contacts] = privacy.stricter(draft.privacy[.contacts])
      }
    }
  }

  private func accepts(_ privacy: Privacy?) -> Bool { keepsRestricted || privacy == nil || privacy == .everyone }

  private func problem(_ line: Int, _ reason: String) -> ImportProblem {
    ImportProblem(file: context.file, line: line, reason: reason)
  }

  private func reading(_ draft: RecordDraft, line: Int) -> Outcome {
    guard let (name, confidence) = draft.callName else {
      return .skipped(problem(line, "it has no name, and no address or handle to call the person by"))
    }
    let identities = draft.identities
    var mentor = Mentor(id: identities.first ?? key(draft, name: name, line: line), name: name)
    fill(&mentor, from: draft)
    stamp(&mentor, line: line, nameConfidence: confidence, hasProse: !draft.prose.isEmpty)
    var warnings: [ImportProblem] = []
    if confidence < 1 { warnings.append(problem(line, "there is no name; \"\(name)\" stands for it")) }
    return .mentor(Reading(mentor: mentor, identities: identities, line: line, warnings: warnings))
  }

  /// "list:zoe-de-vries": for a record without any address.
  private func key(_ draft: RecordDraft, name: String, line: Int) -> MentorID {
    let key = Self.slug(draft.key.contains(where: \.isLetter) ? draft.key : name)
    return MentorID("\(context.name):\(key.isEmpty ? String(line) : key)")
  }

  private func fill(_ mentor: inout Mentor, from draft: RecordDraft) {
    mentor.pronouns = draft.pronouns
    mentor.title = draft.fullTitle
    mentor.areas = draft.areas.unique
    mentor.groups = draft.groups.unique
    mentor.team = draft.team
    mentor.interests = draft.interests.unique
    mentor.seeks = draft.seeks.unique
    mentor.place = draft.place(tables.gazetteer)
    mentor.languages = draft.languages.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    mentor.availability = draft.fullAvailability
    mentor.how = draft.how
    mentor.contacts = draft.contacts
    mentor.profiles = draft.profiles
    mentor.page = draft.pages.first ?? draft.websites.first ?? ""
    mentor.profiles += draft.pages.dropFirst().filter { !draft.profiles.contains($0) }
    mentor.writeUp = WriteUp(
      draft.texts.flatMap { DirectorySync.writeUp(fromText: $0).blocks }
        + draft.prose.flatMap { DirectorySync.writeUp(fromText: $0).blocks })
    mentor.scopeNote = draft.scopeNote.isEmpty ? scopeNote : draft.scopeNote
    mentor.sources = [context.name]
    mentor.privacy = draft.privacy
  }

  private func stamp(_ mentor: inout Mentor, line: Int, nameConfidence: Double, hasProse: Bool) {
    let origin = Provenance(
      source: context.name, detail: line > 0 ? "\(context.file):\(line)" : context.file, fetched: context.fetched)
    for field in mentor.saidFields {
      var origin = origin
      if field == .name { origin.confidence = nameConfidence }
      if field == .interests, hasProse { origin.confidence = 0.8 }
      mentor.provenance[field] = origin
    }
  }

  /// "Zoë de Vries" → "zoe-de-vries".
  static func slug(_ text: String) -> String { FieldName.normalised(text).replacing(" ", with: "-") }
}

extension RecordDraft {
  /// What to call the person, and how certain that is.
  fileprivate var callName: (String, confidence: Double)? {
    let joined = [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
    if !name.isEmpty, name != firstName || lastName.isEmpty { return (name, 1) }
    if !joined.isEmpty { return (joined, 1) }
    if !displayName.isEmpty { return (displayName, 0.9) }
    if !userName.isEmpty { return (userName, 0.5) }
    if let handle = contacts.first(where: { ProfileHandle.codeHosts.contains($0.kind) }) { return (handle.value, 0.5) }
    if let email = contacts.first(where: { $0.kind == "email" }) {
      return (String(email.value.prefix { $0 != "@" }), 0.3)
    }
    guard let page = pages.first ?? websites.first ?? profiles.first else { return nil }
    return (page.split(separator: "/").dropFirst().joined(separator: "/"), 0.3)
  }

  /// A user name and nothing else: what a service lists before one asks it for the person.
  fileprivate var isReference: Bool {
    var rest = self
    (rest.userName, rest.key, rest.isTouched, rest.privacy) = ("", "", false, [:])
    return !userName.isEmpty && rest == RecordDraft()
  }

  /// Page that is a mentor's own, e-mail, handle at a code host.
  fileprivate var identities: [MentorID] {
    var found: [MentorID] = []
    for page in pages { found.append(MentorID(PageAddress.identity(page))) }
    for contact in contacts where contact.kind == "email" {
      found.append(MentorID("mailto:\(contact.value.lowercased())"))
    }
    for contact in contacts where ProfileHandle.codeHosts.contains(contact.kind) {
      if let address = ProfileHandle.address(service: contact.kind, handle: contact.value) {
        found.append(MentorID(address.lowercased()))
      }
    }
    for profile in profiles where ProfileHandle.isCodeHostProfile(profile) {
      let identity = MentorID(PageAddress.identity(profile).lowercased())
      if !found.contains(identity) { found.append(identity) }
    }
    return found
  }

  fileprivate var fullTitle: String {
    if company.isEmpty || title.range(of: company, options: [.caseInsensitive, .diacriticInsensitive]) != nil {
      return title
    }
    return title.isEmpty ? company : "\(title), \(company)"
  }

  fileprivate var fullAvailability: Availability {
    var availability = availability ?? Availability()
    availability.capacity = capacity
    availability.load = load
    if let until, [.away, .unknown].contains(availability.state) {
      availability.until = until
      availability.state = .away
    }
    if capacity == 0, availability.state == .unknown { availability.state = .full }
    if let unclearTimeZone {
      availability.note = [availability.note, "time zone \(unclearTimeZone)"].filter { !$0.isEmpty }.joined(
        separator: "; ")
    }
    return availability
  }
}

extension [String] {
  /// Each value once, compared without case; the first spelling stays.
  var unique: [String] {
    var seen = Set<String>()
    return filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}

extension Mentor {
  /// The fields in which this mentor says anything.
  var saidFields: [MentorField] {
    MentorField.allCases.filter { field in
      switch field {
      case .name: !name.isEmpty
      case .pronouns: !pronouns.isEmpty
      case .title: !title.isEmpty
      case .areas: !areas.isEmpty
      case .groups: !groups.isEmpty
      case .team: !team.isEmpty
      case .interests: !interests.isEmpty
      case .seeks: !seeks.isEmpty
      case .location: !place.isEmpty
      case .languages: !languages.isEmpty
      case .availability: availability != Availability()
      case .how: !how.isEmpty
      case .contacts: !contacts.isEmpty
      case .profiles: !profiles.isEmpty
      case .page: !page.isEmpty
      case .writeUp: !writeUp.isEmpty
      case .scopeNote: !scopeNote.isEmpty
      }
    }
  }
}

extension RecordField {
  /// The field of a mentor that this ends up in.
  var mentorField: MentorField? {
    switch self {
    case .name, .firstName, .lastName, .displayName, .userName: .name
    case .pronouns: .pronouns
    case .title, .company: .title
    case .areas: .areas
    case .groups: .groups
    case .team: .team
    case .interests, .areasOrInterests: .interests
    case .seeks: .seeks
    case .location, .city, .region, .country, .latitude, .longitude, .coordinates, .timeZone, .utcOffset: .location
    case .languages: .languages
    case .availability, .availableUntil, .capacity, .load: .availability
    case .rhythm, .format, .answersWithin, .howChannels: .how
    case .channels, .contact, .email, .phone, .handle: .contacts
    case .page: .page
    case .website, .profiles: .profiles
    case .writeUp: .writeUp
    case .scopeNote: .scopeNote
    case .key, .disabled, .enabled, .ignored: nil
    }
  }
}
