import DirectorySync
import Fetching
import LoopbackKit
import MentorDirectory
import Testing

@Suite struct PhonebookSource {
  private func sync(
    _ phonebook: MadeUpPhonebook, address: String = "http://phonebook.example/api/v2/users/?group=mentoring",
    key: String? = MadeUpPhonebook.key, _ change: (inout SyncSource) -> Void = { _ in }
  ) async throws -> (Synced, SourceFixture) {
    let fixture = try SourceFixture { phonebook.answer($0) }
    var source = fixture.source(.phonebook, address)
    source.credential = key.map { Credential(header: "X-API-KEY", value: $0) }
    change(&source)
    return (await fixture.sync(source), fixture)
  }

  @Test(arguments: [MadeUpPhonebook.Pagination.offset, .page])
  func `version 2 is read to its end, in either pagination`(_ pagination: MadeUpPhonebook.Pagination) async throws {
    let (synced, fixture) = try await sync(MadeUpPhonebook(pagination: pagination))
    #expect(synced.failure == nil)
    #expect(synced.listed.map(\.name) == ["Rowan Fictief", "Sefa Örnek", "Mbali Mfano", "Jun Kari", "Inês Exemplo"])
    #expect(synced.listing?.isComplete == true)
    #expect(fixture.asked.filter { $0.contains("/users/?") }.count == 3)
    let sefa = try #require(synced.listed("Sefa Örnek"))
    #expect(sefa.groups == ["mentoring", "localization"])
    #expect(sefa.areas == ["localization"])
    #expect(sefa.page == "http://sefa.example/mentoring")
    #expect(sefa.place.timeZone == "Europe/Amsterdam")
    #expect(synced.listed("Jun Kari")?.title == "Volunteer")
  }

  @Test func `skills are asked for from their own side`() async throws {
    let (synced, fixture) = try await sync(MadeUpPhonebook())
    #expect(synced.listed("Rowan Fictief")?.interests == ["origami"])
    #expect(synced.listed("Jun Kari")?.interests == [])
    #expect(!fixture.asked.contains { $0.contains("nothing") })
  }

  @Test func `only what is public is kept, and an unknown word is not`() async throws {
    let (careful, _) = try await sync(MadeUpPhonebook())
    #expect(careful.listed("Rowan Fictief")?.contacts == [])
    #expect(careful.listed("Mbali Mfano")?.profiles.contains { $0.contains("hidden") } == false)
    let (open, _) = try await sync(MadeUpPhonebook()) { $0.keepsRestricted = true }
    #expect(open.listed("Rowan Fictief")?.contact("email") == "rowan@mail.example")
    #expect(open.listed("Rowan Fictief")?.privacy[.contacts] == .community)
    #expect(open.listed("Mbali Mfano")?.profiles.contains { $0.contains("hidden") } == true)
  }

  @Test func `a mentoring page among the websites is visited`() async throws {
    let (synced, _) = try await sync(MadeUpPhonebook())
    #expect(synced.listing?.pages == ["http://sefa.example/mentoring"])
  }

