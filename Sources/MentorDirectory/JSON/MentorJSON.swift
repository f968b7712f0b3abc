// The JSON form of a mentor: what `show --json` prints, what the cache keeps, what the sample community is written in.
// Keys are lower camel case. A key may be absent when there is nothing to say, except those of `find`.

extension Mentor {
  /// The stable keys of `mentoring find --json` (design: INTERFACE, "JSON, the stable part").
  public var summaryJSON: JSONObject {
    var object: JSONObject = [
      "id": .string(id.rawValue), "name": .string(name), "title": .string(title), "areas": .strings(areas),
      "groups": .strings(groups), "team": .string(team), "interests": .strings(interests),
      "languages": .strings(languages.map { $0.code.isEmpty ? $0.name : $0.code }),
      "location": .object(place.json),
    ]
    object.append("availability", .object(availability.json))
    object.append("page", .string(page))
    object.append("sources", .strings(sources))
    return object
  }

  /// Everything but the write-up, whose form differs by use (Markdown for people, blocks for the cache).
  public var json: JSONObject {
    var object = summaryJSON
    object.appendUnlessEmpty("pronouns", pronouns)
    if !seeks.isEmpty { object.append("seeks", .strings(seeks)) }
    object.append(
      "contacts",
      .array(
        contacts.map { contact in
          var object: JSONObject = ["kind": .string(contact.kind), "value": .string(contact.value)]
          if contact.isDecoded { object.append("decoded", .bool(true)) }
          return .object(object)
        }))
    object.append("how", .object(how.json))
    if !profiles.isEmpty { object.append("profiles", .strings(profiles)) }
    object.appendUnlessEmpty("scopeNote", scopeNote)
    object.append(
      "provenance",
      .object(
        JSONObject(fields: provenance) { origin in
          var object: JSONObject = ["source": .string(origin.source)]
          object.appendUnlessEmpty("detail", origin.detail)
          object.append("fetched", origin.fetched.map { .string($0.text) } ?? .null)
          object.append("confidence", .double(origin.confidence))
          return .object(object)
        }))
    object.append("privacy", .object(JSONObject(fields: privacy) { .string($0.rawValue) }))
    for (key, moment) in [
      ("firstSeen", firstSeen), ("lastChanged", lastChanged), ("lastConfirmed", lastConfirmed),
      ("goneSince", goneSince),
    ] {
      if let moment { object.append(key, .string(moment.text)) }
    }
    return object
  }

  /// Reads what `json` writes; nil without an `id` and a `name`. Unknown keys are left alone, wrong types are
  /// "not said". The write-up is not part of it.
  public init?(json: JSONObject, languages table: (String) -> Language = { Language(code: "", name: $0) }) {
    guard let id = json["id"]?.string, !id.isEmpty, let name = json["name"]?.string?.cleanedLine(), !name.isEmpty
    else { return nil }
    self.init(id: MentorID(id.cleanedLine(limit: addressLimit)), name: name)
    pronouns = json.line("pronouns")
    title = json.line("title")
    areas = json.lines("areas")
    groups = json.lines("groups")
    team = json.line("team")
    interests = json.lines("interests")
    seeks = json.lines("seeks")
    languages = json.lines("languages").map(table)
    place = json["location"]?.object.map(Place.init(json:)) ?? Place()
    availability = json["availability"]?.object.map(Availability.init(json:)) ?? Availability()
    how = json["how"]?.object.map(How.init(json:)) ?? How()
    contacts = (json["contacts"]?.array ?? []).compactMap { value in
      guard let object = value.object else { return nil }
      let contact = Contact(
        kind: object.line("kind"), value: object.line("value", limit: addressLimit),
        isDecoded: object["decoded"]?.bool ?? false)
      return contact.value.isEmpty ? nil : contact
    }
    profiles = json.lines("profiles", limit: addressLimit)
    page = json.line("page", limit: addressLimit)
    scopeNote = json.line("scopeNote")
    sources = json.lines("sources")
    for (key, value) in json["provenance"]?.object?.members ?? [] {
      guard let field = MentorField(rawValue: key), let object = value.object else { continue }
      provenance[field] = Provenance(
        source: object.line("source"), detail: object.line("detail"),
        fetched: object["fetched"]?.string.flatMap { Timestamp($0) }, confidence: object["confidence"]?.double ?? 1)
    }
    for (key, value) in json["privacy"]?.object?.members ?? [] {
      guard let field = MentorField(rawValue: key) else { continue }
      privacy[field] = value.string.flatMap(Privacy.init(rawValue:)) ?? .onlyMentor
    }
    firstSeen = json["firstSeen"]?.string.flatMap { Timestamp($0) }
    lastChanged = json["lastChanged"]?.string.flatMap { Timestamp($0) }
    lastConfirmed = json["lastConfirmed"]?.string.flatMap { Timestamp($0) }
  }
}

