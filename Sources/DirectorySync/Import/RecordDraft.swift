import Foundation
import MentorDirectory

/// What one record says, sorted by meaning, before it is put together as a mentor.
struct RecordDraft: Equatable {
  var name = "", firstName = "", lastName = "", displayName = "", userName = ""
  var pronouns = "", title = "", company = "", team = "", key = "", scopeNote = ""
  var areas: [String] = [], groups: [String] = [], interests: [String] = [], seeks: [String] = []
  var location = "", city = "", region = "", countries: [String] = []
  var latitude: Double?, longitude: Double?
  var timeZone = "", utcOffset: Int?
  var languages: [Language] = []
  var availability: Availability?
  var until: CalendarDay?
  var capacity: Int?, load: Int?
  var how = How()
  var contacts: [Contact] = [], profiles: [String] = [], pages: [String] = [], websites: [String] = []
  var texts: [String] = [], prose: [String] = []
  var privacy: [MentorField: Privacy] = [:]
  /// Why this record is left out, if it says so itself.
  var refusal: String?
  /// True once anything but a key was taken.
  var isTouched = false

  /// Adds what a member says. `isMultiSelect`: its values are the options of a form.
  mutating func take(
    _ field: RecordField, _ value: JSONValue, tables: ReferenceTables, isMultiSelect: Bool, now: Timestamp?
  ) {
    if value == .null { return }
    if case .string(let text) = value, text.isEmpty { return }
    isTouched = isTouched || (field != .key && field != .ignored)
    switch field {
    case .name: takeName(value)
    case .firstName: set(\.firstName, value)
    case .lastName: set(\.lastName, value)
    case .displayName: set(\.displayName, value)
    case .userName: set(\.userName, value)
    case .pronouns: set(\.pronouns, value)
    case .title: takeTitle(value)
    case .company: set(\.company, value)
    case .team: set(\.team, value)
    case .scopeNote: set(\.scopeNote, value)
    case .areas: take(topics: value, into: \.areas, tables, isMultiSelect)
    case .groups: take(topics: value, into: \.groups, tables, isMultiSelect)
    case .interests, .areasOrInterests: take(topics: value, into: \.interests, tables, isMultiSelect)
    case .seeks: take(topics: value, into: \.seeks, tables, isMultiSelect)
    case .location: set(\.location, value)
    case .city: set(\.city, value)
    case .region: set(\.region, value)
    case .country: if let line = ValueText.line(value) { countries.append(line) }
    case .latitude: latitude = latitude ?? number(value)
    case .longitude: longitude = longitude ?? number(value)
    case .coordinates: takeCoordinates(value)
    case .timeZone: set(\.timeZone, value)
    case .utcOffset: utcOffset = utcOffset ?? number(value).flatMap { Int(exactly: $0.rounded()) }
    case .languages: takeLanguages(value, tables.languages)
    case .availability: availability = availability ?? AvailabilityText.read(value, now: now)
    case .availableUntil: until = until ?? ValueText.line(value).flatMap { CalendarDay(String($0.prefix(10))) }
    case .capacity: takeCount(value, into: \.capacity)
    case .load: takeCount(value, into: \.load)
    case .rhythm: takeRhythm(value)
    case .format: if how.format.isEmpty { how.format = ValueText.line(value) ?? "" }
    case .answersWithin: if how.answersWithin.isEmpty { how.answersWithin = ValueText.line(value) ?? "" }
    case .howChannels: how.channels += ValueText.strings(value).flatMap { TopicText.read($0).topics }
    case .channels, .contact, .email, .phone, .handle, .page, .website, .profiles: takeContact(field, value)
    case .writeUp: takeText(value)
    case .key: takeKey(value)
    case .disabled: if ValueText.bool(value) == true { refusal = "the record is marked as not active" }
    case .enabled: if ValueText.bool(value) == false { refusal = "the record is marked as not active" }
    case .ignored: break
    }
  }

  private mutating func set(_ property: WritableKeyPath<RecordDraft, String>, _ value: JSONValue) {
    if self[keyPath: property].isEmpty, let line = ValueText.line(value) { self[keyPath: property] = line }
  }

