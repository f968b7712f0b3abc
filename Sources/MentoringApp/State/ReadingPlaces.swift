import MentorDirectory

/// Where one was in the write-ups that were read; bounded.
struct ReadingPlaces {
  private struct Place {
    var scroll: Int
    /// The width that the lines were set for.
    var width: Int
  }
  private var places: [MentorID: Place] = [:]
  private var order: [MentorID] = []
  private static let most = 500

  mutating func remember(_ reader: ReaderState, width: Int) {
    if places[reader.mentor] == nil { order.append(reader.mentor) }
    places[reader.mentor] = Place(scroll: reader.place, width: width)
    if order.count > Self.most { places[order.removeFirst()] = nil }
  }

  /// The first line to show; nearly so where the lines are wider or narrower now.
  func scroll(in mentor: MentorID, width: Int) -> Int? {
    places[mentor].map { $0.width == width ? $0.scroll : $0.scroll * $0.width / max(1, width) }
  }
}

extension AppState {
  /// After a change: whoever returns to a mentor goes on where they were.
  mutating func keepReadingPlace(_ before: ReaderState?) {
    guard before?.mentor != reader?.mentor else { return }
    let width = ReaderLayout(size).textWidth
    if let before { readingPlaces.remember(before, width: width) }
    guard let reader, reader.scroll == 0 else { return }
    self.reader?.scroll = readingPlaces.scroll(in: reader.mentor, width: width) ?? 0
  }
}
