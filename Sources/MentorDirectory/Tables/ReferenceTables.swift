/// The tables that turn people's words into canonical values. Made from text by the shell (`Host.Resources`), so that
/// this module reads no file.
public struct ReferenceTables: Sendable {
  public var gazetteer: Gazetteer
  public var languages: LanguageTable
  public var vocabulary: Vocabulary

  public init(gazetteer: Gazetteer, languages: LanguageTable, vocabulary: Vocabulary) {
    self.gazetteer = gazetteer
    self.languages = languages
    self.vocabulary = vocabulary
  }
}
