import Foundation
import Testing

@testable import DirectorySync

@Suite struct InputFileTests {
  @Test func `reads a file to its end`() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<700_000).map { UInt8($0 % 251) }
    let path = try folder.write(bytes, to: "a.txt")
    #expect(try InputFile.read(path) == bytes)
  }

  @Test func `each way to fail has its own fact`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: InputError.missing) { try InputFile.read(folder.path + "/nothing.csv") }
    #expect(throws: InputError.directory) { try InputFile.read(folder.path) }
    let empty = try folder.write([], to: "empty.csv")
    #expect(throws: InputError.empty) { try InputFile.read(empty) }
    let large = try folder.write(Array(repeating: 65, count: 101), to: "large.csv")
    #expect(throws: InputError.tooLarge(limit: 100)) { try InputFile.read(large, limit: 100) }
    #expect(throws: InputError.tooLarge(limit: 1 << 20)) { try InputFile.read("/dev/zero", limit: 1 << 20) }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func `a file without permission is unreadable`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([65], to: "secret.csv")
    chmod(path, 0)
    #expect(throws: InputError.unreadable(errno: EACCES)) { try InputFile.read(path) }
  }
}
