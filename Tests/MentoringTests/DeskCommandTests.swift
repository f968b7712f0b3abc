import Foundation
import Glibc
import MentorDirectory
import Testing

/// `mentoring desk …`, through the built program.
@Suite(.serialized, .timeLimit(.minutes(4))) struct DeskCommandTests {
  private static let mentors = """
    Name,Email,Page,What can you mentor in?,Areas,Languages,Where are you based?,Capacity
    Aroha Ngata,aroha@mentor.example,https://aroha.example/mentoring,"style guides; terminology",Localization,"Māori; English","Wellington, New Zealand",1
    Bogdan Ilić,bogdan@mentor.example,https://bogdan.example/mentoring,Rust,Coding,"Serbian; English","Belgrade, Serbia",2

    """

  private static let letter = """
    From: Robin Adeyemi <robin@people.example>
    To: stewards@desk.example
    Subject: Looking for a mentor
    Message-ID: <letter.1@people.example>

    Hello, I speak English and would like to learn about style guides and localization.

    """

  private func filled() throws -> Sandbox {
    let box = try Sandbox()
    try box.write(Self.mentors, to: "mentors.csv")
    try box.write(Self.letter, to: "letter.eml")
    try #require(try box.run("import", "mentors.csv").status == 0)
    let added = try box.run("desk", "add", "letter.eml")
    try #require(added.status == 0, "\(added.error)")
    return box
  }

  private let steward = ["MENTORING_STEWARD": "Ngozi Okafor <ngozi@desk.example>"]

  @Test("A letter becomes a request, once, and is ranked with reasons")
  func match() throws {
    let box = try filled()
    let again = try box.run("desk", "add", "letter.eml")
    #expect(again.status == 0)
    #expect(again.error.contains("1 request had been added before"))
    let list = try box.run("desk", "list", "--json")
    #expect(list.json["requests"]?.array?.map { $0["name"]?.string } == ["Robin Adeyemi"])
    #expect(list.json["requests"]?.array?.first?["areas"]?.array?.map(\.string) == ["Localization"])
    #expect(list.json["requests"]?.array?.first?["waitingFor"]?.string == "steward")
    let match = try box.run("desk", "match", "Robin", "--json")
    let first = try #require(match.json["matches"]?.array?.first)
    #expect(first["name"]?.string == "Aroha Ngata")
    let reasons = first["reasons"]?.array ?? []
    #expect(reasons.compactMap { $0["points"]?.int }.reduce(0, +) == first["score"]?.int)
    #expect(
      reasons.contains {
        $0["text"]?.string == "both in Localization" && $0["from"]?.string?.contains("mentors") == true
      })
  }

  @Test("An introduction is written to a file that is no mail of two, kept word for word, and holds the place")
  func introduce() throws {
    let box = try filled()
    let run = try box.run(
      "desk", "introduce", "Robin", "Aroha", "--as", "eml", "--output", "out.eml", with: steward)
    #expect(run.status == 0, "\(run.error)")
    let mail = try box.read("out.eml")
    #expect(mail.contains("From: \"Ngozi Okafor\" <ngozi@desk.example>\r\n"))
    #expect(mail.contains("<robin@people.example>") && mail.contains("<aroha@mentor.example>"))
    #expect(mail.contains("You both care about Localization."))
    let again = try box.run("desk", "introduce", "Robin", "Aroha", "--as", "eml", "--output", "two.eml", with: steward)
    #expect(again.status == 3)
    #expect(again.error.contains("introduced to Aroha Ngata already"))
    let history = try box.run("desk", "show", "Robin", "--json").json["history"]?.array ?? []
    #expect(history.last?["subject"]?.string == "Introducing Robin Adeyemi and Aroha Ngata")
    // The only place is taken now.
    _ = try box.run("desk", "add", "--name", "Kim", "--contact", "kim@people.example", "--wants", "localization")
    let other = try box.run("desk", "match", "Kim", "--json").json["matches"]?.array ?? []
    #expect(other.map { $0["name"]?.string } == ["Bogdan Ilić"])
    #expect(try box.run("desk", "undo", with: steward).status == 0)
    let freed = try box.run("desk", "match", "Kim", "--json").json["matches"]?.array ?? []
    #expect(freed.first?["name"]?.string == "Aroha Ngata")
  }

  @Test("A mail program gets the mail; one that fails leaves the request as it was")
  func send() throws {
    let box = try filled()
    try box.write("#!/bin/sh\ncat > sent.txt\n", to: "mailer")
    try box.write("#!/bin/sh\nexit 7\n", to: "broken")
    for name in ["mailer", "broken"] { chmod(box.full(name), 0o755) }
    let failed = try box.run(
      "desk", "introduce", "Robin", "Aroha", "--send",
      with: steward.merging(["MENTORING_SENDMAIL": "./broken"]) { $1 })
    #expect(failed.status == 3)
    #expect(failed.error.contains("ended with 7"))
    #expect(try box.run("desk", "list", "--json").json["requests"]?.array?.first?["state"]?.string == "new")
    let sent = try box.run(
      "desk", "introduce", "Robin", "Aroha", "--send",
      with: steward.merging(["MENTORING_SENDMAIL": "./mailer"]) { $1 })
    #expect(sent.status == 0, "\(sent.error)")
    #expect(try box.read("sent.txt").hasPrefix("Date: "))
    #expect(try box.run("desk", "list", "--json").json["requests"]?.array?.first?["state"]?.string == "introduced")
  }

  @Test("An editor that fails or leaves nothing sends nothing", arguments: ["false", "truncate -s 0"])
  func editor(editor: String) throws {
    let box = try filled()
    let run = try box.run(
      "desk", "introduce", "Robin", "Aroha", "--edit", "--as", "eml", "--output", "out.eml",
      with: steward.merging(["VISUAL": editor]) { $1 })
    #expect(run.status != 0)
    #expect(run.error.contains("nothing was sent"))
    #expect(!box.exists("out.eml"))
    #expect(try box.run("desk", "list", "--json").json["requests"]?.array?.first?["state"]?.string == "new")
  }

  @Test("States, reasons, forgetting")
  func deeds() throws {
    let box = try filled()
    #expect(try box.run("desk", "close", "Robin", "--as", "withdrawn").status == 2)
    #expect(try box.run("desk", "close", "Robin", "--as", "withdrawn", "--reason", "moved away").status == 0)
    #expect(try box.run("desk", "list").status == 1)
    #expect(try box.run("desk", "move", "Robin", "active").status == 2)
    #expect(try box.run("desk", "note", "Robin", "likes", "tea").status == 0)
    #expect(try box.run("desk", "show", "Robin").output.contains("noted: likes tea"))
    #expect(try box.run("desk", "forget", "Robin").status == 2)
    #expect(try box.run("desk", "forget", "Robin", "--yes").status == 0)
    let all = try box.run("desk", "list", "--all")
    #expect(all.output.contains("(forgotten)") && !all.output.contains("Robin"))
  }

  @Test("What comes is bad: a binary file, an empty one, a mail without words")
  func badInput() throws {
    let box = try filled()
    try box.write("", to: "empty.txt")
    try box.write("From: x@people.example\nSubject: \n\n\n", to: "silent.eml")
    for file in ["empty.txt", "silent.eml", "missing.eml"] {
      let run = try box.run("desk", "add", file)
      #expect(run.status == 3, "\(file)")
      #expect(run.error.contains(file))
    }
    let evil = try box.run(
      "desk", "add", "--name", "a\u{1B}[2J\r\nBcc: x@evil.example", "--contact", "b@people.example", "--wants",
      "localization")
    #expect(evil.status == 0)
    #expect(!evil.output.contains("\u{1B}"))
    let mail = try box.run("desk", "introduce", "bcc", "Aroha", "--as", "eml", with: steward)
    #expect(!mail.output.contains("\r\nBcc:"))
  }
}

extension Sandbox {
  fileprivate func read(_ name: String) throws -> String { try String(contentsOfFile: full(name), encoding: .utf8) }
  fileprivate func exists(_ name: String) -> Bool { access(full(name), F_OK) == 0 }
}
