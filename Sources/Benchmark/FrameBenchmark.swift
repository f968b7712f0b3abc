import MentorDirectory
import MentoringApp
import Surface

/// The drawing alone: a frame of 200×60 of a screen that stands still.
enum FrameBenchmark {
  static func run() -> Bool {
    let directory = GeneratedDirectory(count: 10_000)
    var builder = IndexBuilder()
    let mentors = directory.mentors()
    for mentor in mentors { builder.add(mentor, writeUp: mentor.writeUp.plainText) }
    guard let index = try? builder.finish() else { return false }
    print(
      "a frame of 200×60 with 10,000 mentors, ms".padded(to: 46)
        + ["p50", "best", "p99"].map { $0.padded(to: 10) }.joined())
    for (name, keys) in [
      ("directory", []), ("directory with words and highlights", ["/", "m", "a", "Enter"]), ("help", ["?"]),
      ("reader", ["Enter"]), ("map", ["w"]),
    ] as [(String, [String])] {
      var state = AppState(
        index: index, status: .init(label: "benchmark"), size: Size(width: 200, height: 60),
        now: Timestamp(seconds: 1_700_000_000))
      for key in keys { send(key, to: &state, mentors) }
      var times = StepTimes()
      for _ in 0..<300 { times.add(Stopwatch.lap { _ = view(state) }) }
      let columns = [times.thread.percentile(0.5), times.thread.best, times.thread.percentile(0.99)]
      print(name.padded(to: 46) + columns.map { $0.formatted.padded(to: 10) }.joined())
    }
    return true
  }

  /// A key, and the mentor that the screens ask for because of it.
  private static func send(_ key: String, to state: inout AppState, _ mentors: [Mentor]) {
    guard let event = KeyEvent(key) else { return }
    for effect in update(&state, .key(event)) {
      guard case .loadMentor(let id) = effect, let mentor = mentors.first(where: { $0.id == id }) else { continue }
      _ = update(&state, .mentor(id, MentorDetails(mentor: mentor)))
    }
  }
}
