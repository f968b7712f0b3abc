import MentorDirectory
import Surface

/// Mentors and facets as plain lines.
enum PlainText {
  /// One line per mentor: name, title, areas, place, free places, aligned to a width.
  static func row(_ mentor: Int, in index: SearchIndex, width: Int) -> String {
    func values(_ facet: FacetName) -> String {
      index.values(of: mentor, in: facet).map { index.valueName($0) }.joined(separator: ", ")
    }
    let fields = [
      index.name(of: mentor), values(.title), values(.area), place(of: mentor, in: index), time(of: mentor, in: index),
    ]
    let widths = [26, 28, 26, 22, 9].map { max(6, $0 * (width - 8) / 111) }
    let line = zip(fields, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Tab-separated: identity, name, title, areas, groups, team, interests, languages, place, availability, free, page.
  static let tabColumns = [
    "id", "name", "title", "areas", "groups", "team", "interests", "languages", "city", "region", "country",
    "countryCode", "availability", "free", "page", "sources",
  ]

  static func tabRow(_ mentor: Mentor) -> String {
    let fields = [
      mentor.id.rawValue, mentor.name, mentor.title, mentor.areas.joined(separator: "; "),
      mentor.groups.joined(separator: "; "), mentor.team, mentor.interests.joined(separator: "; "),
      mentor.languages.map(\.name).joined(separator: "; "), mentor.place.city, mentor.place.region,
      mentor.place.country,
      mentor.place.countryCode, mentor.availability.state.rawValue, mentor.availability.free.map(String.init) ?? "",
      mentor.page, mentor.sources.joined(separator: "; "),
    ]
    // Text of the model is one clean line; a tab in it would be a new column.
    return fields.map { $0.replacing("\t", with: " ") }.joined(separator: "\t")
  }

  private static func place(of mentor: Int, in index: SearchIndex) -> String {
    guard let value = index.values(of: mentor, in: .location).first else { return "" }
    let path = index.path(of: value)
    return path.count > 2 ? "\(path[2]), \(path[1])" : path.last ?? ""
  }

  private static func time(of mentor: Int, in index: SearchIndex) -> String {
    let state = index.values(of: mentor, in: .availability).first.map { index.valueName($0) } ?? ""
    if let free = index.freePlaces(of: mentor), free > 0 { return "\(free) free" }
    return state == "unknown" ? "" : index.freePlaces(of: mentor) == 0 && state == "open" ? "full" : state
  }
}
