import MentorDirectory
import Synchronization

/// Tells of a sync: lines of JSON as they happen, or a line of progress and a summary for people.
final class SyncOutput: Sendable {
  private struct State {
    var paces: [String: SyncPace] = [:]
    var current = ""
    var problems: [String] = []
    var problemCount = 0
  }

  private let isJSON: Bool
  private let line: ProgressLine
  private let started = ContinuousClock.now
  private let state = Mutex(State())
  private static let mostProblems = 10

  init(isJSON: Bool, line: ProgressLine) {
    self.isJSON = isJSON
    self.line = line
  }

  func emit(_ event: SyncEvent) {
    if isJSON {
      // One whole line at a time, whichever source it is of. Where nobody reads any more the sync goes on.
      return state.withLock { _ in try? Output.print(event.json.text()) }
    }
    switch event {
    case .start, .source: break
    case .progress(let pace):
      state.withLock {
        $0.paces[pace.source] = pace
        $0.current = pace.current
      }
      tick()
    case .problem(_, _, let sentence):
      state.withLock {
        $0.problemCount += 1
        if $0.problems.count < Self.mostProblems { $0.problems.append(sentence) }
      }
    case .sourceDone(let result):
      // Why it failed is said at the end; a source of one page would say it twice.
      state.withLock { state in
        let before = state.problems.count
        state.problems.removeAll { $0 == result.problem }
        state.problemCount -= before - state.problems.count
      }
      line.clear()
      try? Output.print(Self.summary(result))
    case .done:
      line.clear()
      let (problems, count) = state.withLock { ($0.problems, $0.problemCount) }
      guard count > 0 else { return }
      Talk.say("to look at:\n" + problems.map { "  " + $0 }.joined(separator: "\n"))
      if count > problems.count {
        Talk.say("and \(count - problems.count) more: `mentoring source list --problems` has them all")
      }
    }
  }

  /// Shows again how far it is: also while nothing comes.
  func tick() {
    guard !isJSON else { return }
    let now = state.withLock { $0 }
    guard !now.paces.isEmpty else { return }
    line.show { progress(now) }
  }

  /// "sign-ups: 3 new, 1 changed; 2 pages gave nothing". A source that failed tells why at the end, beside those that
  /// failed with it.
  private static func summary(_ result: SourceResult) -> String {
    let counts = result.counts
    let nothing = counts.failed > 0 ? "; \(counted(counts.failed, "page")) gave nothing" : ""
    let before = counts.new + counts.changed + counts.gone > 0 ? ", after \(counts.text)" : ""
    let text =
      switch result.state {
      case .done: counts.text
      case .failed: "failed\(before)"
      case .cancelled: "cancelled\(before)"
      }
    return "\(result.source): \(text)\(nothing)".cleanedLine(limit: 300)
  }

  /// All sources together: "12 of 230 · 4.5/s · 3 problems · 48 s left · ada.example".
  private func progress(_ state: State) -> String {
    let done = state.paces.values.reduce(0) { $0 + $1.done }
    let total = state.paces.values.reduce(0) { $0 + $1.total }
    let whole = SyncPace(
      source: "", done: done, total: total, current: state.current, problems: state.problemCount,
      elapsed: ContinuousClock.now - started)
    var parts = ["\(done) of \(total)", "\((whole.perSecond * 10).rounded() / 10)/s"]
    if state.problemCount > 0 { parts.append(counted(state.problemCount, "problem")) }
    if let seconds = whole.secondsLeft { parts.append("\(Self.duration(seconds)) left") }
    parts.append(WebAddress(state.current)?.host ?? state.current)
    return parts.joined(separator: " · ").cleanedLine(limit: 200)
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 90 ? "\(seconds) s" : seconds < 5400 ? "\((seconds + 30) / 60) min" : "\((seconds + 1800) / 3600) h"
  }
}
