/// Why a file could not be read at all.
public enum InputError: Error, Equatable, Sendable {
  case missing
  case unreadable(errno: Int32)
  case directory
  case empty
  /// `limit` in bytes.
  case tooLarge(limit: Int)
  case binary(Content)

  /// What a binary file seems to be.
  public enum Content: Equatable, Sendable {
    case workbook, pdf, image, archive, unknown
  }
}
