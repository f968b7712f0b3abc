import Glibc
import MentorDirectory
import MentoringApp
import Surface

/// Runs the steps over and over on a mapped index, and prints a line per step.
struct Workload {
  private let steps: [Step]
  private let passes: Int
  private let reference: Reference?
  private let day = CalendarDay(daysSinceEpoch: 20_000)

  init(_ steps: [Step], passes: Int, reference: Reference?) {
    self.steps = steps
    self.passes = passes
    self.reference = reference
  }

  /// True if every answer was right.
  func run(path: String, results: String?) -> Bool {
    var mapped: SearchIndex?
    let loading = Stopwatch.seconds { mapped = SnapshotFile.map(path, verifying: .smallSections) }
    guard let index = mapped else {
      print("the snapshot could not be mapped")
      return false
    }
    print(
      "mentors \(index.mentorCount), facet values \(index.valueCount), terms \(index.termCount), snapshot "
        + "\(index.image.byteCount / 1_000_000) MB, mapped in \((loading * 1000).formatted) ms")
    let wrong = answer(index)
    var keys = KeyPresses(index, steps)
    let questions = ask(index)
    var presses = [StepTimes](repeating: StepTimes(), count: steps.count)
    for _ in 0..<passes {
      for number in steps.indices { presses[number].add(keys.press(number)) }
    }
    printTable(questions, presses)
    let typed = Typing.run(index, passes: passes)
    print("memory after the workload: \(Memory.now)")
    if reference != nil { print("answers that differ from the reference: \(wrong)") }
    if let results {
      let written = Results(index, steps, questions, presses, typed)
      FileText.write(written.json, to: results)
    }
    return wrong == 0
  }

  /// The questions alone, as the peers answer them.
  private func ask(_ index: SearchIndex) -> [StepTimes] {
    let session = SearchSession(index)
    var times = [StepTimes](repeating: StepTimes(), count: steps.count)
    for _ in 0..<passes {
      for (number, step) in steps.enumerated() {
        times[number].add(
          Stopwatch.lap {
            _ = session.search(step.query)
            _ = session.mentors(step.places, sort: step.sort, day: day)
          })
      }
    }
    return times
  }

  /// Each step once more, compared with the reference; the number that differ.
  private func answer(_ index: SearchIndex) -> Int {
    guard let reference else { return 0 }
    let session = SearchSession(index)
    var wrong = 0
    for _ in 0..<2 {
      for (number, step) in steps.enumerated() {
        let result = session.search(step.query)
        let rows = session.mentors(step.places, sort: step.sort, day: day)
        guard !reference.agrees(result, rows, number) else { continue }
        print("DIFFERS: \(step.label): total \(result.total), expected \(reference.totals[number])")
        wrong += 1
      }
    }
    return wrong
  }

  private func printTable(_ questions: [StepTimes], _ presses: [StepTimes]) {
    print("".padded(to: 36) + "question, ms".padded(to: 20) + "key press to drawn surface, ms")
    print(
      "step".padded(to: 36) + "p50".padded(to: 10) + "best".padded(to: 10)
        + ["p50", "best", "p99", "max", "cpu p50"].map { $0.padded(to: 10) }.joined())
    for (number, step) in steps.enumerated() {
      let question = questions[number], press = presses[number]
      let columns = [
        question.wall.percentile(0.5), question.wall.best, press.wall.percentile(0.5), press.wall.best,
        press.wall.percentile(0.99), press.wall.worst, press.thread.percentile(0.5),
      ]
      print(step.label.padded(to: 36) + columns.map { $0.formatted.padded(to: 10) }.joined())
    }
    print(
      "all questions: \(Times(questions.map(\.wall)).summary)   of the thread: \(Times(questions.map(\.thread)).summary)"
    )
    print(
      "all presses:   \(Times(presses.map(\.wall)).summary)   of the thread: \(Times(presses.map(\.thread)).summary)")
  }
}

/// Keys as somebody presses them who looks around without a plan.
enum Typing {
  private static let keys = """
    / n e m j u Backspace Backspace Backspace Backspace Backspace m a r i Enter j j j 9 j G g Tab Space j Space Space \
    Tab Right Space Escape s j Enter X u
    """

  static func run(_ index: SearchIndex, passes: Int) -> StepTimes {
    var state = AppState(
      index: index, status: .init(label: "benchmark"), size: Size(width: 120, height: 40),
      now: Timestamp(seconds: 1_700_000_000))
    var times = StepTimes(), slowest = (milliseconds: 0.0, key: "")
    for _ in 0..<passes {
      for (place, key) in keys.split(separator: " ").enumerated() {
        guard let event = KeyEvent(String(key)) else { continue }
        let lap = Stopwatch.lap { _ = (update(&state, .key(event)), view(state)) }
        times.add(lap)
        if lap.thread > slowest.milliseconds { slowest = (lap.thread, "\(key), key \(place + 1)") }
      }
    }
    print("typing and moving about at 120×40: \(times.wall.summary)   of the thread: \(times.thread.summary)")
    print("slowest of these keys: \(slowest.key), \(slowest.milliseconds.formatted) ms of the thread")
    return times
  }
}
