import Foundation
import Markup

/// What is really asked for when a keeper names a source by the address in their browser.
public enum SourceAddress {
  /// The address whose answer a program can read: the CSV of a shared sheet, the raw file behind a code host's view.
  /// Any other address is returned as it is, without its fragment.
  public static func readable(_ address: String) -> String {
    sheet(address) ?? rawFile(address) ?? String(address.prefix { $0 != "#" })
  }

  /// "…/spreadsheets/d/KEY/edit#gid=7" → the export of that tab; "…/pubhtml" → the published CSV.
  private static func sheet(_ address: String) -> String? {
    let parts = WebParts(address)
    guard parts.host == "docs.google.com", parts.path.first == "spreadsheets", let mark = parts.path.firstIndex(of: "d")
    else { return nil }
    let tab = address.firstMatch(of: /[?&#]gid=(\d+)/).map { "&gid=\($0.output.1)" } ?? ""
    let key = parts.path.dropFirst(mark + 1)
    if key.first == "e", key.count >= 2 {
      let published = "\(parts.origin)/spreadsheets/d/e/\(key.dropFirst().first ?? "")/pub?output=csv"
      return address.contains("output=") && !address.contains("output=html") ? nil : published + tab
    }
    guard let name = key.first, key.count == 1 || ["edit", "view", "htmlview"].contains(key.last) else { return nil }
    return "\(parts.origin)/spreadsheets/d/\(name)/export?format=csv\(tab)"
  }

  private static func rawFile(_ address: String) -> String? {
    let parts = WebParts(address), path = parts.path
    if parts.host == "github.com", path.count >= 5, path[2] == "blob" || path[2] == "raw" {
      return "https://raw.githubusercontent.com/" + (path[..<2] + path[3...]).joined(separator: "/")
    }
    guard path.count >= 6 else { return nil }
    if parts.host == "gitlab.com", let dash = path.firstIndex(of: "-"), path[dash...].dropFirst().first == "blob" {
      return "\(parts.origin)/" + (path[...dash] + ["raw"] + path[(dash + 2)...]).joined(separator: "/")
    }
    if parts.host == "codeberg.org", path[2] == "src" {
      return "\(parts.origin)/" + (path[..<2] + ["raw"] + path[3...]).joined(separator: "/")
    }
    return nil
  }

  /// The raw text of a page of a wiki that runs MediaWiki.
  static func rawWiki(_ address: String) -> String { adding(["action": "raw"], to: address) }

  // MARK: Parameters

  /// The names under which services take a secret in an address.
  private static let secretNames: Set<String> = ["api-key", "api_key", "apikey", "app_key", "app_name", "access_token"]

  /// The name of a parameter that holds a secret; such an address must not be kept, shown or logged.
  public static func secretParameter(in address: String) -> String? {
    parameters(of: address).first { secretNames.contains($0.name.lowercased()) }?.name
  }

  /// The address without the parameters that hold secrets: what may be shown.
  public static func withoutSecrets(_ address: String) -> String {
    guard secretParameter(in: address) != nil else { return address }
    let kept = parameters(of: address).filter { !secretNames.contains($0.name.lowercased()) }.map(\.text)
    let bare = address.prefix { $0 != "?" && $0 != "#" }
    return kept.isEmpty ? String(bare) : "\(bare)?\(kept.joined(separator: "&"))"
  }

  static func parameters(of address: String) -> [(name: String, text: String)] {
    guard let question = address.firstIndex(of: "?") else { return [] }
    return address[address.index(after: question)...].prefix { $0 != "#" }.split(separator: "&").map { text in
      (String(text.prefix { $0 != "=" }), String(text))
    }
  }

  /// The address with parameters that it does not have yet, in the order of their names.
  static func adding(_ values: [String: String], to address: String) -> String {
    let known = Set(parameters(of: address).map(\.name))
    let new = values.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(escaped($0.value))" }
    let bare = String(address.prefix { $0 != "#" })
    guard !new.isEmpty else { return bare }
    let mark = !bare.contains("?") ? "?" : bare.hasSuffix("?") || bare.hasSuffix("&") ? "" : "&"
    return bare + mark + new.joined(separator: "&")
  }

  private static func escaped(_ value: String) -> String {
    value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
