import DirectorySync
import LoopbackKit
import MentorDirectory
import Testing

@Suite struct PortalSource {
  private static let rep = """
    {"first_name": "Noor", "last_name": "Voorbeeld", "fullname": "Noor Voorbeeld", "resource_uri": "/api/v1/rep/1/",
     "profile": {"display_name": "noor", "city": "Gent", "country": "Belgium", "lat": 51.05, "lon": 3.72,
      "mozillians_profile_url": "https://phonebook.example/en-US/u/noor/", "is_mentor": true,
      "functional_areas": [{"name": "Localization"}], "mobilising_skills": [{"name": "events"}],
      "mobilising_interests": [{"name": "video"}], "mentor": "/api/v1/rep/3/", "last_report_date": "2030-01-01"}}
    """

  private func portal(_ request: LoopbackRequest) -> LoopbackAnswer {
    let query = MadeUpPhonebook.query(request.target)
    switch request.path {
    case "/api/v1/rep/":
      guard query["group"] == "mentor", query["limit"] == "0" else { return .json(#"{"meta": {}, "objects": []}"#) }
      return .json(#"{"meta": {"limit": 0, "next": null, "total_count": 1}, "objects": [\#(Self.rep)]}"#)
    case "/api/remo/v1/users/":
      guard query["groups"] == "Mentor" else { return .json("[]") }
      return .json(
        """
        [{"first_name": "Noor", "last_name": "Voorbeeld", "display_name": "noor", "_url": "/api/remo/v1/users/1/"},
         {"first_name": "Tjaša", "last_name": "Izmišljena", "display_name": "tj", "_url": "/api/remo/v1/users/2/"}]
        """)
    case "/api/remo/v1/users/1/", "/api/remo/v1/users/2/":
      let isFirst = request.path.hasSuffix("1/")
      return .json(
        """
        {"first_name": "\(isFirst ? "Noor" : "Tjaša")", "last_name": "\(isFirst ? "Voorbeeld" : "Izmišljena")",
         "display_name": "x", "city": "Gent", "country": "Belgium", "bio": "I **organise**.", "irc_name": "noor",
         "mentor": {"first_name": "Someone", "last_name": "Else", "display_name": "else", "_url": "/api/remo/v1/users/9/"},
         "functional_areas": [{"name": "Localization"}], "mobilising_skills": [{"name": "events"}],
         "mobilising_interests": [{"name": "video"}], "remo_url": "https://portal.example/u/x/"}
        """)
    case "/mentors.csv":
      return .text(
        """
        fullname;profile.city;profile.country;profile.irc_name;profile.is_mentor
        Noor Voorbeeld;Gent;Belgium;None;True
        Wren Nobody;None;Wales;wren;False
        Ximena Inventada;None;Chile;xim;True

        """, type: "text/csv")
    default: return .status(404)
    }
  }

  private func sync(
    _ address: String, _ change: (inout SyncSource) -> Void = { _ in }
  ) async throws -> Synced {
    let fixture = try SourceFixture { portal($0) }
    var source = fixture.source(.portal, address)
    source.name = "Regional volunteers"
    change(&source)
    return await fixture.sync(source)
  }

  @Test func `the first API gives whole objects`() async throws {
    let synced = try await sync("http://portal.example/api/v1/rep/")
    let noor = try #require(synced.listed("Noor Voorbeeld"))
    #expect(noor.areas == ["Localization"])
    #expect(noor.interests == ["events"])
    #expect(noor.seeks == ["video"])
    #expect(noor.place.raw == "Gent, Belgium")
    #expect(noor.scopeNote == "Guides volunteers of Regional volunteers")
  }

  @Test(arguments: ["http://portal.example/api/remo/v1/users/", "http://portal.example/"])
  func `the second API gives stubs whose details are asked for`(address: String) async throws {
    let synced = try await sync(address)
    #expect(synced.listed.map(\.name) == ["Noor Voorbeeld", "Tjaša Izmišljena"])
    #expect(synced.listed.first?.interests == ["events"])
    #expect(synced.listed.first?.paragraphs == ["I organise."])
    #expect(synced.listing?.isComplete == true)
  }

  @Test func `its CSV is the same portal`() async throws {
    let synced = try await sync("http://portal.example/mentors.csv") { $0.scopeNote = "Only for our own" }
    #expect(synced.listed.map(\.name) == ["Noor Voorbeeld", "Ximena Inventada"])
    #expect(synced.listed.first?.scopeNote == "Only for our own")
    #expect(synced.listed.last?.place.raw == "Chile")
  }

  @Test func `phonebook and portal know the same person by the profile`() async throws {
    let portal = try #require(try await sync("http://portal.example/api/v1/rep/").listed.first)
    var entry = Mentor(id: MentorID("phonebook:noor"), name: "N. Voorbeeld")
    entry.profiles = ["https://phonebook.example/u/noor"]
    let merged = MentorMerge.merge([
      SourcedMentor(source: "portal", trust: .profiles, mentor: portal),
      SourcedMentor(source: "phonebook", trust: .profiles, mentor: entry),
    ])
    #expect(merged.mentors.count == 1)
  }
}
