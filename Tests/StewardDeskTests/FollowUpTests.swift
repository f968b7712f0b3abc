import MentorDirectory
import StewardDesk
import Testing

@Suite struct FollowUpTests {
  private func due(_ scribe: Scribe, on number: Int) -> [DueItem.What] {
    scribe.desk.due(on: day(number).day, rules: FollowUpRules()).map(\.what)
  }

  @Test func aRequestThatNobodyLooksAtComesBack() {
    var scribe = Scribe()
    _ = scribe.request(on: 0)
    #expect(due(scribe, on: 2) == [])
    #expect(due(scribe, on: 3) == [.act])
  }

  @Test func noAnswerMeansAReminderThenTheNextMentor() {
    var scribe = Scribe()
    let id = scribe.request(on: 0)
    scribe.add(.introduced(request: id, sent("ada")), on: 1)
    #expect(due(scribe, on: 7) == [])
    #expect(due(scribe, on: 8) == [.remind(.newcomer)])
    scribe.add(.reminded(request: id, party: .newcomer), on: 9)
    #expect(due(scribe, on: 10) == [])
    #expect(due(scribe, on: 15) == [.release, .orientation(isLate: false)])
  }

  @Test func theOrientationTalkIsDueFromTwoWeeksOnAndLateAfterAMonth() {
    var scribe = Scribe()
    let id = scribe.request(on: 0)
    scribe.add(.introduced(request: id, sent("ada")), on: 0)
    scribe.add(.moved(request: id, to: .active, reason: ""), on: 12)
    #expect(due(scribe, on: 13) == [])
    #expect(due(scribe, on: 14) == [.orientation(isLate: false)])
    #expect(due(scribe, on: 31) == [.orientation(isLate: true)])
    scribe.add(.checkedIn(request: id, text: "they talked"), on: 31)
    #expect(due(scribe, on: 32) == [])
  }

  @Test func silenceIsNoticedAfterTheRhythmThenAfterFourAndEightWeeks() {
    var scribe = Scribe()
    let id = scribe.request(on: 0)
    scribe.add(.introduced(request: id, sent("ada")), on: 0)
    scribe.add(.moved(request: id, to: .active, reason: ""), on: 1)
    scribe.add(.agreedRhythm(request: id, days: 14), on: 1)
    scribe.add(.checkedIn(request: id, text: "good"), on: 2)
    #expect(due(scribe, on: 15) == [])
    #expect(due(scribe, on: 16) == [.checkIn])
    #expect(due(scribe, on: 30) == [.inactive(weeks: 4)])
    #expect(due(scribe, on: 58) == [.inactive(weeks: 8)])
  }

  @Test func whatWasPutOffIsQuietUntilItsDay() {
    var scribe = Scribe()
    let id = scribe.request(on: 0)
    scribe.add(.deferred(request: id, until: day(20).day), on: 1)
    #expect(due(scribe, on: 19) == [])
    #expect(due(scribe, on: 20) == [.resume])
  }

  @Test func aBreakThatEndsIsAskedAboutOnTheDayBefore() {
    let breaks = [MentorID("ada"): day(10).day]
    let desk = Desk()
    #expect(desk.due(on: day(8).day, rules: FollowUpRules(), breaks: breaks).isEmpty)
    #expect(
      desk.due(on: day(9).day, rules: FollowUpRules(), breaks: breaks).map(\.what) == [.mentorReturns(day(10).day)])
    #expect(desk.due(on: day(60).day, rules: FollowUpRules(), breaks: breaks).isEmpty)
  }
}
