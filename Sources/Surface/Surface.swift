// Surface: what the screens draw on. Cells, text widths, wrapping, styles, themes, and the values of keys and mouse.
// Pure: it knows neither a terminal nor ncurses, and two surfaces are equal exactly when they look the same. Widths
// come from the C library's table, which ncurses uses too. It never emits a control character, and a row never holds
// more or fewer columns than the surface is wide.

/// A grid of cells with a cursor.
///
/// Drawing takes places relative to the rectangle that is current (`within`), and is clipped to it. A wide character
/// that does not fit is replaced by a space; overwriting one half of it blanks the other.
public struct Surface: Sendable {
  /// Columns of the whole surface.
  public let width: Int
  /// Rows of the whole surface.
  public let height: Int
  /// All cells, row after row.
  public internal(set) var cells: [Cell]
  /// Where the hardware cursor stands, in columns and rows of the whole surface; nil leaves it hidden at the origin.
  public private(set) var cursor: Cursor?

  var origin = Point(0, 0)
  var clip: Rect
  private var area: Size

  /// The hardware cursor. Screen readers and input methods follow it even where it is not visible.
  public struct Cursor: Hashable, Sendable {
    public var position: Point
    public var isVisible: Bool
  }

  /// An empty surface. Negative sizes count as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
    clip = Rect(x: 0, y: 0, width: self.width, height: self.height)
    area = Size(width: self.width, height: self.height)
  }

  public init(_ size: Size) { self.init(width: size.width, height: size.height) }

  public var size: Size { Size(width: width, height: height) }

  /// The current rectangle in its own coordinates: always at (0, 0).
  public var bounds: Rect { Rect(x: 0, y: 0, width: area.width, height: area.height) }

  /// Draws with `rect` (in current coordinates) as the whole world: its corner is (0, 0), nothing leaves it.
  @discardableResult
  public mutating func within<Result>(_ rect: Rect, _ draw: (inout Surface) -> Result) -> Result {
    let outer = (origin, clip, area)
    let absolute = rect.moved(by: origin)
    origin = absolute.origin
    clip = clip.intersection(absolute)
    area = absolute.size
    defer { (origin, clip, area) = outer }
    return draw(&self)
  }

  /// Puts the cursor at a place in current coordinates; outside of the clip it is left where it was.
  public mutating func placeCursor(at point: Point, visible: Bool = true) {
    let absolute = Point(point.x + origin.x, point.y + origin.y)
    guard clip.contains(absolute) else { return }
    cursor = Cursor(position: absolute, isVisible: visible)
  }

  public mutating func removeCursor() { cursor = nil }

  /// The cell at a place of the whole surface; blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, x < width, y >= 0, y < height else { return .blank }
    return cells[y * width + x]
  }
}

extension Surface: Equatable {
  public static func == (left: Surface, right: Surface) -> Bool {
    left.width == right.width && left.height == right.height && left.cursor == right.cursor && left.cells == right.cells
  }
}
