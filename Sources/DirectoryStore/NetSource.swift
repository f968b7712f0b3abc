import MentorDirectory

/// How a source on the net (or a kept folder) is read: what the keeper set, and nothing secret. The key of a service
/// never stands here.
public struct NetSource: Equatable, Sendable {
  /// Absolute web address; an absolute path for a folder.
  public var address: String
  /// Private and loopback addresses may be asked.
  public var allowsPrivate = false
  /// What is marked as not public is kept, with its privacy.
  public var keepsRestricted = false
  /// Links to pages in a list are followed.
  public var followsLinks = true
  /// The group whose members are mentors, in a phonebook or portal; empty for the usual one.
  public var group = ""
  /// What the source limits its mentors' offers to.
  public var scopeNote = ""
  /// How often `sync --due` reads it; nil leaves it to a sync without that.
  public var every: SyncInterval? = .day
  /// False leaves it out of a sync that does not name it.
  public var isEnabled = true

  public init(address: String) { self.address = address }
}

/// How often a source is read: "30m", "12h", "1d", "2w".
public struct SyncInterval: Equatable, Sendable {
  public let seconds: Int64
  /// As it was written.
  public let text: String

  public static let day = SyncInterval(seconds: 86_400, text: "1d")

  private init(seconds: Int64, text: String) {
    self.seconds = seconds
    self.text = text
  }

  /// Nil for anything but a number from 1 to 9999 and one of m, h, d, w.
  public init?(_ text: String) {
    let text = text.filter { $0 != " " }.lowercased()
    guard let unit = text.last.flatMap({ Self.units[$0] }), let count = Int64(text.dropLast()),
      (1...9999).contains(count)
    else { return nil }
    self.init(seconds: count * unit, text: text)
  }

  private static let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]

  /// True if that long has passed since `last`, or the clock has gone back behind it.
  public func isDue(last: Timestamp?, now: Timestamp) -> Bool {
    guard let last, last <= now else { return true }
    return now.seconds - last.seconds >= seconds
  }
}

extension NetSource {
  var json: JSONValue {
    .object([
      "address": .string(address), "allowPrivate": .bool(allowsPrivate), "keepRestricted": .bool(keepsRestricted),
      "followLinks": .bool(followsLinks), "group": .string(group), "scopeNote": .string(scopeNote),
      "every": every.map { .string($0.text) } ?? .null, "enabled": .bool(isEnabled),
    ])
  }

  /// Nil without an address. What is missing is as in a new source.
  init?(json: JSONValue) {
    guard let address = json["address"]?.string, !address.isEmpty else { return nil }
    self.init(address: address)
    allowsPrivate = json["allowPrivate"]?.bool ?? allowsPrivate
    keepsRestricted = json["keepRestricted"]?.bool ?? keepsRestricted
    followsLinks = json["followLinks"]?.bool ?? followsLinks
    group = json["group"]?.string ?? group
    scopeNote = json["scopeNote"]?.string ?? scopeNote
    if let value = json["every"] { every = value.string.flatMap { SyncInterval($0) } }
    isEnabled = json["enabled"]?.bool ?? isEnabled
  }
}
