/// Addresses of mail, as far as a header needs to know them (RFC 5322, 3.4.1).
public enum MailAddress {
  /// True for `local@domain` of plain characters: nothing that could end a header or begin another address.
  public static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), (1...253).contains(parts[1].utf8.count),
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && $0.value != 0x7F && !"\"(),:;<>[\\]".unicodeScalars.contains($0)
      }),
      !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains(".."), !parts[0].hasPrefix("-")
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.utf8.count <= 63 && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  /// True if the address goes over the wire as it is; others need a server that speaks SMTPUTF8 (RFC 6531).
  public static func isASCII(_ address: String) -> Bool { address.utf8.allSatisfy { $0 < 0x80 } }
}
