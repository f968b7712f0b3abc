import MentorDirectory
import Surface

extension AppState {
  mutating func press(_ key: KeyEvent, in prompt: Prompt) -> [Effect] {
    if let action = keymap.action(for: key, in: .prompt) { return perform(action, in: .prompt, count: nil) }
    var prompt = prompt
    if key == KeyEvent(.backspace), prompt.line.text.isEmpty {
      overlay = nil
    } else if prompt.line.apply(key) {
      prompt.recalled = nil
      overlay = .prompt(prompt)
    }
    return []
  }

  mutating func performInPrompt(_ action: Action) -> [Effect] {
    guard case .prompt(let prompt) = overlay else { return [] }
    switch (action, prompt.purpose) {
    case (.back, _): overlay = nil
    case (.open, .command): return run(prompt)
    case (.open, .pipe(let what)): return pipe(what, to: prompt.line.text)
    case (.earlierLine, _), (.up, .pipe): recall(in: prompt, step: 1)
    case (.laterLine, _), (.down, .pipe): recall(in: prompt, step: -1)
    case (.up, .command): choose(in: prompt, step: -1)
    case (.down, .command): choose(in: prompt, step: 1)
    case (.complete, .command): complete(prompt)
    default: break
    }
    return []
  }

  func paletteRows(_ prompt: Prompt) -> [PaletteRow] {
    guard prompt.purpose == .command else { return [] }
    return Palette.rows(for: prompt.line.text, in: prompt.context, of: directory, commands: keymap.commands)
  }

  /// The row that Enter runs: the chosen one, or that which the line is or is the beginning of. A row that is only like
  /// the line has to be chosen: a mistyped line must not do something else.
  static func row(of prompt: Prompt, in rows: [PaletteRow]) -> Int? {
    if let choice = prompt.choice { return rows.indices.contains(choice) ? choice : nil }
    let line = prompt.line.text.trimmed
    if LineCommand(line) == nil {
      guard let first = rows.first, first.elsewhere == nil, !line.isEmpty, first.text.hasPrefix(line) else {
        return nil
      }
      return 0
    }
    return rows.firstIndex { $0.text == line }
  }

  // MARK: - Choosing

  mutating func choose(in prompt: Prompt, step: Int) {
    let rows = paletteRows(prompt)
    guard !rows.isEmpty else { return }
    var prompt = prompt
    let here = Self.row(of: prompt, in: rows) ?? (step > 0 ? -1 : rows.count)
    prompt.choice = min(rows.count - 1, max(0, here + step))
    overlay = .prompt(prompt)
  }

  private mutating func complete(_ prompt: Prompt) {
    let rows = paletteRows(prompt)
    guard !rows.isEmpty else { return }
    var prompt = prompt
    let text = rows[Self.row(of: prompt, in: rows) ?? 0].text
    // What is whole already goes on to the next row.
    let isWhole = text == prompt.line.text && prompt.choice == nil && rows.count > 1
    prompt.line.set(isWhole ? rows[1].text : text)
    overlay = .prompt(prompt)
  }

  private mutating func recall(in prompt: Prompt, step: Int) {
    var prompt = prompt
    let history = prompt.purpose == .command ? commandLines : pipeLines
    if prompt.recalled == nil { prompt.draft = prompt.line.text }
    let place = (prompt.recalled ?? -1) + step
    if place < 0 {
      prompt.recalled = nil
      prompt.line.set(prompt.draft)
    } else if let line = history.line(place) {
      prompt.recalled = place
      prompt.line.set(line)
    }
    overlay = .prompt(prompt)
  }

  mutating func click(_ prompt: Prompt, at point: Point) -> [Effect] {
    let view = PromptView(prompt: prompt, state: self)
    if point.y == size.height - 1 { return [] }
    guard let place = view.row(at: point) else {
      overlay = nil
      return []
    }
    var prompt = prompt
    prompt.choice = place
    return run(prompt)
  }

  // MARK: - Running

  private mutating func run(_ prompt: Prompt) -> [Effect] {
    let line = prompt.line.text.trimmed
    let rows = paletteRows(prompt)
    overlay = nil
    let chosen = Self.row(of: prompt, in: rows).map { rows[$0] }
    commandLines.add(prompt.choice == nil ? line : chosen?.text ?? line)
    // What is no command is looked for.
    let meant = LineCommand(line) ?? chosen?.command ?? (line.isEmpty ? nil : .ask(line))
    guard let command = prompt.choice == nil ? meant : chosen?.command else { return [] }
    return run(command, in: prompt.context)
  }

  private mutating func run(_ command: LineCommand, in context: CommandContext) -> [Effect] {
    switch command {
    case .perform(let action): return performByName(action, in: context)
    case .sort(let key): directory.sort(by: key)
    case .theme(let name): return [.setTheme(name)]
    case .mouse(let isOn): return [.setMouse(isOn)]
    case .only(let only): show(only: only)
    case .goTo(let number): return perform(.top, in: context, count: number)
    case .ask(let text): ask(text)
    }
    return []
  }

  /// In the directory, what works only in the list is done there; else it is said where it works.
  private mutating func performByName(_ action: Action, in context: CommandContext) -> [Effect] {
    let places = keymap.commands.filter { $0.action == action }.reduce(into: Set()) { $0.formUnion($1.contexts) }
    if places.contains(context) { return perform(action, in: context, count: nil) }
    if places.contains(.results), context != .reader {
      screen = .directory
      focus(.results)
      return perform(action, in: .results, count: nil)
    }
    let place = CommandContext.allCases.first(where: places.contains)
    message = Message("“\(action.name)” works \(place?.title ?? "elsewhere")")
    return []
  }

  /// Asks a query anew, in place of what was asked.
  private mutating func ask(_ text: String) {
    screen = .directory
    reader = nil
    focus(.results)
    directory.change { question in
      question = DirectoryState.Question(text: text)
      DirectoryState.settle(&question)
    }
    message = QueryReader.read(text).notes.first.map { Message($0, .warning) }
  }

  // MARK: - Pipe

  mutating func openPipe(in context: CommandContext) {
    let what: PipedText = context == .reader ? .writeUp : directory.marked.isEmpty ? .shown : .marked
    let isEmpty = what == .writeUp ? readerDocument().lines.isEmpty : what == .shown && directory.result.total == 0
    if isEmpty {
      message = Message("there is nothing to pipe")
    } else {
      overlay = .prompt(Prompt(.pipe(what), in: context))
    }
  }

  private mutating func pipe(_ what: PipedText, to line: String) -> [Effect] {
    overlay = nil
    let command = line.trimmed
    guard !command.isEmpty else { return [] }
    pipeLines.add(command)
    return [.pipe(command: command, text: text(of: what))]
  }

  private func text(of what: PipedText) -> String {
    switch what {
    case .marked: return directory.lines(onlyMarked: true)
    case .shown: return directory.lines(onlyMarked: false)
    case .writeUp:
      guard let id = reader?.mentor, var shared = details[id] else { return "" }
      // An address that was hidden from machines is shown, never handed on.
      shared.mentor.contacts.removeAll(where: \.isDecoded)
      return MentorText.lines(shared, width: 80, now: now).map { $0.text + "\n" }.joined()
    }
  }
}
