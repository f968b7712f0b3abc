import MentorDirectory

// The write-up in the cache: JSON arrays whose first element names what they are. Blocks: ["h", level, inline …],
// ["p", inline …], ["u", item …], ["o", start, item …] where an item is [block …], ["q", block …],
// ["c", language, text], ["t", header, row …] where both are [cell …] and a cell is [inline …], ["r"].
// Inlines: a string is text; ["e" | "s" | "d" | "m", inline …] emphasis, strong, struck, marked; ["c", text];
// ["a", address, inline …]; ["i", address, alternative]; ["b"]. Every level of the tree is at most two of JSON, so that
// the deepest write-up stays within `JSONReader.maximumDepth`.

extension WriteUp {
  /// The compact form that the cache keeps; `init(json:)` reads it back without loss.
  public var json: JSONValue { .array(blocks.map(\.json)) }

  /// Nil for anything that `json` does not write.
  public init?(json: JSONValue) {
    guard let array = json.array, let blocks = Array(reading: array, Block.init(json:)) else { return nil }
    self.init(blocks)
  }
}

extension WriteUp.Block {
  fileprivate var json: JSONValue {
    switch self {
    case .heading(let level, let inlines): tagged("h", [.int(level)] + inlines.map(\.json))
    case .paragraph(let inlines): tagged("p", inlines.map(\.json))
    case .list(let list):
      if let start = list.start {
        tagged("o", [.int(start)] + list.items.map { .array($0.map(\.json)) })
      } else {
        tagged("u", list.items.map { .array($0.map(\.json)) })
      }
    case .quote(let blocks): tagged("q", blocks.map(\.json))
    case .code(let language, let text): tagged("c", [.string(language), .string(text)])
    case .table(let table): tagged("t", ([table.header] + table.rows).map { .array($0.map(\.json)) })
    case .rule: tagged("r", [])
    }
  }

  fileprivate init?(json: JSONValue) {
    guard let array = json.array, let tag = array.first?.string else { return nil }
    let rest = array.dropFirst()
    switch tag {
    case "h":
      guard let level = rest.first?.int, let inlines = Array(reading: rest.dropFirst(), WriteUp.Inline.init(json:))
      else { return nil }
      self = .heading(level: level, inlines)
    case "p":
      guard let inlines = Array(reading: rest, WriteUp.Inline.init(json:)) else { return nil }
      self = .paragraph(inlines)
    case "u":
      guard let items = Array(reading: rest, [Self].init(json:)) else { return nil }
      self = .list(WriteUp.List(items: items))
    case "o":
      guard let start = rest.first?.int, let items = Array(reading: rest.dropFirst(), [Self].init(json:)) else {
        return nil
      }
      self = .list(WriteUp.List(start: start, items: items))
    case "q":
      guard let blocks = Array(reading: rest, Self.init(json:)) else { return nil }
      self = .quote(blocks)
    case "c":
      guard rest.count == 2, let language = rest.first?.string, let text = rest.last?.string else { return nil }
      self = .code(language: language, text: text)
    case "t":
      guard let rows = Array(reading: rest, [WriteUp.Table.Cell].init(json:)), let header = rows.first else {
        return nil
      }
      self = .table(WriteUp.Table(header: header, rows: Array(rows.dropFirst())))
    case "r": self = .rule
    default: return nil
    }
  }
}

extension WriteUp.Inline {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .emphasis(let inlines): tagged("e", inlines.map(\.json))
    case .strong(let inlines): tagged("s", inlines.map(\.json))
    case .struck(let inlines): tagged("d", inlines.map(\.json))
    case .marked(let inlines): tagged("m", inlines.map(\.json))
    case .code(let text): tagged("c", [.string(text)])
    case .link(let address, let inlines): tagged("a", [.string(address)] + inlines.map(\.json))
    case .image(let address, let alternative): tagged("i", [.string(address), .string(alternative)])
    case .lineBreak: tagged("b", [])
    }
  }

  fileprivate init?(json: JSONValue) {
    if let text = json.string {
      self = .text(text)
      return
    }
    guard let array = json.array, let tag = array.first?.string else { return nil }
    let rest = array.dropFirst()
    switch tag {
    case "e", "s", "d", "m":
      guard let inlines = Array(reading: rest, Self.init(json:)) else { return nil }
      self =
        switch tag {
        case "e": .emphasis(inlines)
        case "s": .strong(inlines)
        case "d": .struck(inlines)
        default: .marked(inlines)
        }
    case "c":
      guard let text = rest.first?.string else { return nil }
      self = .code(text)
    case "a":
      guard let address = rest.first?.string, let inlines = Array(reading: rest.dropFirst(), Self.init(json:)) else {
        return nil
      }
      self = .link(address: address, inlines)
    case "i":
      guard rest.count == 2, let address = rest.first?.string, let alternative = rest.last?.string else { return nil }
      self = .image(address: address, alternative: alternative)
    case "b": self = .lineBreak
    default: return nil
    }
  }
}

extension [WriteUp.Inline] {
  fileprivate var json: JSONValue { .array(map(\.json)) }
  fileprivate init?(json: JSONValue) {
    guard let array = json.array else { return nil }
    self.init(reading: array, WriteUp.Inline.init(json:))
  }
}

extension [[WriteUp.Inline]] {
  fileprivate init?(json: JSONValue) {
    guard let array = json.array else { return nil }
    self.init(reading: array, [WriteUp.Inline].init(json:))
  }
}

extension [WriteUp.Block] {
  fileprivate init?(json: JSONValue) {
    guard let array = json.array else { return nil }
    self.init(reading: array, WriteUp.Block.init(json:))
  }
}

extension Array {
  /// Nil as soon as one element cannot be read.
  fileprivate init?(reading values: some Collection<JSONValue>, _ read: (JSONValue) -> Element?) {
    self.init()
    reserveCapacity(values.count)
    for value in values {
      guard let element = read(value) else { return nil }
      append(element)
    }
  }
}

private func tagged(_ tag: String, _ rest: [JSONValue]) -> JSONValue { .array([.string(tag)] + rest) }
