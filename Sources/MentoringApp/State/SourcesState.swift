import MentorDirectory

/// The Sources screen: what there is, what runs, and where the eyes are.
public struct SourcesState: Equatable, Sendable {
  public enum Focus: Equatable, Sendable { case list, details }

  public private(set) var rows: [SourceRow] = []
  /// False until the list came for the first time.
  public private(set) var isLoaded = false
  /// The sample's sources are only shown.
  public let isReadOnly: Bool
  public internal(set) var cursor = 0
  public internal(set) var scroll = 0
  public internal(set) var focus = Focus.list
  public internal(set) var detailsScroll = 0
  /// The sync that runs; nil if none does.
  public internal(set) var sync: SyncActivity?
  /// Syncs that were asked for while another runs; an empty list of names means all sources.
  var waiting: [[String]] = []
  /// What the test of a source told last.
  public internal(set) var preview: SourcePreview?
  /// The source that is being tested.
  public internal(set) var testing: String?
  /// It was asked whether to remove this source.
  var removing: String?
  /// A source was added, and what there is to tell of it: the cursor goes to it when the list comes.
  var added: String?

  public init(isReadOnly: Bool = false) { self.isReadOnly = isReadOnly }

  /// The source under the cursor.
  public var current: SourceRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// A new list; the cursor stays on its source, or goes to the one that was added.
  mutating func replace(_ new: [SourceRow]) {
    let known = Set(rows.map(\.name)), here = current?.name
    let added = self.added == nil ? nil : new.firstIndex { !known.contains($0.name) }
    self.added = nil
    rows = new
    isLoaded = true
    if let place = added ?? new.firstIndex(where: { $0.name == here }) {
      if place != cursor || added != nil { detailsScroll = 0 }
      cursor = place
    }
    cursor = min(max(0, cursor), max(0, new.count - 1))
    if let preview, !new.contains(where: { $0.name == preview.source }) { self.preview = nil }
  }

  /// Shows at once what was asked for; the list that comes afterwards has the last word.
  mutating func setEnabled(_ isEnabled: Bool, of name: String) {
    if let place = rows.firstIndex(where: { $0.name == name }) { rows[place].isEnabled = isEnabled }
  }

  /// What the list says of a source's state, with the mark that goes with it.
  func state(of row: SourceRow, at now: Timestamp) -> (mark: String, words: String) {
    if let part = sync?.parts[row.name], !part.isOver {
      return ("◎", part.total > 0 ? "\(part.done.grouped) of \(part.total.grouped)" : "syncing")
    }
    if testing == row.name { return ("◎", "testing") }
    if let sync, sync.names.contains(row.name), sync.parts[row.name] == nil { return ("◎", "waiting") }
    if waiting.contains(where: { $0.contains(row.name) }) { return ("◎", "waiting") }
    switch row.health {
    case .never: return ("○", "never synced")
    case .ok: return ("●", "ok")
    case .off: return ("·", "off")
    case .failing(let since): return ("!", "failing \(since.age(at: now))")
    }
  }

  /// Commands that would do nothing just now.
  var idle: Set<Action> {
    var idle: Set<Action> = sync == nil && testing == nil ? [.cancelSync] : []
    if rows.isEmpty { idle.formUnion([.sync, .syncAll, .editSource, .testSource, .removeSource, .toggle, .nextPane]) }
    return idle
  }
}
