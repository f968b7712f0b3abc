import Surface

/// Bytes of a terminal into events. Pure: time comes in with the bytes.
///
/// Sequences of xterm and its kin are understood without a description of the terminal (cursor and function keys in
/// both forms, modifiers, `CSI u`, mouse reports of both encodings, bracketed paste, focus); others are looked up in the
/// description; what neither knows is swallowed whole. Bytes that are not UTF-8 are ignored.
struct InputDecoder {
  /// What comes out.
  enum Output: Equatable {
    case event(TerminalEvent)
    /// The terminal answered a question about itself.
    case answered
  }

  private var bytes: [UInt8] = []
  private var outputs: [Output] = []
  /// The bytes of a paste whose end has not come yet.
  private var paste: [UInt8]?
  private var mouse = MouseDecoder()
  private let terminfo: TerminfoKeys

  /// Bytes of a paste that are kept; the rest is dropped.
  static let maximumPaste = 1 << 20
  /// Bytes of a sequence or an answer that are waited for.
  private static let maximumSequence = 4096

  init(terminfo: TerminfoKeys = TerminfoKeys()) { self.terminfo = terminfo }

  /// True while bytes are held back because more may belong to them.
  var isPending: Bool { !bytes.isEmpty || paste != nil }

  /// How long to wait for the rest; nil where nothing is held back. A paste may pause while the network does.
  func patience(escapeDelay: Duration) -> Duration? {
    guard isPending else { return nil }
    return paste == nil ? escapeDelay : .seconds(2)
  }

  mutating func takeEvents() -> [Output] {
    defer { outputs.removeAll() }
    return outputs
  }

  mutating func feed(_ new: some Collection<UInt8>, now: ContinuousClock.Instant) {
    bytes.append(contentsOf: new)
    decode(isFinal: false, now: now)
  }

  /// Nothing more came: what is held back means what it says so far.
  mutating func giveUpWaiting(now: ContinuousClock.Instant) {
    if let text = paste {
      paste = nil
      emitPaste(text + bytes)
      bytes.removeAll()
    }
    decode(isFinal: true, now: now)
    bytes.removeAll()
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  // MARK: -

  private mutating func decode(isFinal: Bool, now: ContinuousClock.Instant) {
    var position = 0
    while position < bytes.count {
      if paste != nil {
        guard let next = continuePaste(from: position) else { return }
        position = next
        continue
      }
      let rest = bytes[position...]
      let step = bytes[position] == 0x1B ? SequenceParser.parse(rest, isFinal: isFinal) : TextParser.parse(rest)
      guard let step else { break }
      take(step, rest, now: now)
      position += step.length
    }
    bytes.removeFirst(position)
    if !isFinal, bytes.count > InputDecoder.maximumSequence { bytes.removeAll() }
  }

  private mutating func take(_ step: ParsedInput, _ rest: ArraySlice<UInt8>, now: ContinuousClock.Instant) {
    switch step.content {
    case .key(let event): outputs.append(.event(.key(event)))
    case .text(let text):
      for character in text { outputs.append(.event(.key(KeyEvent(.character(character))))) }
    case .mouse(let report):
      if let event = mouse.event(report, now: now) { outputs.append(.event(.mouse(event))) }
    case .focus(let gained): outputs.append(.event(.focus(gained)))
    case .pasteStart: paste = []
    case .report(let text):
      if let background = Background(report: text) { outputs.append(.event(.background(background))) }
    case .answered: outputs.append(.answered)
    case .unknown:
      if let event = terminfo[Array(rest.prefix(step.length))] { outputs.append(.event(.key(event))) }
    case .nothing: break
    }
  }

  // MARK: - Paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Takes paste bytes from `position`; the place after the end of the paste, or nil where it has not come.
  private mutating func continuePaste(from position: Int) -> Int? {
    let end = InputDecoder.pasteEnd
    var index = position
    while index < bytes.count {
      guard let escape = bytes[index...].firstIndex(of: 0x1B) else { break }
      let tail = bytes[escape...].prefix(end.count)
      if tail.elementsEqual(end) {
        keepPaste(bytes[position..<escape])
        emitPaste(paste ?? [])
        paste = nil
        return escape + end.count
      }
      if tail.count < end.count, end.starts(with: tail) {
        keepPaste(bytes[position..<escape])
        bytes.removeFirst(escape)
        return nil
      }
      index = escape + 1
    }
    keepPaste(bytes[position...])
    bytes.removeAll()
    return nil
  }

  private mutating func keepPaste(_ more: ArraySlice<UInt8>) {
    let room = InputDecoder.maximumPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: more.prefix(max(0, room)))
  }

  private mutating func emitPaste(_ raw: [UInt8]) {
    outputs.append(.event(.paste(InputDecoder.cleanedPaste(raw))))
  }

  /// Line ends as line feeds, no other control characters except tabs, no broken UTF-8.
  static func cleanedPaste(_ raw: [UInt8]) -> String {
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: raw, as: UTF8.self).unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        out.append("\n")
      } else if scalar == "\t" || (!isControl(scalar) && scalar != "\u{FFFD}") {
        out.append(scalar)
      }
    }
    return String(out)
  }
}

/// A piece of input and how many bytes it took.
struct ParsedInput {
  enum Content {
    case key(KeyEvent)
    case text(String)
    case mouse(MouseReport)
    case focus(Bool)
    case pasteStart
    /// The text of an operating system command.
    case report(String)
    /// An answer to the question for device attributes.
    case answered
    /// A whole sequence without a meaning of its own.
    case unknown
    case nothing
  }

  var content: Content
  var length: Int

  init(_ content: Content, _ length: Int) {
    self.content = content
    self.length = length
  }
}
