/// What was searched for, newest last; bounded.
struct SearchHistory: Equatable, Sendable {
  private(set) var entries: [String] = []
  /// The entry that stands in the field; nil if what stood there at first does.
  private var place: Int?
  private var first = ""
  private static let most = 100

  /// Typing begins on this text.
  mutating func begin(_ text: String) {
    first = text
    place = nil
  }

  mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    entries.removeAll { $0 == text }
    entries.append(text)
    if entries.count > Self.most { entries.removeFirst() }
    place = nil
  }

  /// The search before or after the one in the field; nil where the field was changed or there is none to browse.
  mutating func browse(older: Bool, from text: String) -> String? {
    if text.isEmpty, (place.map { entries[$0] } ?? first) != text { begin("") }
    guard text == place.map({ entries[$0] }) ?? first else { return nil }
    if older {
      let earlier = entries[..<(place ?? entries.count)].lastIndex { $0 != text }
      guard let earlier else { return place == nil ? nil : text }
      place = earlier
      return entries[earlier]
    }
    guard let here = place else { return nil }
    place = here + 1 < entries.count ? here + 1 : nil
    return place.map { entries[$0] } ?? first
  }
}
