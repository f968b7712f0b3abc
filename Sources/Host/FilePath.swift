import Glibc

/// Paths as text: the little that is needed of them.
public enum FilePath {
  /// The two with one slash between them.
  public static func join(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }

  /// "a/b.csv" is ("a", "b.csv"), "b.csv" is (".", "b.csv").
  public static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    return (directory, String(path[path.index(after: slash)...]))
  }

  /// The last part of the path without its extension; a leading dot is part of the name.
  public static func stem(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let name = split(String(path)).name
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// What of `path` lies below `directory`; empty if they are the same, nil if it lies elsewhere.
  public static func relative(_ path: String, to directory: String) -> String? {
    if path == directory { return "" }
    let prefix = join(directory, "")
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The absolute path without symbolic links; nil if there is no such file.
  public static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The absolute path with `.` and `..` taken out, links resolved where the file exists.
  public static func absolute(_ path: String, from workingDirectory: String = currentDirectory) -> String {
    let whole = path.hasPrefix("/") ? path : join(workingDirectory, path)
    if let resolved = resolved(whole) { return resolved }
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The working directory; "/" if it is gone.
  public static var currentDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
