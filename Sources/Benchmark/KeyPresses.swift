import MentorDirectory
import MentoringApp
import Surface

/// The steps as key presses: each is a saved view, and the key that opens it is what is measured, from the event through
/// `update` and the index to the surface with 50 rows.
struct KeyPresses {
  private var state: AppState
  private let steps: [Step]

  init(_ index: SearchIndex, _ steps: [Step]) {
    self.steps = steps
    let views = steps.enumerated().map { SavedView(name: "\($0)", query: $1.query, sort: $1.sort) }
    state = AppState(
      index: index, status: .init(label: "benchmark"), size: Size(width: 160, height: 60),
      now: Timestamp(seconds: 1_700_000_000), views: views)
  }

  /// Opens the view of a step; where the step is further down in the list, the key that moves there counts too.
  mutating func press(_ number: Int) -> Lap {
    send("'")
    for _ in 0..<number { send("j") }
    var lap = measure("Enter")
    let offset = steps[number].places.lowerBound
    if offset > 0 {
      for digit in "\(offset)" { send(String(digit)) }
      lap = lap + measure("j")
    }
    return lap
  }

  private mutating func send(_ key: String) {
    if let event = KeyEvent(key) { _ = update(&state, .key(event)) }
  }

  private mutating func measure(_ key: String) -> Lap {
    guard let event = KeyEvent(key) else { return Lap(wall: 0, thread: 0) }
    return Stopwatch.lap { _ = (update(&state, .key(event)), view(state)) }
  }
}
