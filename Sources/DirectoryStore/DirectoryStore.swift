// DirectoryStore: what is known, kept on the disk.
//
// Purpose: the cache of the directory (SQLite), the registry of the sources it was made from, the recovery of the one
// from the other, and who asked not to be in it.
// Knows: what each source says (records), what they say together (mentors), and how to tell a real change.
// Never: reads a source, asks a clock, or words an error.

import GRDB
import Host
import MentorDirectory

/// The cache: every source's own view of its mentors, and the directory merged from them.
///
/// Safe in the hands of several threads and several processes; every change is one transaction, so that a process
/// killed at any instant leaves the state before or after it. On a disk that cannot be written it still reads.
public final class DirectoryStore: Sendable {
  /// Path of the database file.
  public let path: String
  /// True if the disk or the file cannot be written: reads work, changes throw `StoreError.readOnly`.
  public var isReadOnly: Bool { writer == nil }

  let reader: any DatabaseReader
  let writer: (any DatabaseWriter)?
  /// Makes a language of the code, or the word, that the cache keeps.
  let language: @Sendable (String) -> Language
  /// Who must not be listed; nil for nobody.
  let optOuts: OptOutFile?

  /// Opens the cache in a directory, and makes both if they are missing.
  ///
  /// Throws `newer`, `notOurs` or `corrupt` when a file is there that this version cannot use, untouched; see
  /// `CacheRecovery`.
  public init(
    directory: String, optOuts: OptOutFile? = nil,
    language: @escaping @Sendable (String) -> Language = { Language(code: "", name: $0) }
  ) throws(StoreError) {
    let file = StoreFile(directory: directory)
    path = file.path
    self.language = language
    self.optOuts = optOuts
    let opened = try file.open()
    (reader, writer) = (opened.reader, opened.writer)
  }

  /// For whoever holds the lock already.
  init(unlocked file: StoreFile) throws(StoreError) {
    path = file.path
    language = { Language(code: "", name: $0) }
    optOuts = nil
    let opened = try file.openWritable()
    (reader, writer) = (opened.reader, opened.writer)
  }

  /// Changes with every change of a mentor, and with nothing else: what was made from generation 7 fits generation 7.
  public func generation() throws(StoreError) -> Int {
    try read { db in try Schema.generation(db) }
  }

  /// Reads through the whole file for damage; throws `corrupt` if there is any.
  public func checkIntegrity() throws(StoreError) {
    let verdict = try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
    guard verdict == ["ok"] else { throw .corrupt(path: path) }
  }

  /// Closes the file. Nothing works afterwards.
  public func close() throws(StoreError) {
    try StoreError.mapping(path) { try reader.close() }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try StoreError.mapping(path) { try reader.read(body) }
  }

  /// One transaction; whatever `body` throws undoes it.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard let writer else { throw .readOnly(path: path) }
    return try StoreError.mapping(path) { try writer.write(body) }
  }
}
