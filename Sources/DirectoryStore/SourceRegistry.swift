import Host
import MentorDirectory

/// What the directory is made from: `sources.json` in the data directory, with copies of imported files below
/// `imports/`. The cache can be deleted at any time because this is kept.
///
/// Version 1 of the file knew no sources on the net; it is read, and written anew with the next change.
///
/// Every change writes the file anew beside the old one; after an error or a kill the old one is there.
public struct SourceRegistry: Sendable {
  private static let version = 2
  private static let largestFile = 64 << 20
  private static let largestSource = 256 << 20

  private let directory: String
  /// Path of the file.
  public var path: String { FilePath.join(directory, "sources.json") }

  /// `directory` is the data directory; it is made when something is first recorded.
  public init(directory: String) { self.directory = directory }

  /// All sources in the order in which they were first imported; empty if there is no registry yet.
  public func sources() throws(StoreError) -> [RegisteredSource] {
    guard Files.kind(at: path) != nil else { return [] }
    let bytes = try StoreError.mapping(path) { try Files.read(path, limit: 1 << 26) }
    let (value, problems) = JSONReader.read(bytes)
    if let problem = problems.first(where: { !$0.isMended }) {
      throw .unreadableRegistry(path: path, line: problem.line, column: problem.column, reason: problem.message)
    }
    guard let version = value?["version"]?.int, let list = value?["sources"]?.array else {
      throw .unreadableRegistry(path: path, line: 1, column: 1, reason: "\"version\" and \"sources\" were expected")
    }
    guard version <= Self.version else { throw .newerRegistry(path: path, found: version, known: Self.version) }
    var sources: [RegisteredSource] = []
    for entry in list { sources.append(try source(entry, after: sources)) }
    return sources
  }

  /// What was passed over here would be lost when the file is written the next time.
  private func source(_ entry: JSONValue, after others: [RegisteredSource]) throws(StoreError) -> RegisteredSource {
    func unreadable(_ reason: String) -> StoreError {
      .unreadableRegistry(path: path, line: max(1, entry.object?.line ?? 1), column: 1, reason: reason)
    }
    guard let source = RegisteredSource(json: entry) else {
      let number = others.count + 1
      throw unreadable("source \(number) needs a \"name\", \"paths\", and if it has \"net\", an \"address\" in it")
    }
    guard !others.contains(where: { $0.name == source.name }) else {
      throw unreadable("two sources are called “\(source.name.cleanedLine(limit: 80))”")
    }
    return source
  }

  /// The name of the source that was imported from this path alone; for a new path the file's stem, with " (2)",
  /// " (3)" … if another source has that name. The case of letters does not tell names apart.
  public func uniqueName(for path: String) throws(StoreError) -> String {
    let sources = try sources()
    let path = FilePath.absolute(path)
    if let known = sources.first(where: { $0.paths == [path] }) { return known.name }
    let stem = FilePath.stem(path).cleanedLine(limit: 80)
    return Self.freeName(stem.isEmpty || stem == "/" ? "source" : stem, among: sources)
  }

  /// `base` if no source has that name, else with a number behind it.
  public func freeName(_ base: String) throws(StoreError) -> String {
    Self.freeName(base, among: try sources())
  }

  private static func freeName(_ base: String, among sources: [RegisteredSource]) -> String {
    let taken = Set(sources.map(\.name.folded))
    var name = base, number = 2
    while taken.contains(name.folded) {
      name = "\(base) (\(number))"
      number += 1
    }
    return name
  }

