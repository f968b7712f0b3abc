import MentorDirectory
import Testing

@testable import StewardDesk

@Suite struct MatcherTests {
  /// Hours counted one minute at a time on two clocks.
  @Test func sharedHoursAreThoseOfTwoClocks() {
    func awake(_ minute: Int, _ offset: Int) -> Bool {
      let local = ((minute + offset) % 1_440 + 1_440) % 1_440
      return local >= 8 * 60 && local < 22 * 60
    }
    for a in stride(from: -720, through: 840, by: 60) {
      for b in stride(from: -720, through: 840, by: 45) {
        let minutes = (0..<1_440).count { awake($0, a) && awake($0, b) }
        #expect(WakingHours.shared(a, b) == minutes / 60, "\(a) and \(b)")
      }
    }
  }

  private func mentor(_ name: String, _ change: (inout Mentor) -> Void = { _ in }) -> Mentor {
    var mentor = Mentor(id: MentorID(name.lowercased()), name: name)
    mentor.availability = Availability(state: .open, capacity: 2)
    mentor.contacts = [Contact(kind: "email", value: "\(name.lowercased())@mentor.example")]
    mentor.languages = [Language(code: "en", name: "English")]
    change(&mentor)
    return mentor
  }

  private func matcher(_ mentors: [Mentor], desk: Desk = Desk(), now: Timestamp = start) -> Matcher {
    var index = MatchIndex(
      vocabulary: Vocabulary(["Localization = l10n, translation\nRust = rustlang\nSupport = sumo"]), now: now)
    let loads = desk.loads(now: now)
    for mentor in mentors {
      index.add(
        mentor, writeUp: mentor.writeUp.plainText, utcOffset: mentor.place.utcOffset,
        load: loads[mentor.id] ?? MentorLoad(), isBlocked: desk.mentors[mentor.id]?.block != nil)
    }
    return Matcher(index)
  }

  private func record(_ change: (inout Wish) -> Void) throws -> RequestRecord {
    var scribe = Scribe()
    let id = scribe.request(text: "", change)
    return try #require(scribe.desk.requests[id])
  }

