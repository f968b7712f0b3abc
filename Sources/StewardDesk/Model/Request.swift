import MentorDirectory

/// A newcomer's wish for a mentor, as it came in.
public struct Request: Equatable, Sendable {
  /// Who asks. Personal data: it leaves this machine only in an introduction and to fellow stewards.
  public struct Newcomer: Equatable, Sendable {
    public var name: String
    /// A mail address, or another way to answer.
    public var contact: String

    public init(name: String, contact: String) {
      self.name = name
      self.contact = contact
    }
  }

  /// How it came.
  public enum Way: String, CaseIterable, Sendable { case form, mail, hand }

  public var newcomer: Newcomer
  public var wish: Wish
  public var way: Way
  /// The same for the same mail or form row, so that it is added once: a hash of the message identifier or the row.
  public var originKey: String

  public init(newcomer: Newcomer, wish: Wish, way: Way, originKey: String) {
    self.newcomer = newcomer
    self.wish = wish
    self.way = way
    self.originKey = originKey
  }
}

extension Request {
  var json: JSONObject {
    [
      "name": .string(newcomer.name), "contact": .string(newcomer.contact), "way": .string(way.rawValue),
      "originKey": .string(originKey), "wish": .object(wish.json),
    ]
  }

  init?(json: JSONObject) {
    guard let wish = json["wish"]?.object else { return nil }
    self.init(
      newcomer: Newcomer(name: json.line("name"), contact: json.line("contact")), wish: Wish(json: wish),
      way: Way(rawValue: json.line("way")) ?? .hand, originKey: json.line("originKey"))
  }
}
