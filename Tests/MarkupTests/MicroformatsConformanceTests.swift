import Foundation
import Markup
import MentorDirectory
import Testing

/// The public cases of the microformats test suite: HTML beside the JSON it stands for.
@Suite struct MicroformatsConformanceTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/conformance/microformats")

  /// Cases that are read otherwise, and why. None at present.
  static let exceptions: [String: String] = [:]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder.path), "../shared/conformance/microformats is not here"))
  func everyCaseIsReadAsTheSuiteHasIt() throws {
    let walk = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
      .sorted()
    #expect(names.count > 40)
    #expect(Self.exceptions.keys.allSatisfy(names.contains))
    for name in names {
      let path = Self.folder.path + "/" + name
      let html = try String(contentsOfFile: path + ".html", encoding: .utf8)
      let expected = try #require(JSONReader.read(try String(contentsOfFile: path + ".json", encoding: .utf8)).value)
      let found = try MarkupDocument(html, as: .html).microformats(base: "http://example.com/").json
      let isSame = sorted(found) == sorted(expected)
      #expect(isSame == (Self.exceptions[name] == nil), "\(name): \(found.text())")
    }
  }

  /// Members of objects have no order.
  private func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): return .array(values.map(sorted))
    case .object(let object):
      var out = JSONObject()
      for (key, value) in object.members.sorted(by: { $0.key < $1.key }) { out.append(key, sorted(value)) }
      return .object(out)
    default: return value
    }
  }
}
