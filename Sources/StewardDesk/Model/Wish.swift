import MentorDirectory

/// What a newcomer wants of a mentor. What was read from free text is shown for correction before it counts.
public struct Wish: Equatable, Sendable {
  public var areas: [String] = []
  public var interests: [String] = []
  /// In the newcomer's order: the first is the one they like best.
  public var languages: [Language] = []
  public var groups: [String] = []
  public var team = ""
  /// What the newcomer knows already and a mentor may want to learn.
  public var offers: [String] = []
  public var place = Place()
  /// The newcomer's own words.
  public var text = ""

  public init() {}
}

extension Wish {
  var json: JSONObject {
    var object: JSONObject = [
      "areas": .strings(areas), "interests": .strings(interests),
      "languages": .array(languages.map { .object(["code": .string($0.code), "name": .string($0.name)]) }),
    ]
    if !groups.isEmpty { object.append("groups", .strings(groups)) }
    if !team.isEmpty { object.append("team", .string(team)) }
    if !offers.isEmpty { object.append("offers", .strings(offers)) }
    object.append("place", .object(place.deskJSON))
    object.append("text", .string(text))
    return object
  }

  init(json: JSONObject) {
    self.init()
    areas = json.lines("areas")
    interests = json.lines("interests")
    languages = (json["languages"]?.array ?? []).compactMap { value in
      guard let object = value.object, !object.line("name").isEmpty else { return nil }
      return Language(code: object.line("code"), name: object.line("name"))
    }
    groups = json.lines("groups")
    team = json.line("team")
    offers = json.lines("offers")
    place = json["place"]?.object.map(Place.init(deskJSON:)) ?? Place()
    text = json.text("text")
  }
}

extension Place {
  fileprivate var deskJSON: JSONObject {
    var object: JSONObject = [
      "raw": .string(raw), "region": .string(region), "country": .string(country), "countryCode": .string(countryCode),
      "city": .string(city), "timeZone": .string(timeZone),
    ]
    if let utcOffset { object.append("utcOffset", .int(utcOffset)) }
    return object
  }

  fileprivate init(deskJSON json: JSONObject) {
    self.init(raw: json.line("raw"))
    region = json.line("region")
    country = json.line("country")
    countryCode = json.line("countryCode")
    city = json.line("city")
    timeZone = json.line("timeZone")
    utcOffset = json["utcOffset"]?.int.flatMap { (-1_440...1_440).contains($0) ? $0 : nil }
  }
}
