import Markup
import MentorDirectory

/// A mentor being made of a page, field by field.
struct PageDraft {
  private let page: PageSource
  private let tables: ReferenceTables
  private var result: Mentor
  private(set) var warnings: [ImportProblem] = []

  init(page: PageSource, tables: ReferenceTables) {
    self.page = page
    self.tables = tables
    result = Mentor(id: MentorID(""), name: "")
  }

  mutating func mentor() -> Mentor {
    addName()
    addPage()
    addPerson()
    addTopics()
    addPlaceAndLanguages()
    addAvailability()
    addHow()
    addContacts()
    addWriteUp()
    result.sources = [page.context.name]
    return result
  }

  private mutating func note(_ field: MentorField, _ place: String, _ confidence: Double) {
    let detail = place.isEmpty ? page.context.file : "\(page.context.file): \(place)"
    result.provenance[field] = Provenance(
      source: page.context.name, detail: detail.cleanedLine(limit: 300), fetched: page.context.fetched,
      confidence: confidence)
  }

  private mutating func warn(_ reason: String) {
    warnings.append(ImportProblem(file: page.context.file, reason: reason))
  }

  // MARK: Who

  private mutating func addName() {
    let name = NameFinder(page: page).name()
    result.name = name.value
    note(.name, name.place, name.confidence)
    if name.confidence <= 0.4 {
      warn("the page does not say whose it is; it is listed as \"\(name.value)\", after its \(name.place)")
    }
  }

  private mutating func addPage() {
    result.page = page.address
    if !page.address.isEmpty { note(.page, "", page.address == page.context.file ? 1 : 0.8) }
    result.id = MentorID(
      page.address.isEmpty ? "file:" + page.context.file.cleanedLine() : PageSource.normalised(page.address))
  }

