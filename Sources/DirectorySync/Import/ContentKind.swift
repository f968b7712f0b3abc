import Foundation
import Markup
import MentorDirectory

/// What a file is, by its content; its name is only a hint.
enum ContentKind: Equatable {
  case sheet(delimiter: UInt8)
  case json, yaml
  case page(MarkupFormat)
  case list(MarkupFormat)

  var sourceKind: SourceKind {
    switch self {
    case .sheet: .sheet
    case .json, .yaml: .data
    case .page: .page
    case .list: .wiki
    }
  }

  /// `kind`: what the person says it is; then the content only chooses the format.
  static func recognise(_ text: DecodedText, path: String, as kind: SourceKind? = nil) -> ContentKind {
    let head = Head(text, path: path)
    switch kind {
    case .sheet: return .sheet(delimiter: CSVDelimiter.detect(text.utf8).delimiter)
    case .data, .directory: return head.isJSON ? .json : .yaml
    case .page: return .page(head.format)
    case .wiki: return .list(head.listFormat)
    case .folder, .site, .list, .phonebook, .portal, nil: return head.kind
    }
  }
}

/// The beginning of a file, and the tests made on it.
private struct Head {
  let text: DecodedText
  let path: String
  let start: String
  let lines: [Substring]

  init(_ text: DecodedText, path: String) {
    self.text = text
    self.path = path
    start = String(decoding: text.utf8.prefix(1 << 16), as: UTF8.self)
    lines = start.split(whereSeparator: \.isNewline)
  }

  var pathExtension: String { (path as NSString).pathExtension.lowercased() }

  var kind: ContentKind {
    if isJSON { return .json }
    switch pathExtension {
    case "csv", "tsv", "tab": return .sheet(delimiter: delimiter)
    case "yml", "yaml": return .yaml
    case "json", "jsonl", "ndjson", "geojson": return .json
    case "html", "htm", "xhtml": return isListOfCards ? .list(.html) : .page(.html)
    case "wiki", "wikitext", "mediawiki": return .list(.wikitext)
    case "md", "markdown", "mdown", "mdx": return MarkdownShape.isList(lines) ? .list(.markdown) : .page(.markdown)
    default: return kindByContent
    }
  }

  private var kindByContent: ContentKind {
    if isHTML { return isListOfCards ? .list(.html) : .page(.html) }
    if isWikitext { return .list(.wikitext) }
    if isYAML { return .yaml }
    if isSheet { return .sheet(delimiter: delimiter) }
    return MarkdownShape.isList(lines) ? .list(.markdown) : .page(.markdown)
  }

  var format: MarkupFormat {
    if isHTML || pathExtension.hasPrefix("htm") { return .html }
    return isWikitext ? .wikitext : .markdown
  }
  var listFormat: MarkupFormat {
    if ["wiki", "wikitext", "mediawiki"].contains(pathExtension) { return .wikitext }
    return format
  }

  private var delimiter: UInt8 {
    let guess = CSVDelimiter.detect(text.utf8)
    return guess.columns < 2 && pathExtension == "tsv" ? 9 : guess.delimiter
  }

  /// An opening bracket with what JSON puts after it: Markdown links and wiki tables begin differently.
  var isJSON: Bool {
    let first = Array(start.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.prefix(2))
    guard first.count == 2 else { return false }
    if first[0] == "{" { return first[1] == "\"" || first[1] == "}" }
    return first[0] == "[" && (first[1] == "{" || first[1] == "\"" || first[1] == "]")
  }

  private var isHTML: Bool {
    let lower = start.prefix(2000).lowercased().drop { $0.isWhitespace }
    if ["<!doctype html", "<html", "<?xml", "<head", "<body", "<meta"].contains(where: { lower.hasPrefix($0) }) {
      return true
    }
    return lower.hasPrefix("<") && lower.contains("</")
  }

  /// Three people marked up as such are a list; one stands in many a footer.
  private var isListOfCards: Bool {
    let cards = start.matches(of: /class\s*=\s*["'][^"']*\b(?:h-card|vcard)\b/).count
    return cards >= 3
  }

  private var isWikitext: Bool {
    guard pathExtension.isEmpty || pathExtension == "txt" || pathExtension.hasPrefix("wiki") || pathExtension == "raw"
    else {
      return false
    }
    if lines.contains(where: { $0.hasPrefix("{|") }) { return true }
    let marks = lines.count { line in
      line.wholeMatch(of: /={2,5}[^=].*={2,5}\s*/) != nil || line.contains("'''") || line.contains("[[")
        || line.contains(/^\*+ ?.*\[https?:\/\/\S+ [^\]]+\]/)
    }
    return marks >= 2
  }

  /// A list or mapping with plain keys, from the first line on.
  private var isYAML: Bool {
    let content = lines.filter { !$0.trimmed.isEmpty && !$0.hasPrefix("#") && $0.trimmed != "---" }.prefix(30)
    guard let first = content.first else { return false }
    let keyed = content.count { $0.contains(/^\s*(?:- )?[A-Za-z_][\w .\-]*:(?:\s|$)/) }
    let opensList = first.contains(/^\s*- [A-Za-z_][\w .\-]*:(?:\s|$)/) || (first.hasSuffix(":") && content.count > 1)
    return opensList && keyed * 2 >= content.count
  }

  private var isSheet: Bool {
    let guess = CSVDelimiter.detect(text.utf8)
    return guess.columns > 1 && guess.consistency >= 0.8 && (guess.rows > 1 || guess.delimiter == 9)
  }
}
