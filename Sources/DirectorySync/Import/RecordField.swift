/// What a column or key of a list says about a mentor: finer than `MentorField`, because lists have first and last
/// names, cities and countries, handles and hours in columns of their own.
public enum RecordField: Hashable, Sendable {
  case name, firstName, lastName, displayName, userName
  case pronouns, title, company
  case areas
  /// A column named just "areas": areas or interests, decided by its values (`RecordSurvey`).
  case areasOrInterests
  case groups, team, interests, seeks
  case location, city, region, country, latitude, longitude, coordinates, timeZone, utcOffset
  case languages
  case availability, availableUntil, capacity, load
  case rhythm, format, answersWithin, howChannels
  case channels, contact, email, phone
  /// A handle at a service, by the service's name in lower case: `github`, `matrix` …
  case handle(String)
  case page, website, profiles
  case writeUp, scopeNote
  /// The record's own key in its list.
  case key
  /// True means: leave this record out.
  case disabled
  /// False means: leave this record out.
  case enabled
  /// Known, and of no use here: timestamps, consents, pictures.
  case ignored

  /// The services whose handles are understood wherever a column or key bears their name.
  public static let services: Set<String> = [
    "github", "gitlab", "codeberg", "bitbucket", "sourcehut", "twitter", "x", "linkedin", "facebook", "instagram",
    "youtube", "medium", "devto", "stackoverflow", "mastodon", "bluesky", "telegram", "keybase", "matrix", "irc",
    "slack", "discord", "skype", "signal", "whatsapp", "zulip", "jabber", "xmpp", "wechat", "reddit", "orcid",
    "threads", "twitch", "dribbble", "behance", "zoom",
  ]
}
