import ArgumentParser
import DirectoryStore
import DirectorySync
import Host
import MentorDirectory

/// `mentoring source set`
struct SourceSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change how a source on the net is read.",
    discussion: """
      \(SourceSetting.allCases.map { "\($0.rawValue.padded(to: 16))\($0.help)" }.joined(separator: "\n"))

      Examples:
        mentoring source set sign-ups every 12h
        mentoring source set sign-ups map "interests=What can you teach?"
        mentoring source set phonebook enabled no
      """)

  @Argument(help: "Its name.")
  var name: String

  @Argument(help: "What to change.")
  var key: String

  @Argument(help: "What to.")
  var value: String

  func validate() throws {
    guard SourceSetting(rawValue: key) != nil else {
      let keys = SourceSetting.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is nothing called “\(key)” to set: take \(keys)")
    }
  }

  func run() throws {
    try Failure.reported {
      let registry = try Workplace.current().registry
      let source = try registry.meant(by: name)
      guard source.net != nil, let setting = SourceSetting(rawValue: key) else {
        throw Failure("“\(source.name)” comes from files; import it again to change it.", .usage)
      }
      // Once to find out whether it can be set, then on what the file says at that moment.
      var trial = source
      try setting.set(value, in: &trial)
      _ = try registry.update(source.name) { try setting.set(value, in: &$0) }
      try Output.print("“\(source.name)”: \(key) is \(value.isEmpty ? "empty" : value.cleanedLine(limit: 200)).")
      if setting.changesReading { Talk.say("The next sync reads all of it anew.") }
    }
  }
}

/// What can be set of a source on the net.
enum SourceSetting: String, CaseIterable {
  case address
  case kind = "as"
  case every
  case enabled
  case allowPrivate = "allow-private"
  case keepRestricted = "keep-restricted"
  case followLinks = "follow-links"
  case group
  case scope
  case map

  var help: String {
    switch self {
    case .address: "where it is"
    case .kind: "what it is: " + SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
    case .every: "how often `mentoring sync --due` reads it: 30m, 12h, 1d, 2w; never"
    case .enabled: "no: left out of a sync that does not name it"
    case .allowPrivate: "yes: may be asked in this machine and its network"
    case .keepRestricted: "yes: what the source marks as not public is kept, with its mark"
    case .followLinks: "no: pages that its list leads to are not read"
    case .group: "the group whose members are mentors"
    case .scope: "what its mentors' offers are limited to, in a sentence"
    case .map: "what a column means: FIELD=COLUMN; =COLUMN forgets it"
    }
  }

  /// True if what was read before counts no more.
  var changesReading: Bool {
    switch self {
    case .address, .kind, .keepRestricted, .followLinks, .group, .scope, .map: true
    case .every, .enabled, .allowPrivate: false
    }
  }

  func set(_ value: String, in source: inout RegisteredSource) throws {
    switch self {
    case .address: source.net?.address = try SourceAdd.whole(value)
    case .kind:
      guard let kind = SourceKind(rawValue: value) else {
        let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("There is no kind “\(value.cleanedLine(limit: 80))”: take \(kinds).", .usage)
      }
      source.kind = kind.rawValue
    case .every:
      if value == "never" {
        source.net?.every = nil
      } else if let every = SyncInterval(value) {
        source.net?.every = every
      } else {
        throw Failure("“\(value.cleanedLine(limit: 80))” is no interval: take 30m, 12h, 1d, 2w or never.", .usage)
      }
    case .enabled: source.net?.isEnabled = try Self.yes(value)
    case .allowPrivate: source.net?.allowsPrivate = try Self.yes(value)
    case .keepRestricted: source.net?.keepsRestricted = try Self.yes(value)
    case .followLinks: source.net?.followsLinks = try Self.yes(value)
    case .group: source.net?.group = value.cleanedLine(limit: 200)
    case .scope: source.net?.scopeNote = value.cleanedLine(limit: 500)
    case .map:
      if value.hasPrefix("=") {
        source.mapping[String(value.dropFirst())] = nil
      } else {
        do { try SourceMapping.check([value]) } catch { throw Failure("\(error)", .usage) }
        source.mapping.merge(SourceMapping.columns([value])) { $1 }
      }
    }
  }

  private static func yes(_ value: String) throws -> Bool {
    switch value.lowercased() {
    case "yes", "true", "on", "1": return true
    case "no", "false", "off", "0": return false
    default: throw Failure("“\(value.cleanedLine(limit: 80))” is neither yes nor no.", .usage)
    }
  }
}
