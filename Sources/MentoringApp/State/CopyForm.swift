import MentorDirectory

/// Something of a mentor that can be copied.
struct CopyForm: Equatable, Sendable {
  var key: Character
  var label: String
  var text: String

  /// What there is of a mentor, in the order of the menu.
  static func forms(of mentor: Mentor) -> [CopyForm] {
    let page = mentor.page.isEmpty && mentor.id.rawValue.hasPrefix("http") ? mentor.id.rawValue : mentor.page
    var forms: [CopyForm] = []
    if !page.isEmpty { forms.append(CopyForm(key: "y", label: "page address", text: page)) }
    let writeUp = WriteUpTypesetter(mentor.writeUp, width: 80, links: []).lines.map(\.text)
    if !writeUp.isEmpty {
      forms.append(CopyForm(key: "t", label: "write-up as text", text: writeUp.joined(separator: "\n") + "\n"))
    }
    if !page.isEmpty {
      forms.append(CopyForm(key: "m", label: "citation (Markdown)", text: citation(mentor.name, page)))
    }
    for contact in mentor.contacts {
      let key = freeKey(for: contact.kind, taken: forms.map(\.key))
      forms.append(CopyForm(key: key, label: contact.kind.isEmpty ? "contact" : contact.kind, text: contact.value))
    }
    return forms
  }

  /// `[name](address)`; what Markdown would read as its own is escaped.
  static func citation(_ name: String, _ address: String) -> String {
    let text = name.escapingScalars("\\[]*_`<>", with: "\\")
    let isPlain = address.allSatisfy { !"() <>".contains($0) }
    let target = address.replacing("<", with: "%3C").replacing(">", with: "%3E")
    return "[\(text)](\(isPlain ? address : "<\(target)>"))"
  }

  /// `c` for the first contact, then a letter of its kind, then any letter that means nothing else in a menu.
  private static func freeKey(for kind: String, taken: [Character]) -> Character {
    let candidates = "c" + kind.filter { $0.isASCII && $0.isLowercase } + "abcdefilnoprstuvwxz"
    let motions: Set<Character> = ["j", "k", "g", "q", "y", "t", "m"]
    return candidates.first { !taken.contains($0) && !motions.contains($0) } ?? " "
  }
}
