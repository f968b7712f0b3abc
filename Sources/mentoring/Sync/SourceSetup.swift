import DirectoryStore
import DirectorySync
import Fetching
import Host
import MentorDirectory

/// Where the keys of services come from: the environment; never the registry, the command line or a log.
struct SourceKeys: Sendable {
  /// The key of the source of that name; nil if there is none.
  let key: @Sendable (String) -> String?

  init(_ environment: RunEnvironment) { key = { environment.value(Self.variable(for: $0)) } }

  /// "MENTORING_KEY_OUR_PHONEBOOK" for "our phonebook": letters and digits of ASCII, other letters by their number in
  /// Unicode ("U0416" for "Ж"; else the key of one source would be sent to another of as many letters), the rest
  /// underscores.
  static func variable(for name: String) -> String {
    let words = name.uppercased().unicodeScalars.map { scalar in
      if scalar.isASCII { return Character(scalar).isLetter || Character(scalar).isNumber ? String(scalar) : "_" }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return "MENTORING_KEY_" + words.joined()
  }
}

/// A source on the net, ready to be read and stored.
struct SourceSetup: Sendable {
  let source: SyncSource
  let stored: StoredSource
  let every: SyncInterval?
  let isEnabled: Bool

  /// Nil for a source of files, and for one of a kind that is not known here.
  init?(_ registered: RegisteredSource, keys: SourceKeys) {
    guard let net = registered.net, let kind = SourceKind(rawValue: registered.kind) else { return nil }
    var source = SyncSource(name: registered.name, kind: kind, address: net.address)
    source.allowsPrivate = net.allowsPrivate
    source.keepsRestricted = net.keepsRestricted
    source.followsLinks = net.followsLinks
    if !net.group.isEmpty { source.group = net.group }
    source.scopeNote = net.scopeNote
    source.mapping = registered.mapping.sorted { $0.key < $1.key }.compactMap { FieldMapping("\($0.value)=\($0.key)") }
    source.credential = keys.key(registered.name).map { Credential(header: "X-API-KEY", value: $0) }
    self.source = source
    stored = StoredSource(
      name: source.name, kind: kind.rawValue, trust: kind.trust, address: net.address, settings: Self.hash(source))
    every = net.every
    isEnabled = net.isEnabled
  }

  /// Of all that decides what is made of an answer; with another hash everything is read anew.
  private static func hash(_ source: SyncSource) -> UInt64 {
    var hash = StableHash()
    for flag in [source.keepsRestricted, source.followsLinks] { hash.combine(flag ? 1 : 0) }
    hash.combine(source.group)
    hash.combine(source.scopeNote)
    for mapping in source.mapping { hash.combine("\(mapping.field)=\(mapping.column)") }
    return hash.value
  }
}
