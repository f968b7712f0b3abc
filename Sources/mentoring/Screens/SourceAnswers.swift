import MentorDirectory
import MentoringApp

extension SourceRow {
  /// The sources of `source list --json`; nil if it is something else.
  static func rows(json: JSONValue) -> [SourceRow]? { json["sources"]?.array?.compactMap { SourceRow(json: $0) } }

  /// Nil without a name.
  init?(json: JSONValue) {
    guard let name = json["name"]?.line, !name.isEmpty else { return nil }
    self.init(name: name, kind: json["kind"]?.line ?? "", address: json["address"]?.line ?? "")
    mentors = json.count("mentors")
    isEnabled = json["enabled"]?.bool ?? true
    every = json["every"]?.line ?? ""
    allowsPrivate = json["allowPrivate"]?.bool ?? false
    followsLinks = json["followLinks"]?.bool ?? true
    group = json["group"]?.line ?? ""
    synced = json.moment("synced")
    failingSince = json.moment("failingSince")
    nextSync = json.moment("next")
    problems = (json["problems"]?.array ?? []).map { SourceProblem(json: $0) }
    lastSync = json["lastSync"].flatMap { $0.object == nil ? nil : SourceCounts(json: $0) }
    for kind in [SourceDifference.Kind.new, .changed, .gone] {
      let names = json["changes"]?[kind.rawValue]?.array ?? []
      changes += names.compactMap(\.line).map { SourceDifference(kind, $0) }
    }
    verdicts = (json["pages"]?.array ?? []).compactMap { page in
      page["verdict"]?.line.map { SourceVerdict($0, pages: page.count("count")) }
    }
  }
}

extension SourceTest {
  /// The answer of `source test --json`; nil if it is something else.
  init?(json: JSONValue, source: String) {
    guard json.object != nil else { return nil }
    let names = (json["mentors"]?.array ?? []).compactMap { $0["name"]?.line ?? $0.line }
    self.init(
      source: source, kind: json["kind"]?.line ?? "", mentors: max(names.count, json.count("total")),
      names: Array(names.prefix(12)), pages: json.count("pages"),
      problems: (json["problems"]?.array ?? []).map { SourceProblem(json: $0) })
  }
}
