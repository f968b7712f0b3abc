// What an item says without saying it (microformats.org/wiki/microformats2-parsing#parsing_for_implied_properties).
extension MicroformatsReader {
  mutating func imply(_ element: HTMLElement, into item: inout Microformat, _ seen: Seen) {
    if seen.hasItem { return }
    if !seen.hasWords { item.add(.text(impliedName(element)), to: "name") }
    if seen.hasAddress { return }
    if let photo = impliedPhoto(element) { item.add(photo, to: "photo") }
    if let address = impliedAddress(element) { item.add(.text(address), to: "url") }
  }

  private mutating func impliedName(_ element: HTMLElement) -> String {
    for (candidate, mustSay) in [(element, false), (onlyChild(of: element), true), (onlyGrandchild(of: element), true)]
    {
      let name = candidate.flatMap(Self.nameInAttributes)
      if let name, !(mustSay && name.isEmpty) { return name.trimmedSpace }
    }
    return text.text(of: element, images: .dropped).trimmedSpace
  }

  private static func nameInAttributes(_ element: HTMLElement) -> String? {
    switch element.name {
    case "img", "area": element["alt"]
    case "abbr": element["title"]
    default: nil
    }
  }

  private func impliedPhoto(_ element: HTMLElement) -> Microformat.Value? {
    func photo(_ element: HTMLElement) -> Microformat.Value? {
      if element.name == "img", let source = element["src"] {
        let address = resolved(source)
        return element["alt"].map { .image(address: address, alternative: $0) } ?? .text(address)
      }
      return element.name == "object" ? element["data"].map { .text(resolved($0)) } : nil
    }
    return photo(element) ?? onlyOfItsKind("img", "object", below: element).flatMap(photo)
  }

  private func impliedAddress(_ element: HTMLElement) -> String? {
    func address(_ element: HTMLElement) -> String? {
      element.name == "a" || element.name == "area" ? element["href"].map(resolved) : nil
    }
    return address(element) ?? onlyOfItsKind("a", "area", below: element).flatMap(address)
  }

  // MARK: Who stands alone

  private func onlyChild(of element: HTMLElement) -> HTMLElement? {
    let children = element.elements
    guard children.count == 1, MicroformatClasses.roots(children[0]) == nil else { return nil }
    return children[0]
  }

  private func onlyGrandchild(of element: HTMLElement) -> HTMLElement? { onlyChild(of: element).flatMap(onlyChild) }

  /// The child, or the child of the only child, that is the only one with its name.
  private func onlyOfItsKind(_ names: String..., below element: HTMLElement) -> HTMLElement? {
    for parent in [element, onlyChild(of: element)] {
      for name in names {
        let fitting = parent?.elements.filter { $0.name == name } ?? []
        if fitting.count == 1, MicroformatClasses.roots(fitting[0]) == nil { return fitting[0] }
      }
    }
    return nil
  }
}