  private mutating func addPerson() {
    let finder = PersonFinder(text: page.text)
    if let card = page.card {
      result.title = [card.jobTitle, card.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
      if !result.title.isEmpty { note(.title, card.origin.rawValue, 1) }
      result.pronouns = card.pronouns
      if !card.pronouns.isEmpty { note(.pronouns, card.origin.rawValue, 1) }
    }
    if result.title.isEmpty, let (key, value) = stated(["job_title", "position", "role", "occupation"]) {
      result.title = value
      note(.title, "front matter, \(key)", 1)
    }
    if result.title.isEmpty, let title = finder.title() {
      result.title = title.value
      note(.title, title.place, title.confidence)
    }
    if result.pronouns.isEmpty, let (key, value) = stated(["pronouns"]) {
      result.pronouns = value
      note(.pronouns, "front matter, \(key)", 1)
    }
    if result.pronouns.isEmpty, let pronouns = finder.pronouns() {
      result.pronouns = pronouns.value
      note(.pronouns, pronouns.place, pronouns.confidence)
    }
    for (field, key, path) in [
      (MentorField.groups, "groups", \Mentor.groups), (.areas, "areas", \Mentor.areas), (.areas, "area", \Mentor.areas),
    ] where result[keyPath: path].isEmpty {
      let values = mentoringList(key)
      if values.isEmpty { continue }
      result[keyPath: path] = values
      note(field, "front matter, mentoring.\(key)", 1)
    }
    if let team = page.frontMatter["mentoring"]?["team"]?.string?.cleanedLine(), !team.isEmpty {
      result.team = team
      note(.team, "front matter, mentoring.team", 1)
    }
  }

  // MARK: What

  private mutating func addTopics() {
    let finder = TopicFinder(page.text)
    let stated = mentoringList("interests") + mentoringList("topics")
    let found = finder.topics()
    if !stated.isEmpty {
      result.interests = stated
      note(.interests, "front matter, mentoring.interests", 1)
    } else if let card = page.card, !card.categories.isEmpty {
      result.interests = canonical(card.categories)
      note(.interests, card.origin.rawValue, 1)
    } else if !found.phrases.isEmpty {
      result.interests = canonical(found.phrases)
      note(.interests, found.place, found.confidence)
    } else {
      let tags = canonical(Self.list(page.frontMatter["tags"]) + Self.list(page.frontMatter["categories"]))
        .filter { !PersonName.isGeneric($0) }
      result.interests = tags
      if !tags.isEmpty { note(.interests, "front matter, tags", 0.4) }
    }
    let seeks = mentoringList("seeks")
    let sought =
      seeks.isEmpty
      ? finder.seeks() : TopicFinder.Found(phrases: seeks, place: "front matter, mentoring.seeks", confidence: 1)
    result.seeks = canonical(sought.phrases)
    if !sought.phrases.isEmpty { note(.seeks, sought.place, sought.confidence) }
  }

  // MARK: Where

  private mutating func addPlaceAndLanguages() {
    let finder = PersonFinder(text: page.text)
    if let card = page.card, !card.place.isEmpty {
      result.place = tables.gazetteer.place(city: card.locality, region: card.region, country: card.country)
      if result.place.raw.isEmpty { result.place.raw = card.place }
      note(.location, card.origin.rawValue, 1)
    } else if let (key, value) = stated(["location", "place", "city", "country"]) {
      result.place = tables.gazetteer.place(value)
      note(.location, "front matter, \(key)", 1)
    } else if let place = finder.place() {
      result.place = tables.gazetteer.place(place.value)
      note(.location, place.place, place.confidence)
    }

    let stated = Self.list(page.frontMatter["mentoring"]?["languages"]) + Self.list(page.frontMatter["languages"])
    let declared = page.frontMatter["lang"]?.string ?? page.frontMatter["language"]?.string ?? page.facts.language
    if !stated.isEmpty {
      addLanguages(stated, place: "front matter, mentoring.languages", confidence: 1)
    } else if let card = page.card, !card.languages.isEmpty {
      addLanguages(card.languages, place: card.origin.rawValue, confidence: 1)
    } else if let found = finder.languages() {
      addLanguages(TopicPhrase.splitList(found.value), place: found.place, confidence: found.confidence)
    }
    if result.languages.isEmpty, !declared.isEmpty, let language = tables.languages.language(declared) {
      result.languages = [language]
      note(.languages, "the language of the page", 0.4)
    }
  }

  private mutating func addLanguages(_ texts: [String], place: String, confidence: Double) {
    for text in texts {
      let known = tables.languages.language(text).map { [$0] } ?? tables.languages.languages(in: text)
      for language in known where !result.languages.contains(language) { result.languages.append(language) }
    }
    if !result.languages.isEmpty { note(.languages, place, confidence) }
  }

  // MARK: When and how

  private mutating func addAvailability() {
    let finder = AvailabilityFinder(page.text, readOn: page.context.fetched?.day)
    if let (availability, confidence) = finder.availability() {
      result.availability = availability
      note(.availability, "", confidence)
    }
    guard let mentoring = page.frontMatter["mentoring"]?.object else { return }
    var isStated = false
    if let capacity = mentoring["capacity"].flatMap({ $0.int ?? $0.string.flatMap { Int($0) } }),
      (0...1_000).contains(capacity)
    {
      result.availability.capacity = capacity
      isStated = true
    }
    if let word = mentoring["availability"]?.string?.lowercased(), let state = Availability.State(rawValue: word) {
      result.availability.state = state
      isStated = true
    }
    if let text = mentoring["until"]?.string {
      if let day = CalendarDay(String(text.prefix(10))) {
        result.availability.until = day
        isStated = true
      } else {
        warn("\"\(text.cleanedLine(limit: 40))\" after mentoring.until is not a day; write it as 2027-06-01")
      }
    }
    if isStated { note(.availability, "front matter, mentoring", 1) }
  }

  private mutating func addHow() {
    result.how = HowFinder(page.text).how()
    if !result.how.isEmpty { note(.how, "", 0.6) }
  }

  private mutating func addContacts() {
    let finder = ContactFinder(page: page)
    result.contacts = finder.contacts()
    if !result.contacts.isEmpty { note(.contacts, "", result.contacts.allSatisfy(\.isDecoded) ? 0.7 : 0.9) }
    result.profiles = finder.profiles()
    if !result.profiles.isEmpty { note(.profiles, "", 0.8) }
  }

  private mutating func addWriteUp() {
    result.writeUp = page.writeUp
    if result.writeUp.isEmpty {
      let words = [page.frontMatter["description"]?.string, page.card?.note, page.facts.description].compactMap { $0 }
      if let text = words.first(where: { !$0.isEmpty }) {
        result.writeUp = WriteUp([.paragraph([.text(text)])]).tidied()
      }
    }
    if !result.writeUp.isEmpty { note(.writeUp, "", 1) }
  }

  // MARK: Front matter

  private func stated(_ keys: [String]) -> (key: String, value: String)? {
    for key in keys {
      for object in [page.frontMatter["mentoring"]?.object, page.frontMatter] {
        guard let value = object?[key]?.string?.cleanedLine(), !value.isEmpty, !TemplateTags.isPlaceholder(value) else {
          continue
        }
        return (key, value)
      }
    }
    return nil
  }

  private func mentoringList(_ key: String) -> [String] {
    canonical(Self.list(page.frontMatter["mentoring"]?[key]) + Self.list(page.frontMatter[key]))
  }

  private func canonical(_ values: [String]) -> [String] {
    var found: [String] = []
    for value in values.prefix(50) {
      let word = tables.vocabulary.canonical(value)
      if !found.contains(where: { $0.lowercased() == word.lowercased() }) { found.append(word) }
    }
    return found
  }

  /// A list, or text with commas.
  private static func list(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text)?: text.split { ",;".contains($0) }.map { String($0).cleanedLine() }.filter { !$0.isEmpty }
    case .array(let values)?: values.compactMap { $0.string?.cleanedLine() }.filter { !$0.isEmpty }
    default: []
    }
  }
}
