import MentorDirectory
import MentoringApp

/// The library that the screens show, exchanged for a newer one when another process changed it.
final class ShownLibrary {
  private(set) var library: any MentorLibrary

  init(_ library: any MentorLibrary) { self.library = library }

  /// What is new since the last time; nil if nothing is. A cache that cannot be read just now is looked at again later.
  func follow() -> Event? {
    guard let renewed = try? library.renewed() else { return nil }
    let old = library
    library = renewed
    if renewed.index.image.generation != old.index.image.generation {
      return .directory(renewed.index, renewed.status)
    }
    return renewed.status == old.status ? nil : .status(renewed.status)
  }
}
