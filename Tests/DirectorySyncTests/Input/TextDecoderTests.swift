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
