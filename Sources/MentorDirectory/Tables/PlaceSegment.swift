/// A part of a written place, as it stands between separators: "Mountain View", "CA", "Germany".
struct PlaceSegment {
  /// Where the words come from, which decides what a short code may mean.
  enum Role { case free, region, country }

  /// Something that the words can mean.
  struct Candidate: Equatable {
    var entry: PlaceTables.Entry
    /// Counts only if the rest of the place bears it out: a code in lower case, a code known in one country alone.
    var needsProof = false
  }

  var text: String
  var key: String
  var role: Role
  var candidates: [Candidate] = []

  init(_ text: String, role: Role = .free) {
    self.text = text
    self.key = TableKey.of(text)
    self.role = role
  }

  /// The words, separated by white space.
  var words: [Substring] { text.split(separator: " ") }

  /// Words that say nothing about where on earth.
  var isNoise: Bool { Self.noise.contains(key) }

  /// True for what can be shown as the name of a town that the tables do not know.
  var looksLikeTown: Bool {
    guard let first = text.unicodeScalars.first, !isNoise, words.count <= 4, text.unicodeScalars.count <= 40 else {
      return false
    }
    return first.properties.isAlphabetic && !first.properties.isLowercase && !Self.fillers.contains(key)
      && !text.unicodeScalars.contains { "0123456789@!?:;\"<>{}=+*#%".unicodeScalars.contains($0) }
  }

  private static let noise: Set<String> = [
    "remote", "fully remote", "remotely", "remote only", "remote worker", "remote friendly", "100% remote", "hybrid",
    "online", "virtual", "virtually", "internet", "the internet", "interwebs", "the interwebs", "web", "the web",
    "cyberspace", "earth", "planet earth", "the earth", "world", "the world", "worldwide", "world wide", "global",
    "globally", "international", "everywhere", "anywhere", "nowhere", "somewhere", "wherever", "here", "home",
    "at home",
    "nomad", "digital nomad", "nomadic", "location independent", "traveling", "travelling", "various", "multiple",
    "many places", "other", "none", "null", "nil", "n a", "na", "tbd", "tba", "unknown", "undisclosed", "private",
    "prefer not to say", "not specified", "on the road", "the cloud", "universe", "milky way", "mars", "moon",
  ]

  /// Words before a place name that leave its meaning alone.
  static let fillers: Set<String> = [
    "i", "im", "i am", "am", "we", "live", "lives", "living", "based", "located", "residing", "working", "in", "at",
    "from",
    "near", "around", "close", "to", "outside", "just", "currently", "now", "mostly", "mainly", "usually", "the", "of",
    "greater", "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "rural",
    "sunny", "rainy", "downtown", "metro", "metropolitan", "city of", "between", "across", "throughout", "somewhere",
    "anywhere", "he", "she", "they", "en", "aus", "desde", "de", "в",
  ]

  /// Words after a place name that leave its meaning alone.
  static let trailers: Set<String> = [
    "area", "metro", "metropolitan", "region", "based", "state", "province", "suburbs", "only",
  ]
}
