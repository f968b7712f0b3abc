import ArgumentParser
import DirectoryStore
import Foundation
import Host
import MentorDirectory
import MentoringApp

/// Where the commands and the screens have the directory from.
protocol MentorLibrary {
  var index: SearchIndex { get }
  var status: DirectoryStatus { get }
  /// The whole mentor, write-up included; nil if there is none of that identity.
  func mentor(_ id: MentorID) throws -> Mentor?
  /// All mentors, write-ups included, in no promised order.
  func forEachMentor(_ body: (Mentor) throws -> Void) throws
  /// What the mentor's write-up said before its last change.
  func previous(_ id: MentorID) throws -> EarlierWriteUp?
  /// The library as it is now if another process changed it since; nil if it did not.
  func renewed() throws -> (any MentorLibrary)?
}

extension MentorLibrary {
  func previous(_ id: MentorID) throws -> EarlierWriteUp? { nil }
  func renewed() throws -> (any MentorLibrary)? { nil }

  /// A mentor with the time at their place.
  func details(_ id: MentorID, now: Timestamp) throws -> MentorDetails? {
    let previous = try previous(id)
    return try mentor(id).map { mentor in
      let zone = mentor.place.timeZone.isEmpty ? nil : TimeZone(identifier: mentor.place.timeZone)
      let moment = Date(timeIntervalSince1970: TimeInterval(now.seconds))
      return MentorDetails(
        mentor: mentor, utcOffset: zone.map { $0.secondsFromGMT(for: moment) / 60 }, previous: previous)
    }
  }
}

extension MentorLibrary {
  /// Throws the status of an empty answer, with a way on where there is nobody at all.
  func checkFound(_ total: Int) throws {
    guard total == 0 else { return }
    guard index.mentorCount == 0 else { throw Failure("nobody matches", .nothingFound) }
    throw Failure(
      "There are no mentors yet. `mentoring import FILE` adds a list that you have, `mentoring source add ADDRESS` one on the net; `mentoring --demo` shows a sample.",
      .nothingFound)
  }
}

/// Which directory is meant.
struct LibraryOptions: ParsableArguments {
  @Flag(help: "Use the sample community that comes with the program; nothing of yours is read or written.")
  var demo = false

  func library() throws -> any MentorLibrary {
    let resources = try Resources()
    guard !demo else { return try SampleLibrary(resources) }
    return try CachedLibrary(Workplace(environment: RunEnvironment.current(), resources: resources))
  }

  /// The directory for the screens: as it was left, if it is there to start with.
  func startingLibrary() throws -> any MentorLibrary {
    guard !demo else { return try library() }
    let workplace = try Workplace(environment: RunEnvironment.current(), resources: try Resources())
    return try StartingLibrary(workplace) ?? CachedLibrary(workplace)
  }
}

extension ReferenceTables {
  /// The tables that come with the program, and the user's own vocabulary after them.
  init(_ resources: Resources, userVocabulary: String? = nil) throws(HostError) {
    self.init(
      gazetteer: Gazetteer(
        countries: try resources.text(named: "countries.tsv"), cities: try resources.text(named: "cities.tsv")),
      languages: LanguageTable(try resources.text(named: "languages.tsv")),
      vocabulary: Vocabulary([try resources.text(named: "vocabulary.txt")] + (userVocabulary.map { [$0] } ?? [])))
  }

  /// What the index makes of values besides what they say.
  var indexOptions: IndexBuilder.Options {
    let vocabulary = vocabulary
    return IndexBuilder.Options { vocabulary.aliases(of: $0) }
  }
}