  @Test func whatIsSharedCountsAndSaysWhy() throws {
    let ada = mentor("Ada") {
      $0.areas = ["l10n"]
      $0.interests = ["style guides"]
      $0.languages = [Language(code: "de", name: "German"), Language(code: "en", name: "English")]
      $0.place.city = "Berlin"
      $0.place.country = "Germany"
      $0.place.countryCode = "DE"
      $0.place.utcOffset = 60
      $0.writeUp = WriteUp([.paragraph([.text("I review terminology. Your first translated string matters.")])])
      $0.provenance[.areas] = Provenance(source: "phonebook", detail: "group l10n")
    }
    let others = (0..<8).map { number in mentor("Other\(number)") { $0.areas = ["Support"] } }
    let matcher = matcher([ada] + others)
    let request = try record {
      $0.areas = ["Localization"]
      $0.languages = [Language(code: "de", name: "German")]
      $0.place.city = "Berlin"
      $0.place.country = "Germany"
      $0.place.countryCode = "DE"
      $0.text = "my first translated string"
    }
    let match = try #require(matcher.explain(request, utcOffset: 120, mentor: ada))
    #expect(
      match.reasons.map { "\($0.points) \(ReasonWords.short($0)) [\(ReasonWords.origin($0))]" } == [
        "25 both in Localization [phonebook, group l10n]", "13 “Your first translated string matters.” []",
        "10 both speak German []", "10 both in Berlin []", "9 13 shared waking hours of the day []",
        "0 2 free places []",
      ])
    #expect(match.score == match.reasons.reduce(0) { $0 + $1.points })
    #expect(matcher.rank(request, utcOffset: 120).first == .init(mentor: ada.id, score: match.score))
  }

  @Test func whatIsHardKeepsMentorsOut() throws {
    let away = mentor("Away") { $0.availability = Availability(state: .away, until: day(9).day) }
    let full = mentor("Full") { $0.availability = Availability(state: .open, capacity: 1, load: 1) }
    let mute = mentor("Mute") { $0.languages = [Language(code: "ja", name: "Japanese")] }
    let back = mentor("Back") { $0.availability = Availability(state: .away, until: day(-1).day) }
    var scribe = Scribe()
    let id = scribe.request { $0.languages = [Language(code: "en", name: "English")] }
    scribe.add(.turnedDown(request: id, mentor: MentorID("no"), by: .mentor, reason: ""))
    scribe.add(.blocked(mentor: MentorID("resting"), reason: "asked for rest"))
    let other = scribe.request("Kim")
    scribe.add(.proposed(request: other, mentor: MentorID("taken")))
    let taken = mentor("Taken") { $0.availability = Availability(state: .open, capacity: 1) }
    let matcher = matcher(
      [away, full, mute, back, mentor("No"), mentor("Resting"), taken, mentor("Free")], desk: scribe.desk)
    let request = try #require(scribe.desk.requests[id])
    #expect(Set(matcher.rank(request, utcOffset: nil).map(\.mentor.rawValue)) == ["back", "free"])
    #expect(matcher.exclusion(request, mentor: away.id) == .unavailable(.away))
    #expect(matcher.exclusion(request, mentor: full.id) == .noFreePlace)
    #expect(matcher.exclusion(request, mentor: taken.id) == .noFreePlace)
    #expect(matcher.exclusion(request, mentor: mute.id) == .noCommonLanguage)
    #expect(matcher.exclusion(request, mentor: MentorID("no")) == .turnedDown)
    #expect(matcher.exclusion(request, mentor: MentorID("resting")) == .blocked(reason: ""))
  }

  @Test func theFifthNewcomerGoesToWhoeverHasNone() throws {
    var scribe = Scribe()
    for number in 0..<4 {
      let id = scribe.request("N\(number)")
      scribe.add(.introduced(request: id, sent("busy")))
      scribe.add(.moved(request: id, to: .completed, reason: ""))
    }
    let last = scribe.request("Last") { $0.areas = ["Support"] }
    let mentors = ["Busy", "Idle"].map { name in mentor(name) { $0.areas = ["Support"] } }
    let matcher = matcher(mentors, desk: scribe.desk, now: scribe.now)
    let request = try #require(scribe.desk.requests[last])
    #expect(matcher.rank(request, utcOffset: nil).map(\.mentor.rawValue) == ["idle", "busy"])
  }

  @Test func amongEqualsNobodyIsAlwaysFirst() throws {
    let mentors = ["Ada", "Ben", "Chloe", "Dina"].map { mentor($0) }
    let matcher = matcher(mentors)
    var scribe = Scribe(), firsts: Set<String> = []
    for number in 0..<40 {
      let id = scribe.request("N\(number)")
      let request = try #require(scribe.desk.requests[id])
      let ranking = matcher.rank(request, utcOffset: nil)
      #expect(ranking == matcher.rank(request, utcOffset: nil))
      firsts.insert(ranking.first?.mentor.rawValue ?? "")
    }
    #expect(firsts.count == 4)
  }

  /// The score of the ranking is the sum that explaining shows, for random mentors and requests; and the ranking is
  /// that of comparing everybody.
  @Test(arguments: 0..<30) func rankingAndExplainingAgree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let topics = ["Localization", "Support", "Rust", "Accessibility", "Design"],
      words = ["lake", "stone", "river", "tree"]
    let codes = ["en", "de", "fr", "sw"].map { Language(code: $0, name: $0) }
    func some<T>(_ all: [T]) -> [T] { all.filter { _ in Bool.random(using: &generator) } }
    let mentors = (0..<40).map { number in
      mentor("M\(number)") {
        $0.areas = some(topics)
        $0.interests = some(topics)
        $0.languages = some(codes)
        $0.seeks = some(topics)
        $0.place.utcOffset = Bool.random(using: &generator) ? 60 * Int.random(in: -11...12, using: &generator) : nil
        $0.writeUp = WriteUp([.paragraph([.text(some(words).joined(separator: " "))])])
        $0.availability = Availability(
          state: [.open, .limited, .unknown, .full].randomElement(using: &generator) ?? .open,
          capacity: [nil, 1, 3].randomElement(using: &generator) ?? nil)
      }
    }
    let matcher = matcher(mentors)
    let request = try record {
      $0.areas = some(topics)
      $0.interests = some(topics)
      $0.languages = some(codes)
      $0.offers = some(topics)
      $0.text = words.joined(separator: " ")
    }
    let all = matcher.rank(request, utcOffset: 0, limit: 100)
    #expect(matcher.rank(request, utcOffset: 0, limit: 7) == Array(all.prefix(7)))
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
    for ranked in all {
      let one = try #require(mentors.first { $0.id == ranked.mentor })
      let match = try #require(matcher.explain(request, utcOffset: 0, mentor: one))
      #expect(match.score == ranked.score)
      #expect(match.reasons.reduce(0) { $0 + $1.points } == ranked.score)
      #expect(matcher.exclusion(request, mentor: one.id) == nil)
    }
    for one in mentors where !all.contains(where: { $0.mentor == one.id }) {
      #expect(matcher.exclusion(request, mentor: one.id) != nil)
    }
  }

  @Test func aBatchGivesEachPlaceOnceAndTheMostTogether() throws {
    // Ada suits both, Ben only Kim: taking each request's best in turn would leave Robin with nobody as good.
    let ada = mentor("Ada") {
      $0.areas = ["Localization", "Support"]
      $0.availability.capacity = 1
    }
    let ben = mentor("Ben") {
      $0.areas = ["Support"]
      $0.availability.capacity = 1
    }
    var scribe = Scribe()
    let kim = scribe.request("Kim") { $0.areas = ["Support"] }
    let robin = scribe.request("Robin") { $0.areas = ["Localization"] }
    let desk = scribe.desk
    let batch = Batch(desk.inOrder, matcher: matcher([ada, ben])) { _ in nil }
    #expect(batch.pairs.first { $0.request == robin }?.mentor == ada.id)
    #expect(batch.pairs.first { $0.request == kim }?.mentor == ben.id)
    let fixed = Batch.Pair(request: kim, mentor: ada.id, score: 0)
    let kept = Batch(desk.inOrder, matcher: matcher([ada, ben]), fixed: [fixed]) { _ in nil }
    #expect(kept.pairs.contains(fixed))
    #expect(!kept.pairs.contains { $0.request == robin && $0.mentor == ada.id })
  }
}
