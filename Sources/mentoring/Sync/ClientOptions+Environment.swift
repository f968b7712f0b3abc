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
      options.routes = [HostRoute(address: String(place[..<colon]), port: port)]
    }
    options.certificates = environment.value("MENTORING_CERTIFICATES")
    return options
  }
}
