/// A query with a name and an order, kept by the user.
public struct SavedView: Hashable, Sendable {
  public var name: String
  public var query: Query
  public var sort: SortKey
  public init(name: String, query: Query, sort: SortKey) {
    self.name = name
    self.query = query
    self.sort = sort
  }
}

extension SavedView {
  /// `{"name": …, "query": the query's text, "sort": …}`.
  public var json: JSONObject {
    ["name": .string(name), "query": .string(query.text), "sort": .string(sort.rawValue)]
  }

  /// Reads what `json` writes; nil without a name. An unknown order is the best match.
  public init?(json: JSONObject) {
    guard let name = json["name"]?.string?.cleanedLine(), !name.isEmpty else { return nil }
    self.init(
      name: name, query: Query(json["query"]?.string ?? ""),
      sort: json["sort"]?.string.flatMap(SortKey.init(rawValue:)) ?? .match)
  }
}
