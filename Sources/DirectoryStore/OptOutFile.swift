import Host
import MentorDirectory

/// The opt-outs on the disk: `opt-outs.json` in the data directory, kept when the cache is not.
public struct OptOutFile: Sendable {
  private static let version = 1
  private let directory: String
  public var path: String { FilePath.join(directory, "opt-outs.json") }

  /// `directory` is the data directory; it is made when somebody is first added.
  public init(directory: String) { self.directory = directory }

  /// Nobody if there is no file. A file that cannot be read is an error, so that nobody is listed again for it.
  public func load() throws(StoreError) -> OptOuts {
    guard Files.kind(at: path) != nil else { return OptOuts(salt: newSalt()) }
    let bytes = try StoreError.mapping(path) { try Files.read(path, limit: 1 << 26) }
    let (value, problems) = JSONReader.read(bytes)
    if let problem = problems.first(where: { !$0.isMended }) {
      throw .unreadableOptOuts(path: path, line: problem.line, reason: problem.message)
    }
    if let found = value?["version"]?.int, found > Self.version {
      throw .newerOptOuts(path: path, found: found, known: Self.version)
    }
    guard let value, let optOuts = OptOuts(json: value) else {
      throw .unreadableOptOuts(path: path, line: 1, reason: "\"salt\" and \"people\" were expected")
    }
    return optOuts
  }

  func change<Value>(_ body: (inout OptOuts) throws -> Value) throws(StoreError) -> Value {
    try StoreError.mapping(path) {
      try Files.createDirectory(directory)
      return try FileLock.holding(FilePath.join(directory, "opt-outs.lock")) {
        var optOuts = try load()
        let before = optOuts
        let value = try body(&optOuts)
        if optOuts != before { try AtomicFile.write(optOuts.json.text(indented: true) + "\n", to: path) }
        return value
      }
    }
  }

  private func newSalt() -> String {
    var random = SystemRandomNumberGenerator()
    return OptOuts.digits((0..<16).map { _ in UInt8.random(in: 0 ... .max, using: &random) })
  }
}
