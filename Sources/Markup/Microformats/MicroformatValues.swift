// The value of a property by its prefix (microformats.org/wiki/microformats2-parsing#parsing_a_p-_property and what
// follows it).
extension MicroformatsReader {
  mutating func value(
    of element: HTMLElement, _ property: MicroformatClasses.Property, isClassic: Bool, in item: Microformat
  ) -> Microformat.Value {
    switch property.kind {
    case .plain: .text(plain(element))
    case .address: address(element, isClassic: isClassic)
    case .time: .text(time(element, in: item))
    case .embedded: embedded(element)
    }
  }

  /// A function of its own, so that it can be called while texts are taken.
  private var resolver: (String) -> String { { [base] address in LinkAddress.resolved(address, on: base) ?? address } }

  private mutating func words(of element: HTMLElement) -> String {
    text.text(of: element, images: .byAddress(resolver)).trimmedSpace
  }

  private mutating func embedded(_ element: HTMLElement) -> Microformat.Value {
    let html = HTMLMarkup.inside(element, budget: &text.budget, resolved: resolver)
    return .embedded(html: html, text: words(of: element))
  }

  private mutating func plain(_ element: HTMLElement) -> String {
    if let value = ValueClassPattern.text(in: element, &text) { return value }
    switch element.name {
    case "abbr", "link": if let title = element["title"] { return title }
    case "data", "input": if let value = element["value"] { return value }
    case "img", "area": if let alternative = element["alt"] { return alternative }
    default: break
    }
    return words(of: element)
  }

  private mutating func address(_ element: HTMLElement, isClassic: Bool) -> Microformat.Value {
    switch element.name {
    case "a", "area", "link": if let href = element["href"] { return .text(resolved(href)) }
    case "img":
      if let source = element["src"] {
        // Classic formats know no alternative text.
        if let alternative = element["alt"], !isClassic {
          return .image(address: resolved(source), alternative: alternative)
        }
        return .text(resolved(source))
      }
    case "audio", "video", "source", "iframe":
      if let source = element["src"] ?? element["poster"] { return .text(resolved(source)) }
    case "object": if let data = element["data"] { return .text(resolved(data)) }
    default: break
    }
    if let value = ValueClassPattern.text(in: element, &text) { return .text(resolved(value)) }
    switch element.name {
    case "abbr": if let title = element["title"] { return .text(resolved(title)) }
    case "data", "input": if let value = element["value"] { return .text(resolved(value)) }
    default: break
    }
    return .text(resolved(words(of: element)))
  }

  private mutating func time(_ element: HTMLElement, in item: Microformat) -> String {
    if let value = ValueClassPattern.time(in: element, item, &text) { return value }
    switch element.name {
    case "time", "ins", "del": if let value = element["datetime"] { return value }
    case "abbr": if let title = element["title"] { return title }
    case "data", "input": if let value = element["value"] { return value }
    default: break
    }
    return words(of: element)
  }
}
