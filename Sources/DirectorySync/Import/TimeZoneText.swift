import Foundation

/// Reads what people write as their time zone. An abbreviation that several places share (IST, CST) says nothing
/// certain and is left to the raw words.
enum TimeZoneText {
  struct Reading: Equatable {
    /// IANA name, empty if none was named.
    var name = ""
    /// Minutes east of UTC; nil where not certain.
    var utcOffset: Int?
  }

  static func read(_ text: String) -> Reading {
    var reading = Reading()
    if text.isEmpty { return reading }
    if text.contains("/"), let name = text.firstMatch(of: areaName) { reading.name = String(name.output) }
    if reading.name.isEmpty { reading.utcOffset = offset(text) }
    return reading
  }

  /// "GMT+5.5", "UTC-3", "(GMT-05:00) Eastern Time", "+0530".
  private static func offset(_ text: String) -> Int? {
    let bare = text.trimmingCharacters(in: .whitespaces).uppercased()
    if ["UTC", "GMT", "Z", "UTC+0", "GMT+0"].contains(bare) { return 0 }
    let signed = text.replacing("−", with: "-").replacing("–", with: "-").replacing("±", with: "+")
    guard let match = signed.firstMatch(of: prefixed) ?? signed.wholeMatch(of: bareOffset) else { return nil }
    let (_, sign, hours, rest) = match.output
    guard let h = Int(hours) else { return nil }
    var minutes = 0
    if let rest {
      if rest.hasPrefix(".") {
        minutes = Int((Double("0" + rest) ?? 0) * 60)
      } else {
        minutes = Int(rest.filter(\.isNumber)) ?? 0
      }
    }
    let total = (h * 60 + minutes) * (sign == "-" ? -1 : 1)
    return minutes < 60 && (-12 * 60...14 * 60).contains(total) ? total : nil
  }

  private typealias Offset = Regex<(Substring, Substring, Substring, Substring?)>
  private static var prefixed: Offset { /(?i:GMT|UTC)\s*([+-])\s*(\d{1,2})(:?\d\d\b|\.\d+)?/ }
  private static var bareOffset: Offset { /\s*([+-])\s*(\d{1,2})(:?\d\d\b|\.\d+)?\s*/ }
  private static var areaName: Regex<Substring> {
    /\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Z][A-Za-z_\-]+){1,2}/
  }
}
