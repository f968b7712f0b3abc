import MentorDirectory
import Surface

/// The Directory screen.
struct DirectoryView {
  let state: AppState

  func draw(on surface: inout Surface) {
    let layout = DirectoryLayout(state)
    surface.within(layout.header) { HeaderView(state: state).draw(on: &$0) }
    surface.within(layout.search) { drawSearch(on: &$0) }
    surface.within(layout.chips) { drawChips(on: &$0) }
    if let facets = layout.facets {
      surface.within(facets) { FacetsView(state: state, panes: layout.panes).draw(on: &$0) }
    }
    for line in layout.dividers { draw(line, on: &surface) }
    if let results = layout.results { surface.within(results) { ResultsView(state: state).draw(on: &$0) } }
    if let preview = layout.preview { surface.within(preview) { PreviewView(state: state).draw(on: &$0) } }
    surface.within(layout.footer) { FooterView(state: state).draw(on: &$0) }
  }

  private func draw(_ line: PaneSplit.Line, on surface: inout Surface) {
    let style: Style = state.dragged == line.divider ? .borderActive : .border
    if line.divider == .previewBelow {
      surface.hline(at: Point(line.rect.x, line.rect.y), length: line.rect.width, style: style, joined: true)
    } else {
      surface.vline(at: Point(line.rect.x, line.rect.y), length: line.rect.height, style: style)
    }
  }

  /// `/ words` on the left, how many of how many in which order on the right.
  private func drawSearch(on surface: inout Surface) {
    let directory = state.directory
    let total = directory.result.total, all = directory.index.mentorCount
    let mentors = all == 1 ? "mentor" : "mentors"
    let count = total == all ? "\(all.grouped) \(mentors)" : "\(total.grouped) of \(all.grouped) \(mentors)"
    let short = total == all ? all.grouped : "\(total.grouped) of \(all.grouped)"
    let marked = directory.marked.isEmpty ? "" : " · \(directory.marked.count.grouped) marked"
    let order = directory.order
    let forms = [(count + marked, " · \(order.label) "), (count + marked, " "), (short + marked, " "), (short, " ")]
    let rights = forms.map { StyledText([.init($0, Style(.text, .bold)), .init($1, .dim)]) }
    let right = rights.first { $0.displayWidth + 18 <= surface.bounds.width } ?? StyledText()
    let room = max(8, surface.bounds.width - right.displayWidth - 4)
    surface.put("/", at: Point(1, 0), style: directory.isTyping ? Style(.accent, .bold) : .key)
    FieldView(editor: directory.field, placeholder: directory.isTyping ? "" : "search", isActive: directory.isTyping)
      .draw(at: Point(3, 0), width: room - 2, on: &surface)
    surface.put(right, at: Point(max(room + 3, surface.bounds.width - right.displayWidth), 0))
  }

  private func drawChips(on surface: inout Surface) {
    let chips = state.directory.chips
    guard !chips.isEmpty else { return }
    let bar = ChipBar(chips, width: surface.bounds.width)
    for place in bar.places {
      let role: Role = place.chip.isExclusion ? .chipExcluded : .chip
      surface.put(place.text, at: Point(place.columns.lowerBound, 0), style: Style(role, [], on: role))
    }
    if let hidden = bar.hidden { surface.put("+\(hidden.count)", at: Point(hidden.column, 0), style: .dim) }
    surface.putRight(ChipBar.hint, before: Point(surface.bounds.width, 0), style: .dim)
  }
}

/// A one-line field; the text scrolls so that the insertion point is seen.
struct FieldView {
  let editor: LineEditor
  var placeholder = ""
  var isActive: Bool

  func draw(at point: Point, width: Int, on surface: inout Surface) {
    guard width > 0 else { return }
    if editor.text.isEmpty {
      surface.put(placeholder, at: point, style: .placeholder, maxWidth: width)
    }
    let before = editor.text.prefix(editor.cursor)
    // No character is narrower than a column, but for marks that stand alone.
    var shown = before.suffix(width * 2)
    while !shown.isEmpty, String(shown).displayWidth > width - 1 { shown.removeFirst() }
    let rest = editor.text.suffix(from: shown.startIndex)
    surface.put(String(rest), at: point, style: .field, maxWidth: width)
    if isActive { surface.placeCursor(at: Point(point.x + String(shown).displayWidth, point.y)) }
  }
}

/// What the keys do here, or what there is to tell.
struct FooterView {
  let state: AppState

