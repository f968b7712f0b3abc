/// The kinds of sources, in the words that `source add --as` takes, and what they are.
public enum SourceKindText: String, CaseIterable, Sendable {
  case page, site, list, sheet, phonebook, portal, wiki, data, folder, directory

  var explanation: String {
    switch self {
    case .page: "one mentor's page"
    case .site: "a home page on which the mentoring page is found"
    case .list: "a page or file of links to mentors' pages"
    case .sheet: "a spreadsheet, published as CSV"
    case .phonebook: "a phonebook, through its API"
    case .portal: "a volunteer portal, through its API or as CSV"
    case .wiki: "a wiki page that lists mentors"
    case .data: "a list of people in JSON or YAML"
    case .folder: "a folder of pages"
    case .directory: "another directory's JSON export"
    }
  }

  /// It has members by group.
  static func hasGroups(_ kind: String) -> Bool { kind == phonebook.rawValue || kind == portal.rawValue }
}
