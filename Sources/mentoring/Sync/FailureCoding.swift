import Fetching
import MentorDirectory

/// The facts of a failure as the cache keeps them, so that the sentence is made when somebody reads it.
extension FetchFailure {
  var json: JSONValue {
    func fact(_ kind: String, _ text: String? = nil, _ number: Int? = nil) -> JSONValue {
      var object: JSONObject = ["kind": .string(kind)]
      if let text { object.append("text", .string(text)) }
      if let number { object.append("number", .int(number)) }
      return .object(object)
    }
    switch self {
    case .badAddress(let address): return fact("badAddress", address)
    case .privateAddress(let host): return fact("privateAddress", host)
    case .forbiddenByRobots: return fact("forbiddenByRobots")
    case .status(let status): return fact("status", nil, status)
    case .tooLarge(let limit): return fact("tooLarge", nil, limit)
    case .tooManyRedirects(let limit): return fact("tooManyRedirects", nil, limit)
    case .redirectLoop: return fact("redirectLoop")
    case .downgrade(let target): return fact("downgrade", target)
    case .badRedirect(let target): return fact("badRedirect", target)
    case .hostNotFound(let host): return fact("hostNotFound", host)
    case .connectionRefused(let host): return fact("connectionRefused", host)
    case .timedOut(let seconds): return fact("timedOut", nil, seconds)
    case .brokenOff(let reason): return fact("brokenOff", reason)
    case .insecure(let host, let reason):
      return ["kind": .string("insecure"), "text": .string(host), "reason": .string(reason)]
    case .cancelled: return fact("cancelled")
    case .noLibrary(let found): return fact("noLibrary", found)
    case .other(let code, let reason): return fact("other", reason, code)
    }
  }

  /// Nil for what `json` does not write.
  init?(json: JSONValue) {
    let text = json["text"]?.string ?? "", number = json["number"]?.int ?? 0
    switch json["kind"]?.string {
    case "badAddress": self = .badAddress(text)
    case "privateAddress": self = .privateAddress(host: text)
    case "forbiddenByRobots": self = .forbiddenByRobots
    case "status": self = .status(number)
    case "tooLarge": self = .tooLarge(limit: number)
    case "tooManyRedirects": self = .tooManyRedirects(limit: number)
    case "redirectLoop": self = .redirectLoop
    case "downgrade": self = .downgrade(to: text)
    case "badRedirect": self = .badRedirect(to: text)
    case "hostNotFound": self = .hostNotFound(host: text)
    case "connectionRefused": self = .connectionRefused(host: text)
    case "timedOut": self = .timedOut(seconds: number)
    case "brokenOff": self = .brokenOff(reason: text)
    case "insecure": self = .insecure(host: text, reason: json["reason"]?.string ?? "")
    case "cancelled": self = .cancelled
    case "noLibrary": self = .noLibrary(found: json["text"]?.string)
    case "other": self = .other(code: number, reason: text)
    default: return nil
    }
  }

  /// True for what happens to everybody who asks without a network.
  var isLackOfNetwork: Bool {
    switch self {
    case .hostNotFound, .timedOut: true
    // CURLE_COULDNT_CONNECT: no route.
    case .other(code: 7, _): true
    default: false
    }
  }
}
