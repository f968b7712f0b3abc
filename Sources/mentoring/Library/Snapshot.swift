import Glibc
import Host
import MentorDirectory

/// The index as a file beside the cache: mapped at start, replaced atomically while others have the old one mapped.
struct Snapshot: Sendable {
  let path: String

  init(cacheDirectory: String) { path = FilePath.join(cacheDirectory, "directory.index") }

  /// The index in the file; nil if there is no file. Nothing that the file says is believed unseen (`IndexImage`).
  func open(verifying: IndexImage.Verification = .everything) throws(IndexImageError) -> SearchIndex? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let count = Int(lseek(descriptor, 0, SEEK_END))
    guard count > 0 else { throw .tooShort }
    guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else { return nil }
    let image = try IndexImage(base: UnsafeRawPointer(base), byteCount: count, verifying: verifying) { base, count in
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    }
    return SearchIndex(image)
  }

  /// The index in the file, of whatever generation it is: the newest that somebody made. Nil if there is none that fits.
  func latest(makerHash: UInt64) -> SearchIndex? {
    guard let index = try? open(verifying: .smallSections), index.image.makerHash == makerHash else { return nil }
    return index
  }

  /// Keeps the parts of an index and gives it back mapped, so that its memory is the system's to take and return.
  func save(_ parts: IndexParts) throws -> SearchIndex? {
    try AtomicFile.write(to: path) { sink throws(HostError) in
      try parts.write { bytes throws(HostError) in try sink.append(bytes) }
    }
    return try open(verifying: .smallSections)
  }

  /// True if the file is, byte for byte, the index that was opened from it. Linear in the size; needs no memory.
  func isWhole(_ index: SearchIndex) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return index.image.isWhole { offset, buffer in
      pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) == buffer.count
    }
  }
}
