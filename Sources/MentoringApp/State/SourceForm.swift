/// The form in which a source is added or changed. Its name is given once: what mentors say is told by it.
public struct SourceForm: Equatable, Sendable {
  public enum Field: Equatable, Sendable {
    case address, kind, name, every, group, allowsPrivate, followsLinks
  }

  /// The source that is changed; nil while one is added.
  public let original: SourceRow?
  public internal(set) var address = LineEditor()
  public internal(set) var name = LineEditor()
  public internal(set) var every = LineEditor()
  public internal(set) var group = LineEditor()
  /// Empty while it is to be found out.
  public internal(set) var kind = ""
  public internal(set) var allowsPrivate = false
  public internal(set) var followsLinks = true
  public internal(set) var focus = Field.address
  /// Why it could not be kept, as a sentence.
  public internal(set) var problem: String?
  /// The answer to Enter has not come yet.
  public internal(set) var isBusy = false

  /// An empty form for a new source, or one with what a source says.
  init(_ original: SourceRow? = nil) {
    self.original = original
    guard let original else { return }
    address.set(original.address)
    every.set(original.every)
    group.set(original.group)
    kind = original.kind
    allowsPrivate = original.allowsPrivate
    followsLinks = original.followsLinks
  }

  /// Those that mean something here, in order.
  var fields: [Field] {
    guard original != nil else { return [.address, .kind, .name, .allowsPrivate] }
    return [.address, .kind, .every, .allowsPrivate, .followsLinks]
      + (SourceKindText.hasGroups(kind) ? [.group] : [])
  }

  /// The text under the cursor; nil in a field that is chosen, not typed.
  var editor: LineEditor? {
    get {
      switch focus {
      case .address: address
      case .name: name
      case .every: every
      case .group: group
      case .kind, .allowsPrivate, .followsLinks: nil
      }
    }
    set {
      guard let newValue else { return }
      switch focus {
      case .address: address = newValue
      case .name: name = newValue
      case .every: every = newValue
      case .group: group = newValue
      case .kind, .allowsPrivate, .followsLinks: break
      }
    }
  }

  mutating func move(by step: Int) {
    let fields = fields
    let here = fields.firstIndex(of: focus) ?? 0
    focus = fields[(here + step + fields.count) % fields.count]
  }

  /// Kinds to choose from; only a new source can leave it to be found out.
  private var kinds: [String] { (original == nil ? [""] : []) + SourceKindText.allCases.map(\.rawValue) }

  /// The next value of a field that is chosen; false in one that is typed.
  mutating func choose(by step: Int) -> Bool {
    switch focus {
    case .kind:
      let here = kinds.firstIndex(of: kind) ?? 0
      kind = kinds[(here + step + kinds.count) % kinds.count]
    case .allowsPrivate: allowsPrivate.toggle()
    case .followsLinks: followsLinks.toggle()
    case .address, .name, .every, .group: return false
    }
    return true
  }

  /// The next kind that begins with a letter.
  mutating func chooseKind(beginningWith letter: Character) {
    let here = kinds.firstIndex(of: kind) ?? 0
    let turned = kinds[(here + 1)...] + kinds[...here]
    if let found = turned.first(where: { $0.first == letter }) { kind = found }
  }

  /// What was changed, in the order in which it is to be kept.
  var changes: [SourceChange] {
    guard let original else { return [] }
    var changes: [SourceChange] = []
    if address.text.trimmed != original.address { changes.append(.address(address.text.trimmed)) }
    if kind != original.kind { changes.append(.kind(kind)) }
    if every.text.trimmed != original.every { changes.append(.every(every.text.trimmed)) }
    if allowsPrivate != original.allowsPrivate { changes.append(.allowsPrivate(allowsPrivate)) }
    if followsLinks != original.followsLinks { changes.append(.followsLinks(followsLinks)) }
    if fields.contains(.group), group.text.trimmed != original.group { changes.append(.group(group.text.trimmed)) }
    return changes
  }
}

/// A source to be added.
public struct SourceSettings: Equatable, Sendable {
  public var address: String
  /// Nil if it is to be found out.
  public var kind: String?
  /// Nil if it is to be named after its address.
  public var name: String?
  public var allowsPrivate: Bool
  public init(address: String, kind: String? = nil, name: String? = nil, allowsPrivate: Bool = false) {
    self.address = address
    self.kind = kind
    self.name = name
    self.allowsPrivate = allowsPrivate
  }
}

/// One setting of a source with its new value.
public enum SourceChange: Equatable, Sendable {
  /// An empty `every` leaves the source to syncs that are asked for.
  case address(String), kind(String), every(String), group(String)
  case allowsPrivate(Bool), followsLinks(Bool), enabled(Bool)
}

/// Something that is done about the sources outside of the screens.
public enum SourceJob: Equatable, Sendable {
  case list
  case add(SourceSettings)
  case change(String, [SourceChange])
  case remove(String)
  case test(String)
}