  func draw(on surface: inout Surface) {
    let width = surface.bounds.width
    if let message = state.message ?? note {
      let style: Style =
        switch message.kind {
        case .note: .text
        case .warning: .warning
        case .error: .error
        }
      surface.put(message.text.truncated(to: max(0, width - 2)), at: Point(1, 0), style: style)
      return
    }
    if let screen = state.countedScreen {
      surface.put(
        StyledText([.init("↵", .key), .init(" goes to \(screen.rawValue) \(screen.title)", .dim)]), at: Point(1, 0))
      surface.putRight("\(screen.rawValue) ", before: Point(width, 0), style: .key)
      return
    }
    if let count = state.count {
      surface.putRight("\(count) ", before: Point(width, 0), style: .key)
    }
    HintBar(
      commands: state.keymap.commands(in: state.context), context: state.context, isChoosing: isNarrowing, menu: menu,
      sources: state.sources, isEmpty: isEmpty
    )
    .draw(on: &surface, width: width - (state.count == nil ? 0 : 8))
  }

  private var isEmpty: Bool {
    state.directory.result.total == 0 && (state.context == .results || state.context == .preview)
  }

  private var menu: Menu? { if case .menu(let menu) = state.overlay { menu } else { nil } }

  /// True while a facet or a menu is narrowed: Enter chooses what is under the cursor.
  private var isNarrowing: Bool {
    if menu != nil { return true }
    guard state.context == .field, state.reader == nil, !state.directory.isTyping, state.overlay == nil else {
      return false
    }
    if case .facet = state.directory.focus { return true }
    return false
  }

  /// How a doubtful query was read.
  private var note: Message? {
    let directory = state.directory
    guard state.reader == nil, state.screen == .directory else { return nil }
    return (directory.notes.first ?? directory.result.notes.first).map { Message($0, .warning) }
  }
}

/// The hints of a context, most important first; `?` and the way out are never dropped.
struct HintBar {
  /// Those of the context.
  let commands: [Command]
  let context: CommandContext
  var isChoosing = false
  /// The menu that has the keys, which takes some of the keys of menus only.
  var menu: Menu?
  /// Those of the Sources screen, where some keys do nothing without a source or a sync.
  var sources = SourcesState()
  /// Nobody is in the list: what works on a mentor is left out.
  var isEmpty = false

  private static let ofMentors: Set<Action> = [.open, .openOutside, .mark, .bookmark, .map]

  func draw(on surface: inout Surface, width: Int) {
    let hints = commands.filter {
      $0.hint != nil && !$0.keys.isEmpty && (context != .menu || menu?.takes($0.action) == true)
        && !(isOfSources && sources.idle.contains($0.action))
        && !(isEmpty && Self.ofMentors.contains($0.action))
    }
    var kept = hints.filter { essential.contains($0.action) }
    func taken(_ commands: [Command]) -> Int { commands.reduce(1) { $0 + text($1).displayWidth + 2 } }
    for hint in hints where !kept.contains(where: { $0.action == hint.action }) {
      // What is less important does not take the place of what had none.
      guard taken(kept + [hint]) <= width else { break }
      kept.append(hint)
    }
    var x = 1
    for hint in hints where kept.contains(where: { $0.action == hint.action }) {
      x += surface.put(HintBar.symbol(hint.keys[0]), at: Point(x, 0), style: .key)
      x += surface.put(" " + label(hint), at: Point(x, 0), style: .dim) + 2
    }
  }

  private var isOfSources: Bool { context == .sources || context == .sourceDetails }

  private var essential: Set<Action> {
    switch context {
    case .field, .form: [.back, .open]
    case .menu, .help: [.back]
    case .sources, .sourceDetails: [.help, .close, .cancelSync]
    default: [.help, .close]
    }
  }

  private func label(_ command: Command) -> String {
    if command.action == .close {
      return context == .results || context == .facets || context == .preview ? "quit" : "close"
    }
    return command.action == .open && isChoosing ? "choose" : command.hint ?? ""
  }

  private func text(_ command: Command) -> String { HintBar.symbol(command.keys[0]) + " " + label(command) }

  /// A key as the hint bar writes it.
  static func symbol(_ key: String) -> String {
    switch key {
    case "Enter": "↵"
    case "Space": "space"
    case "Escape": "esc"
    case "Tab": "tab"
    case "S-Tab": "S-tab"
    default: key
    }
  }
}
