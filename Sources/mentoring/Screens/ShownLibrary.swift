import MentorDirectory
import MentoringApp

/// The library that the screens show, exchanged for the cache itself when that has been compared with the snapshot.
final class ShownLibrary {
  private(set) var library: any MentorLibrary

  init(_ library: any MentorLibrary) { self.library = library }

  /// What is new since the last time; nil if nothing is.
  func follow() -> Event? {
    guard let renewed = (library as? StartingLibrary)?.renewed() else { return nil }
    let old = library
    library = renewed
    let isSame = renewed.index.image === old.index.image && renewed.status == old.status
    return isSame ? nil : .directory(renewed.index, renewed.status)
  }
}
