import MentorDirectory

/// What a mentor asks newcomers to tell when they write: the questions and requests of the write-up.
public enum MentorAsks {
  static let most = 6

  /// In reading order. First the list under a heading (or behind a lead-in) that says so, else single sentences.
  public static func asks(in writeUp: WriteUp) -> [String] {
    var lead = false
    for block in writeUp.blocks {
      switch block {
      case .heading(_, let words), .paragraph(let words):
        lead = isLead(words.plainText)
      case .list(let list) where lead:
        let items = list.items.map { WriteUp($0).plainText.cleanedLine(limit: 200) }.filter { !$0.isEmpty }
        if !items.isEmpty { return Array(items.prefix(most)) }
      case .list, .quote, .code, .table, .rule: lead = false
      }
    }
    return Array(
      ReasonMaking.sentences(of: writeUp.plainText).filter { isLead($0) && !$0.hasSuffix(":") && $0.count > 15 }
        .map { $0.cleanedLine(limit: 200) }.prefix(most))
  }

  /// True for words with which a mentor asks to be told something.
  private static func isLead(_ text: String) -> Bool {
    let folded = " " + Tokenizer.words(of: text).joined(separator: " ") + " "
    return phrases.contains { folded.contains(" \($0) ") }
  }

  /// Folded, as the tokenizer gives them. English, German, Spanish, French, Portuguese, Italian, Dutch, Polish, Russian,
  /// Ukrainian.
  private static let phrases: [String] = [
    "tell me", "let me know", "please tell", "please include", "when you write", "when writing", "in your first mail",
    "in your first message", "in your message", "write me about", "what i would like to know", "questions for you",
    "before we start", "before you write", "say a bit about", "introduce yourself", "send me",
    "schreib mir", "schreibt mir", "erzahl mir", "sag mir", "schick mir", "wenn du schreibst", "in deiner mail",
    "cuentame", "dime", "escribeme", "cuando escribas", "en tu mensaje", "enviame",
    "dites moi", "dis moi", "racontez moi", "ecrivez moi", "ecris moi", "dans votre message", "presentez vous",
    "conte me", "me conte", "diga me", "me diga", "escreva me", "me escreva", "na sua mensagem", "envie me",
    "raccontami", "dimmi", "scrivimi", "vertel me", "schrijf me", "napisz mi", "napisz do mnie",
    "расскажите", "расскажи", "напишите мне", "напиши мне", "в письме", "розкажіть", "напишіть мені",
  ].map { Tokenizer.words(of: $0).joined(separator: " ") }
}
