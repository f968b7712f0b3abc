import CFetch

/// The library that does the fetching.
public enum WebLibrary {
  /// "7.88.1"
  public static var version: String { String(cString: cfetch_version()) }
}
