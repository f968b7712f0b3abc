import Host
import MentorDirectory
import MentoringApp

/// What the screens remember: `screens.json` in the state directory. It can be lost at any time without harm, so that
/// nothing of it is ever an error: what cannot be read is as if it were not there.
struct MemoryFile {
  let path: String

  init(stateDirectory: String) { path = FilePath.join(stateDirectory, "screens.json") }

  private static let largest = 4 << 20

  enum Content: Equatable {
    case none
    case memory(ScreenMemory)
    /// Something else, from a later version it may be: not to be written over.
    case foreign
  }

  func load() -> Content {
    guard Files.kind(at: path) != nil else { return .none }
    guard let bytes = try? Files.read(path, limit: Self.largest), let json = JSONReader.read(bytes).value?.object,
      let version = json["version"]?.int
    else { return .none }
    return version > ScreenMemory.version ? .foreign : ScreenMemory(json: json).map { .memory($0) } ?? .none
  }

  /// Keeps it together with the lines that another run kept meanwhile.
  func save(_ memory: ScreenMemory) {
    var memory = memory
    switch load() {
    case .none: break
    case .memory(let other): memory.add(linesOf: other)
    case .foreign: return
    }
    // A disk that is full or read-only costs the arrangement of the panes, nothing else.
    guard (try? Files.createDirectory(FilePath.split(path).directory)) != nil else { return }
    try? AtomicFile.write(JSONValue.object(memory.json).text(indented: true) + "\n", to: path)
  }
}
