import GRDB
import Host

/// What can go wrong with the cache and the registry of sources. Facts; the sentences are made where they are shown.
public enum StoreError: Error, Equatable, Sendable {
  /// A later version of the program made the file: its schema, and the one known here.
  case newer(path: String, found: Int, known: Int)
  /// A database of another program stands in the place.
  case notOurs(path: String)
  /// The file is damaged, or not a database.
  case corrupt(path: String)
  /// The disk is full. Nothing was changed.
  case full(path: String)
  /// The file or its disk cannot be written.
  case readOnly(path: String)
  /// Another process has been writing for longer than one waits.
  case locked(path: String)
  /// Another process put a new file in the place of the open one: open it again.
  case replaced(path: String)
  /// The file cannot be opened or made; the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The disk failed; the system's reason.
  case inputOutput(path: String, reason: String)
  /// The caller cancelled. Nothing was changed.
  case cancelled
  /// The registry of sources cannot be read; line and column from 1.
  case unreadableRegistry(path: String, line: Int, column: Int, reason: String)
  /// A later version of the program wrote the registry of sources.
  case newerRegistry(path: String, found: Int, known: Int)
  /// The file of those who opted out cannot be read; line from 1. Nothing is stored, so that nobody of them comes back.
  case unreadableOptOuts(path: String, line: Int, reason: String)
  /// A later version of the program wrote it.
  case newerOptOuts(path: String, found: Int, known: Int)
  /// What should not happen: SQLite's code and words.
  case unexpected(path: String, code: Int, reason: String)
}

extension StoreError {
  /// Runs what talks to SQLite or to the file system, and names its errors.
  static func mapping<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as HostError {
      throw StoreError(error, path: path)
    } catch {
      throw .unexpected(path: path, code: 0, reason: "\(error)")
    }
  }

  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? ""
    switch error.extendedResultCode {
    case .SQLITE_READONLY_DBMOVED: self = .replaced(path: path)
    // The shared memory of the log could not grow.
    case .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
    case .SQLITE_IOERR_CORRUPTFS: self = .corrupt(path: path)
    default:
      switch error.resultCode {
      case .SQLITE_FULL: self = .full(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked(path: path)
      case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
      case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
      default: self = .unexpected(path: path, code: Int(error.extendedResultCode.rawValue), reason: reason)
      }
    }
  }

  init(_ error: HostError, path: String) {
    switch error {
    case .file(let operation, let place, let system):
      if system.isFull {
        self = .full(path: place)
      } else if system.isReadOnly || (system.isPermission && operation != .read) {
        self = .readOnly(path: place)
      } else if operation == .open || operation == .create {
        self = .cannotOpen(path: place, reason: system.message)
      } else {
        self = .inputOutput(path: place, reason: system.message)
      }
    case .locked(let place): self = .locked(path: place)
    case .tooLarge(let place, _): self = .inputOutput(path: place, reason: "too large")
    case .noPlace(let name), .noResource(let name): self = .cannotOpen(path: path, reason: name)
    }
  }
}
