import MentorDirectory
import MentoringApp

extension SyncNews {
  /// An event as `sync --json` writes it, one to a line; nil for anything else, which is passed over.
  init?(line: [UInt8]) {
    let (value, problems) = JSONReader.read(line)
    guard let value, !problems.contains(where: { !$0.isMended }), let event = value["event"]?.string else { return nil }
    let source = value["source"]?.line ?? ""
    switch event {
    case "start": self = .started((value["sources"]?.array ?? []).compactMap(\.line))
    case "source": self = .source(source, kind: value["kind"]?.line ?? "", address: value["address"]?.line ?? "")
    case "progress":
      self = .progress(
        source, done: value.count("done"), total: value.count("total"), current: value["current"]?.line ?? "")
    case "problem": self = .problem(source, SourceProblem(json: value))
    case "source-done":
      let problem = value["problem"]?.line == nil ? nil : SourceProblem(json: value)
      self = .sourceDone(source, SourceCounts(json: value), problem: problem)
    case "done": self = .done(SourceCounts(json: value))
    default: return nil
    }
  }
}

extension JSONValue {
  /// Text of somebody else, as one line that no terminal takes for anything but text.
  var line: String? { string?.cleanedLine(limit: 300) }

  /// A number of things; 0 for anything else.
  func count(_ key: String) -> Int { min(1_000_000_000, max(0, self[key]?.int ?? 0)) }

  /// A moment in the form of RFC 3339.
  func moment(_ key: String) -> Timestamp? { self[key]?.string.flatMap { Timestamp($0) } }
}

extension SourceCounts {
  init(json: JSONValue) {
    self.init(
      new: json.count("new"), changed: json.count("changed"), unchanged: json.count("unchanged"),
      gone: json.count("gone"), failed: json.count("failed"))
  }
}

extension SourceProblem {
  init(json: JSONValue) {
    let place = json["address"]?.line ?? ""
    let sentence = json["problem"]?.string?.cleanedLine(limit: 600) ?? ""
    // The sentence begins with the place, which is shown apart.
    let isDoubled = !place.isEmpty && sentence.hasPrefix(place + ": ")
    self.init(place: place, reason: isDoubled ? String(sentence.dropFirst(place.count + 2)) : sentence)
  }
}
