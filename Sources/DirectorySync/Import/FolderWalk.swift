import Foundation

/// The files in a folder that may be pages or lists.
enum FolderWalk {
  static let depthLimit = 16, fileLimit = 20_000

  static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mdx", "html", "htm", "xhtml", "json", "yml", "yaml", "csv", "tsv", "wiki", "wikitext",
    "mediawiki", "txt",
  ]

  /// Paths in a stable order, deepest folders included; hidden files, build folders and files that every project has
  /// are left out. A folder that is reached twice (by a link) is read once.
  static func files(in folder: String) -> (paths: [String], isCutShort: Bool) {
    var walk = Walk()
    walk.visit(folder, depth: 0)
    return (walk.paths, walk.isCutShort)
  }

  private struct Walk {
    var paths: [String] = []
    var isCutShort = false
    var seen = Set<FileIdentity>()

    mutating func visit(_ folder: String, depth: Int) {
      guard let identity = FileIdentity(folder), seen.insert(identity).inserted else { return }
      guard depth < FolderWalk.depthLimit else {
        isCutShort = true
        return
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where !name.hasPrefix(".") && !FolderWalk.ignored.contains(name.lowercased()) {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        guard paths.count < FolderWalk.fileLimit else {
          isCutShort = true
          return
        }
        if FileIdentity.isFolder(path) {
          visit(path, depth: depth + 1)
        } else if FolderWalk.extensions.contains((name as NSString).pathExtension.lowercased()) {
          paths.append(path)
        }
      }
    }
  }

  private static let ignored: Set<String> = [
    "node_modules", "vendor", "_site", "package.json", "package-lock.json", "tsconfig.json", "composer.json",
    "manifest.json", "_config.yml", "_config.yaml", "mkdocs.yml", "docker-compose.yml", "netlify.toml",
    "contributing.md", "code_of_conduct.md", "changelog.md", "license.md", "license.txt", "security.md", "robots.txt",
    "requirements.txt", "pull_request_template.md",
  ]
}

/// A file by device and number, however it is spelled or linked.
struct FileIdentity: Hashable {
  private let device: UInt64, number: UInt64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
