import MentorDirectory

/// Where one was: what was asked, on whom the cursor stood, and whether their write-up was open.
struct Position: Equatable {
  var question: DirectoryState.Question
  var mentor: MentorID?
  var reader: ReaderState?

  /// The same place, however far one had read.
  func isSamePlace(as other: Position) -> Bool {
    question == other.question && mentor == other.mentor && reader?.mentor == other.reader?.mentor
  }
}

/// Positions to go back and forward through; bounded.
struct JumpList {
  private var past: [Position] = []
  private var future: [Position] = []
  /// Where typing into the search field began: what is typed in one go is one step.
  var typingFrom: Position?
  /// How often one went back or forward: that is no new step.
  private(set) var jumps = 0
  static let most = 100

  mutating func record(_ position: Position) {
    future.removeAll()
    guard past.last.map({ !$0.isSamePlace(as: position) }) ?? true else { return }
    past.append(position)
    if past.count > Self.most { past.removeFirst() }
  }

  mutating func back(from here: Position) -> Position? { Self.step(from: here, out: &past, to: &future, &jumps) }
  mutating func forward(from here: Position) -> Position? { Self.step(from: here, out: &future, to: &past, &jumps) }

  private static func step(
    from here: Position, out: inout [Position], to: inout [Position], _ jumps: inout Int
  ) -> Position? {
    while let target = out.popLast() {
      guard !target.isSamePlace(as: here) else { continue }
      to.append(here)
      jumps += 1
      return target
    }
    return nil
  }
}

/// Where one stood before an event.
struct JumpMark {
  var position: Position
  var wasTyping: Bool
  var jumps: Int
}

extension AppState {
  private var position: Position {
    Position(question: directory.question, mentor: directory.current, reader: reader)
  }

  /// Taken before an event of the user.
  func jumpMark(_ event: Event) -> JumpMark? {
    switch event {
    case .key, .paste, .mouse:
      JumpMark(position: position, wasTyping: directory.isTyping, jumps: jumps.jumps)
    default: nil
    }
  }

  /// Keeps the position before the event if the event led elsewhere: another question, or in or out of a write-up.
  mutating func recordJump(since mark: JumpMark?) {
    guard let mark, mark.jumps == jumps.jumps else { return }
    if directory.isTyping {
      if !mark.wasTyping { jumps.typingFrom = mark.position }
      return
    }
    let from = jumps.typingFrom ?? mark.position
    jumps.typingFrom = nil
    if from.question != directory.question || (from.reader == nil) != (reader == nil) { jumps.record(from) }
  }

  /// Goes to the position before (or after) this one.
  mutating func jump(back: Bool) {
    guard let target = back ? jumps.back(from: position) : jumps.forward(from: position) else {
      message = Message(back ? "this is where it began" : "there is nothing to go forward to")
      return
    }
    directory.change { $0 = target.question }
    if let mentor = target.mentor { _ = directory.move(to: mentor) }
    focus(.results)
    reader = target.reader
  }
}
