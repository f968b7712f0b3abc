import Glibc
import Host
import MentorDirectory
import MentoringApp

/// Runs the program's own commands beside the screens, as processes: what the screens do about sources is what a
/// script does, and whatever happens to a command happens to it alone.
final class SourceRunner {
  /// A job, and the command of it that runs.
  private struct Running {
    var job: SourceJob
    var left: [[String]]
    var child: ChildStream
    var output: [UInt8] = []
    var isTooLong = false
  }

  private let program: String
  private let environment: RunEnvironment
  private let wake: @Sendable () -> Void
  private var jobs: [Running] = []
  /// Jobs that no command was started for.
  private var refused: [Event] = []
  private var sync: ChildStream?
  private var isCancelled = false
  /// The sync told that it was through.
  private var isDone = false

  /// The longest answer of a job, in bytes.
  private static let longest = 1 << 24

  /// - Parameter wake: called from other threads when `events` has something.
  init(program: String = "/proc/self/exe", environment: RunEnvironment, wake: @escaping @Sendable () -> Void) {
    self.program = program
    self.environment = environment
    self.wake = wake
  }

  func start(_ job: SourceJob) {
    if let parameter = job.secretParameter {
      refused.append(.jobFailed(job, why: Sentence.keyInAddress(parameter)))
      return wake()
    }
    // A list that is on its way would be older than one that is asked for now.
    if job == .list { jobs.removeAll { $0.job == .list && $0.child.outcome == nil } }
    run(job, job.commands)
  }

  private func run(_ job: SourceJob, _ commands: [[String]]) {
    guard let words = commands.first else { return }
    var limits = ChildStream.Limits()
    limits.line = Self.longest
    jobs.append(Running(job: job, left: Array(commands.dropFirst()), child: child(words, limits)))
  }

  func startSync(_ names: [String]) {
    guard sync == nil else { return }
    (isCancelled, isDone) = (false, false)
    sync = child(["sync", "--json", "--"] + names, ChildStream.Limits())
  }

  /// Stops the sync, or else the test of a source.
  func cancel() {
    guard let sync else {
      for running in jobs { if case .test = running.job { running.child.interrupt() } }
      return
    }
    isCancelled = true
    sync.interrupt()
  }

  /// At the end of the screens: nothing is left running.
  func stop() {
    // All are asked before any is waited for.
    for child in [sync].compactMap({ $0 }) + jobs.map(\.child) { child.interrupt() }
    for child in [sync].compactMap({ $0 }) + jobs.map(\.child) { child.stop(within: .milliseconds(1500)) }
  }

  private func child(_ words: [String], _ limits: ChildStream.Limits) -> ChildStream {
    ChildStream(Command(program, words), environment: environment, limits: limits, onActivity: wake)
  }

  // MARK: - What came

  /// What the commands told since the last call.
  func events() -> [Event] {
    var events = refused
    refused = []
    if let sync {
      for line in sync.take() where !line.isCut {
        guard let event = SyncNews(line: line.bytes) else { continue }
        if case .done = event { isDone = true }
        events.append(.sync(event))
      }
      if let outcome = sync.outcome {
        self.sync = nil
        events.append(.sync(.ended(end(outcome, sync))))
      }
    }
    let running = jobs
    jobs = []
    for job in running { if let event = follow(job) { events.append(event) } }
    return events
  }

  private func end(_ outcome: ChildOutcome, _ child: ChildStream) -> SyncEnd {
    if isCancelled || outcome == .exited(ExitStatus.cancelled.rawValue) { return .cancelled }
    // Sources that fail are told as problems, and show in the exit status too.
    if isDone, case .exited = outcome { return .finished }
    return outcome.isSuccess ? .finished : .failed(Self.sentence(outcome, child, of: "the sync"))
  }

  /// The event of a job that is over; nil while it runs.
  private func follow(_ running: Running) -> Event? {
    var running = running
    for line in running.child.take() {
      running.isTooLong = running.isTooLong || line.isCut || running.output.count + line.bytes.count > Self.longest
      if !running.isTooLong { running.output += line.bytes + [UInt8(ascii: "\n")] }
    }
    guard let outcome = running.child.outcome else {
      jobs.append(running)
      return nil
    }
    guard outcome.isSuccess || running.job == .list && outcome == .exited(ExitStatus.nothingFound.rawValue) else {
      return .jobFailed(running.job, why: Self.sentence(outcome, running.child, of: running.job.words))
    }
    guard running.left.isEmpty else {
      run(running.job, running.left)
      return nil
    }
    return answer(running)
  }

  private func answer(_ running: Running) -> Event {
    let json = running.isTooLong ? nil : JSONReader.read(running.output).value
    switch running.job {
    case .list:
      if let rows = json.flatMap({ SourceRow.rows(json: $0) }) { return .sources(rows) }
    case .test(let name):
      return .tested(SourcePreview(source: name, output: running.output))
    case .add, .change, .remove:
      let said = String(decoding: running.output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return .jobDone(running.job, said: said.cleanedLine(limit: 400))
    }
    return .jobFailed(running.job, why: "\(running.job.words) gave an answer that cannot be read")
  }

  /// What a command said last, or how it ended if it said nothing.
  private static func sentence(_ outcome: ChildOutcome, _ child: ChildStream, of what: String) -> String {
    let lead = "mentoring: "
    let lines = child.errorText.split(whereSeparator: \.isNewline).map { String($0).cleanedLine(limit: 600) }
    // The usage that follows a mistake in the words of a call is no matter of the screens.
    if let said = lines.last(where: { $0.hasPrefix(lead) }) { return String(said.dropFirst(lead.count)) }
    switch outcome {
    case .exited(ExitStatus.cancelled.rawValue), .signalled(SIGINT): return "\(what) was stopped"
    case .exited(let status): return "\(what) ended with status \(status)" + (lines.last.map { ": \($0)" } ?? "")
    case .signalled(let signal): return "\(what) was ended by signal \(signal); what was stored before stays"
    case .notFound: return "\(what) was not started: the program is no longer where it was"
    case .failed(let error): return "\(what) was not started: \(error.message)"
    }
  }
}

extension SourceJob {
  /// As a sentence begins.
  fileprivate var words: String {
    switch self {
    case .list: "the list of sources"
    case .add: "adding the source"
    case .change(let name, _): "changing “\(name)”"
    case .remove(let name): "removing “\(name)”"
    case .test(let name): "the test of “\(name)”"
    }
  }
}
