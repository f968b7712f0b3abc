import MentorDirectory
import Surface

/// Where the chips stand in their row, for drawing and for the mouse.
struct ChipBar {
  struct Place {
    var chip: Chip
    /// As it is shown, with its cross.
    var text: String
    var columns: Range<Int>
  }

  private(set) var places: [Place] = []
  /// Columns of the offer to clear all.
  let clears: Range<Int>
  /// Chips for which there is no room, and where that is said.
  private(set) var hidden: (count: Int, column: Int)?

  static let hint = "X clears "
  /// A name longer than that is cut.
  private static let widest = 40

  init(_ chips: [Chip], width: Int) {
    let end = width - Self.hint.displayWidth - 1
    clears = end + 1..<max(end + 1, width)
    var x = 1
    for (place, chip) in chips.enumerated() {
      // Room to say how many more there are.
      let room = end - x - (place < chips.count - 1 ? 4 : 0)
      var text = chip.text.truncated(to: Self.widest)
      if text.displayWidth + 4 > room, place == 0 { text = chip.text.truncated(to: max(1, room - 4)) }
      text = " \(text) × "
      guard text.displayWidth <= room || place == 0 else {
        hidden = (chips.count - place, x)
        return
      }
      places.append(Place(chip: chip, text: text, columns: x..<(x + text.displayWidth)))
      x += text.displayWidth + 1
    }
  }
}
