import Testing

@testable import MentorDirectory

/// An index from a file that cannot be trusted: refused for a reason, or read without harm.
@Suite struct DamagedIndexTests {
  private static func image(_ count: Int = 40) throws -> [UInt8] {
    var random = SeededGenerator(seed: 3)
    return try IndexTests.index((0..<count).map { IndexTests.mentor($0, &random) }.inDisplayOrder()).image.copiedBytes
  }

  @Test func everyDamagedByteIsNoticedOrMakesNoDifference() throws {
    var random = SeededGenerator(seed: 3)
    let bytes = try Self.image()
    #expect(SearchSession(SearchIndex(try IndexTests.image(bytes))).search(Query()).total == 40)
    for _ in 0..<400 {
      var broken = bytes
      broken[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      // Either refused, or the change was between the sections.
      if let image = try? IndexTests.image(broken) {
        #expect(SearchSession(SearchIndex(image)).search(Query()).total == 40)
      }
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    let bytes = try Self.image()
    func reason(_ change: (inout [UInt8]) -> Void) -> IndexImageError? {
      var broken = bytes
      change(&broken)
      do {
        _ = try IndexTests.image(broken)
        return nil
      } catch { return error }
    }
    #expect(reason { $0.removeAll() } == .tooShort)
    #expect(reason { $0.removeLast(64) } == .tooShort)
    #expect(reason { $0 = Array($0.prefix(200)) } == .tooShort)
    #expect(reason { $0.append(0) } == .damaged)
    #expect(reason { $0.replaceSubrange(0..<8, with: "SQLite f".utf8) } == .notAnIndex)
    #expect(reason { $0.replaceSubrange(0..<8, with: $0[0..<8].reversed()) } == .otherByteOrder)
    #expect(reason { $0[8] = 1 } == .earlierFormat(1))
    #expect(reason { $0[8] = 99 } == .laterFormat(99))
    #expect(reason { $0[60] ^= 1 } == .damaged)
    #expect(reason { _ in } == nil)
  }

  @Test func aLargeSectionIsComparedWhenItIsAskedFor() throws {
    var bytes = try Self.image()
    let whole = SearchIndex(try IndexTests.image(bytes))
    let names = whole.image.entry(.nameBytes)
    bytes[Int(names.offset)] ^= 1
    #expect(throws: IndexImageError.damaged) { try IndexTests.image(bytes) }
    let image = try IndexTests.image(bytes, verifying: .smallSections)
    func isWhole(_ image: IndexImage) -> Bool {
      let bytes = image.copiedBytes
      return image.isWhole { offset, part in
        part.copyBytes(from: bytes[offset..<(offset + part.count)])
        return true
      }
    }
    #expect(!isWhole(image))
    #expect(isWhole(whole.image))
    #expect(!whole.image.isWhole { _, _ in false })
  }

  /// Whoever seals damage again gets wrong answers at most.
  @Test(arguments: 0..<8)
  func sealedDamageEndsNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = try Self.image(), day = CalendarDay(daysSinceEpoch: 0)
    let queries = [
      "", "ma", "ru", #""first patch""#, "gardne", "rivre~", "area:coding loc:berlin", "near:berlin open:yes",
    ]
    for _ in 0..<250 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<broken.count, using: &random) / 4 * 4
        let number: UInt32 = random.pick([0, 1, .max, 0x7FFF_FFFF, .random(in: 0 ... .max, using: &random)])
        withUnsafeBytes(of: number) { broken.replaceSubrange(place..<(place + 4), with: $0) }
      }
      broken.withUnsafeMutableBytes { IndexSeal.renew($0) }
      guard let image = try? IndexTests.image(broken, verifying: .smallSections) else { continue }
      let session = SearchSession(SearchIndex(image))
      for query in queries {
        let result = session.search(Query(query))
        let sort = random.pick(SortKey.allCases)
        for mentor in session.mentors(0..<10, sort: sort, day: day) {
          _ = (session.index.name(of: mentor), session.index.id(of: mentor))
          for facet in FacetName.allCases { _ = session.index.values(of: mentor, in: facet) }
        }
        for facet in FacetName.allCases { _ = result.values(of: facet, limit: 5).map { session.index.path(of: $0) } }
      }
    }
  }

  @Test func aDirectoryThatDoesNotFitIsRefusedNotCut() {
    var random = SeededGenerator(seed: 1)
    for limit in [0, 20, 100, 500] {
      var builder = IndexBuilder(limit: limit)
      for number in 0..<60 { builder.add(IndexTests.mentor(number, &random), writeUp: "some words that fill it up") }
      #expect(throws: IndexImageError.tooLarge) { try builder.finish() }
    }
  }
}
