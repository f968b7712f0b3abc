import CFetch

/// The library that does the fetching, libcurl. It is no part of the program: the first use loads it, so that a start
/// that fetches nothing does not wait for it.
public enum WebLibrary {
  /// "7.88.1"; nil if there is none on this machine.
  public static var version: String? { String(cfetch_library_found().version) }

  /// What keeps this machine from fetching anything at all; nil if nothing does.
  static var failure: FetchFailure? {
    let found = cfetch_library_found()
    return found.is_usable ? nil : .noLibrary(found: String(found.version))
  }
}
