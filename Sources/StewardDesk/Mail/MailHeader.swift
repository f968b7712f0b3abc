/// Header fields as they go over the wire: encoded words where a text is not plain ASCII (RFC 2047), folded so that no
/// line is longer than 76 characters, and never a line end that the writer did not put there.
enum MailHeader {
  static let width = 76

  /// "Subject: …" with CR LF at the end.
  static func unstructured(_ name: String, _ text: String) -> String {
    let clean = oneLine(text)
    let words =
      isPlain(clean)
      ? clean.split(separator: " ").map(String.init) : encodedWords(clean, firstRoom: width - name.utf8.count - 2)
    return fold(name, words)
  }

  /// "To: Name <address>, …"; a name is a quoted string or encoded words.
  static func addresses(_ name: String, _ people: [(name: String, address: String)]) -> String {
    var words: [String] = []
    for (number, person) in people.enumerated() {
      let comma = number + 1 < people.count ? "," : ""
      let shown = oneLine(person.name)
      if !shown.isEmpty {
        // A quoted string may be folded at its spaces like any other text.
        words += isPlain(shown) ? quotedString(shown).split(separator: " ").map(String.init) : encodedWords(shown)
      }
      words.append("<\(oneLine(person.address))>\(comma)")
    }
    return fold(name, words)
  }

  /// Line ends and other controls become spaces; runs of spaces become one.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.value < 0x20 || $0.value == 0x7F || $0 == " " || (0x80..<0xA0).contains($0.value) }
      .map(String.init).joined(separator: " ")
  }

  /// ASCII that no reader takes for an encoded word, in words that fit a line.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count < width - 20 }
  }

  private static func quotedString(_ text: String) -> String {
    var out = "\""
    for character in text {
      if character == "\"" || character == "\\" { out.append("\\") }
      out.append(character)
    }
    return out + "\""
  }

  /// `=?utf-8?B?…?=`, each at most 75 characters and never with a part of a character.
  private static func encodedWords(_ text: String, firstRoom: Int = 75) -> [String] {
    let overhead = "=?utf-8?B??=".utf8.count
    var words: [String] = [], chunk: [UInt8] = []
    var room = max(overhead + 8, min(75, firstRoom))
    func flush() {
      if !chunk.isEmpty { words.append("=?utf-8?B?\(Base64.text(chunk))?=") }
      chunk = []
      room = 75
    }
    for character in text {
      let bytes = Array(String(character).utf8)
      if (chunk.count + bytes.count + 2) / 3 * 4 + overhead > room { flush() }
      // One character may be longer than a word (an emoji family): then its scalars part.
      for scalar in String(character).unicodeScalars {
        let part = Array(String(scalar).utf8)
        if (chunk.count + part.count + 2) / 3 * 4 + overhead > room { flush() }
        chunk += part
      }
    }
    flush()
    return words
  }

  private static func fold(_ name: String, _ words: [String]) -> String {
    var lines: [String] = [], line = name + ":"
    for word in words {
      if line.utf8.count + 1 + word.utf8.count > width, line != name + ":" {
        lines.append(line)
        line = ""
      }
      line += " " + word
    }
    return (lines + [line]).joined(separator: "\r\n") + "\r\n"
  }
}

/// Base64 (RFC 4648, section 4).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let rest = bytes.count - start
      let group =
        UInt32(bytes[start]) << 16 | (rest > 1 ? UInt32(bytes[start + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[start + 2]) : 0)
      for place in 0..<4 {
        out.append(place <= rest ? letters[Int(group >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
