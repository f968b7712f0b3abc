import Markup
import MentorDirectory

extension JSONObject {
  /// A person of a list page on the web, with the addresses that the page gives relative to itself made whole.
  func resolvingAddresses(on address: String) -> JSONObject {
    guard WebParts.isWeb(address) else { return self }
    var record = JSONObject(line: line)
    for (key, value) in members {
      record.append(key, ["page", "profile"].contains(key) ? value.resolvingAddresses(on: address) : value)
    }
    return record
  }
}

extension JSONValue {
  fileprivate func resolvingAddresses(on address: String) -> JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map { $0.resolvingAddresses(on: address) })
    case .string(let text) where ["/", "./", "../"].contains { text.hasPrefix($0) }:
      return LinkAddress.resolved(text, on: address).map { .string($0) } ?? self
    default: return self
    }
  }
}
