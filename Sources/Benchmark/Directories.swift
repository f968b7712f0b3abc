import Glibc
import MentorDirectory

/// A directory to measure with, and what is asked of it.
protocol BenchmarkDirectory {
  /// In display order, with the write-up's text.
  func forEachMentor(_ body: (Mentor, String) -> Void)
  var steps: [Step] { get }
  /// The expected answers, from a file.
  func reference(_ path: String) -> Reference?
}

/// One key press, as the question it leads to.
struct Step {
  var label: String
  var query: Query
  var sort = SortKey.name
  var places = 0..<50
}

/// A directory made by the peers' generator.
struct PeerDirectory: BenchmarkDirectory {
  let steps: [Step]
  private let folder: String
  private let values: [String: [String]]
  private let teamNames: [String: String]

  init?(_ folder: String) {
    func names(_ facet: String) -> [String] {
      (FileText.read("\(folder)/\(facet).names.txt") ?? "").split(separator: "\n").map(String.init)
    }
    guard access("\(folder)/docs.tsv", R_OK) == 0, let workload = FileText.read("\(folder)/workload.json"),
      let list = JSONReader.read(workload).value?.array
    else { return nil }
    self.folder = folder
    // The workload sorts teams by their number; ours are sorted by name, hence the number in front.
    let teams = names("team").enumerated().map { number, name in
      String(repeating: "0", count: 3 - String(number).count) + "\(number) \(name)"
    }
    teamNames = Dictionary(zip(names("team"), teams), uniquingKeysWith: { first, _ in first })
    let values = [
      "area": names("area"), "continent": names("continent"), "country": names("country"), "city": names("city"),
      "team": teams, "lang": names("lang"), "avail": ["open", "limited", "closed"], "group": names("group"),
      "skill": names("skill"),
    ]
    self.values = values
    steps = list.map { Self.step($0, values) }
  }

  private static let facets: [(String, FacetName)] = [
    ("area", .area), ("continent", .location), ("country", .location), ("city", .location), ("team", .team),
    ("lang", .language), ("avail", .availability), ("group", .group), ("skill", .interest),
  ]

  private static func step(_ json: JSONValue, _ values: [String: [String]]) -> Step {
    var query = Query()
    for (name, facet) in facets {
      for number in json["sel"]?[name]?.array ?? [] {
        query[facet].included.append(values[name]?[number.int ?? 0] ?? "")
      }
    }
    for place in json["loc"]?.array ?? [] {
      guard let pair = place.array, pair.count == 2, let level = pair[0].string, let number = pair[1].int else {
        continue
      }
      query[.location].included.append(values[level]?[number] ?? "")
    }
    let text = json["text"]?.string ?? "", isFuzzy = json["fuzzy"]?.bool == true
    let words = text.split(separator: " ")
    query.terms = words.enumerated().compactMap { place, word in
      let isOpen = place == words.count - 1 && !text.hasSuffix(" ")
      return Query.Term(String(word), kind: isFuzzy ? .similar : isOpen ? .word : .exact)
    }
    let offset = json["offset"]?.int ?? 0, limit = json["limit"]?.int ?? 50
    return Step(
      label: json["label"]?.string ?? "", query: query, sort: json["sort"]?.string == "team" ? .team : .name,
      places: offset..<(offset + limit))
  }

  func reference(_ path: String) -> Reference? {
    guard let json = FileText.read(path).flatMap({ JSONReader.read($0).value }) else { return nil }
    let checks = json["chk"]?.array ?? []
    return Reference(
      order: Self.facets.map { ($0.1, values[$0.0] ?? []) },
      totals: checks.map { $0.array?.first?.int ?? -1 },
      checksums: checks.map { UInt32($0.array?.last?.int ?? 0) },
      tops: (json["top"]?.array ?? []).map { ($0.array ?? []).compactMap(\.int) })
  }

  /// By bytes: going by characters would take longer than the building that is measured.
  private static func split(_ text: Substring.UTF8View, at separator: Unicode.Scalar) -> [String] {
    text.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  func forEachMentor(_ body: (Mentor, String) -> Void) {
    guard let text = FileText.read("\(folder)/docs.tsv") else { return }
    // Sorted bytewise by name, then by identity, like `DisplayOrder` for these plain names.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n")).map {
      line -> (name: Substring, number: Int, line: Substring.UTF8View) in
      let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
      return (Substring(fields[1]), Int(Substring(fields[0])) ?? 0, line)
    }
    lines.sort { ($0.name, $0.number) < ($1.name, $1.number) }
    for (_, number, line) in lines {
      let fields = Self.split(line, at: "\t")
      let digits = String(number)
      var mentor = Mentor(id: MentorID(String(repeating: "0", count: 9 - digits.count) + digits), name: fields[1])
      mentor.title = fields[2]
      (mentor.place.region, mentor.place.country, mentor.place.city) = (fields[3], fields[4], fields[5])
      mentor.team = teamNames[fields[6]] ?? ""
      mentor.availability.state = fields[7] == "available" ? .open : fields[7] == "limited" ? .limited : .closed
      func list(_ text: String) -> [String] { text.isEmpty ? [] : Self.split(text.utf8[...], at: "|") }
      mentor.areas = list(fields[8])
      mentor.languages = list(fields[9]).map { Language(code: "", name: $0) }
      mentor.groups = list(fields[10])
      mentor.interests = list(fields[11])
      body(mentor, fields[12])
    }
  }
}
