import Fetching
import Markup

/// Where a service's list of people begins, and which addresses belong to the service.
struct ServiceAddress: Equatable, Sendable {
  enum API: Equatable, Sendable {
    /// `/api/v2/users/`: stubs with details, wrapped fields.
    case phonebook2
    /// `/api/v1/users/`: flat objects, key and name in the address.
    case phonebook1
    /// `/api/v1/rep/`: whole objects.
    case portal
    /// `/api/remo/v1/users/`: stubs with details.
    case remo
  }

  let api: API
  /// The first page of the list, without any secret.
  let first: String

  /// What to ask for a source, likeliest first: the address itself if it names an API or anything else at its host, else
  /// the usual places.
  static func candidates(for source: SyncSource) -> [ServiceAddress] {
    let bare = SourceAddress.withoutSecrets(String(source.address.prefix { $0 != "#" }))
    if let api = api(of: bare) { return [ServiceAddress(api: api, first: api.list(at: bare, group: source.group))] }
    let parts = WebParts(bare), origin = parts.origin
    if let first = parts.path.first, first != "api" {
      return [ServiceAddress(api: source.kind == .portal ? .portal : .phonebook2, first: bare)]
    }
    let apis: [API] = source.kind == .portal ? [.remo, .portal] : [.phonebook2, .phonebook1]
    return apis.map { ServiceAddress(api: $0, first: $0.list(at: origin + $0.path, group: source.group)) }
  }

  static func api(of address: String) -> API? {
    let path = "/" + WebParts(address).path.joined(separator: "/") + "/"
    return [API.remo, .portal, .phonebook2, .phonebook1].first { path.contains($0.path) }
  }
}

extension ServiceAddress.API {
  var path: String {
    switch self {
    case .phonebook2: "/api/v2/users/"
    case .phonebook1: "/api/v1/users/"
    case .portal: "/api/v1/rep/"
    case .remo: "/api/remo/v1/users/"
    }
  }

  /// The list of a group's members. Where the keeper named no group, a portal's is called "mentor".
  fileprivate func list(at address: String, group: String) -> String {
    let portalGroup = group == "mentoring" ? nil : group
    switch self {
    case .phonebook2: return SourceAddress.adding(["group": group], to: address)
    case .phonebook1: return SourceAddress.adding(["groups": group, "limit": "500"], to: address)
    case .portal: return SourceAddress.adding(["group": portalGroup ?? "mentor", "limit": "0"], to: address)
    case .remo: return SourceAddress.adding(["groups": portalGroup ?? "Mentor"], to: address)
    }
  }
}

/// Scheme and host of a service: what it says is only followed within it.
struct ServiceOrigin: Equatable, Sendable {
  let scheme: String
  /// Lower case, with a port that is not the default one.
  let host: String

  init?(_ address: String) {
    guard WebParts.isWeb(address), let mark = address.firstRange(of: "://") else { return nil }
    scheme = address[..<mark.lowerBound].lowercased()
    var authority = address[mark.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
    if authority.contains("@") { return nil }
    for port in [":443", ":80"] where authority.hasSuffix(port) { authority.removeLast(port.count) }
    host = authority
  }

  /// The address that `reference` (a whole one, or a path) means on the page `base`; nil if it leads elsewhere. A
  /// service behind a proxy may call its own addresses insecure: they are asked for as the service itself is.
  func resolved(_ reference: String, on base: String) -> String? {
    guard let whole = LinkAddress.resolved(reference, on: base), let origin = ServiceOrigin(whole),
      origin.host == host, let mark = whole.firstRange(of: "://")
    else { return nil }
    return "\(scheme)://" + whole[mark.upperBound...].prefix { $0 != "#" }
  }
}
