import Host
import StewardDesk

/// Hands mails to the program that sends them: `sendmail -t` and whatever works like it (`MENTORING_SENDMAIL`).
struct MailProgram {
  private let environment: RunEnvironment

  init(_ environment: RunEnvironment) { self.environment = environment }

  private var command: Command? {
    if let own = environment.value("MENTORING_SENDMAIL") { return Command(words: own) }
    for path in ["/usr/sbin/sendmail", "/usr/lib/sendmail"] where Files.kind(at: path) == .file {
      return Command(path, ["-t", "-i"])
    }
    return nil
  }

  /// Throws, before anything happens, where there is no such program.
  func check() throws(Failure) {
    guard let command, command.executable(in: environment) != nil else {
      throw Failure(
        "No program that sends mail was found. Set MENTORING_SENDMAIL (for example to \"msmtp -t\"), or use --as eml "
          + "--output FILE and send that with your mail program.")
    }
  }

  func send(_ mail: MailMessage) throws {
    try check()
    guard let command else { return }
    // The program reads lines as the system has them.
    let text = mail.source.replacing("\r\n", with: "\n")
    let outcome = try TemporaryFile.with(text, in: environment) { path in
      ChildProcess.runInForeground(command, environment: environment, input: path)
    }
    switch outcome {
    case .exited(0): return
    case .exited(let code): throw Failure("\(command.program) did not take the mail and ended with \(code).")
    case .signalled(let signal): throw Failure("\(command.program) was ended by signal \(signal).")
    case .notFound: throw Failure("\(command.program) was not found.")
    case .failed(let error): throw Failure("\(command.program) could not be started: \(error.message).")
    }
  }
}
