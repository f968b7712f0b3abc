import Foundation
import Glibc
import Synchronization

/// A program that runs beside the screens: its lines as they come, and how it ended.
///
/// A thread reads what it writes; whoever draws is never kept waiting. Memory is bounded: where lines are not taken,
/// the program has to wait. It has a process group of its own, so that keys of the terminal do not reach it, and no
/// standard input.
public final class ChildStream: Sendable {
  /// A line of standard output, without its end.
  public struct Line: Equatable, Sendable {
    public var bytes: [UInt8]
    /// It was longer than the limit; its end is missing.
    public var isCut: Bool
  }

  public struct Limits: Sendable {
    /// Bytes of a line.
    public var line = 1 << 16
    /// Lines that wait to be taken.
    public var waiting = 1000
    /// Bytes of standard error that are kept: the last ones.
    public var error = 1 << 13
    /// How long an interrupted program may tidy up before it is killed.
    public var patience = Duration.seconds(5)
    /// The least time between two calls of `onActivity` while lines come.
    public var pause = Duration.milliseconds(30)
    public init() {}
  }

  private struct State {
    var lines: [Line] = []
    var error: [UInt8] = []
    var outcome: ChildOutcome?
    /// Nil once the process is no more: its number may be somebody else's.
    var process: pid_t?
    var deadline: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let limits: Limits
  private let onActivity: @Sendable () -> Void

  /// Starts the program. One that cannot be started has ended at once, with `notFound` or `failed`.
  /// - Parameter onActivity: called on a thread of its own when there are new lines, and when it has ended.
  public init(
    _ command: Command, environment: RunEnvironment, limits: Limits = Limits(),
    onActivity: @escaping @Sendable () -> Void
  ) {
    self.limits = limits
    self.onActivity = onActivity
    guard let executable = command.executable(in: environment) else {
      end(.notFound)
      return
    }
    guard let output = Pipe(), let error = Pipe() else {
      end(.failed(.last))
      return
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, error.writing, STDERR_FILENO)
    switch ChildProcess.spawn(executable, command, environment, &actions, flags: Int32(POSIX_SPAWN_SETPGROUP)) {
    case .failure(let reason): end(.failed(reason))
    case .success(let process):
      state.withLock { $0.process = process }
      output.closeWriting()
      error.closeWriting()
      Thread.detachNewThread { self.read(output, error, of: process) }
    }
  }

  // MARK: - For the loop

  /// The lines that came since the last call.
  public func take() -> [Line] {
    state.withLock { state in
      defer { state.lines.removeAll() }
      return state.lines
    }
  }

  /// How it ended; nil while it runs, or while lines are still to be taken.
  public var outcome: ChildOutcome? { state.withLock { $0.lines.isEmpty ? $0.outcome : nil } }

  /// What it said last on standard error; bytes that are not UTF-8 become U+FFFD.
  public var errorText: String { state.withLock { String(decoding: $0.error, as: UTF8.self) } }

  /// Asks it to end (SIGINT), and ends it (SIGKILL) where it does not within the limit.
  public func interrupt() {
    state.withLock { state in
      guard let process = state.process, state.deadline == nil else { return }
      state.deadline = .now + limits.patience
      kill(-process, SIGINT)
    }
  }

  /// Interrupts it and waits until it is gone; after `limit` it is killed.
  public func stop(within limit: Duration) {
    interrupt()
    let end = ContinuousClock.now + limit
    while state.withLock({ $0.process != nil }) {
      if ContinuousClock.now > end { state.withLock { $0.deadline = .now } }
      _ = take()
      usleep(5_000)
    }
  }

  // MARK: - On the thread

  private func end(_ outcome: ChildOutcome) {
    state.withLock { $0.outcome = outcome }
    onActivity()
  }

  private func read(_ output: Pipe, _ error: Pipe, of process: pid_t) {
    var splitter = LineSplitter(limit: limits.line)
    var places = [output.reading, error.reading].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while places.contains(where: { $0.fd >= 0 }) {
      killIfOverdue()
      guard state.withLock({ $0.lines.count < limits.waiting }) else {
        usleep(10_000)
        continue
      }
      if poll(&places, 2, 100) <= 0 {
        // A grandchild may hold the pipes open.
        if Self.hasEnded(process) { break }
        continue
      }
      for number in places.indices where places[number].revents != 0 {
        let count = Glibc.read(places[number].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          places[number].fd = -1
          continue
        }
        if number == 0 { add(splitter.feed(buffer[..<count])) } else { keepError(buffer[..<count]) }
      }
    }
    if let last = splitter.finish() { add([last]) }
    while !Self.hasEnded(process) {
      killIfOverdue()
      usleep(5_000)
    }
    // Taken off the list of processes only while nobody can signal it.
    let outcome = state.withLock { state in
      state.process = nil
      return ChildProcess.wait(for: process)
    }
    end(outcome)
  }

  private func add(_ lines: [Line]) {
    guard !lines.isEmpty else { return }
    state.withLock { $0.lines += lines }
    onActivity()
    let pause = limits.pause.components
    usleep(UInt32(pause.seconds * 1_000_000 + pause.attoseconds / 1_000_000_000_000))
  }

  private func keepError(_ bytes: ArraySlice<UInt8>) {
    state.withLock { $0.error = Array(($0.error + bytes).suffix(limits.error)) }
  }

  private func killIfOverdue() {
    state.withLock { state in
      if let deadline = state.deadline, deadline <= .now, let process = state.process { kill(-process, SIGKILL) }
    }
  }

  /// It is no more, but its number is still its own.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return result < 0 ? errno != EINTR : information.si_signo == SIGCHLD
  }
}

/// Two descriptors that close themselves and are not inherited.
private final class Pipe: Sendable {
  let reading: Int32
  let writing: Int32
  private let isWritingOpen = Mutex(true)

  /// Nil where the system gives none.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // A program started by another thread just now would inherit them; whoever reads does not rely on their closing.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    closeWriting()
  }

  func closeWriting() {
    isWritingOpen.withLock { isOpen in
      if isOpen { close(writing) }
      isOpen = false
    }
  }
}
