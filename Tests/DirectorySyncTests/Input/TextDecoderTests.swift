import Foundation
import Testing

@testable import DirectorySync

@Suite struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) throws -> DecodedText { try TextDecoder.decode(bytes) }

  /// The bytes of a text in a single-byte encoding.
  private func bytes(_ text: String, in encoding: SingleByteEncoding) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return UInt8(0x80 + (encoding.upperHalf.firstIndex(of: scalar) ?? 0))
    }
  }

  static let polish =
    "Imię i nazwisko,Miasto\nŁucja Przykładowa,Łódź\nGrześ Wymyślony,Kraków\nZażółć gęślą jaźń, mówię też po czesku\n"
  static let russian = "Имя,Город\nВера Примерова,Казань\nЯ могу помочь с переводом и документацией\n"
  static let german =
    "Name,Ort\nJürgen Beispiel,Köln\nIch helfe gern bei Übersetzungen und Prüfungen, auch für Anfänger\n"
  static let czech = "Jméno,Město\nŘehoř Vymyšlený,Plzeň\nRád pomůžu s překladem, píšu česky\n"
  static let hungarian =
    "Név,Város\nGyőző Példa,Győr\nSzívesen segítek fordításban, örülök a kezdőknek is, ha űrlap kell\n"
  static let french =
    "Nom,Ville\nZoé Exemple,Orléans\nJ’aide à relire, à traduire et à écrire; déjà très occupée l’été\n"

  static let undeclared: [(text: String, encoding: SingleByteEncoding)] = [
    (polish, .windows1250), (polish, .latin2), (russian, .windows1251), (german, .windows1252), (czech, .windows1250),
    (hungarian, .windows1250), (french, .windows1252),
  ]

  @Test(arguments: undeclared.indices) func `guesses the encoding by the letters and says so`(_ index: Int) throws {
    let (text, encoding) = Self.undeclared[index]
    let decoded = try decode(bytes(text, in: encoding))
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding.rawValue)
    #expect(decoded.warnings.contains { $0.contains("read as \(encoding.rawValue)") })
  }

  @Test func `short names are enough`() throws {
    #expect(try decode(bytes("name\nMüller, Jürgen", in: .windows1252)).text.contains("Müller, Jürgen"))
    #expect(try decode(bytes("name\nWałęcka, Stanisława", in: .windows1250)).text.contains("Wałęcka, Stanisława"))
    #expect(try decode(bytes("name\nИванова Мария", in: .windows1251)).text.contains("Иванова Мария"))
  }

  @Test func `a byte-order mark decides, and goes`() throws {
    #expect(try decode([0xEF, 0xBB, 0xBF] + "naïve".utf8).text == "naïve")
    let little = "Zoë 😀".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = "Zoë 😀".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try decode([0xFF, 0xFE] + little).text == "Zoë 😀")
    #expect(try decode([0xFE, 0xFF] + big).text == "Zoë 😀")
    let four = "Zoë 😀".unicodeScalars.flatMap {
      [UInt8($0.value & 0xFF), UInt8($0.value >> 8 & 0xFF), UInt8($0.value >> 16), 0]
    }
    #expect(try decode([0xFF, 0xFE, 0, 0] + four).text == "Zoë 😀")
    #expect(try decode([0xEF, 0xBB, 0xBF] + "naïve".utf8).warnings.isEmpty)
  }

  @Test func `UTF-16 without a mark is recognised and reported`() throws {
    let units = "name,city\nZoe Example,Paris\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let decoded = try decode(units)
    #expect(decoded.text.hasPrefix("name,city"))
    #expect(!decoded.warnings.isEmpty)
  }

  @Test func `a declared character set is believed`() throws {
    let html = #"<html><head><meta charset="windows-1251"><title>Вера</title>"#
    #expect(try decode(bytes(html, in: .windows1251)).text == html)
    let old = #"<META http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łucja"#
    #expect(try decode(bytes(old, in: .latin2)).text == old)
    let xml = #"<?xml version="1.0" encoding="koi8-r"?><p>Вера</p>"#
    #expect(try decode(bytes(xml, in: .koi8r)).text == xml)
  }

  @Test func `UTF-8 is not taken for what it is declared to be in error`() throws {
    let html = #"<meta charset="iso-8859-1"><p>Zoë Łucja 日本"#
    #expect(try decode(Array(html.utf8)).text == html)
  }

  @Test func `the transport's word counts before the document's, and a mark before both`() throws {
    let html = #"<meta charset="windows-1252"><p>Вера поможет с переводом"#
    let read = try TextDecoder.decode(bytes(html, in: .windows1251), charset: "Windows-1251")
    #expect(read.text == html)
    #expect(read.encoding == "windows-1251")
    #expect(read.warnings.isEmpty)
    let marked = [0xEF, 0xBB, 0xBF] + Array("Вера".utf8)
    #expect(try TextDecoder.decode(marked, charset: "koi8-r").text == "Вера")
  }

  @Test func `what the bytes contradict does not count`() throws {
    let html = #"<meta charset="iso-8859-2"><p>Łucja pomaga"#
    #expect(try TextDecoder.decode(bytes(html, in: .latin2), charset: "utf-8").text == html)
    #expect(try TextDecoder.decode(Array("Zoë, Łucja, 日本".utf8), charset: "iso-8859-1").text == "Zoë, Łucja, 日本")
    let guessed = try TextDecoder.decode(bytes(Self.german, in: .windows1252), charset: "euc-jp")
    #expect(guessed.text == Self.german)
    #expect(try TextDecoder.decode(Array("Zoë".utf8), charset: "no-such-set").text == "Zoë")
  }

  static let converted: [(charset: String, bytes: [UInt8], text: String)] = [
    (
      "shift_jis",
      [
        0x96, 0x7C, 0x96, 0xF3, 0x82, 0xCC, 0x91, 0x8A, 0x92, 0x6B, 0x82, 0xC9, 0x8F, 0xE6, 0x82, 0xE8, 0x82, 0xDC,
        0x82, 0xB7, 0x87, 0x40,
      ], "翻訳の相談に乗ります①"
    ),
    (
      "EUC-JP",
      [
        0xCB, 0xDD, 0xCC, 0xF5, 0xA4, 0xCE, 0xC1, 0xEA, 0xC3, 0xCC, 0xA4, 0xCB, 0xBE, 0xE8, 0xA4, 0xEA, 0xA4, 0xDE,
        0xA4, 0xB9,
      ], "翻訳の相談に乗ります"
    ),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x4B, 0x5D, 0x4C, 0x75, 0x1B, 0x28, 0x42], "翻訳"),
    (
      "gb2312", [0xCE, 0xD2, 0xBF, 0xC9, 0xD2, 0xD4, 0xB0, 0xEF, 0xD6, 0xFA, 0xC4, 0xE3, 0xD1, 0xA7, 0xCF, 0xB0],
      "我可以帮助你学习"
    ),
    (
      "Big5", [0xA7, 0xDA, 0xA5, 0x69, 0xA5, 0x48, 0xC0, 0xB0, 0xA7, 0x55, 0xA7, 0x41, 0xBE, 0xC7, 0xB2, 0xDF],
      "我可以幫助你學習"
    ),
    (
      "euc-kr",
      [
        0xC0, 0xFA, 0xB4, 0xC2, 0x20, 0xB8, 0xE0, 0xC5, 0xE4, 0xB8, 0xB5, 0xC0, 0xBB, 0x20, 0xC7, 0xD5, 0xB4, 0xCF,
        0xB4, 0xD9,
      ],
      "저는 멘토링을 합니다"
    ),
    (
      "windows-1256", [0xC3, 0xD3, 0xCA, 0xD8, 0xED, 0xDA, 0x20, 0xE3, 0xD3, 0xC7, 0xDA, 0xCF, 0xCA, 0xDF],
      "أستطيع مساعدتك"
    ),
  ]

  @Test(arguments: converted.indices) func `sets that the C library converts are read where they are declared`(
    _ index: Int
  ) throws {
    let (charset, bytes, text) = Self.converted[index]
    let byTransport = try TextDecoder.decode(bytes, charset: charset)
    #expect(byTransport.text == text)
    #expect(byTransport.warnings.isEmpty)
    let head = Array("<meta charset=\(charset)><p>".utf8)
    #expect(try decode(head + bytes).text == "<meta charset=\(charset)><p>\(text)")
  }

  @Test func `a stray byte in a converted set costs itself only`() throws {
    let words = [UInt8](repeating: 0x20, count: 200) + [0xCE, 0xD2, 0xFF, 0x3C, 0x70, 0x3E, 0xCE]
    let read = try TextDecoder.decode(words, charset: "gbk")
    #expect(read.text.hasSuffix("我\u{FFFD}<p>\u{FFFD}"))
    #expect(read.warnings.count == 1)
  }

  @Test(arguments: [
    ("text/html; charset=utf-8", "utf-8"), ("text/html;CHARSET=\"KOI8-R\"; x=y", "koi8-r"), ("text/html", nil),
    ("text/html; charset=", nil), ("text/plain; format=flowed; charset='big5'", "big5"), ("", nil),
  ])
  func `a header names a character set`(header: String, charset: String?) {
    #expect(TextDecoder.charset(inContentType: header) == charset)
  }

  @Test func `mostly UTF-8 with a stray byte keeps its letters`() throws {
    let decoded = try decode(Array("Zoë, Łucja, Jürgen, Éva ".utf8) + [0xFF] + Array(" é".utf8))
    #expect(decoded.text == "Zoë, Łucja, Jürgen, Éva \u{FFFD} é")
    #expect(!decoded.warnings.isEmpty)
  }

  @Test func `what is not text is named`() {
    let workbook = [0x50, 0x4B, 0x03, 0x04] + Array("....[Content_Types].xml".utf8) + [0, 0, 0]
    #expect(throws: InputError.binary(.workbook)) { try TextDecoder.decode(workbook) }
    #expect(throws: InputError.binary(.pdf)) { try TextDecoder.decode(Array("%PDF-1.7\n".utf8)) }
    #expect(throws: InputError.binary(.image)) { try TextDecoder.decode([0x89, 0x50, 0x4E, 0x47, 0x0D]) }
    #expect(throws: InputError.binary(.unknown)) {
      try TextDecoder.decode([1, 2, 3, 0, 0, 0, 7, 9, 200, 13, 0, 0, 5, 0])
    }
    #expect(throws: InputError.empty) { try TextDecoder.decode(Array(" \r\n\t".utf8)) }
  }
}
