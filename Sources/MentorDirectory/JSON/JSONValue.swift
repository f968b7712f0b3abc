/// A JSON value (RFC 8259) that keeps the order of members and the line on which each object began.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The number as it was written; `double` and `int` interpret it.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }
  public static func double(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    if let whole = Int(exactly: value) { return .int(whole) }
    return .number(value.description)
  }
  public static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  public var string: String? { if case .string(let s) = self { s } else { nil } }
  public var bool: Bool? { if case .bool(let b) = self { b } else { nil } }
  public var double: Double? { if case .number(let n) = self { Double(n) } else { nil } }
  public var int: Int? {
    if case .number(let n) = self { Int(n) ?? Double(n).flatMap { Int(exactly: $0) } } else { nil }
  }
  public var array: [JSONValue]? { if case .array(let a) = self { a } else { nil } }
  public var object: JSONObject? { if case .object(let o) = self { o } else { nil } }
  /// The member of an object; nil for anything else.
  public subscript(key: String) -> JSONValue? { object?[key] }
}

/// An object: members in order. Of repeated keys the last counts, as most readers have it.
public struct JSONObject: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  public private(set) var members: [(key: String, value: JSONValue)]
  /// Line (from 1) of the opening brace; 0 if the object was not read from text. Not part of equality.
  public var line = 0

  public init(line: Int = 0) {
    members = []
    self.line = line
  }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { members = elements.map { ($0.0, $0.1) } }

  public subscript(key: String) -> JSONValue? {
    get { members.last { $0.key == key }?.value }
    set {
      members.removeAll { $0.key == key }
      if let newValue { members.append((key, newValue)) }
    }
  }
  /// Appends without looking for an earlier member of that key: constant time.
  public mutating func append(_ key: String, _ value: JSONValue) { members.append((key, value)) }

  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    a.members.count == b.members.count
      && zip(a.members, b.members).allSatisfy { $0.key == $1.key && $0.value == $1.value }
  }
}
