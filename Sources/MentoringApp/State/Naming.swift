import MentorDirectory
import Surface

/// A name that is being typed at the foot of the screen.
public struct Naming: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    case view
    /// The file into which the mentors are written.
    case export(ExportFormat, [MentorID])
  }

  public let purpose: Purpose
  public internal(set) var editor: LineEditor
  /// A file of that name is there; it was asked whether to replace it.
  public internal(set) var isTaken = false

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text)
  }

  var label: String {
    switch purpose {
    case .view: "name of the view"
    case .export(_, let mentors): "write \(mentors.count.mentors) to the file"
    }
  }
  var shortLabel: String { purpose == .view ? "name" : "file" }
  var verb: String { purpose == .view ? "keep" : "write" }
}

/// Mentors to be written into a file.
public struct ExportRequest: Equatable, Sendable {
  public var format: ExportFormat
  public var mentors: [MentorID]
  /// As it was typed: a name or a path.
  public var file: String
  /// True if it was agreed that an existing file is replaced.
  public var replaces = false

  public init(_ format: ExportFormat, _ mentors: [MentorID], to file: String, replaces: Bool = false) {
    self.format = format
    self.mentors = mentors
    self.file = file
    self.replaces = replaces
  }
}

extension DirectoryState {
  /// A name for a file of what is chosen: `mentors-localization-berlin.csv`.
  func fileName(_ format: ExportFormat) -> String {
    var words = ["mentors"]
    if marked.isEmpty {
      words += query.terms.filter { !$0.isNegated }.map(\.text)
      words += chips.filter { !$0.isExclusion }.map(\.plainName)
    } else {
      words.append("marked")
    }
    let name = words.joined(separator: "-").folded.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let parts = String(name).split(separator: "-").joined(separator: "-")
    return String(parts.prefix(Self.longestFileName)) + "." + format.fileExtension
  }

  private static let longestFileName = 60
}

extension Chip {
  /// The value without the facet before it.
  fileprivate var plainName: String {
    switch filter {
    case .included(_, let name), .excluded(_, let name), .near(let name):
      name.split(separator: "/").last.map(String.init) ?? name
    case .only(let only): only.rawValue
    case .open, .words: text
    }
  }
}

extension AppState {
  /// While a name is typed.
  mutating func performInNaming(_ action: Action, _ naming: Naming) -> [Effect] {
    switch action {
    case .back: overlay = nil
    case .open:
      overlay = nil
      let text = naming.editor.text
      switch naming.purpose {
      case .view: return keepView(text.cleanedLine(limit: SavedView.longestName))
      case .export(let format, let mentors):
        let file = text.trimmed
        return file.isEmpty ? [] : [.export(ExportRequest(format, mentors, to: file))]
      }
    default: break
    }
    return []
  }

  /// Whether to replace a file is answered by y; any other key goes back to the name. Nil if nothing was asked.
  mutating func pressInNaming(_ key: KeyEvent) -> [Effect]? {
    guard case .naming(var naming) = overlay, naming.isTaken else { return nil }
    naming.isTaken = false
    overlay = .naming(naming)
    guard key.typed == "y", case .export(let format, let mentors) = naming.purpose else { return [] }
    overlay = nil
    return [.export(ExportRequest(format, mentors, to: naming.editor.text.trimmed, replaces: true))]
  }

  /// A file of that name is there already.
  mutating func askToReplace(_ request: ExportRequest) {
    var naming = Naming(.export(request.format, request.mentors), request.file)
    naming.isTaken = true
    overlay = .naming(naming)
  }

  private mutating func keepView(_ name: String) -> [Effect] {
    guard !name.isEmpty else { return [] }
    let view = SavedView(name: name, query: directory.query, sort: directory.sort)
    let rest = directory.only.map { ", without “\($0.label)”" } ?? ""
    if let known = views.firstIndex(where: { $0.name.folded == name.folded }) {
      views[known] = view
      message = Message("“\(name)” is now what is asked here\(rest)")
    } else {
      views.append(view)
      message = Message("kept as “\(name)”\(rest); ' lists the views")
    }
    return [.keepViews(views)]
  }
}
