import Foundation
import MentorDirectory

// Ways to reach somebody, in every shape that lists give them.
extension RecordDraft {
  mutating func takeContact(
    _ field: RecordField, _ value: JSONValue, privacy accepts: (JSONObject) -> Bool = { _ in true }
  ) {
    switch value {
    case .array(let elements):
      for element in elements { takeContact(field, element, privacy: accepts) }
    case .object(let object):
      if accepts(object) { takeContact(field, object) }
    case .string(let text):
      if let list = ValueText.printedList(text) {
        for element in list { takeContact(field, element, privacy: accepts) }
      } else {
        takeContact(field, text: text)
      }
    case .number(let number): takeContact(field, text: number)
    case .null, .bool: break
    }
  }

  /// `{type, id}`, `{site: address}`, `{"website", "privacy"}`, `{"email", "privacy"}` and their like.
  private mutating func takeContact(_ field: RecordField, _ object: JSONObject) {
    func first(_ keys: [String]) -> String? {
      for key in keys { if let value = object[key], let line = ValueText.line(value) { return line } }
      return nil
    }
    let kindKeys = ["type", "kind", "service", "site", "platform", "network", "provider", "medium", "label", "name"]
    let valueKeys = [
      "id", "identifier", "url", "value", "handle", "username", "address", "link", "href", "email", "website",
    ]
    let kind = first(kindKeys), value = first(valueKeys)
    if let value {
      takeContact(field, kind: kind ?? "", text: value)
    } else if object.members.count <= 4 {
      for (key, value) in object.members where key != "privacy" {
        if let line = ValueText.line(value) { takeContact(field, kind: key, text: line) }
      }
    }
  }

  private mutating func takeContact(_ field: RecordField, kind: String, text: String) {
    let known = FieldMap.recognise(kind)?.field
    switch known {
    case .handle, .email, .phone, .page: takeContact(known ?? field, text: text)
    case .website, .profiles: takeContact(.website, text: text)
    default:
      if EmailAddress.isAddress(text[...]) || PageAddress.normalised(text) != nil || kind.isEmpty {
        takeContact(field == .channels ? .contact : field, text: text)
      } else {
        add(Contact(kind: kind.line.lowercased(), value: text.line))
      }
    }
  }

  private mutating func takeContact(_ field: RecordField, text raw: String) {
    let text = raw.line
    guard !MissingValue.isRefusal(text) else { return }
    switch field {
    case .email: takeEmail(text)
    case .phone: if text.contains(where: \.isNumber) { add(Contact(kind: "phone", value: text)) }
    case .handle(let service): takeHandle(service, text)
    case .page: takeAddresses(text) { draft, address in draft.addPage(address) }
    case .profiles: takeAddresses(text) { draft, address in draft.addProfile(address) }
    case .website: takeAddresses(text) { draft, address in draft.addWebsite(address) }
    default: takeFreeContact(text, isChannel: field == .channels)
    }
  }

  private mutating func takeEmail(_ text: String) {
    for (address, isDecoded) in EmailAddress.find(in: text) {
      add(Contact(kind: "email", value: address, isDecoded: isDecoded))
    }
  }

  private mutating func takeHandle(_ service: String, _ text: String) {
    guard let handle = ProfileHandle(service: service, text: text) else { return }
    add(Contact(kind: handle.service, value: handle.handle))
    if let address = handle.address { addProfile(address) }
  }

  /// A cell may hold several addresses.
  private mutating func takeAddresses(_ text: String, _ take: (inout RecordDraft, String) -> Void) {
    if EmailAddress.isAddress(text[...]) { return takeEmail(text) }
    if let address = PageAddress.normalised(text) { return take(&self, address) }
    for word in text.split(whereSeparator: { " ,;|".contains($0) }) {
      if let address = PageAddress.normalised(String(word)) { take(&self, address) }
    }
  }

  /// "Write to ada@example.org", "https://…", "@ada on chat", "video call".
  private mutating func takeFreeContact(_ text: String, isChannel: Bool) {
    let emails = EmailAddress.find(in: text)
    for (address, isDecoded) in emails { add(Contact(kind: "email", value: address, isDecoded: isDecoded)) }
    let addresses = text.split(whereSeparator: { " ,;|()<>".contains($0) })
      .compactMap { $0.contains("@") && !$0.contains("/") ? nil : PageAddress.normalised(String($0)) }
    for address in addresses {
      if let service = ProfileHandle.service(ofAddress: address) {
        takeHandle(service, address)
      } else {
        addProfile(address)
        add(Contact(kind: "form", value: address))
      }
    }
    guard emails.isEmpty, addresses.isEmpty else { return }
    if text.contains(":") || text.contains("/"), let match = text.wholeMatch(of: /([A-Za-z]+)\s*[:\/]\s*(\S+)/),
      case .handle(let service) = FieldMap.recognise(String(match.output.1))?.field
    {
      return takeHandle(service, String(match.output.2))
    }
    if isChannel, !text.contains("@") { how.channels.append(text) } else { add(Contact(kind: "other", value: text)) }
  }

  private mutating func add(_ contact: Contact) {
    let isKnown = contacts.contains {
      $0.kind == contact.kind && $0.value.caseInsensitiveCompare(contact.value) == .orderedSame
    }
    if !contact.value.isEmpty, !isKnown { contacts.append(contact) }
  }

  private mutating func addPage(_ address: String) { if !pages.contains(address) { pages.append(address) } }
  private mutating func addProfile(_ address: String) { if !profiles.contains(address) { profiles.append(address) } }

  /// A site of one's own, a mentoring page, or after all a profile at a service.
  private mutating func addWebsite(_ address: String) {
    if let service = ProfileHandle.service(ofAddress: address) { return takeHandle(service, address) }
    if PageAddress.saysMentoring(address) { return addPage(address) }
    if !websites.contains(address) { websites.append(address) }
    addProfile(address)
  }
}
