import Testing

@testable import DirectorySync

@Suite struct ServiceAddresses {
  private func first(_ kind: SourceKind, _ address: String, group: String = "mentoring") -> [String] {
    var source = SyncSource(name: "source", kind: kind, address: address)
    source.group = group
    return ServiceAddress.candidates(for: source).map(\.first)
  }

  @Test func `an address that names an API is asked, with the group where it names none`() {
    #expect(
      first(.phonebook, "https://p.example/api/v2/users/", group: "new people")
        == ["https://p.example/api/v2/users/?group=new%20people"])
    #expect(
      first(.phonebook, "https://p.example/api/v2/users/?group=a&limit=5#x")
        == ["https://p.example/api/v2/users/?group=a&limit=5"])
    #expect(
      first(.phonebook, "https://p.example/api/v1/users/?app_key=s3cret")
        == ["https://p.example/api/v1/users/?groups=mentoring&limit=500"])
    #expect(first(.portal, "https://r.example/api/v1/rep/") == ["https://r.example/api/v1/rep/?group=mentor&limit=0"])
    #expect(
      first(.portal, "https://r.example/api/remo/v1/users/", group: "Council")
        == ["https://r.example/api/remo/v1/users/?groups=Council"])
  }

  @Test func `the address of a service alone leads to the usual places`() {
    #expect(
      first(.phonebook, "https://p.example")
        == [
          "https://p.example/api/v2/users/?group=mentoring",
          "https://p.example/api/v1/users/?groups=mentoring&limit=500",
        ])
    #expect(first(.portal, "https://r.example/mentors.json") == ["https://r.example/mentors.json"])
  }

  @Test(arguments: [
    ("/api/x?page=2", "https://p.example/api/x?page=2"), ("?page=2", "https://p.example/api/users/?page=2"),
    ("https://P.example:443/y", "https://P.example:443/y"),
    // A proxy ends the secure connection, and the service behind it does not know of it.
    ("http://p.example/api/users/?page=2", "https://p.example/api/users/?page=2"),
  ])
  func `what a service says of itself is followed`(reference: String, target: String) throws {
    let origin = try #require(ServiceOrigin("https://p.example/"))
    #expect(origin.resolved(reference, on: "https://p.example/api/users/") == target)
  }

  @Test(arguments: [
    "https://q.example/api", "https://p.example.q.example/", "https://p.example@q.example/", "https://p.example:444/",
    "//q.example/", "ftp://p.example/", "javascript:1", "https://sub.p.example/",
  ])
  func `what leads elsewhere is not`(reference: String) throws {
    let origin = try #require(ServiceOrigin("https://p.example/"))
    #expect(origin.resolved(reference, on: "https://p.example/api/users/") == nil)
  }
}
