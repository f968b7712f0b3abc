import Glibc
import Host

/// A directory that is gone afterwards.
func withTemporaryDirectory<Value>(_ body: (String) throws -> Value) throws -> Value {
  let path = "/tmp/mentoring-host-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
  try Files.createDirectory(path)
  defer { try? Files.remove(path) }
  return try body(path)
}

/// A program that writes its arguments, one per line, to `NAME.arguments` beside it, and then runs `script`.
func makeProgram(_ name: String, in directory: String, _ script: String = "") throws {
  let text = """
    #!/bin/sh
    for a in "$@"; do printf '%s\\n' "$a"; done > '\(directory)/\(name).new'
    mv '\(directory)/\(name).new' '\(directory)/\(name).arguments'
    \(script)

    """
  try AtomicFile.write(text, to: directory + "/" + name, permissions: 0o700)
}

/// The arguments that a program of `makeProgram` got; waits for them up to ten seconds.
func arguments(of name: String, in directory: String) -> [String]? {
  for _ in 0..<1000 {
    if let text = try? Files.readText("\(directory)/\(name).arguments") {
      return text.split(separator: "\n").map(String.init)
    }
    usleep(10_000)
  }
  return nil
}

func environment(_ directory: String, _ variables: [String: String] = [:]) -> RunEnvironment {
  RunEnvironment(variables: ["PATH": "\(directory):/usr/bin:/bin"].merging(variables) { $1 })
}
