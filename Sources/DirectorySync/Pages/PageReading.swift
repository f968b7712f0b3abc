import MentorDirectory

/// What a page is, why, and how sure that is.
public struct PageVerdict: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// One person offers to mentor.
    case offer
    /// A course, a programme, a list, a template, notes: nobody in it offers anything.
    case notAnOffer
    case empty
    /// Its text is made by JavaScript only.
    case needsJavaScript
    /// The page only leads to another (`PageReading.refresh`).
    case redirect
    /// It was here once: the server or the page itself says that there is nothing any more.
    case gone
    /// Nested or sized so that it was not read.
    case unreadable
  }

  public var kind: Kind
  /// One clause without a full stop.
  public var reason: String
  /// 0 … 1. A page that never speaks of mentoring is an offer of at most `PageVerdict.doubt`: enough where somebody
  /// named the page, too little where it was only come upon.
  public var confidence: Double

  /// Offers up to this confidence are "nothing says that it is not one".
  public static let doubt = 0.5

  public init(_ kind: Kind, reason: String, confidence: Double) {
    self.kind = kind
    self.reason = reason
    self.confidence = confidence
  }
}

extension PageVerdict.Kind {
  /// The verdict in a word or two.
  public var words: String {
    switch self {
    case .offer: "an offer"
    case .notAnOffer: "not an offer"
    case .empty: "empty"
    case .redirect: "leads elsewhere"
    case .needsJavaScript: "needs JavaScript"
    case .gone: "gone"
    case .unreadable: "not read"
    }
  }
}

/// Everything that one page gives. Addresses are absolute wherever the page's own address is known.
public struct PageReading: Equatable, Sendable {
  /// The same page in another language, as the page itself declares it.
  public struct Translation: Equatable, Sendable {
    /// Language tag, lower case ("pt-br"); empty where the page does not say.
    public var language: String
    public var address: String

    public init(language: String, address: String) {
      self.language = language
      self.address = address
    }
  }

  public var verdict: PageVerdict
  /// The person; nil unless the verdict is an offer.
  public var mentor: Mentor?
  /// What a person should know of the reading, front matter included.
  public var warnings: [ImportProblem] = []
  /// The page's own address: where it was found, else what it says of itself; empty if nobody says it.
  public var address = ""
  /// Language tag of the page, lower case; empty if it does not say.
  public var language = ""
  /// Where the page sends its readers by itself (meta refresh, or front matter of a site builder).
  public var refresh: String?
  /// Pages that the page calls the same person's (`rel=me`), for recognising somebody in a second source.
  public var me: [String] = []
  public var translations: [Translation] = []
  /// Links that look as if they lead to a mentoring page, likeliest first; for a page that is a home page.
  public var mentoringLinks: [MentoringLink] = []

  public init(verdict: PageVerdict) { self.verdict = verdict }
}
