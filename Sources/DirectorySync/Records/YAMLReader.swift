import MentorDirectory
import Yams

/// Reads YAML into the same values as JSON, with the line of every mapping, and keeps what is good of a file that is
/// not YAML throughout.
///
/// Scalars stay text: `no` is a country before it is a truth value; only an empty scalar and `~` are null. When the
/// whole does not parse, every item of its list is parsed on its own, after mending what people write by hand: an
/// unquoted `@handle`, a colon inside a value, a tab as indentation. Aliases are expanded up to a limit.
public enum YAMLReader {
  /// Documents above this size (in bytes) are read item by item from the start: the parser keeps a tree of the whole,
  /// and cannot be stopped in the middle.
  static let wholeLimit = 1 << 20

  /// The value of the text (a list of the values, if it has several documents; nil if nothing could be read) and what
  /// was wrong. `firstLine` is the line of the file on which the text begins; `goesOn` is asked now and then with the
  /// number of items read so far, and stops the reading when false.
  public static func read(
    _ text: String, firstLine: Int = 1, goesOn: (Int) -> Bool = { _ in true }
  ) -> (value: JSONValue?, problems: [ReadProblem]) {
    let text = withoutControls(text)
    let wholeProblem: ReadProblem?
    if text.utf8.count <= wholeLimit {
      do throws(ReadProblem) {
        return (try parse(text, firstLine: firstLine), [])
      } catch {
        wholeProblem = error
      }
    } else {
      wholeProblem = nil
    }
    let items = YAMLItems.split(text)
    guard !items.isEmpty else { return readMended(text, firstLine: firstLine, problem: wholeProblem) }
    return read(items, firstLine: firstLine, goesOn: goesOn)
  }

  /// The parser refuses a whole file for one escape character in it.
  private static func withoutControls(_ text: String) -> String {
    func isRefused(_ scalar: Unicode.Scalar) -> Bool { scalar.isUnwelcome && scalar != "\r" && scalar != "\u{85}" }
    guard text.unicodeScalars.contains(where: isRefused) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isRefused($0) }))
  }

  private static func read(
    _ items: [YAMLItems.Item], firstLine: Int, goesOn: (Int) -> Bool
  ) -> (value: JSONValue?, problems: [ReadProblem]) {
    var elements: [JSONValue] = [], problems: [ReadProblem] = []
    for (number, item) in items.enumerated() {
      if number & 511 == 511, !goesOn(number) { break }
      let (value, found) = readItem(item.text, firstLine: firstLine + item.line - 1)
      problems += found
      if case .array(let values) = value { elements += values } else if let value { elements.append(value) }
    }
    return (elements.isEmpty ? nil : .array(elements), problems)
  }

  private static func readItem(_ text: String, firstLine: Int) -> (value: JSONValue?, problems: [ReadProblem]) {
    do throws(ReadProblem) {
      return (try parse(text, firstLine: firstLine), [])
    } catch {
      return readMended(text, firstLine: firstLine, problem: error)
    }
  }

  private static func readMended(
    _ text: String, firstLine: Int, problem: ReadProblem?
  ) -> (value: JSONValue?, problems: [ReadProblem]) {
    guard var problem else { return (nil, []) }
    guard let mended = YAMLItems.mended(text) else { return (nil, [problem]) }
    do throws(ReadProblem) {
      let value = try parse(mended, firstLine: firstLine)
      problem.isMended = true
      problem.message += "; read as if the text were in quotes"
      return (value, [problem])
    } catch {
      return (nil, [problem])
    }
  }

  /// All documents of a text that is YAML.
  private static func parse(_ text: String, firstLine: Int) throws(ReadProblem) -> JSONValue? {
    if let line = YAMLItems.lineOfAliasAsKey(text) {
      throw ReadProblem(line: line + firstLine - 1, message: "an alias (*name) cannot be a key here")
    }
    var documents: [JSONValue] = []
    var budget = 4 * text.utf8.count + 1000
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      while let root = try parser.nextRoot() {
        documents.append(try value(root, lineOffset: firstLine - 1, depth: 0, budget: &budget))
      }
    } catch let problem as ReadProblem {
      throw problem
    } catch {
      throw ReadProblem(yaml: error, lineOffset: firstLine - 1)
    }
    documents.removeAll { $0 == .null }
    return documents.count > 1 ? .array(documents) : documents.first
  }

  /// `budget`: how many more nodes aliases may expand to; a text without aliases never comes near it.
  private static func value(
    _ node: Node, lineOffset: Int, depth: Int, budget: inout Int
  ) throws(ReadProblem) -> JSONValue {
    budget -= 1
    let line = (node.mark?.line ?? 1) + lineOffset
    guard budget > 0 else { throw ReadProblem(line: line, message: "aliases (*name) make this far too large") }
    guard depth < JSONReader.maximumDepth else {
      throw ReadProblem(line: line, message: "nested deeper than \(JSONReader.maximumDepth) levels")
    }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~")
      return isNull ? .null : .string(scalar.string)
    case .sequence(let sequence):
      var elements: [JSONValue] = []
      for element in sequence {
        elements.append(try value(element, lineOffset: lineOffset, depth: depth + 1, budget: &budget))
      }
      return .array(elements)
    case .mapping(let mapping):
      var object = JSONObject(line: line), merged: [JSONValue] = []
      for (key, member) in mapping {
        guard let key = key.scalar?.string else { continue }
        let member = try value(member, lineOffset: lineOffset, depth: depth + 1, budget: &budget)
        if key == "<<" { merged.append(member) } else { object.append(key, member) }
      }
      for (key, member) in merged.flatMap({ $0.object?.members ?? [] }) where object[key] == nil {
        object.append(key, member)
      }
      return .object(object)
    case .alias:
      return .null
    }
  }
}

extension ReadProblem {
  fileprivate init(yaml error: any Error, lineOffset: Int) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line + lineOffset, column: mark.column, message: problem.cleanedLine(limit: 200))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\"\($0)\"".cleanedLine(limit: 60) }.joined(separator: ", ")
      self.init(
        line: context.mark.line + lineOffset, column: context.mark.column, message: "a key stands twice: \(keys)")
    case .reader(let problem, _, _, _):
      self.init(line: lineOffset + 1, message: problem.cleanedLine(limit: 200))
    default:
      self.init(line: lineOffset + 1, message: "this is not YAML")
    }
  }
}
