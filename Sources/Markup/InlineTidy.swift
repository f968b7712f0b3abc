import MentorDirectory

/// Brings inlines into the one form that a tree of them has, whatever markup it came from.
///
/// The tree is flattened into runs with their styles, white space is collapsed across runs and moved out of styles,
/// neighbours that are alike are joined, bare addresses become links, and the tree is built again.
struct InlineTidy {
  /// Stands in a text where a blank line separated two paragraphs.
  static let paragraphBreak: Unicode.Scalar = "\u{2029}"
  static let maximumStyles = 8

  enum Style: Equatable {
    case emphasis, strong, struck, marked
    case link(String)
    var isLink: Bool { if case .link = self { true } else { false } }
  }

  enum Content: Equatable {
    case text(String)
    case code(String)
    case image(address: String, alternative: String)
    case lineBreak
  }

  struct Run: Equatable {
    var styles: [Style]
    var content: Content
    var isText: Bool { if case .text = content { true } else { false } }
  }

  /// The paragraphs in the inlines; none if there are no words.
  static func paragraphs(_ inlines: [WriteUp.Inline]) -> [[WriteUp.Inline]] {
    var runs: [Run] = []
    flatten(inlines, styles: [], into: &runs)
    return split(runs).compactMap { tidy($0) }.map { build($0[...], level: 0) }
  }

  /// The inlines as one line of text: for headings and cells, where paragraphs become line breaks.
  static func line(_ inlines: [WriteUp.Inline]) -> [WriteUp.Inline] {
    var runs: [Run] = []
    flatten(inlines, styles: [], into: &runs)
    let all = split(runs).compactMap { tidy($0) }
    let lineBreak = Run(styles: [], content: .lineBreak)
    guard let line = tidy(Array(all.joined(separator: [lineBreak]))) else { return [] }
    return build(line[...], level: 0)
  }

  // MARK: Flatten

  private static func flatten(_ inlines: [WriteUp.Inline], styles: [Style], into runs: inout [Run]) {
    func inside(_ style: Style, _ children: [WriteUp.Inline]) {
      let repeats = styles.contains { $0 == style || ($0.isLink && style.isLink) }
      let isTooDeep = styles.count >= maximumStyles
      flatten(children, styles: repeats || isTooDeep ? styles : styles + [style], into: &runs)
    }
    for inline in inlines {
      switch inline {
      case .text(let text): runs.append(Run(styles: styles, content: .text(text)))
      case .code(let text):
        let code = text.cleanedLine(limit: 10_000)
        if !code.isEmpty { runs.append(Run(styles: styles, content: .code(code))) }
      case .image(let address, let alternative):
        let words = alternative.cleanedLine()
        let source = LinkAddress.cleaned(address).flatMap(imageAddress) ?? ""
        if !words.isEmpty { runs.append(Run(styles: styles, content: .image(address: source, alternative: words))) }
      case .lineBreak: runs.append(Run(styles: styles, content: .lineBreak))
      case .emphasis(let children): inside(.emphasis, children)
      case .strong(let children): inside(.strong, children)
      case .struck(let children): inside(.struck, children)
      case .marked(let children): inside(.marked, children)
      case .link(let address, let children):
        if let clean = LinkAddress.cleaned(address) {
          inside(.link(clean), children)
        } else {
          flatten(children, styles: styles, into: &runs)
        }
      }
    }
  }

  private static func imageAddress(_ address: String) -> String? {
    let scheme = LinkAddress.scheme(of: address)
    return scheme == nil || scheme == "http" || scheme == "https" ? address : nil
  }

  // MARK: Paragraphs

