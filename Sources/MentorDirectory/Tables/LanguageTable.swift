/// Human languages by code, English name and native name.
public struct LanguageTable: Sendable {
  /// `table`: the text of `languages.tsv`.
  public init(_ table: String) {}

  /// One language by code (`de`, `deu`, `pt-BR`), English or native name; level words are dropped.
  public func language(_ word: String) -> Language? { nil }

  /// All languages in a list or a phrase ("Swahili and Little French"); unknown words are kept as named languages
  /// only where the text is clearly a list of languages.
  public func languages(in text: String) -> [Language] { [] }
}
