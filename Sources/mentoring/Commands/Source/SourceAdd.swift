import ArgumentParser
import DirectoryStore
import DirectorySync
import Fetching
import Host
import MentorDirectory

/// `mentoring source add`
struct SourceAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a source on the net, or a folder that is read at every sync.",
    discussion: """
      What kind of source it is, its address or its answer says; --as says it where neither does. Kinds: \
      \(SourceKind.allCases.map(\.rawValue).joined(separator: ", ")).

      The key of a service never stands on the command line: set MENTORING_KEY_<NAME>, the name of the source in \
      capitals.

      Examples:
        mentoring source add https://ada.example/mentoring
        mentoring source add https://phonebook.example/api/v2/users/ --name phonebook --group mentoring
        mentoring source add https://lists.example/mentors.csv --map "interests=What can you teach?"
      """)

  @Argument(help: "Where it is: an address, or the path of a folder.", completion: .directory)
  var address: String

  @Option(name: .customLong("as"), help: "What it is.")
  var kind: String?

  @Option(help: "What to call it; else after its host.")
  var name: String?

  @Flag(help: "Let it be asked in this machine and its network.")
  var allowPrivate = false

  @Option(help: "The group whose members are mentors, in a phonebook or portal.")
  var group: String?

  @Option(name: .customLong("map"), help: "What a column or key means, as FIELD=COLUMN. Repeatable.")
  var mappings: [String] = []

  func validate() throws {
    if let kind, SourceKind(rawValue: kind) == nil {
      let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no kind “\(kind)”: take \(kinds)")
    }
    try SourceMapping.check(mappings)
    if let name, name.cleanedLine(limit: 80).isEmpty { throw ValidationError("--name takes a name") }
  }

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current(), registry = workplace.registry
      let address = try Self.whole(address)
      if let same = try registry.sources().first(where: { $0.net?.address == address }) {
        let command = "mentoring source set \(same.name.shellWord) KEY VALUE"
        throw Failure("“\(same.name)” reads that address already; `\(command)` changes how.", .usage)
      }
      let recognition = try recognise(address, workplace)
      var net = NetSource(address: recognition.address)
      net.allowsPrivate = allowPrivate
      net.group = group?.cleanedLine() ?? ""
      let name = try name?.cleanedLine(limit: 80) ?? registry.freeName(Self.name(for: address))
      let source = RegisteredSource(
        name: name, kind: recognition.kind.rawValue, mapping: SourceMapping.columns(mappings),
        imported: workplace.clock.now, net: net)
      guard try registry.add(source) else {
        throw Failure("There is a source “\(name)” already. Give this one another name: --name.", .usage)
      }
      try Output.print("“\(name)” was added as \(recognition.kind.rawValue): \(recognition.reason).")
      Talk.say("`mentoring sync` reads it, `mentoring source test \(name.shellWord)` shows what would come.")
    }
  }

  private func recognise(_ address: String, _ workplace: Workplace) throws -> SourceRecogniser.Recognition {
    if let kind = kind.flatMap(SourceKind.init) {
      let readable = kind == .folder ? address : SourceAddress.readable(address)
      return SourceRecogniser.Recognition(kind, "you said so", address: readable)
    }
    if let recognition = SourceRecogniser.byAddress(address) { return recognition }
    let allowsPrivate = allowPrivate
    let key = SourceKeys(workplace.environment).key(name ?? "")
    let recogniser = SourceRecogniser(client: WebClient(.of(workplace.environment)))
    do {
      return try Blocking.run {
        try await recogniser.recognise(
          address, credential: key.map { Credential(header: "X-API-KEY", value: $0) }, allowsPrivate: allowsPrivate)
      }
    } catch let failure as FetchFailure {
      let hint =
        if case .privateAddress = failure { "Add it with --allow-private if that is meant." } else {
          "Say what it is with --as to add it all the same."
        }
      throw Failure("\(address.cleanedLine(limit: 500)): \(failure.reason). Nothing was added. \(hint)")
    }
  }

  /// The address as it is kept: whole, and without secrets.
  static func whole(_ text: String) throws -> String {
    if !text.contains("://"), Files.kind(at: text) == .directory { return FilePath.absolute(text) }
    guard !text.contains("://") || text.lowercased().hasPrefix("http"), let whole = PageAddress.normalised(text) else {
      throw Failure("“\(text.cleanedLine(limit: 200))” is neither an address of the web nor a folder.", .usage)
    }
    if let parameter = SourceAddress.secretParameter(in: text) {
      throw Failure(Sentence.keyInAddress(parameter), .usage)
    }
    // A slash at the end may matter to a server.
    return text.contains("://") ? text : whole
  }

  /// "lists.example" for "https://www.lists.example/mentors.csv", "mentors" for a folder of that name.
  private static func name(for address: String) -> String {
    guard address.contains("://") else { return FilePath.stem(address).cleanedLine(limit: 80) }
    return WebAddress(address)?.host.cleanedLine(limit: 80) ?? "source"
  }
}

/// `--map FIELD=COLUMN`, as the registry keeps it: fields by column.
enum SourceMapping {
  static func check(_ texts: [String]) throws {
    guard let bad = texts.first(where: { FieldMapping($0) == nil }) else { return }
    let fields = FieldMapping.fieldNames.joined(separator: ", ")
    throw ValidationError("--map takes FIELD=COLUMN, not “\(bad)”; FIELD is one of \(fields)")
  }

  static func columns(_ texts: [String]) -> [String: String] {
    var columns: [String: String] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else { continue }
      columns[String(text[text.index(after: equals)...])] = String(text[..<equals])
    }
    return columns
  }
}
