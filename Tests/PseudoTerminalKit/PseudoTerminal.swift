// A program on a pseudo terminal, seen as bytes: what it wrote, which modes the line is in, how it ended. No emulator;
// waits end at a marker, at silence, or at the end of the program, and never by guessing how long something takes.

import CPseudoTerminal
import Glibc

/// One program on one pseudo terminal. For a single test, from a single task.
public final class PseudoTerminal {
  /// How a program ended.
  public struct Exit: Equatable, Sendable {
    /// Nil when a signal ended it.
    public var code: Int?
    public var signal: Int?

    public init(code: Int?, signal: Int? = nil) {
      self.code = code
      self.signal = signal
    }
  }

  public struct SpawnError: Error {
    public let path: String
  }

  /// Everything that the program wrote.
  public private(set) var output: [UInt8] = []
  public private(set) var exit: Exit?
  public let process: Int32

  private let master: Int32
  private var isClosed = false

  /// Starts a program. `environment` is added to a small neutral one without any of this process's variables.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil,
    columns: Int = 80, rows: Int = 24
  ) throws {
    var master: Int32 = -1
    let started = withVectors(path, arguments, PseudoTerminal.environment(environment)) { argv, envp in
      cpty_spawn(path, argv, envp, directory, Int32(rows), Int32(columns), &master)
    }
    guard started > 0 else { throw SpawnError(path: path) }
    process = started
    self.master = master
  }

  /// Starts a program without a terminal: standard input is empty, its output is collected all the same.
  public init(withoutTerminal path: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
    var output: Int32 = -1
    let started = withVectors(path, arguments, PseudoTerminal.environment(environment)) { argv, envp in
      cpty_spawn_plain(path, argv, envp, &output)
    }
    guard started > 0 else { throw SpawnError(path: path) }
    process = started
    master = output
  }

  deinit {
    if exit == nil {
      cpty_signal(process, SIGKILL)
      var code: Int32 = 0
      var signal: Int32 = 0
      _ = cpty_wait(process, true, &code, &signal)
    }
    if !isClosed { cpty_close(master) }
  }

  private static func environment(_ more: [String: String]) -> [String: String] {
    var all = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp"]
    for name in ["LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { all[name] = String(cString: value) }
    }
    return all.merging(more) { $1 }
  }

  // MARK: - What the program sees

  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  public func send(bytes: [UInt8]) { _ = cpty_write(master, bytes, bytes.count) }

  public func resize(columns: Int, rows: Int) { _ = cpty_resize(master, Int32(rows), Int32(columns)) }

  public func signal(_ number: Int32) { cpty_signal(process, number) }

  /// Signals whatever job has the terminal, which under a shell is not `process`.
  public func signalForeground(_ number: Int32) { cpty_signal_foreground(master, number) }

  /// Hangs up: the program loses its terminal.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    cpty_close(master)
  }

  // MARK: - What the program did

  /// The output as text; bytes that are not UTF-8 become U+FFFD.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// How many times a sequence of bytes stands in the output.
  public func count(of needle: String) -> Int { output.count(of: Array(needle.utf8), from: 0) }

  /// Reads until `marker` stands in the output after the offset `start`.
  public func read(until marker: String, from start: Int = 0, within limit: Duration = .seconds(10)) -> Bool {
    let needle = Array(marker.utf8)
    return read(within: limit) { self.output.count(of: needle, from: start) > 0 }
  }

  /// Reads until nothing came for a while.
  public func readUntilQuiet(for silence: Duration = .milliseconds(200), within limit: Duration = .seconds(10)) {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end, pump(silence) {}
  }

  /// Reads until the program has ended; nil where it still runs.
  public func waitForExit(within limit: Duration = .seconds(10)) -> Exit? {
    _ = read(within: limit) { self.exit != nil }
    // What it wrote last may still be on its way.
    if exit != nil { while pump(.zero) {} }
    return exit
  }

  /// Reads until the line is raw, or is not.
  public func waitUntil(raw: Bool, within limit: Duration = .seconds(10)) -> Bool {
    read(within: limit) { self.isRaw == raw }
  }

  /// True while the line gives every byte at once, as a screen needs it.
  public var isRaw: Bool { !isClosed && cpty_is_raw(master) == 1 }

  /// The modes of the line, for comparison.
  public var modes: [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 128)
    return isClosed ? [] : Array(buffer.prefix(cpty_modes(master, &buffer, buffer.count)))
  }

  private func read(within limit: Duration, until condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + limit
    while !condition() {
      if ContinuousClock.now > end { return false }
      let ended = exit != nil
      if !pump(.milliseconds(20)), ended { return condition() }
      checkExit()
    }
    return true
  }

  /// Collects what is there; false where nothing came in time.
  private func pump(_ wait: Duration) -> Bool {
    let milliseconds = Int32(wait.components.seconds * 1000 + wait.components.attoseconds / 1_000_000_000_000_000)
    guard !isClosed else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    guard cpty_poll(master, milliseconds) else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = cpty_read(master, &buffer, buffer.count)
    guard count > 0 else {
      // Closed, while the process may not have been reaped yet.
      if count == 0 { usleep(1000) }
      return false
    }
    output += buffer[0..<count]
    return true
  }

  private func checkExit() {
    guard exit == nil else { return }
    var code: Int32 = 0
    var signal: Int32 = 0
    guard cpty_wait(process, false, &code, &signal) == 1 else { return }
    exit = Exit(code: code >= 0 ? Int(code) : nil, signal: signal > 0 ? Int(signal) : nil)
  }
}

/// A program of this package beside the running tests, nil where it has not been built.
public func builtProgram(_ name: String) -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let program = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  for path in [program] + CommandLine.arguments {
    var directory = path[...]
    while let slash = directory.lastIndex(of: "/") {
      directory = directory[..<slash]
      let candidate = "\(directory)/\(name)"
      if candidate.contains(".build"), access(candidate, X_OK) == 0, !isDirectory(candidate) { return candidate }
    }
  }
  return nil
}

private func isDirectory(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Calls `body` with the argument and environment vectors of a program.
private func withVectors<Result>(
  _ path: String, _ arguments: [String], _ environment: [String: String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) ->
    Result
) -> Result {
  var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
  var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  return argv.withUnsafeMutableBufferPointer { arguments in
    envp.withUnsafeMutableBufferPointer { body(arguments.baseAddress, $0.baseAddress) }
  }
}

extension [UInt8] {
  fileprivate func count(of needle: [UInt8], from start: Int) -> Int {
    guard !needle.isEmpty, count >= needle.count, start <= count - needle.count else { return 0 }
    var found = 0
    var index = Swift.max(0, start)
    while index <= count - needle.count {
      if self[index] == needle[0], self[index..<index + needle.count].elementsEqual(needle) {
        found += 1
        index += needle.count
      } else {
        index += 1
      }
    }
    return found
  }
}
