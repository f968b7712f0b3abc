// A reference and the page on which it stands make an address (RFC 3986, 5.2).
extension LinkAddress {
  /// The address that `reference` means on a page with the address `base`, dot segments taken out. A reference with a
  /// scheme of its own is returned as it is; an empty one means the page. Nil for a relative reference on a base
  /// that is no `scheme://host` address. Linear in the length.
  public static func resolved(_ reference: some StringProtocol, on base: String) -> String? {
    let reference = trimmed(reference)
    if scheme(of: reference) != nil { return reference }
    guard let authority = base.firstRange(of: "://") else { return nil }
    let originEnd = base[authority.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    let origin = String(base[..<originEnd])
    let whole = base[originEnd...].prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    switch reference.first {
    case nil: return origin + whole
    case "#": return origin + whole + reference
    case "?": return origin + path + reference
    case "/":
      if reference.hasPrefix("//") { return base[..<authority.lowerBound] + ":" + reference }
      return origin + withoutDots(reference)
    default:
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      return origin + withoutDots(folder + reference)
    }
  }

  /// White space at the ends, tabs and line ends anywhere are no part of a reference (URL standard, 4.4).
  private static func trimmed(_ reference: some StringProtocol) -> String {
    var scalars = Substring(reference).unicodeScalars
    while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    let isClean = !scalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" }
    return isClean
      ? String(scalars) : String(String.UnicodeScalarView(scalars.filter { !"\t\n\r".contains(Character($0)) }))
  }

  /// RFC 3986, 5.2.4, on a path that begins with a slash; a query or fragment behind it stays as it is.
  private static func withoutDots(_ reference: some StringProtocol) -> String {
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let parts = reference[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    var kept: [Substring] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      default: kept.append(Substring(part))
      }
    }
    return "/" + kept.joined(separator: "/") + reference[end...]
  }
}
