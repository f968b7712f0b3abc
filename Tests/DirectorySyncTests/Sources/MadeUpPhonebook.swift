import LoopbackKit

/// A phonebook that answers as the original did: version 2 with stubs and details, by offset or by page number, and
/// version 1 with flat objects.
struct MadeUpPhonebook: Sendable {
  enum Pagination: Sendable { case offset, page }

  static let key = "s3cret-key", program = "directory"
  static let host = "phonebook.example"

  struct Person: Sendable {
    var number: Int
    var username: String
    var fullName: String
    var email = ("", "Public")
    var website = ("", "Public")
    var groups = ["mentoring"]
    var isWrapped = true
  }

  var people = [
    Person(number: 1, username: "rowan", fullName: "Rowan Fictief", email: ("rowan@mail.example", "Mozillians")),
    Person(
      number: 2, username: "sefa", fullName: "Sefa Örnek", website: ("http://sefa.example/mentoring/", "Public"),
      groups: ["mentoring", "localization"]),
    Person(number: 3, username: "mbali", fullName: "Mbali Mfano", website: ("http://hidden.example/", "Coven")),
    Person(number: 4, username: "jun", fullName: "Jun Kari", isWrapped: false),
    Person(number: 5, username: "ines", fullName: "Inês Exemplo", email: ("ines@mail.example", "Public")),
  ]
  var pagination = Pagination.offset
  /// What stands as `next` on a page (from 0) instead of the truth.
  var lies: [Int: String] = [:]
  /// What a page (from 0) is instead of a list.
  var broken: [Int: String] = [:]
  /// What a detail is instead of a record.
  var brokenDetails: [Int: LoopbackAnswer] = [:]
  static let pageSize = 2

  func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
    guard request.host == Self.host else {
      return request.host == "sefa.example" && request.path.hasPrefix("/mentoring")
        ? .offer("Sefa Örnek") : .status(404)
    }
    let query = Self.query(request.target)
    switch request.path {
    case "/api/v2/users/" where isAllowed(request): return list(query)
    case "/api/v1/users/" where query["app_key"] == Self.key && query["app_name"] == Self.program: return flat(query)
    case "/api/v2/skills/" where isAllowed(request):
      return .json(
        """
        {"count": 2, "next": null, "results": [
          {"name": "origami", "_url": "http://\(Self.host)/api/v2/skills/7/"}, {"name": "nothing", "member_count": 0}]}
        """)
    case "/api/v2/skills/7/" where isAllowed(request):
      return .json(
        """
        {"name": "origami", "members": [{"username": "rowan", "_url": "http://\(Self.host)/api/v2/users/1/"},
          {"username": "stranger", "_url": "http://\(Self.host)/api/v2/users/99/"}]}
        """)
    case let path where path.hasPrefix("/api/v2/groups/") && isAllowed(request):
      let name = path.split(separator: "/").last ?? ""
      return .json(#"{"name": "\#(name)", "functional_area": \#(name == "localization"), "members": []}"#)
    case let path where path.hasPrefix("/api/v2/users/") && isAllowed(request):
      guard let number = path.split(separator: "/").last.flatMap({ Int($0) }),
        let person = people.first(where: { $0.number == number })
      else { return .status(404) }
      return brokenDetails[number] ?? .json(detail(person))
    default: return .status(403)
    }
  }

  private func isAllowed(_ request: LoopbackRequest) -> Bool { request["x-api-key"] == Self.key }

  private func list(_ query: [String: String]) -> LoopbackAnswer {
    guard query["group"] == "mentoring" else { return .json(#"{"count": 0, "next": null, "results": []}"#) }
    let page =
      pagination == .page ? (Int(query["page"] ?? "") ?? 1) - 1 : (Int(query["offset"] ?? "") ?? 0) / Self.pageSize
    if let text = broken[page] { return .json(text) }
    let start = page * Self.pageSize, rows = people.dropFirst(start).prefix(Self.pageSize)
    let stubs = rows.map { person in
      """
      {"username": "\(person.username)", "is_vouched": true, "_url": "http://\(Self.host)/api/v2/users/\(person.number)/"}
      """
    }
    var next = "null"
    if start + Self.pageSize < people.count {
      let base = "http://\(Self.host)/api/v2/users/?group=mentoring"
      next =
        pagination == .page
        ? "\"\(base)&page=\(page + 2)\"" : "\"\(base)&limit=\(Self.pageSize)&offset=\(start + Self.pageSize)\""
    }
    if let lie = lies[page] { next = "\"\(lie)\"" }
    return .json(#"{"count": \#(people.count), "next": \#(next), "results": [\#(stubs.joined(separator: ","))]}"#)
  }

  private func detail(_ person: Person) -> String {
    func field(_ value: String, _ privacy: String = "Public") -> String {
      person.isWrapped ? #"{"value": \#(value), "privacy": "\#(privacy)"}"# : value
    }
    let groups = person.groups.map { #"{"name": "\#($0)", "_url": "http://\#(Self.host)/api/v2/groups/\#($0)/"}"# }
    return """
      {"username": "\(person.username)", "is_public": true, "is_vouched": true,
       "url": "https://\(Self.host)/u/\(person.username)/", "_url": "http://\(Self.host)/api/v2/users/\(person.number)/",
       "full_name": \(field("\"\(person.fullName)\"")), "title": \(field("\"Volunteer\"")),
       "bio": \(field("\"I like to *help*.\"")), "email": \(field("\"\(person.email.0)\"", person.email.1)),
       "city": \(field("\"Utrecht\"")), "timezone": \(field("\"Europe/Amsterdam\"")),
       "languages": \(field(#"[{"code": "nl", "english": "Dutch", "native": "Nederlands"}]"#)),
       "groups": \(field("[\(groups.joined(separator: ","))]")),
       "websites": [{"website": "\(person.website.0)", "privacy": "\(person.website.1)"}]}
      """
  }

  /// Version 1: `next` is a path in which the program's own parameters stand, key included.
  private func flat(_ query: [String: String]) -> LoopbackAnswer {
    let start = Int(query["offset"] ?? "") ?? 0, rows = people.dropFirst(start).prefix(Self.pageSize)
    let objects = rows.map { person in
      """
      {"id": "\(person.number)", "full_name": "\(person.fullName)", "username": "\(person.username)",
       "groups": "[\(person.groups.map { "(u'\($0)',)" }.joined(separator: ", "))]", "skills": ["origami"],
       "languages": "[u'Dutch']", "bio": "", "accounts": [{"identifier": "\(person.username)", "type": "github"}],
       "url": "https://\(Self.host)/u/\(person.username)"}
      """
    }
    var next = "null"
    if start + Self.pageSize < people.count {
      next =
        "\"/api/v1/users/?app_name=\(Self.program)&app_key=\(Self.key)&groups=mentoring&offset=\(start + Self.pageSize)\""
    }
    return .json(
      """
      {"meta": {"limit": \(Self.pageSize), "next": \(next), "offset": \(start), "previous": null,
       "total_count": \(people.count)}, "objects": [\(objects.joined(separator: ","))]}
      """)
  }

  static func query(_ target: String) -> [String: String] {
    guard let question = target.firstIndex(of: "?") else { return [:] }
    var values: [String: String] = [:]
    for item in target[target.index(after: question)...].split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1)
      values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    return values
  }
}
