/// What robots.txt lets this program fetch (RFC 9309).
public struct RobotsRules: Equatable, Sendable {
  /// The word in `User-agent` lines that means this program.
  public static let productToken = "mentoring"
  /// As much of a file as is read, in bytes; the RFC asks for no less.
  public static let sizeLimit = 500 * 1024

  /// What "Crawl-delay" asks for, in seconds; it is no part of the RFC, but of many files.
  public private(set) var crawlDelay: Double?
  private var rules: [Rule] = []

  /// Everything is allowed, as where there is no file.
  public static let allowingAll = RobotsRules()
  /// Nothing is, as where the file cannot be had because of the server.
  public static let forbiddingAll = RobotsRules(Array("User-agent: *\nDisallow: /".utf8))

  private init() {}

  /// Reads a file: never fails, and skips what it does not know. Bytes past `sizeLimit` are not read.
  public init(_ file: [UInt8], product: String = RobotsRules.productToken) {
    var reader = GroupReader(product: product.lowercased())
    var bytes = file.prefix(Self.sizeLimit)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) { reader.read(line) }
    let group = reader.result
    crawlDelay = group.crawlDelay
    rules = group.rules
    cost = rules.reduce(64) { $0 + $1.pattern.count + 48 }
  }

  /// True if a path with its query may be asked. The longest matching rule decides; of two, the allowing one.
  public func allows(_ target: String) -> Bool {
    if rules.isEmpty || target == "/robots.txt" { return true }
    let path = RobotsPattern.normalised(Array(target.utf8)[...])
    var best: Rule?
    for rule in rules where rule.pattern.count >= best?.pattern.count ?? 0 {
      if let best, rule.pattern.count == best.pattern.count, best.isAllowing || !rule.isAllowing { continue }
      if RobotsPattern.matches(rule.pattern, path) { best = rule }
    }
    return best?.isAllowing ?? true
  }

  /// Memory that the rules take, in bytes, about.
  private(set) var cost = 64

  fileprivate struct Rule: Equatable, Sendable {
    var isAllowing: Bool
    var pattern: [UInt8]
  }
}

/// Collects the rules of the groups that are meant for one program, and of those for all.
private struct GroupReader {
  struct Group {
    var isNamed = false
    var rules: [RobotsRules.Rule] = []
    var crawlDelay: Double?
  }

  private let product: String
  private var own = Group(), general = Group()
  private var concernsOwn = false, concernsAll = false
  /// True while `User-agent` lines follow each other, which share the rules after them.
  private var isInNames = false

  init(product: String) { self.product = product }

  /// A program that is named obeys the groups that name it, and only if there are none those for all.
  var result: Group { own.isNamed ? own : general }

  mutating func read(_ line: ArraySlice<UInt8>) {
    let line = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = Self.trimmed(line[(colon + 1)...])
    switch String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self).lowercased() {
    case "user-agent", "useragent", "user agent": readName(value)
    case "allow": add(true, value)
    case "disallow": add(false, value)
    case "crawl-delay": readDelay(value)
    default: break  // "Sitemap" and whatever else ends no group
    }
  }

  private mutating func readName(_ value: ArraySlice<UInt8>) {
    if !isInNames { (concernsOwn, concernsAll) = (false, false) }
    isInNames = true
    if value.first == UInt8(ascii: "*") {
      concernsAll = true
      general.isNamed = true
      return
    }
    let token = value.prefix { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    if String(decoding: token, as: UTF8.self).lowercased() == product {
      concernsOwn = true
      own.isNamed = true
    }
  }

  private mutating func add(_ isAllowing: Bool, _ value: ArraySlice<UInt8>) {
    isInNames = false
    guard concernsOwn || concernsAll, !value.isEmpty else { return }
    let rule = RobotsRules.Rule(isAllowing: isAllowing, pattern: RobotsPattern.normalised(value))
    if concernsOwn { own.rules.append(rule) }
    if concernsAll { general.rules.append(rule) }
  }

  private mutating func readDelay(_ value: ArraySlice<UInt8>) {
    isInNames = false
    guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite, seconds >= 0 else { return }
    if concernsOwn { own.crawlDelay = seconds }
    if concernsAll { general.crawlDelay = seconds }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }
}
