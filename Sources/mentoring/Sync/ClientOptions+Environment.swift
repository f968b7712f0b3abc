import Fetching
import Host

extension ClientOptions {
  /// As usual, but for what the environment says: `MENTORING_CONNECT_TO=127.0.0.1:8080` sends every request to that
  /// place, as `curl --connect-to` does, whatever host it is for; `MENTORING_CERTIFICATES` names a file of authorities.
  static func of(_ environment: RunEnvironment) -> ClientOptions {
    var options = ClientOptions()
    if let place = environment.value("MENTORING_CONNECT_TO"), let colon = place.lastIndex(of: ":"),
      let port = Int(place[place.index(after: colon)...])
    {
      // An IPv6 address in brackets, as in an address of the web.
      let host = place[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
      options.routes = [HostRoute(address: String(host), port: port)]
    }
    options.certificates = environment.value("MENTORING_CERTIFICATES")
    return options
  }
}
