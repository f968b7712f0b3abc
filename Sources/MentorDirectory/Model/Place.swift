/// Where somebody is: the words of the source, and what was understood of them.
///
/// The understood part is a hierarchy region ▸ country ▸ city of canonical English names; any lower level may be
/// empty ("Europe" alone is a place). `raw` is always kept.
public struct Place: Equatable, Sendable {
  public var raw = ""
  /// "Europe", "Africa" …; empty if nothing was understood.
  public var region = ""
  /// English short name, "Germany".
  public var country = ""
  /// ISO 3166-1 alpha-2, upper case, "DE".
  public var countryCode = ""
  public var city = ""
  public var coordinates: Coordinates?
  /// IANA name ("Europe/Berlin") where certain, else empty.
  public var timeZone = ""
  /// Minutes east of UTC where the source stated an offset and no zone; nil otherwise.
  public var utcOffset: Int?

  public init(raw: String = "") { self.raw = raw }

  /// Region, country, city, as far as known: the path in the Location facet.
  public var path: [String] { [region, country, city].filter { !$0.isEmpty } }
  /// "Berlin, Germany", else the country, the region, or the raw words.
  public var display: String {
    if !city.isEmpty { return country.isEmpty ? city : "\(city), \(country)" }
    if !country.isEmpty { return country }
    return region.isEmpty ? raw : region
  }
  public var isEmpty: Bool { self == Place() }
}

/// Degrees, WGS 84. Latitude −90 … 90, longitude −180 … 180.
public struct Coordinates: Equatable, Sendable {
  public var latitude, longitude: Double
  /// Nil when out of range or not finite.
  public init?(latitude: Double, longitude: Double) {
    guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
