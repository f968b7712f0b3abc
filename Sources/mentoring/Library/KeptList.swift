import Host
import MentorDirectory

/// A list that the user made in the screens, as a JSON file in the data directory.
///
/// The file may be edited by hand and written by a second process: saving applies what changed here to what the file
/// says now. A file that cannot be read is never overwritten.
struct KeptList<Element: Hashable> {
  let path: String
  /// The member of the file that holds the list.
  let member: String
  let encode: (Element) -> JSONValue
  let decode: (JSONValue) -> Element?
  /// What tells one element from another.
  let key: (Element) -> String

  private static var version: Int { 1 }

  /// The list; empty if there is no file yet.
  func load() throws -> [Element] {
    guard Files.kind(at: path) != nil else { return [] }
    let (value, problems) = JSONReader.read(try Files.read(path, limit: 1 << 24))
    if let problem = problems.first(where: { !$0.isMended }) {
      throw KeptListError.unreadable(path: path, line: problem.line, reason: problem.message)
    }
    guard let version = value?["version"]?.int, let list = value?[member]?.array else {
      throw KeptListError.unreadable(path: path, line: 1, reason: "\"version\" and \"\(member)\" were expected")
    }
    guard version <= Self.version else { throw KeptListError.newer(path: path, found: version, known: Self.version) }
    var keys: Set<String> = []
    let elements = try list.map { value in
      guard let element = decode(value) else {
        let line = value.object?.line ?? 1
        throw KeptListError.unreadable(path: path, line: line, reason: "this is no entry of \"\(member)\"")
      }
      return element
    }
    return elements.filter { keys.insert(key($0)).inserted }
  }

  /// Writes the changes from `base`, which was loaded or saved last, to `list` into what the file says now.
  func save(_ list: [Element], since base: [Element]) throws {
    let (directory, name) = FilePath.split(path)
    try Files.createDirectory(directory)
    try FileLock.holding(FilePath.join(directory, "." + name + ".lock")) {
      let merged = merge(list, since: base, into: try load())
      let json: JSONValue = .object(["version": .int(Self.version), member: .array(merged.map(encode))])
      try AtomicFile.write(json.text(indented: true) + "\n", to: path)
    }
  }

  func merge(_ list: [Element], since base: [Element], into current: [Element]) -> [Element] {
    let gone = Set(base.map(key)).subtracting(list.map(key)), known = Set(base)
    var merged = current.filter { !gone.contains(key($0)) }
    for element in list where !known.contains(element) {
      if let place = merged.firstIndex(where: { key($0) == key(element) }) {
        merged[place] = element
      } else {
        merged.append(element)
      }
    }
    return merged
  }
}

/// Why a kept list cannot be read.
enum KeptListError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, line: Int, reason: String)
  case newer(path: String, found: Int, known: Int)

  /// The sentence for people: where, what, and what to do.
  var description: String {
    switch self {
    case .unreadable(let path, let line, let reason):
      "\(path):\(line): \(reason). Mend the file or move it away; until then it is left as it is."
    case .newer(let path, let found, let known):
      "\(path) was written by a later version of mentoring (format \(found), this one knows \(known)). Use that version."
    }
  }
}
