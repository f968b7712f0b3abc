import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory
import Terminal

/// The one place where facts become sentences: what happened, where, and what to do next.
enum Sentence {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as StoreError: of(error)
    case let error as JournalError: of(error)
    case let error as HostError: of(error)
    case let error as TerminalError: of(error)
    case let error as IndexImageError: of(error)
    case let failure as Failure: failure.text
    default: "\(error)"
    }
  }

  static func of(_ error: StoreError) -> String {
    switch error {
    case .newer(let path, let found, let known):
      "The cache \(path) was written by a later version of mentoring (format \(found), this one knows \(known))."
    case .notOurs(let path): "\(path) is no cache of mentoring."
    case .corrupt(let path): "The cache \(path) is damaged."
    case .full(let path):
      "The disk is full: \(path) could not be written. Nothing was changed. Make room and try again."
    case .readOnly(let path):
      "\(path) cannot be written. Nothing was changed. \(checkPlaces)"
    case .locked(let path):
      "Another mentoring process has been writing \(path) for too long. Try again when it is done."
    case .replaced(let path): "Another process replaced \(path) meanwhile. Try again."
    case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason). Check what stands there."
    case .inputOutput(let path, let reason): "The disk failed at \(path): \(reason). Check the disk, then try again."
    case .cancelled: "Cancelled; nothing was changed."
    case .unreadableRegistry(let path, let line, let column, let reason):
      "\(path):\(line):\(column): \(reason). Mend the file or move it aside; the copies of the imported files beside it stay."
    case .newerRegistry(let path, let found, let known):
      "\(path) was written by a later version of mentoring (format \(found), this one knows \(known)). Use that version."
    case .unreadableOptOuts(let path, let line, let reason):
      "\(path):\(line): \(reason). It says who must not be listed: nothing is stored until it is mended, or restored from a copy."
    case .newerOptOuts(let path, let found, let known):
      "\(path) was written by a later version of mentoring (format \(found), this one knows \(known)). Use that version."
    case .unexpected(let path, let code, let reason): "\(path): \(reason) (SQLite \(code)). Please report this."
    }
  }

  static func of(_ error: HostError) -> String {
    switch error {
    case .noPlace(let variable): "Neither HOME nor \(variable) says where files belong. Set HOME."
    case .file(let operation, let path, let system):
      "\(path) could not be \(word(operation)): \(system.message). \(remedy(operation, system))"
    case .tooLarge(let path, let limit):
      "\(path) is larger than \(limit / 1_000_000) MB, the most that is read. Split it."
    case .noResource(let name):
      "\(name), which comes with mentoring, is missing. Install the program together with its resources."
    case .locked(let path): "Another mentoring process holds \(path). Try again when it is done."
    }
  }

  static func of(_ error: IndexImageError) -> String {
    switch error {
    case .tooShort: "The search index ends too early."
    case .notAnIndex: "What stands in the place of the search index is something else."
    case .otherByteOrder: "The search index was written on another kind of machine."
    case .earlierFormat(let format):
      "The search index was written by an earlier version of mentoring (format \(format))."
    case .laterFormat(let format): "The search index was written by a later version of mentoring (format \(format))."
    case .damaged: "The search index is damaged."
    case .tooLarge:
      "The directory is too large for the search index, which takes 4 GB of text. Import fewer lists at once."
    }
  }

  static func of(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal: "This is no terminal. `mentoring find` lists mentors without one."
    case .dumb: "The terminal says it cannot place a cursor (TERM). `mentoring find` lists mentors without that."
    case .unusable(let term): "The terminal type “\(term)” is not known here. Try TERM=xterm-256color mentoring."
    case .alreadyStarted: "The screen is already in use."
    case .noPipe: "The system gave no pipe; too many files may be open."
    }
  }

  private static func word(_ operation: FileOperation) -> String {
    switch operation {
    case .open: "opened"
    case .read: "read"
    case .write: "written"
    case .create: "made"
    case .rename: "renamed"
    case .remove: "removed"
    case .list: "listed"
    }
  }

  private static let checkPlaces =
    "Check its permissions, or set XDG_CACHE_HOME and XDG_DATA_HOME to places that can be written."

  private static func remedy(_ operation: FileOperation, _ system: SystemError) -> String {
    if system.isFull { return "Make room on the disk." }
    if system.isMissing { return "Check the name." }
    if system.isPermission || system.isReadOnly { return checkPlaces }
    return "Nothing was changed."
  }
}

extension Sentence {
  static func of(_ reason: Vocabulary.Problem.Reason) -> String {
    switch reason {
    case .noEqualsSign: "“preferred = alias, alias” was expected, but there is no “=”."
    case .noPreferredWord: "The preferred word before the “=” is missing."
    case .tooLong: "A word is longer than 100 characters."
    case .tooManyRows: "There are more rows than a vocabulary can have; this one and all after it were not read."
    }
  }
}

/// Ends a command with a sentence and a status.
struct Failure: Error {
  var text: String
  var status: ExitStatus

  init(_ text: String, _ status: ExitStatus = .trouble) {
    self.text = text
    self.status = status
  }

  /// Runs a command; what goes wrong is said on standard error and becomes the exit status.
  static func reported(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      if !failure.text.isEmpty { Talk.say(failure.text) }
      throw ExitCode(failure.status.rawValue)
    } catch {
      Talk.say(Sentence.of(error))
      throw ExitCode((error as? StoreError == .cancelled ? ExitStatus.cancelled : .trouble).rawValue)
    }
  }
}
