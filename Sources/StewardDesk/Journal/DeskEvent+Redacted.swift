import MentorDirectory

extension DeskEvent {
  /// The event without anything personal of the newcomer: that it happened, when, and to which mentor.
  public var redacted: DeskEvent {
    let body: Body =
      switch self.body {
      case .received(let request):
        .received(
          Request(
            newcomer: .init(name: "", contact: ""), wish: request.wish.withoutPerson, way: request.way, originKey: ""))
      case .corrected(let id, let wish): .corrected(request: id, wish: wish.withoutPerson)
      case .moved(let id, let state, _): .moved(request: id, to: state, reason: "")
      case .introduced(let id, let sent):
        .introduced(
          request: id,
          SentIntroduction(
            mentor: sent.mentor, mentorName: sent.mentorName, way: sent.way, messageID: "", subject: "", text: ""))
      case .turnedDown(let id, let mentor, let party, _):
        .turnedDown(request: id, mentor: mentor, by: party, reason: "")
      case .noted(.request(let id), _): .noted(about: .request(id), text: "")
      case .checkedIn(let id, _): .checkedIn(request: id, text: "")
      case .claimed, .released, .proposed, .noted(.mentor, _), .deferred, .agreedRhythm, .reminded, .blocked,
        .unblocked, .undone, .forgotten:
        self.body
      }
    return DeskEvent(id: id, at: at, steward: steward, body: body)
  }
}

extension Wish {
  /// What was asked for in the directory's own words; nothing that the newcomer wrote, and no place smaller than a
  /// country.
  fileprivate var withoutPerson: Wish {
    var wish = Wish()
    wish.areas = areas
    wish.interests = interests
    wish.languages = languages
    wish.place.region = place.region
    wish.place.country = place.country
    wish.place.countryCode = place.countryCode
    return wish
  }
}
