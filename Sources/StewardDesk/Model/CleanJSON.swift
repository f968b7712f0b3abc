import MentorDirectory

// Members of an object as the desk takes them in: clean, bounded, and "not said" where the type is wrong.
extension JSONObject {
  func line(_ key: String, limit: Int = 500) -> String { self[key]?.string?.cleanedLine(limit: limit) ?? "" }
  func text(_ key: String, limit: Int = 100_000) -> String { self[key]?.string?.cleanedText(limit: limit) ?? "" }
  func lines(_ key: String) -> [String] {
    (self[key]?.array ?? []).prefix(200).compactMap { $0.string?.cleanedLine() }.filter { !$0.isEmpty }
  }
  func id(_ key: String) -> DeskID? { self[key]?.string.flatMap { DeskID($0) } }
  func mentor(_ key: String) -> MentorID? {
    let value = line(key, limit: 4_000)
    return value.isEmpty ? nil : MentorID(value)
  }
}
