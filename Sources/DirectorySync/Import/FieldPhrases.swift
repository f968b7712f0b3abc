/// What a whole question means that stands at the head of a column: "Which areas of interest would you like to mentor
/// in?". Rules from the most to the least certain; a heading that fits none is left to the report.
enum FieldPhrases {
  static func field(_ normalised: String) -> RecordField? {
    let words = Set(normalised.split(separator: " ").map(String.init))
    guard words.count > 1 else { return nil }
    func has(_ any: String...) -> Bool { any.contains { words.contains($0) } }
    func says(_ any: String...) -> Bool { any.contains { normalised.contains($0) } }

    if says("consent", "agree", "privacy", "gdpr", "policy", "code of conduct", "terms", "permission", "may we")
      || says("timestamp", "submitted", "completion time", "start time", "last modified", "date of")
      || has("photo", "picture", "headshot", "avatar", "logo")
    {
      return .ignored
    }
    if says("feedback", "suggestion", "anything else", "how did you hear", "comments for") { return nil }
    if has("pronoun", "pronouns") { return .pronouns }
    if has("email", "mail") || says("e mail") { return .email }
    if says("time zone", "timezone") { return .timeZone }
    if says("how many") {
      return has("hours", "hour", "time") ? .rhythm : has("mentees", "people", "persons") ? .capacity : nil
    }
    if says("how often", "how much time", "hours per", "hours a ", "hours each") { return .rhythm }
    if has("language", "languages"), !has("programming", "coding", "computer") { return .languages }
    if has("learn"), says("want to", "like to", "hope to", "wish to") { return .seeks }
    if let service = FieldAliases.service(normalised) { return .handle(service) }
    if let service = serviceNamed(words) { return .handle(service) }
    if isAboutTopics(normalised, words) { return .interests }
    if says("mentoring page", "mentorship page") { return .page }
    if has("website", "homepage", "blog") || says("web site", "home page", "personal site") { return .website }
    if says("where are you", "where do you live", "based", "located", "your location", "place of residence") {
      return .location
    }
    if has("city", "town"), has("country") { return .location }
    if has("country") { return .country }
    if has("city", "town") { return .city }
    if has("location") { return .location }
    if says("first name", "given name") { return .firstName }
    if says("last name", "family name", "surname") { return .lastName }
    if has("name"), !has("company", "team", "project", "organization", "organisation", "group", "file", "mentee") {
      return .name
    }
    if says("job title", "current role", "current position", "your role", "do you do for") || has("occupation") {
      return .title
    }
    if has("company", "organisation", "organization", "employer") { return .company }
    if says(
      "tell us", "about you", "about yourself", "introduce", "describe", "short bio", "why do you", "why would you")
      || has("bio", "biography")
    {
      return .writeUp
    }
    if has("team") { return .team }
    if has("group", "groups", "community", "communities") { return .groups }
    if has("available", "availability") { return .availability }
    if says("how would you like to", "how do you prefer", "how do you like") { return .format }
    if has("contact", "reach") { return .contact }
    if has("url", "link") { return .website }
    return nil
  }

  private static func isAboutTopics(_ text: String, _ words: Set<String>) -> Bool {
    let asks = ["which", "what", "areas", "topics", "skills", "subjects", "in which", "select"].contains {
      text.hasPrefix($0)
    }
    let matter: Set<String> = [
      "mentor", "mentoring", "help", "teach", "advise", "share", "offer", "support", "expertise", "interest",
      "interests", "topics", "skills", "subjects", "coach", "expert",
    ]
    if asks, !words.isDisjoint(with: matter) { return true }
    return ["areas of interest", "can help with", "area of expertise", "areas of expertise", "would like to mentor"]
      .contains { text.contains($0) } || !words.isDisjoint(with: ["expertise", "skills", "topics"])
  }

  private static func serviceNamed(_ words: Set<String>) -> String? {
    let certain: Set<String> = [
      "github", "gitlab", "twitter", "linkedin", "facebook", "instagram", "mastodon", "bluesky", "telegram", "matrix",
      "irc", "slack", "discord", "skype",
    ]
    let named = certain.intersection(words)
    return named.count == 1 ? named.first : nil
  }
}
