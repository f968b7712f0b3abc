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
  private let look: LookOptions
  let screen: TerminalScreen
  let chosen = ChosenTheme()
  private let clock: WallClock
  private let keeper: Keeper
  private let runner: SourceRunner
  /// The sample's sources are only shown.
  private let isSample: Bool

  init(library: any MentorLibrary, environment: RunEnvironment, look: LookOptions) {
    shown = ShownLibrary(library)
    self.environment = environment
    self.look = look
    clock = .of(environment)
    isSample = library is SampleLibrary
    let paths = isSample ? nil : try? HostPaths(environment: environment.variables)
    keeper = Keeper(dataDirectory: paths?.data, stateDirectory: paths?.state)
    var options = TerminalOptions { environment.value($0) }
    options.mouse = look.mouse
    if look.ascii { options.ascii = true }
    screen = TerminalScreen(options)
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
      index: library.index, status: library.status, size: screen.size, now: clock.now, views: keeper.views,
      bookmarks: keeper.bookmarks, memory: keeper.memory, welcomes: keeper.memory == nil,
      sources: SourcesState(isReadOnly: isSample),
      kindOfAddress: { SourceRecogniser.byAddress($0)?.kind.rawValue })
    var isOver = handle(.clock(clock.now), &state)
    for problem in keeper.problems { isOver = handle(.message(problem), &state) || isOver }
    var isDrawn = false
    while !isOver {
      if !isDrawn { screen.draw(view(state), theme: chosen.theme ?? theme) }
      let events = screen.nextEvents(timeout: untilNextLook(state))
      isDrawn = events.isEmpty && !showsTime(state)
      for event in events where !isOver {
        switch event {
        case .key(let key): isOver = handle(.key(key), &state)
        case .paste(let text): isOver = handle(.paste(text), &state)
        case .mouse(let mouse): isOver = handle(.mouse(mouse), &state)
        case .resize(let size): isOver = handle(.resize(size), &state)
        case .suspendRequest: screen.suspend()
        case .terminate: isOver = true
        case .background(let background): if look.theme == nil { theme = self.theme(for: background) }
        case .focus, .continued, .wake: break
        }
      }
      for event in runner.events() {
        isDrawn = false
        isOver = handle(event, &state) || isOver
      }
      if !isDrawn { isOver = handle(.clock(clock.now), &state) || isOver }
      if let event = shown.follow() {
        isDrawn = false
        isOver = handle(event, &state) || isOver
      }
    }
    return state.memory
  }

  /// How soon the work of another process shows.
  private static let lookingAround = Duration.seconds(1.5)

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

  // MARK: - Theme and time

  private func firstTheme() -> Theme {
    if let name = look.theme, let theme = Theme.named(name) { return theme }
    return theme(for: screen.background())
  }

  private func theme(for background: Background) -> Theme {
    if environment.forbidsColour || screen.colours < 8 { return .mono }
    return background == .light ? .light : .dark
  }

  private func untilNextLook(_ state: AppState) -> Duration {
    state.sources.sync == nil ? min(.seconds(60 - clock.now.seconds % 60), Self.lookingAround) : .seconds(1)
  }

  /// The clock of the mentor's place moves on with the minute, the pace of a sync with the second.
  private func showsTime(_ state: AppState) -> Bool {
    let step: Int64 = state.sources.sync == nil ? 60 : 1
    return clock.now.seconds / step != state.now.seconds / step
  }
}
