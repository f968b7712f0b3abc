import Foundation
import Host
import MentorDirectory
import StewardDesk

/// Who sits at the desk.
struct Steward: Equatable {
  var name: String
  /// Empty if none is known.
  var address: String

  /// `MENTORING_STEWARD` ("Ngozi Okafor <ngozi@desk.example>"), else `EMAIL`, as other mail programs read it, and the
  /// name of the account.
  init(_ environment: RunEnvironment) {
    let stated = Self.split(environment.value("MENTORING_STEWARD") ?? "")
    let mail = Self.split(environment.value("EMAIL") ?? "")
    let account = (environment.value("USER") ?? environment.value("LOGNAME") ?? "").cleanedLine(limit: 60)
    name = [stated.name, mail.name, account].first { !$0.isEmpty } ?? "steward"
    address = [stated.address, mail.address].first { !$0.isEmpty } ?? ""
  }

  /// "Name <address>", an address, or a name.
  private static func split(_ text: String) -> (name: String, address: String) {
    let text = text.cleanedLine(limit: 300)
    guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else {
      return MailAddress.isAddress(text) ? ("", text) : (text, "")
    }
    let address = String(text[text.index(after: open)...].dropLast())
    return (String(text[..<open]).cleanedLine(), MailAddress.isAddress(address) ? address : "")
  }
}
