import DirectorySync
import Foundation
import Host
import MentorDirectory
import MentoringApp
import Surface
import Terminal

/// The shell around the screens: events in, effects out, one drawing per batch of events.
struct Screens {
  private let shown: ShownLibrary
  private var library: any MentorLibrary { shown.library }
  let environment: RunEnvironment
  private let options: LookOptions
  private let configuration: ConfigurationWatch?
  let screen: TerminalScreen
  let chosen = ChosenTheme()
  private let clock: WallClock
  private let keeper: Keeper
  private let runner: SourceRunner
  /// The sample's sources are only shown.
  private let isSample: Bool

  init(
    library: any MentorLibrary, environment: RunEnvironment, options: LookOptions, configuration: ConfigurationWatch?
  ) {
    shown = ShownLibrary(library)
    self.environment = environment
    self.options = options
    self.configuration = configuration
    clock = .of(environment)
    isSample = library is SampleLibrary
    let paths = isSample ? nil : try? HostPaths(environment: environment.variables)
    keeper = Keeper(dataDirectory: paths?.data, stateDirectory: paths?.state)
    var terminal = TerminalOptions { environment.value($0) }
    let look = Look(options, configuration?.current.configuration ?? ConfigurationFile(Settings.all))
    (terminal.mouse, terminal.ascii, terminal.synchronizedOutput) = (look.mouse, look.ascii, look.wholeFrames)
    screen = TerminalScreen(terminal)
    let waker = screen.waker
    runner = SourceRunner(environment: environment) { waker.wake() }
  }

  func run() throws {
    // After the screen is left: a sync may take a moment to stop.
    defer { runner.stop() }
    try screen.start()
    let memory = untilQuit()
    screen.stop()
    keeper.keep(memory: memory)
  }

  /// The loop; gives what is to be remembered.
  private func untilQuit() -> ScreenMemory {
    var theme = firstTheme()
    var state = AppState(
      index: library.index, status: library.status, size: screen.size, now: clock.now,
      keymap: configuration?.current.keymap ?? Keymap(), views: keeper.views, bookmarks: keeper.bookmarks,
      memory: keeper.memory, welcomes: keeper.memory == nil, sources: SourcesState(isReadOnly: isSample),
      kindOfAddress: { SourceRecogniser.byAddress($0)?.kind.rawValue })
    // Nothing but the index is needed for this one; the mentor in the preview is read from the cache after it.
    screen.draw(view(state), theme: theme)
    (library as? StartingLibrary)?.check { [waker = screen.waker] in waker.wake() }
    var isOver = handle(.clock(clock.now), &state)
    for problem in keeper.problems + [configuration?.current.message()].compactMap({ $0 }) {
      isOver = handle(.message(problem), &state) || isOver
    }
    while !isOver {
      screen.draw(view(state), theme: chosen.theme ?? theme)
      let (events, change, news) = nextEvents(state)
      for event in events where !isOver {
        switch event {
        case .key(let key): isOver = handle(.key(key), &state)
        case .paste(let text): isOver = handle(.paste(text), &state)
        case .mouse(let mouse): isOver = handle(.mouse(mouse), &state)
        case .resize(let size): isOver = handle(.resize(size), &state)
        case .suspendRequest: screen.suspend()
        case .terminate: isOver = true
        case .background(let background): theme = self.theme(for: background)
        case .focus, .continued, .wake: break
        }
      }
      if let change { isOver = handle(change, &theme, &state) || isOver }
      for event in runner.events() { isOver = handle(event, &state) || isOver }
      if let news { isOver = handle(news, &state) || isOver }
      isOver = handle(.clock(clock.now), &state) || isOver
    }
    return state.memory
  }

  /// Waits for events, or until the time that is shown is another; looks once a second whether the configuration was
  /// saved, and whether another process brought something new.
  private func nextEvents(_ state: AppState) -> ([TerminalEvent], ConfigurationWatch.Change?, Event?) {
    let end = ContinuousClock.now + untilNextMoment(state)
    while true {
      let rest = end - ContinuousClock.now
      let events = screen.nextEvents(timeout: min(rest, .seconds(1)))
      let change = configuration?.change(), news = shown.follow()
      if change != nil || news != nil || !events.isEmpty || ContinuousClock.now >= end {
        return (events, change, news)
      }
    }
  }

