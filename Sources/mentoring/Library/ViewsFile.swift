import Host
import MentorDirectory

/// The saved views: `views.json` in the data directory.
struct ViewsFile {
  let list: KeptList<SavedView>

  init(dataDirectory: String) {
    list = KeptList(
      path: FilePath.join(dataDirectory, "views.json"), member: "views", encode: { .object($0.json) },
      decode: { $0.object.flatMap(SavedView.init(json:)) }, key: \.name.folded)
  }

  init(environment: RunEnvironment) throws(HostError) {
    self.init(dataDirectory: try HostPaths(environment: environment.variables).data)
  }

  func load() throws -> [SavedView] { try list.load() }

  /// The view of that name, in any case of letters: for `mentoring find --view NAME`.
  func view(named name: String) throws -> SavedView {
    let views = try load()
    if let view = views.first(where: { $0.name.folded == name.cleanedLine().folded }) { return view }
    let known = views.map { "“\($0.name)”" }.joined(separator: ", ")
    let hint = views.isEmpty ? "None are saved yet: M in the screens saves one." : "There are \(known)."
    throw Failure("There is no view “\(name.cleanedLine())”. \(hint)", .usage)
  }
}

/// The bookmarks: `bookmarks.json` in the data directory, by the identities of the mentors.
struct BookmarksFile {
  let list: KeptList<MentorID>

  init(dataDirectory: String) {
    list = KeptList(
      path: FilePath.join(dataDirectory, "bookmarks.json"), member: "bookmarks", encode: { .string($0.rawValue) },
      decode: { $0.string.map { MentorID($0.cleanedLine(limit: 4_000)) } }, key: \.rawValue)
  }

  func load() throws -> [MentorID] { try list.load() }
}
