import Glibc
import MentorDirectory

/// The map: which places stand on it, and which of them the cursor is on.
public struct MapState {
  public enum Grouping: Equatable, Sendable { case countries, cities }

  public internal(set) var grouping = Grouping.cities
  /// The location value under the cursor; nil if nobody shown has a place on the map.
  public internal(set) var cursor: Int?
  /// All places of the directory that can stand on the map, in the order of the values.
  private(set) var sites: [Site]
  private let image: IndexImage

  /// A place of the directory on the map.
  struct Site {
    var value: Int
    var coordinates: Coordinates
  }

  /// A site with somebody there under the current question.
  struct Place {
    var value: Int
    var coordinates: Coordinates
    var count: Int
  }

  init(_ index: SearchIndex, grouping: Grouping = .cities) {
    self.grouping = grouping
    image = index.image
    sites = Self.sites(index, grouping)
  }

  /// False once the directory was replaced.
  func isOf(_ index: SearchIndex) -> Bool { index.image === image }

  /// Where somebody is, or where something is chosen; most mentors first.
  func places(_ result: SearchResult) -> [Place] {
    sites.compactMap { site in
      let count = result.count(of: site.value)
      guard count > 0 || result.chosen.contains(site.value) || result.excluded.contains(site.value) else { return nil }
      return Place(value: site.value, coordinates: site.coordinates, count: count)
    }.sorted { ($0.count, $1.value) > ($1.count, $0.value) }
  }

  // MARK: - Places

  private static func sites(_ index: SearchIndex, _ grouping: Grouping) -> [Site] {
    let cities = index.valueRange(of: .location).compactMap { value in
      index.coordinates(of: value).map { Site(value: value, coordinates: $0) }
    }
    switch grouping {
    case .cities: return cities
    case .countries: return countries(of: cities, in: index)
    }
  }

  /// A country stands in the middle of its cities, weighted by their mentors; a city without a country for itself.
  private static func countries(of cities: [Site], in index: SearchIndex) -> [Site] {
    var sums: [Int: Direction] = [:]
    for city in cities {
      sums[index.parent(of: city.value) ?? city.value, default: Direction()].add(
        city.coordinates, weight: Double(max(1, index.total(of: city.value))))
    }
    return sums.compactMap { value, sum in sum.coordinates.map { Site(value: value, coordinates: $0) } }
      .sorted { $0.value < $1.value }
  }
}

/// The sum of directions from the middle of the earth, so that a country across the date line has its middle there.
private struct Direction {
  private var x = 0.0, y = 0.0, z = 0.0

  mutating func add(_ place: Coordinates, weight: Double) {
    let latitude = place.latitude * .pi / 180, longitude = place.longitude * .pi / 180
    x += weight * cos(latitude) * cos(longitude)
    y += weight * cos(latitude) * sin(longitude)
    z += weight * sin(latitude)
  }

  var coordinates: Coordinates? {
    Coordinates(latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi, longitude: atan2(y, x) * 180 / .pi)
  }
}

/// The sizes in which the map shows how many mentors are at a place: thirds of the largest count, on a log scale.
struct MapScale {
  /// Most mentors of the small and of the middle mark.
  let small, middle: Int

  init(largest: Int) {
    let third = cbrt(Double(max(1, largest)))
    // A count that is a cube has its root in whole numbers.
    small = max(1, Int(third + 1e-9))
    middle = max(small, Int(third * third + 1e-9))
  }

  func mark(_ count: Int) -> String { count <= small ? "○" : count <= middle ? "◎" : "◉" }
}
