import MentorDirectory

// The canonical form of parsed microformats (microformats.org/wiki/microformats2-parsing#JSON): `items`, `rels`,
// `rel-urls`.
extension Microformats {
  public var json: JSONValue {
    .object([
      "items": .array(items.map { .object($0.json) }),
      "rels": relations.relsJSON,
      "rel-urls": relations.addressesJSON,
    ])
  }
}

extension Microformat {
  var json: JSONObject {
    var object = JSONObject()
    object.append("type", .strings(types))
    if !id.isEmpty { object.append("id", .string(id)) }
    var all = JSONObject()
    for property in properties { all.append(property.name, .array(property.values.map(\.json))) }
    object.append("properties", .object(all))
    if !children.isEmpty { object.append("children", .array(children.map { .object($0.json) })) }
    return object
  }
}

extension Microformat.Value {
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .image(let address, let alternative): .object(["value": .string(address), "alt": .string(alternative)])
    case .embedded(let html, let text): .object(["html": .string(html), "value": .string(text)])
    case .item(let item, let value): .object(merged(item.json, value.json))
    }
  }

  /// The members of the value (`value`, and `html` or `alt`) stand beside those of the item.
  private func merged(_ item: JSONObject, _ value: JSONValue) -> JSONObject {
    var object = item
    if let members = value.object?.members {
      for (key, value) in members { object.append(key, value) }
    } else {
      object.append("value", value)
    }
    return object
  }
}

extension LinkRelations {
  fileprivate var relsJSON: JSONValue {
    var object = JSONObject()
    for (relation, addresses) in byRelation { object.append(relation, .strings(addresses)) }
    return .object(object)
  }

  fileprivate var addressesJSON: JSONValue {
    var object = JSONObject()
    for target in targets {
      var member: JSONObject = ["rels": .strings(target.relations), "text": .string(target.text)]
      for (name, value) in target.attributes { member.append(name, .string(value)) }
      object.append(target.address, .object(member))
    }
    return .object(object)
  }
}
