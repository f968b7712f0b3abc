import CTerminal
import Surface

/// The screen of the process: drawn on with surfaces, asked for events.
///
/// Confined to one task or thread; only its `waker` may be used elsewhere. A process has one screen at a time.
public final class TerminalScreen {
  /// Wakes a wait for events from any thread.
  public let waker = TerminalWaker()
  public private(set) var isStarted = false
  /// Colours of the terminal: 0, 8, 16, 256 or 2^24; 0 under `NO_COLOR`.
  public private(set) var colours = 0
  /// True where only ASCII can be shown.
  public private(set) var isASCIIOnly = false
  public private(set) var isMouseOn = false

  private var options: TerminalOptions
  private var painter = Painter()
  private var reader = InputReader()
  private var isSynchronized = false
  private var hasTitle = false

  public init(_ options: TerminalOptions) { self.options = options }

  deinit { if isStarted { cterm_stop() } }

  // MARK: - Life cycle

  /// Enters the screen.
  public func start() throws(TerminalError) {
    guard !isStarted else { throw .alreadyStarted }
    // Before the terminal type is judged: a pipe is a pipe whatever TERM says.
    guard !options.isDumb else { throw cterm_are_terminals() ? .dumb : .notATerminal }
    isMouseOn = options.mouse
    setModes()
    switch cterm_start(options.term) {
    case Int32(CTERM_STARTED.rawValue): break
    case Int32(CTERM_NOT_A_TERMINAL.rawValue): throw .notATerminal
    case Int32(CTERM_BUSY.rawValue): throw .alreadyStarted
    case Int32(CTERM_NO_PIPE.rawValue): throw .noPipe
    default: throw .unusable(term: options.term)
    }
    isStarted = true
    colours = options.colour ? Int(cterm_colours()) : 0
    isASCIIOnly = options.ascii ?? !cterm_locale_is_utf8()
    isSynchronized = options.synchronizedOutput && hasExtensions
    painter = Painter()
    reader = InputReader(escapeDelay: options.escapeDelay, terminfo: TerminfoKeys.load())
  }

  /// Leaves the screen; what was written to standard error in the meantime appears now. Harmless when not started.
  public func stop() {
    guard isStarted else { return }
    reader.awaitReport(atMost: .milliseconds(50))
    cterm_stop()
    isStarted = false
    hasTitle = false
  }

  /// Stops the job, as Ctrl-Z does in other programs, and repaints when it is continued.
  public func suspend() {
    guard isStarted else { return }
    reader.awaitReport(atMost: .milliseconds(50))
    let before = size
    cterm_suspend()
    afterReturn(from: before)
  }

