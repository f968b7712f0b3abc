/// The words by which pages in one language say what the finders look for. Lower case, straight apostrophes, "ё" as "е";
/// a word matches at the beginning of a word and may end inside one, so that stems serve for all their forms. In scripts
/// without spaces it matches anywhere.
struct LanguageWords: Sendable {
  // What
  /// Headings and lead-ins before what somebody can help with.
  var topics: [String] = []
  /// After these, the rest of a sentence is a list of topics.
  var topicPrefixes: [String] = []
  /// Before these, the beginning of a sentence is a list of topics.
  var topicSuffixes: [String] = []
  /// Lead-ins of lists that are no topics.
  var requests: [String] = []
  /// Headings before what somebody wants to learn.
  var seeking: [String] = []

  // Who
  /// Whole words by which somebody speaks of themselves.
  var firstPerson: [String] = []
  /// "My name is ": only a name can follow.
  var introductions: [String] = []
  /// "I am ": a name or an occupation may follow.
  var beings: [String] = []
  /// What ends the name after an introduction, in scripts without spaces.
  var nameEnds: [String] = []
  /// "I work as ".
  var professions: [String] = []
  var occupations: [String] = []

  // Where
  var homes: [String] = []
  var placeLabels: [String] = []
  var speaking: [String] = []
  var languageLabels: [String] = []

  // When
  var conditions: [String] = []
  var closed: [String] = []
  var away: [String] = []
  var full: [String] = []
  var limited: [String] = []
  var open: [String] = []

  // How many
  var people: [String] = []
  var limits: [String] = []
  var numbers: [String: Int] = [:]

  // How
  var meetings: [String] = []
  var channels: [String: [String]] = [:]
  var rhythms: [String] = []
  /// That somebody answers.
  var answers: [String] = []
  /// "within", before the time.
  var within: [String] = []
  /// "within", behind the time.
  var withinBehind: [String] = []
  var units: [String] = []
  var contactPages: [String] = []

  // What a page is
  var course: [String] = []
  var programme: [String] = []
  var studyNotes: [String] = []

  /// Languages besides the ten whose words stand in the finders themselves (en, de, fr, es, pt, it, nl, pl, cs, ru).
  static let all: [LanguageWords] = [
    ukrainian, turkish, swedish, hungarian, romanian, indonesian, japanese, chinese, korean, arabic,
  ]
}
