import DirectoryStore
import DirectorySync
import MentorDirectory
import MentoringApp

extension SourceRow {
  /// The sources of `source list --json`; nil if it is something else.
  static func rows(json: JSONValue) -> [SourceRow]? { json["sources"]?.array?.compactMap { SourceRow(json: $0) } }

  /// Nil without a name.
  init?(json: JSONValue) {
    guard let name = json["name"]?.line, !name.isEmpty else { return nil }
    let paths = (json["paths"]?.array ?? []).compactMap(\.line)
    self.init(
      name: name, kind: json["kind"]?.line ?? "", address: json["address"]?.line ?? paths.joined(separator: ", "))
    isOfFiles = json["address"] == nil
    mentors = json.count("mentors")
    isEnabled = json["enabled"]?.bool ?? true
    every = json["every"]?.line ?? ""
    allowsPrivate = json["allowPrivate"]?.bool ?? false
    followsLinks = json["followLinks"]?.bool ?? true
    group = json["group"]?.line ?? ""
    synced = json.moment("read")
    problems = (json["problems"]?.array ?? []).map { SourceProblem(json: $0) }
    for kind in [SourceDifference.Kind.new, .changed, .gone] {
      let names = json["changes"]?[kind.rawValue]?.array ?? []
      changes += names.compactMap(\.line).map { SourceDifference(kind, $0) }
    }
    verdicts = (json["verdicts"]?.array ?? []).compactMap { page in
      page["verdict"]?.line.map { SourceVerdict(Self.words(forVerdict: $0), pages: page.count("pages")) }
    }
    if let sync = json["lastSync"], sync.object != nil { add(lastSync: sync) }
  }

  private static func words(forVerdict word: String) -> String {
    switch PageVerdict.Kind(rawValue: word) {
    case .offer: "an offer"
    case .notAnOffer: "not an offer"
    case .empty: "empty"
    case .needsJavaScript: "needs JavaScript"
    case .redirect: "leads elsewhere"
    case .gone: "gone"
    case .unreadable: "cannot be read"
    case nil: word == "unreached" ? "not reached the last time" : word
    }
  }

  private mutating func add(lastSync json: JSONValue) {
    lastSync = SourceCounts(json: json)
    let ended = json.moment("ended")
    if json["problem"]?.line != nil {
      problems.insert(SourceProblem(json: json), at: 0)
      // Since when it is not known to be well.
      failingSince = synced ?? ended
    }
    if let ended, let interval = SyncInterval(every) {
      nextSync = Timestamp(seconds: ended.seconds + interval.seconds)
    }
  }
}

extension SourcePreview {
  private static let mostLines = 200

  /// What `source test` printed.
  init(source: String, output: [UInt8]) {
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    self.init(
      source: source,
      lines: lines.prefix(Self.mostLines).map { String($0).cleanedLine(limit: 500) }.filter { !$0.isEmpty })
  }
}
