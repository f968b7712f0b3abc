import Foundation
import MentorDirectory

/// A mentor as a row keeps it: the text, without the times that say only when somebody looked.
struct EncodedMentor {
  var json: String
  /// The same for the same content, whenever it was read.
  var hash: UInt64

  /// Fetch times in the mentor, and where in a source something stood, stay in the text and out of the hash: a row that
  /// moved down a sheet has not changed.
  init(_ mentor: Mentor) {
    let stripped = mentor.withoutTimes
    json = JSONValue.object(stripped.rowJSON).text()
    var bare = stripped.withoutFetchTimes { _ in true }
    for field in bare.provenance.keys { bare.provenance[field]?.detail = "" }
    hash = StableHash.of(JSONValue.object(bare.rowJSON).text())
  }
}

/// The hash of a mentor with the write-up.
func contentHash(_ mentor: UInt64, _ writeUp: UInt64) -> UInt64 {
  var both = StableHash()
  both.combine(mentor)
  both.combine(writeUp)
  return both.value
}

extension Mentor {
  /// Without first seen, last changed, last confirmed.
  var withoutTimes: Mentor {
    var mentor = self
    (mentor.firstSeen, mentor.lastChanged, mentor.lastConfirmed) = (nil, nil, nil)
    return mentor
  }

  func withoutFetchTimes(where isDropped: (Provenance) -> Bool) -> Mentor {
    var mentor = self
    for (field, origin) in provenance where origin.fetched != nil && isDropped(origin) {
      mentor.provenance[field]?.fetched = nil
    }
    return mentor
  }

  /// Reads the text of a row; nil if it is damaged.
  init?(row json: String, language: (String) -> Language) {
    guard let object = JSONReader.read(json).value?.object else { return nil }
    self.init(json: object, languages: language)
    for value in object["origins"]?.array ?? [] {
      guard let parts = value.array, parts.count > 4, let source = parts[0].string else { return nil }
      let origin = Provenance(
        source: source, detail: parts[1].string ?? "", fetched: parts[2].int.map { Timestamp(seconds: Int64($0)) },
        confidence: parts[3].double ?? 1)
      for field in parts[4...] { if let field = field.string.flatMap(MentorField.init) { provenance[field] = origin } }
    }
  }

  /// `json` with its provenance in short: most fields of a record come from the same place. Each origin is
  /// [source, detail, fetched, confidence, field …].
  fileprivate var rowJSON: JSONObject {
    var groups: [(origin: Provenance, fields: [JSONValue])] = []
    for field in MentorField.allCases {
      guard let origin = provenance[field] else { continue }
      if let place = groups.firstIndex(where: { $0.origin == origin }) {
        groups[place].fields.append(.string(field.rawValue))
      } else {
        groups.append((origin, [.string(field.rawValue)]))
      }
    }
    var bare = self
    bare.provenance = [:]
    var object = bare.json
    object["provenance"] = nil
    let origins = groups.map { origin, fields -> JSONValue in
      let fetched = origin.fetched.map { JSONValue.int(Int($0.seconds)) } ?? .null
      return .array([.string(origin.source), .string(origin.detail), fetched, .double(origin.confidence)] + fields)
    }
    object.append("origins", .array(origins))
    return object
  }
}

extension WriteUp {
  /// The text of a row; empty if there is nothing.
  var rowText: String { isEmpty ? "" : json.text() }

  /// Reads the text of a row; nil if it is damaged.
  init?(row text: String) {
    if text.isEmpty {
      self.init()
    } else {
      guard let json = JSONReader.read(text).value else { return nil }
      self.init(json: json)
    }
  }
}

extension [IdentityKey] {
  /// Eight bytes each, little-endian.
  var data: Data {
    var data = Data(capacity: count * 8)
    for key in self { Swift.withUnsafeBytes(of: key.rawValue.littleEndian) { data.append(contentsOf: $0) } }
    return data
  }

  init(_ data: Data) {
    self.init()
    reserveCapacity(data.count / 8)
    data.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        append(IdentityKey(rawValue: UInt64(littleEndian: value)))
      }
    }
  }
}