  /// Lends the terminal, in its usual modes, to an editor, a pager or a browser, and repaints afterwards.
  public func withTerminalReleased<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    guard isStarted else { return try body() }
    reader.awaitReport(atMost: .milliseconds(50))
    let before = size
    cterm_leave()
    defer {
      cterm_return()
      afterReturn(from: before)
    }
    return try body()
  }

  private func afterReturn(from before: Size) {
    if size != before {
      painter.forget()
      reader.add(.resize(size))
    }
    reader.add(.continued)
  }

  // MARK: - Drawing

  /// Columns and rows at this moment.
  public var size: Size { Size(width: Int(cterm_columns()), height: Int(cterm_rows())) }

  /// Shows a surface. Rows that did not change since the last one cost a comparison; a surface of another size than the
  /// screen is cut or filled with blanks.
  public func draw(_ surface: Surface, theme: Theme) {
    guard isStarted, size.width > 0, size.height > 0 else { return }
    let changed = painter.paint(surface, theme: theme, colours: colours, repertoire: repertoire, size: size)
    if changed { cterm_show(isSynchronized) }
  }

  private var repertoire: Repertoire { isASCIIOnly ? .ascii : options.isTextConsole ? .console : .whole }

  /// Paints everything anew, as after another program scribbled on the screen.
  public func repaint() {
    guard isStarted else { return }
    cterm_repaint()
    cterm_show(isSynchronized)
  }

  // MARK: - Events

  /// What happened, as soon as something did: all events that are there, in order; none when `timeout` passed. Without a
  /// timeout it waits for ever.
  public func nextEvents(timeout: Duration? = nil) -> [TerminalEvent] {
    guard isStarted else { return [] }
    return reader.nextEvents(timeout: timeout).map(prepare)
  }

  /// Carries out what an event means for the screen itself.
  private func prepare(_ event: RawEvent) -> TerminalEvent {
    switch event {
    case .event(let event): return event
    case .resized:
      painter.forget()
      return .resize(size)
    case .stopped:
      cterm_repair()
      return .continued
    }
  }

  /// The background: what the environment says, otherwise what the terminal answers within `timeout`. A later answer
  /// becomes an event. Keys pressed in the meantime are kept.
  public func background(waitingAtMost timeout: Duration = .milliseconds(150)) -> Background {
    if options.hintedBackground != .unknown { return options.hintedBackground }
    guard isStarted, hasExtensions, !options.isInsideScreen, options.isInsideTmux || !options.term.hasPrefix("screen")
    else { return .unknown }
    // Every such terminal answers the second question, so that no answer to the first one is known without waiting.
    write("\u{1B}]11;?\u{1B}\\\u{1B}[c")
    return reader.background(within: timeout)
  }

  // MARK: - Modes and messages to the terminal

  /// Mouse reports on or off; off, the terminal selects text by itself.
  public func setMouse(_ on: Bool) {
    guard isMouseOn != on else { return }
    isMouseOn = on
    setModes()
    if isStarted, hasExtensions { write(on ? Modes.mouseOn : Modes.mouseOff) }
  }

  /// Whether each frame is shown at once, where the terminal can.
  public func setSynchronized(_ on: Bool) {
    options.synchronizedOutput = on
    isSynchronized = on && hasExtensions
  }

  /// ASCII only, or not; nil asks the locale.
  public func setASCII(_ ascii: Bool?) {
    options.ascii = ascii
    guard isStarted else { return }
    isASCIIOnly = ascii ?? !cterm_locale_is_utf8()
    painter.forget()
  }

  /// Hands text to the clipboard of the terminal. False where it is too long, or the terminal has no such thing; whether
  /// a terminal obeys cannot be known.
  public func copyToClipboard(_ text: String) -> Bool {
    let multiplexer: Clipboard.Multiplexer = options.isInsideTmux ? .tmux : options.isInsideScreen ? .screen : .none
    guard isStarted, hasExtensions, let bytes = Clipboard.sequence(copying: text, through: multiplexer) else {
      return false
    }
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cterm_write($0.baseAddress, $0.count) }
    }
    return true
  }

  /// The title of the window; the former one comes back when the screen is left.
  public func setTitle(_ title: String) {
    guard isStarted, hasExtensions else { return }
    let clean = String(String.UnicodeScalarView(title.unicodeScalars.filter { !InputDecoder.isControl($0) }))
    if !hasTitle {
      hasTitle = true
      write(Modes.titlePush)
      setModes()
    }
    write("\u{1B}]2;\(clean)\u{1B}\\")
  }

  public func bell() { cterm_bell() }

  private var hasExtensions: Bool { !options.isPlainConsole }

  private func setModes() {
    guard hasExtensions else { return cterm_set_modes("", "") }
    let on = Modes.pasteOn + (options.focus ? Modes.focusOn : "") + (isMouseOn ? Modes.mouseOn : "")
    let off = Modes.synchronizedOff + Modes.mouseOff + Modes.focusOff + Modes.pasteOff
    cterm_set_modes((hasTitle ? Modes.titlePush : "") + on, off + (hasTitle ? Modes.titlePop : ""))
  }

  private func write(_ text: String) { text.withCString { cterm_write($0, text.utf8.count) } }
}

/// Private modes of xterm and its kin.
private enum Modes {
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let focusOn = "\u{1B}[?1004h"
  static let focusOff = "\u{1B}[?1004l"
  /// Presses, releases and drags, with coordinates beyond 223.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  static let synchronizedOff = "\u{1B}[?2026l"
  static let titlePush = "\u{1B}[22;2t"
  static let titlePop = "\u{1B}[23;2t"
}
