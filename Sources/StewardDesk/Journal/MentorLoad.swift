import MentorDirectory

/// How busy the desk keeps a mentor.
public struct MentorLoad: Equatable, Sendable {
  /// Requests that hold a place: proposed, introduced, in contact, active.
  public var held = 0
  /// When each of these took it.
  public var since: [Timestamp] = []
  /// Introductions of the last 30 days.
  public var recent = 0
  public var last: Timestamp?

  public static let recentDays = 30

  public init() {}
}

extension Desk {
  /// The load of every mentor who has any.
  public func loads(now: Timestamp) -> [MentorID: MentorLoad] {
    var loads: [MentorID: MentorLoad] = [:]
    for record in requests.values {
      if let mentor = record.mentor, record.state.holdsPlace {
        loads[mentor, default: MentorLoad()].held += 1
        loads[mentor, default: MentorLoad()].since.append(record.introductions.last?.at ?? record.since)
      }
      for introduced in record.introductions {
        let mentor = introduced.sent.mentor
        loads[mentor, default: MentorLoad()].last = max(loads[mentor]?.last ?? introduced.at, introduced.at)
        if now.seconds - introduced.at.seconds < Int64(MentorLoad.recentDays) * 86_400 {
          loads[mentor, default: MentorLoad()].recent += 1
        }
      }
    }
    return loads
  }
}

extension Availability {
  /// Free places once the desk's own work is counted; nil if the mentor named no capacity.
  ///
  /// What the mentor says they have now (`load`) includes whoever was sent before they said so; those sent since then
  /// come on top.
  public func free(under load: MentorLoad, statedAt stated: Timestamp?) -> Int? {
    guard let places = free else { return nil }
    guard self.load != nil, let stated else { return max(0, places - load.held) }
    return max(0, places - load.since.count { $0 > stated })
  }
}
