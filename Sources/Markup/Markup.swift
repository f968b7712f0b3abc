// Markup: HTML, Markdown and wikitext → write-up and facts; write-up → Markdown and HTML.
//
// Purpose: one way from what people publish to the model's own tree. Markdown and wikitext are first turned into HTML,
// so that the HTML people mix into them is read by the same rules, then one builder makes the write-up, and one reader
// the facts (names, links, addresses).
// Knows: the three languages, their traps, front matter, template tags, microformats and JSON-LD.
// Never: fetches or opens anything, judges what a page is, or lets markup, scripts or control characters through.
// The libraries pass their public suites: gumbo that of html5lib, cmark-gfm that of CommonMark and its own.

/// The language a text is written in.
public enum MarkupFormat: String, Sendable, CaseIterable {
  case html, markdown, wikitext
}

/// Why a text was not parsed: the facts; the wording is elsewhere.
public enum MarkupError: Error, Equatable, Sendable {
  /// More bytes than `MarkupDocument.maximumSize`.
  case tooLarge(bytes: Int)
  /// Elements nested deeper than `limit`.
  case tooDeep(limit: Int)
  /// An element with more attributes than `limit`.
  case tooManyAttributes(limit: Int)
}