/// Scalars of an address: an identity that was cut would be another one.
private let addressLimit = 4000

extension JSONObject {
  /// The clean one-line text of a member; empty if absent or not a string.
  fileprivate func line(_ key: String, limit: Int = 500) -> String {
    self[key]?.string?.cleanedLine(limit: limit) ?? ""
  }
  fileprivate func lines(_ key: String, limit: Int = 500) -> [String] {
    (self[key]?.array ?? []).compactMap { $0.string?.cleanedLine(limit: limit) }.filter { !$0.isEmpty }
  }
  fileprivate mutating func appendUnlessEmpty(_ key: String, _ value: String) {
    if !value.isEmpty { append(key, .string(value)) }
  }
  /// Members in the order of `MentorField`, so that the same mentor always gives the same bytes.
  fileprivate init<Value>(fields: [MentorField: Value], _ json: (Value) -> JSONValue) {
    self.init()
    for field in MentorField.allCases { if let value = fields[field] { append(field.rawValue, json(value)) } }
  }
}

extension Place {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "city": .string(city), "region": .string(region), "country": .string(country),
      "countryCode": .string(countryCode),
    ]
    object.appendUnlessEmpty("raw", raw)
    object.appendUnlessEmpty("timeZone", timeZone)
    if let utcOffset { object.append("utcOffset", .int(utcOffset)) }
    if let coordinates {
      object.append("latitude", .double(coordinates.latitude))
      object.append("longitude", .double(coordinates.longitude))
    }
    return object
  }

  fileprivate init(json: JSONObject) {
    self.init(raw: json.line("raw"))
    city = json.line("city")
    region = json.line("region")
    country = json.line("country")
    countryCode = json.line("countryCode")
    timeZone = json.line("timeZone")
    utcOffset = json["utcOffset"]?.int
    if let latitude = json["latitude"]?.double, let longitude = json["longitude"]?.double {
      coordinates = Coordinates(latitude: latitude, longitude: longitude)
    }
  }
}

extension Availability {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "state": .string(state.rawValue), "free": free.map { .int($0) } ?? .null,
      "capacity": capacity.map { .int($0) } ?? .null, "until": until.map { .string($0.text) } ?? .null,
    ]
    if let load { object.append("load", .int(load)) }
    object.appendUnlessEmpty("note", note)
    return object
  }

  fileprivate init(json: JSONObject) {
    self.init(
      state: State(rawValue: json.line("state")) ?? .unknown, until: CalendarDay(json.line("until")),
      capacity: json["capacity"]?.int, load: json["load"]?.int, note: json.line("note"))
  }
}

extension How {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    if !channels.isEmpty { object.append("channels", .strings(channels)) }
    object.appendUnlessEmpty("rhythm", rhythm)
    object.appendUnlessEmpty("format", format)
    object.appendUnlessEmpty("answersWithin", answersWithin)
    return object
  }

  fileprivate init(json: JSONObject) {
    self.init()
    channels = json.lines("channels")
    rhythm = json.line("rhythm")
    format = json.line("format")
    answersWithin = json.line("answersWithin")
  }
}
