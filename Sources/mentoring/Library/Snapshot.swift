import Glibc
import Host
import MentorDirectory

/// The index as a file beside the cache: mapped at start, replaced atomically.
struct Snapshot {
  let path: String

  init(cacheDirectory: String) { path = FilePath.join(cacheDirectory, "directory.index") }

  /// The index in the file if it was made of this generation by this maker; nil if there is none, or none that fits.
  func load(generation: Int, makerHash: UInt64) -> SearchIndex? {
    guard let index = map(), index.image.generation == UInt64(generation), index.image.makerHash == makerHash else {
      return nil
    }
    return index
  }

  /// The index in the file, of whatever generation it is: the newest that somebody made.
  func latest(makerHash: UInt64) -> SearchIndex? {
    guard let index = map(), index.image.makerHash == makerHash else { return nil }
    return index
  }

  func save(_ index: SearchIndex) throws(HostError) {
    try AtomicFile.write(to: path) { sink throws(HostError) in try sink.append(index.image.bytes) }
  }

  private func map() -> SearchIndex? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let count = Int(lseek(descriptor, 0, SEEK_END))
    guard count > 0, let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      return nil
    }
    let image = try? IndexImage(base: UnsafeRawPointer(base), byteCount: count) { base, count in
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    }
    return image.map { SearchIndex($0) }
  }
}
