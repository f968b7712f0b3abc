import MentorDirectory

/// A mistake in the text of a file. Line and column from 1; the column counts bytes or scalars, as its reader does.
public struct ReadProblem: Error, Equatable, Sendable {
  public var line, column: Int
  /// What was expected, or what is wrong: one sentence without a full stop.
  public var message: String
  /// True when nothing was lost by it.
  public var isMended: Bool

  public init(line: Int, column: Int = 0, message: String, isMended: Bool = false) {
    self.line = line
    self.column = column
    self.message = message
    self.isMended = isMended
  }

  init(_ problem: JSONReader.Problem) {
    self.init(
      line: problem.line, column: problem.column, message: problem.message, isMended: problem.isMended)
  }
}
