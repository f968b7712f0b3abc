import Glibc
import MentorDirectory
import MentoringApp
import Surface

/// Damages a snapshot in a million ways. Whatever stands in the file, it is refused or it answers; it never ends the
/// process.
///
/// Two kinds of damage: bytes as a disk or a killed writer leave them, which must be refused or make no difference; and
/// bytes that somebody has sealed again with fitting checksums, so that all that stands between them and the reader are
/// the checks of shape and the readers' own care. The image ends at a page that must not be touched.
struct SnapshotFuzz {
  private static let mentors = 40
  private let bytes: [UInt8]
  private let queries: [Query]
  private let guarded: GuardedMemory

  init?() {
    let directory = GeneratedDirectory(count: Self.mentors)
    var builder = IndexBuilder()
    for mentor in directory.mentors() { builder.add(mentor, writeUp: mentor.writeUp.plainText) }
    guard let index = try? builder.finish(), let guarded = GuardedMemory(byteCount: index.image.byteCount) else {
      return nil
    }
    bytes = index.image.copiedBytes
    queries = directory.steps.map(\.query) + [Query("open:yes -area:a"), Query("near:x all:area area:e name:a")]
    self.guarded = guarded
  }

  /// Returns the number of answers that were wrong though nothing was noticed.
  func run(_ count: Int) -> Int {
    var random = SplitMix(seed: 5), refused: [String: Int] = [:], answered = 0, wrong = 0
    for number in 0..<count {
      var image = bytes
      let isSealed = number % 2 == 1
      for _ in 0..<random.within(1...4) { mutate(&image, &random) }
      if isSealed { image.withUnsafeMutableBytes { IndexSeal.renew($0) } }
      if !isSealed, random.within(0...9) == 0 { image.removeLast(random.within(1...image.count)) }
      guard let base = guarded.fill(image) else { continue }
      do {
        let image = try IndexImage(
          base: base, byteCount: image.count, verifying: isSealed ? .smallSections : .everything
        ) { _, _ in }
        answered += 1
        let total = ask(SearchIndex(image), &random, withScreen: number % 64 == 1)
        if !isSealed, total != Self.mentors { wrong += 1 }
      } catch {
        refused["\(error)".prefix { $0 != "(" }.description, default: 0] += 1
      }
    }
    print("\(count) damaged snapshots: \(answered) answered, \(wrong) of them wrong without a seal to excuse it")
    for (reason, times) in refused.sorted(by: { $0.key < $1.key }) { print("  refused, \(reason): \(times)") }
    return wrong
  }

  /// A byte, a number or a stretch becomes something else; half of the time in the header and the small sections.
  private func mutate(_ image: inout [UInt8], _ random: inout SplitMix) {
    let end = random.within(0...1) == 0 ? min(image.count, 4096) : image.count
    let place = random.within(0...(end - 1))
    switch random.within(0...3) {
    case 0: image[place] ^= 1 << UInt8(random.within(0...7))
    case 1: image[place] = UInt8.random(in: 0...255, using: &random)
    case 2:
      let number: UInt32 = [0, 1, .max, 0x7FFF_FFFF, UInt32.random(in: 0...UInt32.max, using: &random)][
        random.within(0...4)]
      withUnsafeBytes(of: number) {
        for (offset, byte) in $0.enumerated() where place / 4 * 4 + offset < image.count {
          image[place / 4 * 4 + offset] = byte
        }
      }
    default:
      let from = random.within(0...(image.count - 1)), length = random.within(1...200)
      for offset in 0..<min(length, image.count - max(place, from)) { image[place + offset] = image[from + offset] }
    }
  }

  /// Everything that reads a section. Returns the total of the empty query.
  private func ask(_ index: SearchIndex, _ random: inout SplitMix, withScreen: Bool) -> Int {
    let session = SearchSession(index), day = CalendarDay(daysSinceEpoch: 20_000)
    let total = session.search(Query()).total
    for _ in 0..<2 {
      let result = session.search(queries[random.within(0...(queries.count - 1))])
      let sort = SortKey.allCases[random.within(0...(SortKey.allCases.count - 1))]
      for mentor in session.mentors(0..<20, sort: sort, day: day) {
        _ = (index.name(of: mentor), index.id(of: mentor), index.lastChanged(of: mentor), index.freePlaces(of: mentor))
        _ = FacetName.allCases.map { index.values(of: mentor, in: $0).map { index.path(of: $0) } }
      }
      _ = result.values(of: FacetName.allCases[random.within(0...8)], limit: 5, narrowing: "a")
    }
    guard withScreen else { return total }
    var state = AppState(
      index: index, status: .init(label: "damaged"), size: Size(width: 100, height: 30),
      now: Timestamp(seconds: 1_700_000_000))
    for key in ["j", "G", "Tab", "Space", "/", "a", "Enter", "w"] {
      guard let event = KeyEvent(key) else { continue }
      _ = update(&state, .key(event))
      _ = view(state)
    }
    return total
  }
}

/// Memory whose last byte stands right before a page that cannot be touched.
private final class GuardedMemory {
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  private static let page = 4096

  init?(byteCount: Int) {
    capacity = (byteCount + Self.page - 1) / Self.page * Self.page
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let start = mmap(nil, capacity + Self.page, PROT_READ | PROT_WRITE, flags, -1, 0), start != MAP_FAILED,
      mprotect(start + capacity, Self.page, PROT_NONE) == 0
    else { return nil }
    self.start = start
  }

  deinit { munmap(start, capacity + Self.page) }

  /// Where the bytes are now; nil if they are so few that they could not be aligned.
  func fill(_ bytes: [UInt8]) -> UnsafeRawPointer? {
    let aligned = (bytes.count + 63) / 64 * 64
    let place = start + (capacity - aligned)
    bytes.withUnsafeBytes { if let from = $0.baseAddress { place.copyMemory(from: from, byteCount: $0.count) } }
    return UnsafeRawPointer(place)
  }
}
