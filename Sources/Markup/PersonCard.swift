/// What a page states about a person in a machine-readable form: an h-card (microformats2, or the legacy vCard
/// classes), or a `Person` of JSON-LD. All strings are clean; an empty one is not said.
public struct PersonCard: Equatable, Sendable {
  public enum Origin: String, Sendable { case hCard = "h-card", jsonLD = "JSON-LD" }

  public var origin: Origin
  public var name = ""
  public var nickname = ""
  /// The first is the person's own page.
  public var urls: [String] = []
  public var uid = ""
  public var mails: [String] = []
  public var note = ""
  public var categories: [String] = []
  public var locality = ""
  public var region = ""
  public var country = ""
  public var organisation = ""
  public var jobTitle = ""
  public var pronouns = ""
  public var languages: [String] = []
  /// Line on which it begins, from 1; 0 if unknown.
  public var line = 0

  public init(origin: Origin) { self.origin = origin }

  public var place: String { [locality, region, country].filter { !$0.isEmpty }.joined(separator: ", ") }
}
