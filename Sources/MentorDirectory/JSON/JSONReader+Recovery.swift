// Finding the way on after a mistake inside a list.
extension JSONReader {
  /// A place in the text to come back to.
  struct Place {
    var position, line, lineStart: Int
  }

  enum Recovery {
    /// At the first byte of another element.
    case atElement
    /// Behind the broken element, where a comma or the end of the list is expected.
    case behindElement
    /// Behind the whole list: its broken element was not an object.
    case behindList
    case lost
  }

  /// Moves past the element that begins at `start` in the list that begins at `list`.
  ///
  /// Past something that is no object: to the next brace in the list, else behind the list. Past an object: behind the
  /// bracket that closes it, if brackets balance and what follows can follow; else to the next line on which a brace
  /// opens at the same indentation; else to the brace after the next `}` `,` `{`.
  mutating func recover(from start: Place, list: Place) -> Recovery {
    let failed = place
    guard start.position < bytes.count else { return .lost }
    guard bytes[start.position] == UInt8(ascii: "{") else {
      let end = balancedEnd(from: list.position)
      if let brace = (start.position..<(end ?? bytes.count)).first(where: { bytes[$0] == UInt8(ascii: "{") }) {
        move(to: brace, from: start)
        return .atElement
      }
      guard let end else { return .lost }
      move(to: end, from: list)
      return .behindList
    }
    if let end = balancedEnd(from: start.position), let next = firstVisible(from: end),
      bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "]") || bytes[next] == UInt8(ascii: "{")
    {
      move(to: end, from: start)
      return .behindElement
    }
    if let brace = nextBraceIndented(like: start) {
      move(to: brace, from: start)
      return .atElement
    }
    move(to: failed.position, from: failed)
    return moveToNextBrace() ? .atElement : .lost
  }

  /// The position behind the bracket that closes the one at `start`; nil if brackets do not match up. A quote that is
  /// not closed on its line ends with the line.
  private mutating func balancedEnd(from start: Int) -> Int? {
    var expected: [UInt8] = [], isInString = false, i = start
    defer { recoveryBudget -= i - start }
    while i < bytes.count, i - start < recoveryBudget {
      let byte = bytes[i]
      i += 1
      if isInString {
        if byte == UInt8(ascii: "\\") { i += 1 } else if byte == 0x22 || byte == 0x0A { isInString = false }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case UInt8(ascii: "{"): expected.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): expected.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard expected.popLast() == byte else { return nil }
        if expected.isEmpty { return i }
      default: break
      }
    }
    return nil
  }

  private func firstVisible(from start: Int) -> Int? { (start..<bytes.count).first { bytes[$0] > 0x20 } }

  /// The next `{` that opens a line at the column of the one at `start`; nil if that one does not open its line.
  private mutating func nextBraceIndented(like start: Place) -> Int? {
    let column = start.position - start.lineStart
    guard (start.lineStart..<start.position).allSatisfy({ bytes[$0] <= 0x20 }) else { return nil }
    var i = start.position
    defer { recoveryBudget -= i - start.position }
    while i < bytes.count, i - start.position < recoveryBudget {
      defer { i += 1 }
      guard bytes[i] == 0x0A, i + 1 + column < bytes.count, bytes[i + 1 + column] == UInt8(ascii: "{"),
        (i + 1..<i + 1 + column).allSatisfy({ bytes[$0] <= 0x20 && bytes[$0] != 0x0A })
      else { continue }
      return i + 1 + column
    }
    return nil
  }

  /// Moves from here to the brace after the next `}` `,` `{`; false if there is none.
  private mutating func moveToNextBrace() -> Bool {
    var sawClose = false, sawComma = false
    for i in position..<bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "}"): (sawClose, sawComma) = (true, false)
      case UInt8(ascii: ","): sawComma = sawClose
      case UInt8(ascii: "{"):
        if sawClose && sawComma {
          move(to: i, from: place)
          return true
        }
        (sawClose, sawComma) = (false, false)
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: (sawClose, sawComma) = (false, false)
      }
    }
    move(to: bytes.count, from: place)
    return false
  }
}
