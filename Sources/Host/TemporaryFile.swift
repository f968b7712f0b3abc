import Glibc

/// A file for a child process to read or to change, gone afterwards.
public enum TemporaryFile {
  /// Calls `body` with the path of a file that has the text and that only this user can read.
  public static func with<Outcome>(
    _ text: String, in environment: RunEnvironment, _ body: (String) -> Outcome
  ) throws(HostError) -> Outcome {
    let directory = environment.value("TMPDIR") ?? "/tmp"
    let path = FilePath.join(directory, "mentoring-\(getpid())-\(UInt64.random(in: 0 ... .max)).txt")
    try AtomicFile.write(text, to: path)
    defer { unlink(path) }
    return body(path)
  }
}
