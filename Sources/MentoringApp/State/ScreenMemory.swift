import MentorDirectory

/// What the screens remember from one run to the next: how a person arranged the panes, and what they typed.
public struct ScreenMemory: Equatable, Sendable {
  /// Columns of the list beside the name; nil for as many as fit.
  public var columns: Set<ResultColumn>?
  public var panes: [FacetName: Pane] = [:]
  public var dividers = Dividers()
  /// Searches, commands and lines of the shell, newest last.
  public var searches: [String] = []
  public var commands: [String] = []
  public var pipes: [String] = []

  public struct Pane: Equatable, Sendable {
    public var isOpen: Bool
    public var growth = 0
    public var sortsByName = false
  }

  public init() {}

  /// The lines that another run kept meanwhile, before ours.
  public mutating func add(linesOf other: ScreenMemory) {
    func merged(_ ours: [String], _ theirs: [String]) -> [String] { theirs.filter { !ours.contains($0) } + ours }
    searches = merged(searches, other.searches)
    commands = merged(commands, other.commands)
    pipes = merged(pipes, other.pipes)
  }
}

extension ScreenMemory {
  /// Version of the format that `json` writes.
  public static let version = 1
  private static let mostLines = 200

  public var json: JSONObject {
    var json: JSONObject = ["version": .int(Self.version)]
    if let columns {
      json["columns"] = .strings(ResultColumn.allCases.filter(columns.contains).map(\.rawValue))
    }
    json["facets"] = .array(
      FacetName.allCases.compactMap { facet in
        panes[facet].map { pane in
          .object([
            "facet": .string(facet.rawValue), "open": .bool(pane.isOpen), "growth": .int(pane.growth),
            "byName": .bool(pane.sortsByName),
          ])
        }
      })
    var shares = JSONObject()
    for divider in Divider.allCases {
      if let share = dividers[divider] { shares.append(divider.rawValue, .int(share)) }
    }
    json["dividers"] = .object(shares)
    json["searches"] = .strings(searches.suffix(Self.mostLines))
    json["commands"] = .strings(commands.suffix(Self.mostLines))
    json["pipes"] = .strings(pipes.suffix(Self.mostLines))
    return json
  }

  /// Reads what `json` writes; what is not understood is left out. Nil if the format is another one.
  public init?(json: JSONObject) {
    guard json["version"]?.int == Self.version else { return nil }
    columns = json["columns"]?.array.map { Set($0.compactMap { $0.string.flatMap(ResultColumn.init(rawValue:)) }) }
    for value in json["facets"]?.array ?? [] {
      guard let facet = value["facet"]?.string.flatMap(FacetName.init(rawValue:)), let isOpen = value["open"]?.bool
      else { continue }
      panes[facet] = Pane(
        isOpen: isOpen, growth: min(FacetPane.mostGrowth, max(-FacetPane.mostGrowth, value["growth"]?.int ?? 0)),
        sortsByName: value["byName"]?.bool ?? false)
    }
    for divider in Divider.allCases { dividers[divider] = json["dividers"]?[divider.rawValue]?.int }
    searches = Self.lines(json["searches"])
    commands = Self.lines(json["commands"])
    pipes = Self.lines(json["pipes"])
  }

  private static func lines(_ value: JSONValue?) -> [String] {
    clean((value?.array ?? []).suffix(mostLines).compactMap(\.string))
  }

  /// Each line once, where it stands last.
  fileprivate static func clean(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    let clean = lines.map { $0.cleanedLine(limit: LineEditor.limit) }
    return clean.reversed().filter { !$0.isEmpty && seen.insert($0).inserted }.reversed()
  }
}

extension AppState {
  /// What is worth remembering of the screens as they are.
  public var memory: ScreenMemory {
    var memory = ScreenMemory()
    memory.columns = columns
    for pane in directory.panes {
      memory.panes[pane.facet] = ScreenMemory.Pane(
        isOpen: pane.isOpen, growth: pane.growth, sortsByName: pane.sortsByName)
    }
    memory.dividers = dividers
    memory.searches = ScreenMemory.clean(directory.searches.entries)
    memory.commands = ScreenMemory.clean(commandLines.lines)
    memory.pipes = ScreenMemory.clean(pipeLines.lines)
    return memory
  }

  mutating func recall(_ memory: ScreenMemory) {
    columns = memory.columns
    for (facet, kept) in memory.panes {
      changePane(facet) { pane in
        (pane.isOpen, pane.growth, pane.sortsByName) = (kept.isOpen, kept.growth, kept.sortsByName)
      }
    }
    dividers = memory.dividers
    for line in memory.searches { directory.searches.add(line) }
    for line in memory.commands { commandLines.add(line) }
    for line in memory.pipes { pipeLines.add(line) }
  }
}
