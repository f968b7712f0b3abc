import MentorDirectory

/// Reasons in words: short ones for the desk, in English; sentences for an introduction, in its language.
public enum ReasonWords {
  /// Without the sign: "both in Localization".
  public static func short(_ reason: Reason) -> String {
    switch reason.fact {
    case .area(let name): "both in \(name)"
    case .interest(let name): "both interested in \(name)"
    case .words(let words, let quote):
      quote.isEmpty ? "both write of \(words.joined(separator: ", "))" : "“\(quote)”"
    case .languages(let languages):
      "both speak \(list(languages.map(\.name)))"
    case .sharedHours(let hours): "\(hours) shared waking hours of the day"
    case .city(let name): "both in \(name)"
    case .country(let name): "both in \(name)"
    case .region(let name): "both in \(name)"
    case .group(let name): "both in the group \(name)"
    case .team(let name): "both with \(name)"
    case .teachesBack(let name): "the mentor wants to learn \(name)"
    case .confirmed(let days): days == 0 ? "confirmed today" : "confirmed \(counted(days, "day")) ago"
    case .stale(let days): "not confirmed for \(counted(max(12, days / 30), "month"))"
    case .recentlyIntroduced(let count): "introduced to \(counted(count, "other")) in the last 30 days"
    case .limited: "has little time"
    case .freePlaces(let count): "\(counted(count, "free place"))"
    case .capacityUnknown: "does not say how many people they take"
    case .languagesUnknown: "languages are not said by both"
    case .availabilityUnknown: "does not say whether they have time now"
    case .noContact: "no way to get in touch is known"
    }
  }

  /// What the desk shows after the reason: its source; empty if there is none.
  public static func origin(_ reason: Reason) -> String {
    guard let from = reason.from else { return "" }
    return from.detail.isEmpty ? from.source : "\(from.source), \(from.detail)"
  }

  /// What is worth saying to the two people: what speaks for it, in the words of the template.
  static func sentences(_ reasons: [Reason], _ template: IntroductionTemplate) -> [String] {
    reasons.filter { $0.points > 0 }.compactMap { reason in
      guard let (key, value) = keyed(reason.fact), let sentence = template.sentences[key] else { return nil }
      return TemplateField.fill(sentence) { $0 == "value" ? value : "" }.cleanedLine()
    }
  }

  private static func keyed(_ fact: Reason.Fact) -> (key: String, value: String)? {
    switch fact {
    case .area(let name): ("area", name)
    case .interest(let name): ("interest", name)
    case .words(_, let quote): quote.isEmpty ? nil : ("words", quote)
    case .languages(let languages):
      languages.isEmpty ? nil : ("languages", languages.map(\.name).joined(separator: ", "))
    case .sharedHours(let hours): ("hours", String(hours))
    case .city(let name): ("city", name)
    case .country(let name): ("country", name)
    case .region(let name): ("region", name)
    case .group(let name): ("group", name)
    case .team(let name): ("team", name)
    case .teachesBack(let name): ("teaches-back", name)
    case .confirmed, .stale, .recentlyIntroduced, .limited, .freePlaces, .capacityUnknown, .languagesUnknown,
      .availabilityUnknown, .noContact:
      nil
    }
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
