import MentorDirectory

/// Mentors to come back to, in the order in which they were bookmarked.
public struct Bookmarks: Equatable, Sendable {
  public private(set) var ids: [MentorID]
  private var known: Set<MentorID>

  public init(_ ids: [MentorID] = []) {
    known = []
    self.ids = ids.filter { id in !id.rawValue.isEmpty }
    self.ids = self.ids.filter { known.insert($0).inserted }
  }

  public func contains(_ id: MentorID) -> Bool { known.contains(id) }

  /// Adds a mentor, or takes them out; true if they are in now.
  mutating func toggle(_ id: MentorID) -> Bool {
    if known.remove(id) != nil {
      ids.removeAll { $0 == id }
      return false
    }
    known.insert(id)
    ids.append(id)
    return true
  }
}

/// The form in which mentors are written into a file.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case csv, json, markdown

  public var fileExtension: String { self == .markdown ? "md" : rawValue }

  var label: String {
    switch self {
    case .csv: "CSV"
    case .json: "JSON"
    case .markdown: "Markdown"
    }
  }

  var detail: String {
    switch self {
    case .csv: "for spreadsheets"
    case .json: "as mentoring find --json"
    case .markdown: "a table"
    }
  }
}

extension SavedView {
  /// What is asked and in which order, in one line.
  var summary: String { (query.isEmpty ? "everybody" : query.text) + " · \(sort.label)" }

  /// The longest name; what is typed beyond is cut.
  static let longestName = 80
}