  /// Splits at paragraph breaks, and where two line breaks follow each other.
  private static func split(_ runs: [Run]) -> [[Run]] {
    var paragraphs: [[Run]] = [], current: [Run] = []
    var breakAt: Int?
    func isBlank(_ run: Run) -> Bool {
      if case .text(let text) = run.content {
        text.unicodeScalars.allSatisfy { $0.isSpace }
      } else {
        false
      }
    }
    for run in runs {
      if run.content == .lineBreak {
        if let start = breakAt {
          current.removeSubrange(start...)
          paragraphs.append(current)
          current = []
          breakAt = nil
          continue
        }
        breakAt = current.count
        current.append(run)
        continue
      }
      guard case .text(let text) = run.content, text.unicodeScalars.contains(paragraphBreak) else {
        if !isBlank(run) { breakAt = nil }
        current.append(run)
        continue
      }
      breakAt = nil
      let pieces = text.unicodeScalars.split(separator: paragraphBreak, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          paragraphs.append(current)
          current = []
        }
        current.append(Run(styles: run.styles, content: .text(String(piece))))
      }
    }
    paragraphs.append(current)
    return paragraphs
  }

  /// The runs of one paragraph with white space as it should be; nil if nothing is left.
  private static func tidy(_ runs: [Run]) -> [Run]? {
    var out: [Run] = []
    var needsSpace = false
    /// Styles that two neighbours share from the outside in: those of the space between them.
    func shared(_ a: [Style], _ b: [Style]) -> [Style] { zip(a, b).prefix { $0 == $1 }.map(\.0) }
    func append(_ run: Run) {
      if needsSpace, let last = out.last, last.content != .lineBreak, run.content != .lineBreak {
        add(Run(styles: shared(last.styles, run.styles), content: .text(" ")))
      }
      needsSpace = false
      if run.content == .lineBreak, out.isEmpty || out.last?.content == .lineBreak { return }
      add(run)
    }
    func add(_ run: Run) {
      if let last = out.last, last.styles == run.styles {
        switch (last.content, run.content) {
        case (.text(let a), .text(let b)):
          out[out.count - 1].content = .text(a + b)
          return
        case (.code(let a), .code(let b)):
          out[out.count - 1].content = .code(a + b)
          return
        default: break
        }
      }
      out.append(run)
    }
    for run in runs {
      guard case .text(let text) = run.content else {
        append(run)
        continue
      }
      let words = text.cleanedLine(limit: 200_000)
      if text.unicodeScalars.first?.isSpace == true { needsSpace = true }
      if words.isEmpty { continue }
      append(Run(styles: run.styles, content: .text(words)))
      if text.unicodeScalars.last?.isSpace == true { needsSpace = true }
    }
    while out.last?.content == .lineBreak { out.removeLast() }
    for index in out.indices where out[index].content == .lineBreak {
      out[index].styles = shared(out[index - 1].styles, out[index + 1].styles)
    }
    return out.isEmpty ? nil : out.flatMap(linked)
  }

  private static func linked(_ run: Run) -> [Run] {
    guard case .text(let text) = run.content, !run.styles.contains(where: \.isLink),
      run.styles.count < maximumStyles
    else { return [run] }
    return Autolink.pieces(of: text).map { piece in
      Run(styles: run.styles + (piece.address.map { [.link($0)] } ?? []), content: .text(piece.text))
    }
  }

  // MARK: Build

  private static func build(_ runs: ArraySlice<Run>, level: Int) -> [WriteUp.Inline] {
    var out: [WriteUp.Inline] = []
    var index = runs.startIndex
    while index < runs.endIndex {
      let run = runs[index]
      guard run.styles.count > level else {
        out.append(leaf(run.content))
        index += 1
        continue
      }
      let style = run.styles[level]
      var end = index
      while end < runs.endIndex, runs[end].styles.count > level, runs[end].styles[level] == style { end += 1 }
      let children = build(runs[index..<end], level: level + 1)
      switch style {
      case .emphasis: out.append(.emphasis(children))
      case .strong: out.append(.strong(children))
      case .struck: out.append(.struck(children))
      case .marked: out.append(.marked(children))
      case .link(let address): out.append(.link(address: address, children))
      }
      index = end
    }
    return out
  }

  private static func leaf(_ content: Content) -> WriteUp.Inline {
    switch content {
    case .text(let text): .text(text)
    case .code(let text): .code(text)
    case .image(let address, let alternative): .image(address: address, alternative: alternative)
    case .lineBreak: .lineBreak
    }
  }
}
