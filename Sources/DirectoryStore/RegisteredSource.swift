import MentorDirectory

/// A source as the person set it up: files as they were imported, or what is read from the net. All that is needed to
/// make its part of the cache again.
public struct RegisteredSource: Equatable, Sendable {
  public var name: String
  /// The word for its kind.
  public var kind: String
  /// Absolute paths as they were given: files or folders; none for a source on the net.
  public var paths: [String]
  /// Fields by column, where the person said so.
  public var mapping: [String: String]
  public var imported: Timestamp
  /// Directory with the copies, below the data directory; empty if there are none.
  public internal(set) var copies = ""
  /// What a sync reads; nil for files.
  public var net: NetSource?

  public init(
    name: String, kind: String, paths: [String] = [], mapping: [String: String] = [:], imported: Timestamp,
    net: NetSource? = nil
  ) {
    self.name = name
    self.kind = kind
    self.paths = paths
    self.mapping = mapping
    self.imported = imported
    self.net = net
  }
}

/// A registered source and where it can be read from now.
public struct RereadableSource: Equatable, Sendable {
  public enum Place: Equatable, Sendable {
    /// The path itself, which is still there.
    case original(String)
    /// The copy that was kept of a path that is gone.
    case copy(of: String, at: String)
    /// Neither is there.
    case missing(String)
  }
  public var source: RegisteredSource
  /// One per path of the source, in order.
  public var places: [Place]

  /// The paths to read; nil if something is missing.
  public var paths: [String]? {
    var paths: [String] = []
    for place in places {
      switch place {
      case .original(let path), .copy(_, let path): paths.append(path)
      case .missing: return nil
      }
    }
    return paths
  }
}

extension RegisteredSource {
  var json: JSONValue {
    var mapping = JSONObject()
    for (column, field) in self.mapping.sorted(by: { $0.key < $1.key }) { mapping.append(column, .string(field)) }
    var object: JSONObject = [
      "name": .string(name), "kind": .string(kind), "paths": .strings(paths), "mapping": .object(mapping),
      "imported": .string(imported.text), "copies": .string(copies),
    ]
    if let net { object.append("net", net.json) }
    return .object(object)
  }

  /// Nil without a name and paths, and with a part for the net that has no address.
  init?(json: JSONValue) {
    guard let name = json["name"]?.string, !name.isEmpty, let paths = json["paths"]?.array?.compactMap(\.string) else {
      return nil
    }
    self.init(
      name: name, kind: json["kind"]?.string ?? "", paths: paths,
      imported: json["imported"]?.string.flatMap { Timestamp($0) } ?? Timestamp(seconds: 0))
    for (column, field) in json["mapping"]?.object?.members ?? [] { mapping[column] = field.string }
    copies = json["copies"]?.string ?? ""
    guard let net = json["net"], net != .null else { return }
    self.net = NetSource(json: net)
    if self.net == nil { return nil }
  }
}
