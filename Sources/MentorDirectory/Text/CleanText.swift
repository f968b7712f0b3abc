// What untrusted text loses at the border, once: control characters, bidirectional controls, other invisible scalars.
// After this no text in the model can move a cursor, start an escape sequence, or reorder what stands beside it.

extension Unicode.Scalar {
  /// White space (Unicode `White_Space`), without asking the library's tables for ASCII.
  public var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// True for scalars that never reach the model: C0 and C1 controls except tab and line feed, bidirectional controls
  /// (UAX #9), byte-order mark, soft hyphen, interlinear and tag characters, variation-selector supplements,
  /// noncharacters. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
  public var isUnwelcome: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: return false
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return true
    case 0xFFF0...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }
}

/// Follows a terminal's control sequences (ECMA-48: CSI to its final byte, OSC and its like to their terminator), so
/// that nothing of them stays behind when the escape goes.
private struct EscapeSequence {
  private enum State { case outside, escape, control, string(Int) }
  private var state = State.outside
  private static let longestString = 4096

  /// True if the scalar is part of a sequence.
  mutating func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch (state, scalar.value) {
    case (.outside, 0x1B): state = .escape
    case (.outside, 0x9B): state = .control
    case (.outside, 0x90), (.outside, 0x9D...0x9F): state = .string(0)
    case (.outside, _): return false
    case (.escape, 0x5B): state = .control
    case (.escape, 0x50), (.escape, 0x58), (.escape, 0x5D...0x5F): state = .string(0)
    case (.escape, 0x20...0x2F): break
    case (.escape, 0x30...0x7E): state = .outside
    case (.control, 0x20...0x3F): break
    case (.control, 0x40...0x7E): state = .outside
    case (.string, 0x07), (.string, 0x9C), (.string, 0x0A): state = .outside
    case (.string, 0x1B): state = .escape
    case (.string(let length), _): state = length < Self.longestString ? .string(length + 1) : .outside
    default:
      state = .outside
      return false
    }
    return true
  }
}

extension String {
  /// One line: unwelcome scalars gone, every run of white space (line ends included) one space, ends trimmed,
  /// and cut after `limit` scalars with an ellipsis. Linear in the length.
  public func cleanedLine(limit: Int = 500) -> String {
    if isPlainLine(limit: limit) { return self }
    if let line = plainLine(limit: limit) { return line }
    // Bytes, not scalars, are what a string takes many of at once.
    var out: [UInt8] = [], count = 0, pendingSpace = false
    out.reserveCapacity(Swift.min(utf8.count, limit) + 3)
    var sequence = EscapeSequence()
    for scalar in unicodeScalars {
      if sequence.contains(scalar) { continue }
      if scalar.isSpace {
        pendingSpace = count > 0
        continue
      }
      if scalar.isUnwelcome { continue }
      if count >= limit {
        out.append(contentsOf: "…".utf8)
        break
      }
      if pendingSpace { out.append(0x20) }
      pendingSpace = false
      if scalar.value < 0x80 {
        out.append(UInt8(scalar.value))
      } else {
        out.append(contentsOf: scalar.utf8)
      }
      count += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Many lines: unwelcome scalars gone, CR LF and CR become LF, cut after `limit` scalars. Spaces inside lines stay.
  public func cleanedText(limit: Int = 400_000) -> String {
    var out = String.UnicodeScalarView(), count = 0, previousWasReturn = false, sequence = EscapeSequence()
    for scalar in unicodeScalars {
      if sequence.contains(scalar) { continue }
      if count >= limit {
        out.append("…")
        break
      }
      defer { previousWasReturn = scalar == "\r" }
      if scalar == "\r" {
        out.append("\n")
      } else if scalar == "\n", previousWasReturn {
        continue
      } else if scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}" {
        out.append("\n")
      } else if !scalar.isUnwelcome {
        out.append(scalar)
      }
      count += 1
    }
    return String(out)
  }

  /// The same for printable ASCII with white space in it; nil if there is anything else.
  private func plainLine(limit: Int) -> String? {
    guard utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || (0x09...0x0D).contains($0) }) else { return nil }
    return String(unsafeUninitializedCapacity: utf8.count + 3) { buffer in
      var end = 0, count = 0, pendingSpace = false
      for byte in utf8 {
        if byte <= 0x20 {
          pendingSpace = count > 0
          continue
        }
        if count >= limit {
          for byte in "…".utf8 {
            buffer[end] = byte
            end += 1
          }
          break
        }
        if pendingSpace {
          buffer[end] = 0x20
          end += 1
          pendingSpace = false
        }
        buffer[end] = byte
        end += 1
        count += 1
      }
      return end
    }
  }

  /// True for what is clean as it stands and easily seen to be: printable ASCII with single spaces between words.
  private func isPlainLine(limit: Int) -> Bool {
    guard utf8.count <= limit else { return false }
    var previousIsSpace = true
    for byte in utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || !previousIsSpace else { return false }
      previousIsSpace = byte == 0x20
    }
    return !previousIsSpace || utf8.isEmpty
  }
}