  /// A name may come as a Markdown link, with pronouns, or with a handle in brackets.
  private mutating func takeName(_ value: JSONValue) {
    guard name.isEmpty, var line = ValueText.line(value) else { return }
    if line.hasPrefix("["), let link = line.wholeMatch(of: /\[([^\]]+)\]\(([^)\s]+)\).*/) {
      takeContact(.website, .string(String(link.output.2)))
      line = String(link.output.1)
    }
    if pronouns.isEmpty, line.has("/"), let match = line.firstMatch(of: /\s*[(\[]([a-zA-Z]+(?:\/[a-zA-Z]+)+)[)\]]/) {
      pronouns = String(match.output.1)
      line.removeSubrange(match.range)
    }
    if line.has("(@"), let match = line.firstMatch(of: /\s*\(@([A-Za-z0-9_.\-]+)\)$/) {
      if userName.isEmpty { userName = String(match.output.1) }
      line.removeSubrange(match.range)
    }
    if EmailAddress.isAddress(line[...]) || line.has("://") {
      takeContact(line.contains("@") ? .email : .website, .string(line))
    } else if line.contains(where: \.isLetter) {
      name = line.cleanedLine(limit: 200)
    }
  }

  private mutating func takeTitle(_ value: JSONValue) {
    guard title.isEmpty, let line = ValueText.line(value) else { return }
    switch line.lowercased() {
    case "mentee", "learner": refusal = "the record is that of a mentee"
    case "mentor", "both", "mentor and mentee", "mentor, mentee": break
    default: title = line
    }
  }

  private mutating func take(
    topics value: JSONValue, into property: WritableKeyPath<RecordDraft, [String]>, _ tables: ReferenceTables,
    _ isMultiSelect: Bool
  ) {
    for text in ValueText.strings(value) {
      let read = TopicText.read(text, isMultiSelect: isMultiSelect)
      self[keyPath: property] += read.topics.map { tables.vocabulary.canonical($0) }
      prose += read.prose
    }
  }

  private mutating func takeCoordinates(_ value: JSONValue) {
    let parts = ValueText.strings(value).flatMap { $0.split { ", ;".contains($0) } }.compactMap { Double($0) }
    guard parts.count == 2, value.string != nil else { return }
    latitude = latitude ?? parts[0]
    longitude = longitude ?? parts[1]
  }

  private mutating func takeLanguages(_ value: JSONValue, _ table: LanguageTable) {
    for text in ValueText.strings(value) {
      let text = text.line
      if let language = table.language(text) {
        languages.append(language)
        continue
      }
      let found = table.languages(in: text)
      languages += found.isEmpty ? Self.unknownLanguages(text) : found
    }
  }

  /// Words in a list of languages that the table does not know stay as they are.
  private static func unknownLanguages(_ text: String) -> [Language] {
    text.split { ",;/&|\n".contains($0) }.map { String($0.trimmed) }
      .filter { !$0.isEmpty && $0.split(separator: " ").count <= 3 && !MissingValue.isMissing($0) }
      .map { Language(code: "", name: $0) }
  }

  private mutating func takeCount(_ value: JSONValue, into property: WritableKeyPath<RecordDraft, Int?>) {
    guard self[keyPath: property] == nil, let line = ValueText.line(value) else { return }
    let numbers = line.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.filter { $0 <= 1000 }
    if let number = numbers.max() {
      self[keyPath: property] = number
    } else if let index = Self.numberWords.firstIndex(where: { $0 == line.lowercased() }) {
      self[keyPath: property] = index
    }
  }
  private static let numberWords = ["zero", "one", "two", "three", "four", "five", "six"]

  private mutating func takeRhythm(_ value: JSONValue) {
    guard how.rhythm.isEmpty, let line = ValueText.line(value) else { return }
    let isNumber = line.allSatisfy { $0.isNumber || "-–.+ ".contains($0) }
    how.rhythm = isNumber ? "\(line) \(line == "1" ? "hour" : "hours")" : line
  }

  private mutating func takeText(_ value: JSONValue) {
    for text in ValueText.strings(value) where !texts.contains(text) { texts.append(text) }
  }

  private mutating func takeKey(_ value: JSONValue) {
    guard let line = ValueText.line(value) else { return }
    if EmailAddress.isAddress(line[...]) {
      takeContact(.email, .string(line))
    } else if key.isEmpty {
      key = line
    }
  }

  private func number(_ value: JSONValue) -> Double? {
    value.double ?? value.string.flatMap { Double($0.trimmingCharacters(in: .whitespaces)) }
  }
}
