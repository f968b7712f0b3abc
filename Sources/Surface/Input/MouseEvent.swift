/// Something that the mouse did.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    /// A button went down; `clicks` is 2 for the second press of a double click.
    case press(clicks: Int)
    case release
    /// The pointer moved with a button down.
    case drag
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  public enum Button: Hashable, Sendable {
    case left, middle, right
    /// The wheel, a further button, or a release of which the terminal does not say the button.
    case other
  }

  public var action: Action
  public var button: Button
  /// The cell under the pointer.
  public var position: Point
  public var modifiers: Modifiers

  public init(_ action: Action, _ button: Button = .left, at position: Point, _ modifiers: Modifiers = []) {
    self.action = action
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }
}
