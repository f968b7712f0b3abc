import Glibc
import MentorDirectory

/// What the program says besides its data: on standard error, without anything that could move a cursor.
enum Talk {
  static func say(_ text: String) { write("mentoring: \(text.cleanedText(limit: 20_000))\n") }

  /// As it is. Where nobody takes it, nothing can be done.
  static func write(_ text: String) { _ = Bytes.write(text, to: STDERR_FILENO) }
}

/// What the program was asked for: data, on standard output.
enum Output {
  /// Writes a text and a line end; throws where the output takes no more.
  static func print(_ text: String) throws(Failure) { try write(text + "\n") }

  /// As it is, without a line end.
  static func write(_ text: String) throws(Failure) {
    let problem = Bytes.write(text, to: STDOUT_FILENO)
    // Whoever closed the pipe has read enough.
    guard problem == 0 || problem == EPIPE else {
      let reason = String(cString: strerror(problem))
      throw Failure("The output could not be written whole: \(reason). Write it somewhere else.")
    }
  }

  /// Columns of the terminal; nil where it is none.
  static var columns: Int? { columns(of: STDOUT_FILENO) }

  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

private enum Bytes {
  /// 0, or the `errno` of what went wrong.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, base, rest.count)
        if count < 0, errno != EINTR { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, count)))
      }
      return 0
    }
  }
}

/// "1 mentor", "3 mentors".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
