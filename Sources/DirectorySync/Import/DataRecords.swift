import MentorDirectory

/// The list of people inside a JSON or YAML value, whatever it is wrapped in.
struct DataRecords: Equatable {
  var records: [JSONObject]
  /// Elements of the list that are not objects.
  var strays = 0
  /// True for what `mentoring export` writes.
  var isDirectory = false
  /// Where a service says that its list goes on.
  var next: String?
  /// True for the regional portal's users: their mentors guide the portal's own volunteers.
  var isPortal: Bool { records.prefix(20).contains { $0.entries.contains { Self.isPortalKey($0.path) } } }

  /// Nil if there is no list of objects, and the value is not a person either.
  static func find(in value: JSONValue) -> DataRecords? {
    switch value {
    case .array(let elements): find(in: elements)
    case .object(let object): find(in: object)
    default: nil
    }
  }

  private static func find(in elements: [JSONValue]) -> DataRecords? {
    if elements.allSatisfy({ $0.array != nil }), !elements.isEmpty {
      return find(in: elements.flatMap { $0.array ?? [] })
    }
    let records = elements.compactMap(\.object)
    guard !records.isEmpty else { return nil }
    return DataRecords(
      records: records, strays: elements.count { $0.object == nil && $0 != .null },
      isDirectory: records.prefix(20).allSatisfy(isOurs))
  }

  private static func find(in object: JSONObject) -> DataRecords? {
    if isOurs(object) { return DataRecords(records: [object], isDirectory: true) }
    if let list = wrappedList(object), var inner = find(in: list) {
      inner.next = (object["next"] ?? object["meta"]?["next"])?.string
      return inner
    }
    let values = object.members.map(\.value)
    if object.members.count > 1, values.allSatisfy({ $0.object.map(isPerson) ?? false }) {
      return DataRecords(records: object.members.compactMap(keyed))
    }
    return isPerson(object) ? DataRecords(records: [object]) : nil
  }

  /// An entry of a map from keys to people.
  private static func keyed(_ key: String, _ value: JSONValue) -> JSONObject? {
    guard var record = value.object else { return nil }
    if record["id"] == nil { record.append("id", .string(key)) }
    return record
  }

  /// The member that holds the list: by its usual names, else the longest list of objects.
  private static func wrappedList(_ object: JSONObject) -> [JSONValue]? {
    let names = [
      "mentors", "objects", "results", "people", "members", "users", "records", "items", "entries", "data", "list",
    ]
    for name in names {
      if let list = object[name]?.array, list.contains(where: { $0.object != nil }) { return list }
      if let nested = object[name]?.object, let list = wrappedList(nested) { return list }
      if let map = object[name]?.object, map.members.count > 1, map.members.allSatisfy({ $0.value.object != nil }) {
        return map.members.map(\.value)
      }
    }
    if isPerson(object) { return nil }
    return object.members.compactMap(\.value.array).filter { $0.contains { $0.object != nil } }
      .max { $0.count < $1.count }
  }

  /// True if an object names somebody.
  static func isPerson(_ object: JSONObject) -> Bool {
    object.entries.prefix(60).contains { entry in
      switch FieldMap.recognise(entry.path)?.field {
      case .name, .firstName, .displayName, .userName: true
      case .email: !object.members.isEmpty
      default: false
      }
    }
  }

  private static func isOurs(_ object: JSONObject) -> Bool {
    object["id"]?.string != nil && object["name"]?.string != nil && object["availability"]?["state"] != nil
      && object["sources"]?.array != nil
  }

  private static func isPortalKey(_ path: String) -> Bool {
    ["mobilising_skills", "mobilising_interests", "is_council"].contains { path.hasSuffix($0) }
  }
}
