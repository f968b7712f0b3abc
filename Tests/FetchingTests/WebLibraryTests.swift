import Fetching
import Testing

@Test func theLibrarySaysItsVersion() {
  #expect(WebLibrary.version.split(separator: ".").count == 3)
}
