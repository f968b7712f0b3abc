import DirectoryStore
import Host
import MentorDirectory

/// The user's own directories and what is in them, opened explicitly by whoever needs it.
struct Workplace: Sendable {
  let environment: RunEnvironment
  let paths: HostPaths
  let resources: Resources
  let clock: WallClock

  init(environment: RunEnvironment, resources: Resources) throws(HostError) {
    self.environment = environment
    self.resources = resources
    clock = .of(environment)
    paths = try HostPaths(environment: environment.variables)
  }

  /// The shipped tables with the user's vocabulary (`vocabulary.txt` in the configuration directory) after them.
  func tables() throws(HostError) -> ReferenceTables {
    let path = FilePath.join(paths.config, "vocabulary.txt")
    let tables = try ReferenceTables(
      resources, userVocabulary: Files.kind(at: path) == .file ? try Files.readText(path) : nil)
    // The first text is the shipped one, which a test reads.
    for problem in tables.vocabulary.problems where problem.text > 0 {
      Talk.say("\(path):\(problem.line): \(Sentence.of(problem.reason)) The line is left out.")
    }
    return tables
  }

  /// Identifies what the index is made with beside the cache: a changed vocabulary means a new index.
  func makerHash() throws(HostError) -> UInt64 {
    var hash = StableHash()
    let own = FilePath.join(paths.config, "vocabulary.txt")
    hash.combine(try resources.text(named: "vocabulary.txt"))
    if Files.kind(at: own) == .file { hash.combine(try Files.readText(own)) }
    return hash.value
  }

  var registry: SourceRegistry { SourceRegistry(directory: paths.data) }

  func store(_ tables: ReferenceTables) throws(StoreError) -> DirectoryStore { try store(tables.languages) }

  /// The cache, for whoever only reads mentors and needs no other table.
  func store(_ languages: LanguageTable) throws(StoreError) -> DirectoryStore {
    try DirectoryStore(directory: paths.cache, optOuts: OptOutFile(directory: paths.data)) {
      languages.language($0) ?? Language(code: "", name: $0)
    }
  }

  func languages() throws(HostError) -> LanguageTable { LanguageTable(try resources.text(named: "languages.tsv")) }
}
