import Foundation
import MentorDirectory

/// What an import brought in: values, nothing stored yet.
public struct ImportedSource: Sendable {
  /// Name of the source: given, or made from the first file.
  public var name: String
  public var kind: SourceKind
  /// The files that were read, each once, as paths.
  public var files: [String]
  public var mentors: [Mentor]
  /// Files and records that did not become mentors.
  public var skipped: [ImportProblem]
  /// What a person should know of what was read: guesses, repairs, columns that were not understood.
  public var warnings: [ImportProblem]
  /// True if the import was stopped; what stands here was complete by then.
  public var wasCancelled: Bool
  /// True if some part could not be read at all: who is missing may be in it.
  public var isCutShort = false

  public init(
    name: String, kind: SourceKind, files: [String] = [], mentors: [Mentor] = [], skipped: [ImportProblem] = [],
    warnings: [ImportProblem] = [], wasCancelled: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.files = files
    self.mentors = mentors
    self.skipped = skipped
    self.warnings = warnings
    self.wasCancelled = wasCancelled
  }
}

/// How far an import has come.
public struct ImportProgress: Equatable, Sendable {
  public var file: String
  /// Records read so far, of all files.
  public var done: Int
  /// How many there will be, about; nil as long as nobody knows.
  public var about: Int?

  public init(file: String, done: Int, about: Int?) {
    self.file = file
    self.done = done
    self.about = about
  }
}

extension ImportProblem {
  /// The sentence for a file that could not be read at all, with what to do about it.
  init(file: String, error: InputError) {
    let reason =
      switch error {
      case .missing where file.contains("://"): "it is an address; save the page or the list, and import the file"
      case .missing: "there is no such file"
      case .unreadable(let code): "it cannot be read (\(Self.describe(code)))"
      case .directory: "it is a folder; its pages were expected to be read one by one"
      case .empty: "it is empty"
      case .tooLarge(let limit): "it is larger than \(limit >> 20) MB; split it, or export fewer rows"
      case .binary(.workbook): "it is a workbook, not text; save the sheet as CSV and import that"
      case .binary(.pdf): "it is a PDF, not text"
      case .binary(.image): "it is a picture, not text"
      case .binary(.archive): "it is an archive; unpack it and import what is inside"
      case .binary(.unknown): "it is not text"
      }
    self.init(file: file, reason: reason)
  }

  init(file: String, _ problem: ReadProblem) {
    self.init(file: file, line: problem.line, column: problem.column, reason: problem.message)
  }

  private static func describe(_ code: Int32) -> String { String(cString: strerror(code)) }
}
