// Tests of the built program: its commands as a shell runs them, its screens on a pseudo terminal. Every test has a
// directory of its own, with a home in it, and nothing of the machine's environment.

import Glibc
import MentorDirectory
import PseudoTerminalKit
import Testing

/// A directory with a home in it for one test; gone with the value.
final class Sandbox {
  /// Below it everything happens: the working directory.
  let path: String
  let program: String
  private(set) var environment: [String: String]

  init(_ more: [String: String] = [:]) throws {
    program = try #require(builtProgram("mentoring"), "the program has not been built")
    path = "/tmp/mentoring-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try #require(mkdir(path, 0o755) == 0)
    environment = [
      "HOME": "\(path)/home", "XDG_CACHE_HOME": "\(path)/home/cache", "XDG_DATA_HOME": "\(path)/home/data",
      "XDG_CONFIG_HOME": "\(path)/home/config", "XDG_STATE_HOME": "\(path)/home/state", "TZ": "UTC",
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
    environment.merge(more) { $1 }
    try makeDirectory("home")
  }

  deinit { shell("chmod -R u+rwx '\(path)'; rm -rf '\(path)'") }

  var cache: String { "home/cache/mentoring/directory.sqlite" }

  // MARK: - Files

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(full(name), "w"), "\(name)")
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  /// The bytes of a file, nil if there is none.
  func bytes(of name: String) -> [UInt8]? {
    guard let file = fopen(full(name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = [], part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return bytes
  }

  func text(of name: String) -> String { String(decoding: bytes(of: name) ?? [], as: UTF8.self) }

  func makeDirectory(_ name: String) throws { try #require(mkdir(full(name), 0o755) == 0) }

  /// Names below a directory, at any depth.
  func names(in name: String) -> [String] {
    shell("cd '\(full(name))' && find . -mindepth 1 > '\(path)/.names'")
    return text(of: ".names").split(separator: "\n").map(String.init).sorted()
  }

  func full(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

  @discardableResult
  func shell(_ script: String) -> Int32 {
    let status = RunningProgram.spawn(
      ["/bin/sh", "-c", script], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], directory: "/",
      output: "/dev/null", error: "/dev/null")
    return status.map { RunningProgram.wait(for: $0) } ?? -1
  }

  // MARK: - The program

  /// Runs the program as a line of a shell has it; its output is in the files "found" and "said".
  func callThroughShell(_ line: String, output: String = "found") -> Int32 {
    let variables = environment.map { "export \($0.key)='\($0.value)'" }.joined(separator: "\n")
    return shell("\(variables)\ncd '\(path)'\n'\(program)' \(line) > '\(output)' 2> said")
  }

  /// Runs the program to its end. `plainUser` takes root's rights away, where it has them.
  func run(_ arguments: String..., with more: [String: String] = [:], plainUser: Bool = false) throws -> Finished {
    try start(arguments, with: more, plainUser: plainUser).wait()
  }

  func start(_ arguments: String...) throws -> RunningProgram { try start(arguments) }

  private func start(
    _ arguments: [String], with more: [String: String] = [:], plainUser: Bool = false
  ) throws -> RunningProgram {
    let number = UInt32.random(in: 0 ... .max)
    let dropping = plainUser && getuid() == 0 ? PlainUser.prefix : []
    return try RunningProgram(
      dropping + [program] + arguments, environment: environment.merging(more) { $1 }, directory: path,
      output: full(".out-\(number)"), error: full(".err-\(number)"))
  }

  /// Starts the program on a terminal.
  func terminal(
    _ arguments: String..., with more: [String: String] = [:], columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments, environment: environment.merging(more) { $1 }, directory: path, columns: columns, rows: rows)
  }
}

/// Root may write everywhere; tests of permissions need somebody who may not.
enum PlainUser {
  static let prefix = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"]
  static var isAvailable: Bool { getuid() != 0 || access(prefix[0], X_OK) == 0 }
}

/// How a run of the program ended, and what it said.
struct Finished {
  /// The exit code; 128 and the number of the signal that ended it.
  var status: Int32
  var output: String
  var error: String

  var json: JSONValue { JSONReader.read(Array(output.utf8)).value ?? .null }
  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
  /// The names of `find --json`.
  var names: [String] { (json["mentors"]?.array ?? []).compactMap { $0["name"]?.string }.sorted() }
}

/// A program without a terminal, its output in files.
final class RunningProgram {
  let process: Int32
  private let output: String
  private let error: String

  struct NotStarted: Error {}

  init(
    _ words: [String], environment: [String: String], directory: String, output: String, error: String
  ) throws {
    guard
      let process = Self.spawn(words, environment: environment, directory: directory, output: output, error: error)
    else { throw NotStarted() }
    (self.process, self.output, self.error) = (process, output, error)
  }

  func wait() -> Finished {
    let status = Self.wait(for: process)
    return Finished(status: status, output: Self.read(output), error: Self.read(error))
  }

  static func wait(for process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  static func spawn(
    _ words: [String], environment: [String: String], directory: String, output: String, error: String
  ) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let words = ["/usr/bin/env", "-C", directory] + words
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    return posix_spawn(&process, words[0], &actions, nil, &arguments, &variables) == 0 ? process : nil
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = [], part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
