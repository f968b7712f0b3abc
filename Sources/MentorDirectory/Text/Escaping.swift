extension String {
  /// The text with a prefix before each of some scalars. By scalars, not characters: a quote that carries a combining
  /// mark is another character, and still a quote to whatever reads it.
  public func escapingScalars(_ special: String, with prefix: String) -> String {
    let special = Set(special.unicodeScalars)
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if special.contains(scalar) { out.append(contentsOf: prefix.unicodeScalars) }
      out.append(scalar)
    }
    return String(out)
  }
}