  /// Why no copy of a file was kept.
  public struct NotKept: Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
      case tooLarge
      case failed(StoreError)
    }
    public var path: String
    public var reason: Reason
  }

  /// Records a source in place of an earlier one of its name, and keeps copies of `files`: the regular files that were
  /// read, each one of the source's paths or below one. A file that cannot be copied does not keep the source from
  /// being recorded; it is in the result.
  public func record(_ source: RegisteredSource, files: [String]) throws(StoreError) -> [NotKept] {
    try change { sources in
      var source = source
      source.paths = source.paths.map { FilePath.absolute($0) }
      let (copies, notKept) = copy(files.map { FilePath.absolute($0) }, of: source)
      source.copies = copies
      if let place = sources.firstIndex(where: { $0.name == source.name }) {
        sources[place] = source
      } else {
        sources.append(source)
      }
      return notKept
    }
  }

  /// Adds a source on the net. False if there is one of that name already, in any case of letters.
  public func add(_ source: RegisteredSource) throws(StoreError) -> Bool {
    try change { sources in
      guard !sources.contains(where: { $0.name.folded == source.name.folded }) else { return false }
      sources.append(source)
      return true
    }
  }

  /// Changes what is kept of a source; false if there is none of that name.
  public func update(_ name: String, _ body: (inout RegisteredSource) throws -> Void) throws(StoreError) -> Bool {
    try change { sources in
      guard let place = sources.firstIndex(where: { $0.name == name }) else { return false }
      try body(&sources[place])
      return true
    }
  }

  /// The source of that name, in any case of letters; nil if there is none.
  public func source(named name: String) throws(StoreError) -> RegisteredSource? {
    let sources = try sources()
    return sources.first { $0.name == name } ?? sources.first { $0.name.folded == name.folded }
  }

  /// Forgets a source and its copies. Unknown names do nothing.
  public func remove(_ name: String) throws(StoreError) {
    try change { sources in sources.removeAll { $0.name == name } }
  }

  /// Where each path of the source can be read from now.
  public func places(of source: RegisteredSource) -> RereadableSource {
    let places = source.paths.enumerated().map { number, path -> RereadableSource.Place in
      if Files.kind(at: path) != nil { return .original(path) }
      guard !source.copies.isEmpty else { return .missing(path) }
      let copy = FilePath.join(directory, Self.copyPath(of: path, number: number, in: source.copies))
      return Files.kind(at: copy) != nil ? .copy(of: path, at: copy) : .missing(path)
    }
    return RereadableSource(source: source, places: places)
  }

  // MARK: Writing

  private func change<Value>(_ body: (inout [RegisteredSource]) throws -> Value) throws(StoreError) -> Value {
    try StoreError.mapping(path) {
      try Files.createDirectory(directory)
      return try FileLock.holding(FilePath.join(directory, "sources.lock")) {
        var sources = try sources()
        let value = try body(&sources)
        let json: JSONValue = .object(["version": .int(Self.version), "sources": .array(sources.map(\.json))])
        try AtomicFile.write(json.text(indented: true) + "\n", to: path)
        removeUnusedCopies(sources)
        return value
      }
    }
  }

  /// Copies into a directory of a new name, so that the copies of before stay until the registry names these.
  private func copy(_ files: [String], of source: RegisteredSource) -> (copies: String, notKept: [NotKept]) {
    var notKept: [NotKept] = [], total = 0, isUsed = false
    let copies = newCopyDirectory(for: source.name)
    for file in files {
      guard let (number, root) = source.paths.enumerated().first(where: { FilePath.relative(file, to: $0.1) != nil }),
        let relative = FilePath.relative(file, to: root)
      else { continue }
      let size = Files.size(of: file) ?? 0
      guard size <= Self.largestFile, total + size <= Self.largestSource else {
        notKept.append(NotKept(path: file, reason: .tooLarge))
        continue
      }
      var target = FilePath.join(directory, Self.copyPath(of: root, number: number, in: copies))
      if !relative.isEmpty { target = FilePath.join(target, relative) }
      do throws(HostError) {
        try Files.createDirectory(FilePath.split(target).directory)
        try Files.copy(file, to: target)
        total += size
        isUsed = true
      } catch {
        notKept.append(NotKept(path: file, reason: .failed(StoreError(error, path: file))))
      }
    }
    return (isUsed ? copies : "", notKept)
  }

  /// The copy keeps the name, by which readers may tell what it is.
  private static func copyPath(of path: String, number: Int, in copies: String) -> String {
    let name = FilePath.split(path).name
    return FilePath.join(FilePath.join(copies, String(number)), name.isEmpty ? "files" : name)
  }

  private func newCopyDirectory(for name: String) -> String {
    let letters = name.folded.unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let slug = String(letters.prefix(40))
    var number = 1
    while true {
      let candidate = "imports/\(slug)-\(number)"
      if Files.kind(at: FilePath.join(directory, candidate)) == nil { return candidate }
      number += 1
    }
  }

  /// Copies that no source names: of sources replaced or removed, or of a process that was killed while it copied.
  private func removeUnusedCopies(_ sources: [RegisteredSource]) {
    let imports = FilePath.join(directory, "imports")
    let used = Set(sources.map(\.copies))
    for name in (try? Files.names(in: imports)) ?? [] where !used.contains("imports/" + name) {
      try? Files.remove(FilePath.join(imports, name))
    }
  }
}
