import Foundation
import Glibc

/// How a child process ended, or why it never ran.
public enum ChildOutcome: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)
  /// There is no such program.
  case notFound
  case failed(SystemError)

  public var isSuccess: Bool { self == .exited(0) }
}

/// Starts programs with `posix_spawn`, with default signals and no descriptors but those named.
public enum ChildProcess {
  /// Runs a program that takes over the terminal (an editor, a pager, a text browser) and waits for it.
  ///
  /// It shares the process group and the terminal. As with `system(3)`, interrupt and quit are for the child while it
  /// runs. The caller has taken its screen down before and puts it up afterwards. `input` is a file whose content is
  /// the child's standard input in place of the terminal.
  public static func runInForeground(
    _ command: Command, environment: RunEnvironment, input: String? = nil
  ) -> ChildOutcome {
    guard let executable = command.executable(in: environment) else { return .notFound }
    let interrupt = SignalSetting(SIGINT, SIG_IGN), quit = SignalSetting(SIGQUIT, SIG_IGN)
    // Ctrl-Z stops both, so that the shell below gets the terminal, and fg continues both.
    let stop = SignalSetting(SIGTSTP, SIG_DFL)
    defer {
      interrupt.restore()
      quit.restore()
      stop.restore()
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0) }
    switch spawn(executable, command, environment, &actions, flags: 0) {
    case .failure(let error): return .failed(error)
    case .success(let child): return wait(for: child)
    }
  }

  /// Starts a program that lives on without the terminal: a session of its own, no standard streams.
  ///
  /// Waits at most `milliseconds` to see whether it gives up at once; nil means that it is still running. Whoever ends
  /// later is collected by a thread. `input` is a file whose content is the child's standard input.
  public static func startDetached(
    _ command: Command, environment: RunEnvironment, input: String = "/dev/null", watchingFor milliseconds: Int = 400
  ) -> ChildOutcome? {
    guard let executable = command.executable(in: environment) else { return .notFound }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // POSIX_SPAWN_SETSID of <spawn.h>, which the Glibc module hides.
    switch spawn(executable, command, environment, &actions, flags: 0x80) {
    case .failure(let error): return .failed(error)
    case .success(let child):
      for _ in 0...max(0, milliseconds / 10) {
        if let outcome = poll(child) { return outcome }
        usleep(10_000)
      }
      Thread.detachNewThread { _ = wait(for: child) }
      return nil
    }
  }

  static func spawn(
    _ executable: String, _ command: Command, _ environment: RunEnvironment,
    _ actions: inout posix_spawn_file_actions_t, flags: Int32
  ) -> Result<pid_t, SystemError> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t(), all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags))

    var arguments = ([command.program] + command.arguments).map { strdup($0) } + [nil]
    var variables = environment.variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, executable, &actions, &attributes, &arguments, &variables)
    return code == 0 ? .success(child) : .failure(SystemError(code: code))
  }

  static func wait(for child: pid_t) -> ChildOutcome {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return .failed(.last) } }
    return outcome(of: status)
  }

  private static func poll(_ child: pid_t) -> ChildOutcome? {
    var status: Int32 = 0
    return waitpid(child, &status, WNOHANG) == child ? outcome(of: status) : nil
  }

  /// WIFEXITED and its kin are macros that Swift does not see.
  private static func outcome(of status: Int32) -> ChildOutcome {
    status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }
}

/// Ignores a signal, or leaves it to the system, until restored.
struct SignalSetting {
  private let signal: Int32
  private var previous = sigaction()

  init(_ signal: Int32, _ handler: __sighandler_t?) {
    self.signal = signal
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(signal, &action, &previous)
  }

  func restore() {
    var action = previous
    sigaction(signal, &action, nil)
  }
}
