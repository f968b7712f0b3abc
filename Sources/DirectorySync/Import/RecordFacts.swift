import MentorDirectory

/// One thing that a record says: under which key, what, and who may see it where the source tells.
struct RecordEntry: Equatable {
  var path: String
  var value: JSONValue
  var privacy: Privacy?
}

extension JSONObject {
  /// The members of a record with nested objects flattened ("profile.city") and `{"value", "privacy"}` unwrapped.
  var entries: [RecordEntry] {
    var entries: [RecordEntry] = []
    collect(into: &entries, prefix: "", depth: 0)
    return entries
  }

  private func collect(into entries: inout [RecordEntry], prefix: String, depth: Int) {
    for (key, value) in members {
      let path = prefix.isEmpty ? key : "\(prefix).\(key)"
      guard case .object(let object) = value, depth < 4 else {
        entries.append(RecordEntry(path: path, value: value))
        continue
      }
      if let inner = object["value"], object["privacy"] != nil || object.members.count == 1 {
        let privacy = object["privacy"].map { Privacy(word: $0.string) }
        entries.append(RecordEntry(path: path, value: inner, privacy: privacy))
        for extra in ["code", "utc_offset"] {
          if let value = object[extra] {
            entries.append(RecordEntry(path: "\(path).\(extra)", value: value, privacy: privacy))
          }
        }
      } else {
        object.collect(into: &entries, prefix: path, depth: depth + 1)
      }
    }
  }
}

extension Privacy {
  /// The phonebook's words; one that is not known counts as the most restrictive.
  init(word: String?) {
    switch word?.lowercased() {
    case "public", "everyone": self = .everyone
    case "mozillians", "community": self = .community
    default: self = .onlyMentor
    }
  }

  private var rank: Int {
    switch self {
    case .everyone: 0
    case .community: 1
    case .onlyMentor: 2
    }
  }

  func stricter(_ other: Privacy?) -> Privacy {
    guard let other else { return self }
    return other.rank > rank ? other : self
  }
}