  /// Applies an event, carries out what it asks for, and goes on with what comes of that.
  /// True if it is time to end.
  private func handle(_ event: Event, _ state: inout AppState) -> Bool {
    var isOver = false
    for effect in update(&state, event) {
      switch effect {
      case .quit: isOver = true
      case .suspend: screen.suspend()
      case .redraw: screen.repaint()
      case .loadMentor(let id): isOver = handle(load(id), &state) || isOver
      case .open(let address): isOver = handle(.message(open(address)), &state) || isOver
      case .copy(let text): isOver = handle(.message(copy(text)), &state) || isOver
      case .keepViews(let views): isOver = tell(keeper.keep(views: views), &state) || isOver
      case .keepBookmarks(let ids): isOver = tell(keeper.keep(bookmarks: ids), &state) || isOver
      case .export(let request): isOver = handle(export(request), &state) || isOver
      case .pipe(let line, let text): isOver = handle(.message(pipe(text, to: line)), &state) || isOver
      case .setTheme(let name): isOver = handle(.message(setTheme(name)), &state) || isOver
      case .setMouse(let isOn): isOver = handle(.message(setMouse(isOn)), &state) || isOver
      case .run where isSample:
        isOver = handle(.sources(SampleSources.rows(of: library.index, now: clock.now)), &state) || isOver
      case .run(let job): runner.start(job)
      case .sync(let names): runner.startSync(names)
      case .cancelSync: runner.cancel()
      }
    }
    return isOver
  }

  private func tell(_ message: Message?, _ state: inout AppState) -> Bool {
    message.map { handle(.message($0), &state) } ?? false
  }

  private func export(_ request: ExportRequest) -> Event {
    switch ExportFile(home: environment.value("HOME")).write(request, from: library) {
    case .told(let message): .message(message)
    case .taken: .exportTaken(request)
    }
  }

  private func load(_ id: MentorID) -> Event {
    do {
      return .mentor(id, try library.details(id, now: clock.now))
    } catch {
      return .mentorFailed(id, Message(Sentence.of(error), .error))
    }
  }

  private func open(_ address: String) -> Message {
    let opener = Opener(environment: environment)
    var outcome = opener.open(address)
    if case .needsTerminal = outcome { outcome = screen.withTerminalReleased { opener.openInForeground(address) } }
    switch outcome {
    case .opened(let program): return Message("opened with \(program): \(address)")
    case .nothingFound, .needsTerminal: return Message("no browser found; the address is \(address)", .warning)
    case .refused: return Message("not opened, because it is no web or mail address: \(address)", .warning)
    }
  }

  // MARK: - Look and time

  private var look: Look { Look(options, configuration?.current.configuration ?? ConfigurationFile(Settings.all)) }

  /// What was saved holds from now on; errors leave everything as it was.
  private func handle(
    _ change: ConfigurationWatch.Change, _ theme: inout Theme, _ state: inout AppState
  ) -> Bool {
    switch change {
    case .refused(let user):
      return tell(user.message("the former settings hold: "), &state)
    case .taken(let user, let former):
      // What was chosen with `:` holds until the file says something else.
      let before = Look(options, former.configuration)
      if look.theme != before.theme {
        chosen.theme = nil
        theme = firstTheme()
      }
      if look.mouse != before.mouse { screen.setMouse(look.mouse) }
      if look.ascii != before.ascii { screen.setASCII(look.ascii) }
      screen.setSynchronized(look.wholeFrames)
      let isOver = handle(.keymap(user.keymap), &state)
      return tell(user.message() ?? Message("settings read again: \(user.path)"), &state) || isOver
    }
  }

  private func firstTheme() -> Theme { look.theme ?? theme(for: screen.background()) }

  private func theme(for background: Background) -> Theme {
    if let theme = look.theme { return theme }
    if environment.forbidsColour || screen.colours < 8 { return .mono }
    return background == .light ? .light : .dark
  }

  /// The clock of the mentor's place moves on with the minute, the pace of a sync with the second.
  private func untilNextMoment(_ state: AppState) -> Duration {
    .seconds(state.sources.sync == nil ? 60 - clock.now.seconds % 60 : 1)
  }
}
