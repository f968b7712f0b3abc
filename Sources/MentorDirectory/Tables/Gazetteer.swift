/// Regions, countries and cities with their names, codes, aliases, coordinates and time zones.
public struct Gazetteer: Sendable {
  /// `countries` and `cities`: the texts of `countries.tsv` and `cities.tsv` (columns in each file's first line).
  public init(countries: String, cities: String) {}

  /// Reads free text ("Brooklyn", "The Netherlands", "Mountain View CA", "de", "Europe") as far as it is certain;
  /// `raw` always keeps the words.
  public func place(_ raw: String) -> Place { Place(raw: raw) }

  /// Reads a place that a source gives in parts; any may be empty.
  public func place(city: String, region: String, country: String) -> Place { Place(raw: city) }
}