  @Test(arguments: ["wrong", nil])
  func `a bad key and a missing one are told apart from a broken service`(key: String?) async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(), key: key)
    guard case .keyRefused(let address, let hadKey) = synced.failure else {
      Issue.record("\(synced.failure.debugDescription)")
      return
    }
    #expect(hadKey == (key != nil))
    #expect(address == "http://phonebook.example/api/v2/users/?group=mentoring")
    #expect(synced.steps == 0)
  }

  @Test func `the list is found from the address of the service alone`() async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(), address: "http://phonebook.example/")
    #expect(synced.listed.count == 5)
  }

  @Test func `version 1 has its key in the address, and shows it nowhere`() async throws {
    let (synced, fixture) = try await sync(
      MadeUpPhonebook(), address: "http://phonebook.example/api/v1/users/",
      key: "\(MadeUpPhonebook.program):\(MadeUpPhonebook.key)")
    #expect(synced.listed.count == 5)
    #expect(synced.listed("Sefa Örnek")?.groups == ["mentoring", "localization"])
    #expect(synced.listed("Sefa Örnek")?.languages.map(\.name) == ["Dutch"])
    #expect(synced.listed("Sefa Örnek")?.contact("github") == "sefa")
    #expect(!synced.words.contains(MadeUpPhonebook.key))
    #expect(fixture.asked.allSatisfy { $0.contains("limit=500") || $0.contains("offset=") })
  }

  @Test func `the key of version 2 goes in a header and shows nowhere`() async throws {
    let (synced, fixture) = try await sync(MadeUpPhonebook(broken: [1: "{}"]))
    #expect(!synced.words.contains(MadeUpPhonebook.key))
    #expect(fixture.asked.allSatisfy { !$0.contains(MadeUpPhonebook.key) })
    let elsewhere = fixture.server.requests.filter { $0.host != MadeUpPhonebook.host }
    #expect(elsewhere.allSatisfy { $0["x-api-key"] == nil })
  }

  @Test(arguments: ["/api/v2/users/", "/api/v1/users/"])
  func `a service that sends us elsewhere gets no answer read, and elsewhere gets no key`(path: String) async throws {
    let fixture = try SourceFixture { request in
      request.host == MadeUpPhonebook.host
        ? .redirect(to: "http://elsewhere.example\(request.target)")
        : .json(#"{"results": [{"full_name": "Eve"}], "next": null}"#)
    }
    var source = fixture.source(.phonebook, "http://phonebook.example\(path)")
    source.credential = Credential(header: "X-API-KEY", value: MadeUpPhonebook.key)
    let synced = await fixture.sync(source)
    #expect(synced.failure?.kind == "fetch")
    #expect(synced.steps == 0)
    #expect(!synced.words.contains(MadeUpPhonebook.key))
    let elsewhere = fixture.server.requests(host: "elsewhere.example")
    #expect(elsewhere.allSatisfy { $0["x-api-key"] == nil })
    // In version 1 the key stands in the address, and this server repeats the address that it was asked for.
    #expect(!elsewhere.contains { $0.target.contains(MadeUpPhonebook.key) })
  }

  // MARK: Faults

  @Test(arguments: [
    "http://phonebook.example/api/v2/users/?group=mentoring", "http://elsewhere.example/api/v2/users/?page=2",
    "ftp://phonebook.example/x", "http://phonebook.example:8080/api/v2/users/?page=2", "//elsewhere.example/x",
  ])
  func `a next that leads in a circle or away is refused, what was read is kept`(next: String) async throws {
    let (synced, fixture) = try await sync(MadeUpPhonebook(lies: [0: next]))
    #expect(synced.failure == nil)
    #expect(synced.listed.map(\.name) == ["Rowan Fictief", "Sefa Örnek"])
    #expect(synced.listing?.isComplete == false)
    #expect(synced.problems.contains { $0.reason.contains("goes on at") })
    #expect(!fixture.asked.contains { $0.contains("elsewhere") })
  }

  @Test(arguments: [
    #"{"detail": "Be gone."}"#, "[[]]", "null", #""text""#, "{\"results\": {}}", "<html>Sorry</html>", "",
    #"{"count": 5, "next": null, "results": [{"username": "x""#,
  ])
  func `JSON of the wrong shape in the middle costs the rest, not what was read`(text: String) async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(broken: [1: text]))
    #expect(synced.failure == nil)
    #expect(synced.listed.map(\.name).starts(with: ["Rowan Fictief", "Sefa Örnek"]))
    #expect(synced.listing?.isComplete == false)
    #expect(!synced.problems.isEmpty)
  }

  @Test func `a page of nothing but strange entries is told of in a few problems`() async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(broken: [1: "[" + String(repeating: "0,", count: 5000) + "0]"]))
    #expect(synced.listed.map(\.name).starts(with: ["Rowan Fictief", "Sefa Örnek"]))
    #expect(synced.listing?.isComplete == false)
    #expect(synced.problems.count < 50)
    #expect(synced.problems.contains { $0.reason == "4981 more entries of this page are no records" })
  }

  @Test func `a service that says no list at first is not readable, and says why`() async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(broken: [0: #"{"detail": "Tea time."}"#]))
    guard case .notReadable(let problem) = synced.failure else {
      Issue.record("\(synced.failure.debugDescription)")
      return
    }
    #expect(problem.reason.contains("Tea time"))
    #expect(synced.steps == 0)
  }

  @Test func `records that are garbage among good ones cost themselves`() async throws {
    let (synced, _) = try await sync(
      MadeUpPhonebook(brokenDetails: [1: .json("[]"), 2: .status(404), 3: .json("{\"full_name\""), 4: .status(500)]))
    #expect(synced.listed.map(\.name) == ["Inês Exemplo"])
    #expect(synced.listing?.isComplete == false)
    #expect(synced.problems.count >= 4)
  }

  @Test func `whoever is gone from the service is gone, not unread`() async throws {
    let (synced, _) = try await sync(MadeUpPhonebook(brokenDetails: [2: .status(410)]))
    #expect(synced.listed.count == 4)
    #expect(synced.listing?.isComplete == true)
  }
}
