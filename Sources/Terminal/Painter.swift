import CTerminal
import Surface

/// Which characters the terminal can show.
enum Repertoire {
  case whole
  /// Those of the fonts of text consoles.
  case console
  case ascii
}

/// Turns the rows of a surface that changed into cells of ncurses, which sends what is new about them.
struct Painter {
  private var shown: Surface?
  private var theme: Theme?
  private var row: [cterm_cell] = []
  private var pairs = ColourPairs()
  /// What each style looks like, by its packed bits.
  private var looks: [Int: Look] = [:]

  private struct Look {
    var attributes: UInt32
    var pair: Int32
  }

  /// Forgets what is on the screen, as after a change of size.
  mutating func forget() { shown = nil }

  /// Puts the surface into the window of ncurses; false where nothing changed.
  mutating func paint(_ surface: Surface, theme newTheme: Theme, colours: Int, repertoire: Repertoire, size: Size)
    -> Bool
  {
    if theme != newTheme {
      theme = newTheme
      looks.removeAll(keepingCapacity: true)
      pairs = ColourPairs()
      shown = nil
    }
    var changed = shown?.cursor != surface.cursor
    let old = shown?.size == surface.size ? shown : nil
    for y in 0..<size.height where old.map({ !Painter.sameRow(y, $0, surface) }) ?? true {
      convert(y, surface, theme: newTheme, colours: colours, repertoire: repertoire, width: size.width)
      row.withUnsafeBufferPointer { cterm_put_row(Int32(y), $0.baseAddress, Int32($0.count)) }
      changed = true
    }
    guard changed else { return false }
    let position = surface.cursor?.position ?? Point(0, 0)
    let x = min(position.x, size.width - 1)
    let y = min(position.y, size.height - 1)
    cterm_cursor(Int32(y), Int32(x), surface.cursor?.isVisible ?? false)
    shown = surface
    return true
  }

  private static func sameRow(_ y: Int, _ one: Surface, _ other: Surface) -> Bool {
    guard y < one.height else { return true }
    let range = y * one.width..<(y + 1) * one.width
    return one.cells.withUnsafeBufferPointer { first in
      other.cells.withUnsafeBufferPointer { second in
        for index in range where first[index] != second[index] { return false }
        return true
      }
    }
  }

  /// Fills `row` with exactly `width` columns, whatever the surface holds.
  private mutating func convert(
    _ y: Int, _ surface: Surface, theme: Theme, colours: Int, repertoire: Repertoire, width: Int
  ) {
    row.removeAll(keepingCapacity: true)
    var lastBits = -1
    var look = Look(attributes: 0, pair: 0)
    let cells = surface.cells
    let start = y * surface.width
    let filled = y < surface.height ? min(width, surface.width) : 0
    for x in 0..<filled {
      var cell = cells[start + x]
      switch repertoire {
      case .whole: break
      case .console: cell = cell.consoleOnly
      case .ascii: cell = cell.asciiOnly
      }
      if cell.styleBits != lastBits {
        lastBits = cell.styleBits
        look = self.look(of: cell, theme: theme, colours: colours)
      }
      if cell.width == 0 { continue }
      let isCut = cell.width == 2 && x + 1 >= width
      row.append(Painter.converted(isCut ? .blank : cell, look))
    }
    if filled < width {
      let blank = Painter.converted(.blank, self.look(of: .blank, theme: theme, colours: colours))
      row.append(contentsOf: repeatElement(blank, count: width - filled))
    }
  }

  private static func converted(_ cell: Cell, _ look: Look) -> cterm_cell {
    var result = cterm_cell()
    result.scalars.0 = cell.base
    if cell.hasMarks {
      result.scalars.1 = cell.scalar(at: 1)
      result.scalars.2 = cell.scalar(at: 2)
      result.scalars.3 = cell.scalar(at: 3)
      result.scalars.4 = cell.scalar(at: 4)
    }
    result.attributes = look.attributes
    result.pair = look.pair
    return result
  }

  private mutating func look(of cell: Cell, theme: Theme, colours: Int) -> Look {
    if let known = looks[cell.styleBits] { return known }
    let paint = theme.paint(cell.style, colours: colours)
    // The attribute bits of Surface and of the C target are the same.
    let pair = colours >= 8 ? pairs.pair(paint.foreground, paint.background, colours: colours) : 0
    let look = Look(attributes: UInt32(paint.attributes.rawValue), pair: pair)
    looks[cell.styleBits] = look
    return look
  }
}

/// Numbers of colour pairs, given out as they are needed. A terminal that has no more of them falls back to its own
/// colours.
private struct ColourPairs {
  private var numbers: [Wish: Int32] = [:]

  private struct Wish: Hashable {
    var foreground: Int
    var background: Int
  }

  mutating func pair(_ foreground: Int, _ background: Int, colours: Int) -> Int32 {
    if foreground == -1, background == -1 { return 0 }
    let wish = Wish(foreground: foreground, background: background)
    if let known = numbers[wish] { return known }
    let next = Int32(numbers.count + 1)
    let fits = next < cterm_pairs()
    let defined = fits && cterm_define_pair(next, direct(foreground, colours), direct(background, colours))
    let number = defined ? next : 0
    if defined { numbers[wish] = number }
    return number
  }

  /// Terminals with direct colours take red, green and blue in place of a palette value.
  private func direct(_ value: Int, _ colours: Int) -> Int32 {
    guard colours > 256, value >= 8 else { return Int32(value) }
    let rgb = Palette.rgb(value)
    return Int32(rgb.red << 16 | rgb.green << 8 | rgb.blue)
  }
}
