import Foundation
import MentorDirectory

/// Reads local files as one source of mentors. Values in, values out: nothing is stored, nothing is shown.
public struct Importer: Sendable {
  public struct Options: Sendable {
    /// What the files are, where the person says so (`--as`).
    public var kind: SourceKind?
    /// What columns mean, where the person says so (`--map`).
    public var mapping: [FieldMapping]
    /// Name of the source; nil makes one from the first path.
    public var name: String?
    public var now: Timestamp
    /// Largest file, in bytes.
    public var sizeLimit = InputFile.defaultLimit
    /// True keeps what a source marks as not public (with its privacy).
    public var keepsRestricted = false
    /// What the source limits its mentors' offers to.
    public var scopeNote = ""

    public init(kind: SourceKind? = nil, mapping: [FieldMapping] = [], name: String? = nil, now: Timestamp) {
      self.kind = kind
      self.mapping = mapping
      self.name = name
      self.now = now
    }
  }

  /// Longest text (in bytes) that is read as a page; sheets and lists may be longer.
  public static let pageLimit = 8 << 20

  let tables: ReferenceTables

  public init(tables: ReferenceTables) { self.tables = tables }

  /// Reads files and folders. A file that is named or reached twice is read once; a mistake in one file or record
  /// costs no other. `progress` is called at the start of every file and every
  /// few hundred records; `isCancelled` is asked as often.
  public func run(
    _ paths: [String], _ options: Options, progress: (ImportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) -> ImportedSource {
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(isCancelled) { isCancelled in
        var run = ImportRun(
          importer: self, options: options, paths: paths, progress: progress, isCancelled: isCancelled)
        return run.readAll()
      }
    }
  }

  /// Reads a text that came from `place` (an address) as one source. `hint` is a file name that tells its format where
  /// the text does not.
  func read(
    _ text: DecodedText, from place: String, hint: String, _ options: Options, isCancelled: () -> Bool = { false }
  ) -> ImportedSource {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      var run = ImportRun(
        importer: self, options: options, paths: [], progress: { _ in }, isCancelled: isCancelled)
      return run.read(text, from: place, hint: hint)
    }
  }

  /// Maps records that were gathered from several answers of a service.
  func read(
    records: [JSONObject], from place: String, scopeNote: String, _ options: Options,
    isCancelled: () -> Bool = { false }
  ) -> ImportedSource {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      var run = ImportRun(
        importer: self, options: options, paths: [], progress: { _ in }, isCancelled: isCancelled)
      return run.read(records: records, from: place, scopeNote: scopeNote)
    }
  }

  /// "community-b" for "lists/community-b.yml".
  static func sourceName(_ paths: [String]) -> String {
    let path = paths.first ?? "import"
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent.line
    return name.isEmpty || name == "/" ? "import" : name
  }
}
