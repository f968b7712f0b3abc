import MentorDirectory
import MentoringApp

/// The library that the screens show, exchanged for a newer one: for the cache itself when that has been compared with
/// the snapshot, and whenever another process changed it.
final class ShownLibrary {
  private(set) var library: any MentorLibrary

  init(_ library: any MentorLibrary) { self.library = library }

  /// What is new since the last time; nil if nothing is. A cache that cannot be read just now is looked at again later.
  func follow() -> Event? {
    guard let renewed = try? library.renewed() else { return nil }
    let old = library
    library = renewed
    // A damaged snapshot that was made anew has the generation of before.
    if renewed.index.image !== old.index.image { return .directory(renewed.index, renewed.status) }
    return renewed.status == old.status ? nil : .status(renewed.status)
  }
}
