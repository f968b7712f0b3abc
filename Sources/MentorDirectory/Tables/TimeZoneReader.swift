/// Reads what people and systems write for a time zone: IANA names, offsets, unambiguous abbreviations.
public struct TimeZoneReader: Sendable {
  private let zones: [String: String]

  /// `zones`: name of today for every name that counts, older ones included, by lower-case name.
  public init(zones: [String: String]) { self.zones = zones }

  /// The IANA name, or "" if none was named; the offset in minutes east of UTC, nil where the text names none or
  /// leaves room for two (IST, CST, BST, "UTC+1 to UTC+3").
  public func read(_ raw: String) -> (zone: String, offset: Int?) {
    let text = raw.cleanedLine(limit: 120)
    if let zone = zone(named: text) { return (zone, nil) }
    if let offset = offset(of: text) { return ("", offset) }
    let parts = text.split { "()[],;".contains($0) }.map { String($0).cleanedLine() }.filter { !$0.isEmpty }
    if let zone = parts.lazy.compactMap(zone(named:)).first { return (zone, nil) }
    let words = parts.flatMap { $0.split(separator: " ").map(String.init) }
    if let zone = words.lazy.compactMap(zone(named:)).first { return (zone, nil) }
    let offsets = Set((parts + words).compactMap { offset(of: $0, needsPrefix: true) })
    return ("", offsets.count == 1 ? offsets.first : nil)
  }

  /// The name of today of an IANA zone in any spelling of case; nil if there is no such zone.
  func zone(named text: String) -> String? {
    let name = text.lowercased().split(separator: " ").joined(separator: "_")
    if let zone = zones[name] { return zone }
    if ["etc/utc", "utc", "etc/uct", "zulu", "etc/universal"].contains(name) { return "Etc/UTC" }
    return name.hasPrefix("etc/gmt") ? Self.etcetera(name) : Self.phrases[name]
  }

  /// Etc/GMT+5 is five hours *west*; it stays a zone name, so that nobody reads its sign.
  private static func etcetera(_ name: String) -> String? {
    let rest = name.dropFirst("etc/gmt".count)
    if rest.isEmpty || rest == "0" { return "Etc/GMT" }
    guard let hours = Int(rest), (-14...12).contains(hours), rest.first == "+" || rest.first == "-" else { return nil }
    return "Etc/GMT" + rest
  }

  /// Minutes east of UTC for "UTC+1", "GMT+5.5", "GMT+5:30", "UTC-3", "+0530", "CET". Summer time is not guessed: an
  /// abbreviation means what it says.
  func offset(of text: String, needsPrefix: Bool = false) -> Int? {
    if let minutes = Self.abbreviations[text.uppercased()] { return minutes }
    var rest = text.uppercased()[...], hasPrefix = false
    for prefix in ["UTC", "GMT", "UT"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      hasPrefix = true
      break
    }
    guard hasPrefix || !needsPrefix else { return nil }
    rest = rest.drop { $0 == " " }
    guard let sign = rest.first, let direction = Self.direction(sign) else { return nil }
    return Self.minutes(rest.dropFirst().drop { $0 == " " }).flatMap { minutes in
      let offset = direction * minutes
      return (-12 * 60...14 * 60).contains(offset) ? offset : nil
    }
  }

  private static func direction(_ sign: Character) -> Int? {
    switch sign {
    case "+", "±", "＋": 1
    case "-", "−", "–": -1
    default: nil
    }
  }

  /// "5", "05", "5.5", "5:30", "0530", "5h30". People also write half past five as "5.30".
  private static func minutes(_ text: Substring) -> Int? {
    let digits = text.split(omittingEmptySubsequences: false) { ":.,Hh".contains($0) }
    guard digits.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }), let first = digits.first else { return nil }
    if digits.count == 1 {
      if first.count == 4, let both = Int(first) { return both % 100 < 60 ? both / 100 * 60 + both % 100 : nil }
      return first.count <= 2 ? Int(first).map { $0 * 60 } : nil
    }
    guard digits.count == 2, let hours = Int(first), first.count <= 2 else { return nil }
    let isDecimal = text.contains(".") || text.contains(",")
    switch (String(digits[1]), isDecimal) {
    case ("", _), ("0", _), ("00", _): return hours * 60
    case ("5", true), ("50", true): return hours * 60 + 30
    case ("25", true): return hours * 60 + 15
    case ("75", true): return hours * 60 + 45
    case ("30", _): return hours * 60 + 30
    case ("45", _): return hours * 60 + 45
    case ("15", _): return hours * 60 + 15
    default: return nil
    }
  }

  /// Only those that mean one thing where people use them. IST, CST, BST, AST, GST, AMT, SST, ECT, CDT are missing on
  /// purpose: India or Israel or Ireland, China or America …
  private static let abbreviations: [String: Int] = [
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EST": -300, "EDT": -240, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "BRT": -180, "ART": -180, "UYT": -180, "COT": -300,
    "PET": -300, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "PKT": 300, "NPT": 345, "ICT": 420, "WIB": 420,
    "WITA": 480, "WIT": 540, "SGT": 480, "HKT": 480, "PHT": 480, "AWST": 480, "ACST": 570, "ACDT": 630, "AEST": 600,
    "AEDT": 660, "JST": 540, "KST": 540, "NZST": 720, "NZDT": 780,
  ]

  /// Names that are certain though no zone is called so.
  private static let phrases = [
    "pacific_time": "America/Los_Angeles", "us_pacific": "America/Los_Angeles", "mountain_time": "America/Denver",
    "eastern_time": "America/New_York", "us_eastern": "America/New_York", "us_central": "America/Chicago",
    "us_mountain": "America/Denver", "us_pacific_time": "America/Los_Angeles", "us_eastern_time": "America/New_York",
  ]
}
