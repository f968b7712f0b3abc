/// How frequent each letter outside ASCII is among such letters, for languages and the encodings they come in.
/// Rounded per mille; the figures need only be right to a factor of two.
enum LetterFrequencies {
  static let candidates: [(SingleByteEncoding, [[Unicode.Scalar: Double]])] = [
    (.windows1252, [german, french, spanish, portuguese, italian, nordic, dutch]),
    (.windows1250, [polish, czech, slovak, hungarian, romanian, croatian]),
    (.latin2, [polish, czech, slovak, hungarian, romanian, croatian]),
    (.windows1251, [russian, ukrainian, bulgarian]),
  ]

  static func isCyrillic(_ encoding: SingleByteEncoding) -> Bool { encoding == .windows1251 }

  /// Signs that writers of any language use.
  static let punctuation = Set("„“”‘’‚–—…«»\u{A0}•·°§©®™€".unicodeScalars)

  private static let german = table("ä300 ö220 ü380 ß100 é5")
  private static let french = table("é560 è120 à150 ê60 ç50 ô25 î15 û12 ù15 â20 ë4 ï6 œ8")
  private static let spanish = table("ó280 í230 á210 é170 ñ80 ú70 ü5 ¿5 ¡5 º3 ª3")
  private static let portuguese = table("ã200 ç170 á150 é150 í110 ê90 ó80 õ50 à50 ú40 â35 ô25 º3 ª3")
  private static let italian = table("è340 à260 ò130 ù130 ì80 é60")
  private static let nordic = table("å250 ä250 ö200 ø180 æ120 é20")
  private static let dutch = table("ë450 é300 ï150 è50 ö30 ü30 ê10")
  private static let polish = table("ł250 ą140 ę150 ó130 ż110 ś95 ć60 ń30 ź10")
  private static let czech = table("í190 á160 é100 ě115 ř85 š65 ž75 ý70 č70 ů40 ú12 ň6 ó4 ď3 ť3")
  private static let slovak = table("á190 í130 ý90 é100 č110 š90 ž95 ť60 ľ45 ú80 ô25 ň20 ó15 ď15 ä12 ŕ3 ĺ3")
  private static let hungarian = table("á330 é310 ö100 ó100 ő85 í60 ü55 ú25 ű20")
  private static let romanian = table("ă330 î190 ş160 ţ160 â90")
  private static let croatian = table("č270 š280 ž220 ć190 đ50")
  private static let russian = table(
    "о110 е84 а80 и73 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 "
      + "э3 ф3 ъ1 ё2")
  private static let ukrainian = table(
    "о94 а83 н68 и61 і57 в55 т54 р47 е45 с42 к38 л36 у33 д31 м29 п28 я21 з21 ь18 г16 б16 ч12 й11 х10 ц8 ж8 ю8 ї7 є6 "
      + "ш7 щ4 ф3 ґ1")
  private static let bulgarian = table(
    "а118 о90 и88 е87 н71 т68 р50 с47 в43 л37 к33 м30 п29 д28 я21 ъ19 з18 б16 у15 г15 ч14 щ7 ж6 х6 ц7 й6 ш4 ю2 ф2 ь1")

  /// "ä300 ö220" → ["ä": 0.3, "ö": 0.22].
  private static func table(_ text: String) -> [Unicode.Scalar: Double] {
    var table: [Unicode.Scalar: Double] = [:]
    for word in text.split(separator: " ") {
      guard let scalar = word.unicodeScalars.first, let perMille = Double(word.dropFirst()) else { continue }
      table[scalar] = perMille / 1000
    }
    return table
  }
}
