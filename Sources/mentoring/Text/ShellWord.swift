extension String {
  /// The text as one word of a POSIX shell, for commands that a message tells to type: a name such as “ada.example (2)”
  /// needs quotes.
  var shellWord: String {
    let isPlain = !isEmpty && !hasPrefix("-") && unicodeScalars.allSatisfy { Self.plain.contains($0) }
    return isPlain ? self : "'" + replacing("'", with: #"'\''"#) + "'"
  }

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:@/+-".unicodeScalars)
}
