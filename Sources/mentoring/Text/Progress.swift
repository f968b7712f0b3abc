import DirectoryStore
import DirectorySync
import Dispatch
import Foundation
import Host
import MentorDirectory
import Surface
import Synchronization

/// One line of progress on standard error, once the work has taken a second; nothing where it is no terminal.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let delay: Duration
  private let started = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(isShown: Bool, after delay: Duration = .seconds(1)) {
    self.isShown = isShown
    self.delay = delay
  }

  func show(_ what: String, _ done: Int, of total: Int?) {
    show {
      let seconds = Double((ContinuousClock.now - started).components.seconds)
      let rate = seconds > 0 ? " · \(Int(Double(done) / seconds))/s" : ""
      let count = total.map { "\(done) of \($0)" } ?? "\(done)"
      return "\(what.cleanedLine(limit: 40)): \(count)\(rate)"
    }
  }

  /// At most ten times a second; `text` is asked for only then, and cut to the width of the terminal.
  func show(_ text: () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - started > delay else { return }
    let isDue = lastShown.withLock { last in
      if let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let end = "   Ctrl-C cancels"
    let width = (Output.columns(of: STDERR_FILENO) ?? 80) - end.count - 1
    Talk.write("\r\u{1B}[K\(text().cleanedLine(limit: 400).truncated(to: max(20, width)))\(end)")
  }

  /// For the importer.
  var reading: (DirectorySync.ImportProgress) -> Void {
    { self.show("reading \(FilePath.split($0.file).name)", $0.done, of: $0.about) }
  }

  /// For the cache.
  var storing: (StoringProgress) -> Void {
    { self.show($0.phase == .storing ? "storing" : "merging", $0.done, of: $0.total) }
  }

  func clear() {
    let wasShown = lastShown.withLock { last in
      defer { last = nil }
      return last != nil
    }
    if wasShown { Talk.write("\r\u{1B}[K") }
  }
}

/// Whether somebody pressed Ctrl-C; the first press cancels in good order, the second ends the process.
final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// From now on SIGINT and SIGTERM cancel.
  static func onInterrupt() -> Cancellation {
    let cancellation = Cancellation()
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.flag.exchange(true, ordering: .relaxed) { _exit(ExitStatus.cancelled.rawValue) }
      }
      source.activate()
      // Kept for the life of the process: the handler must not go away.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
    return cancellation
  }
}
