/// Whether, until when, and for how many people a mentor has time.
public struct Availability: Equatable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case open, limited, full, away, closed
    /// The mentor's page has not been there for days. Found out here, never stated by anybody.
    case gone
    case unknown
  }

  public var state: State = .unknown
  /// First day on which an absence (`away`) is over, where the mentor said so.
  public var until: CalendarDay?
  /// How many people the mentor takes at once; nil if not said.
  public var capacity: Int?
  /// How many people the mentor has now; nil if not said.
  public var load: Int?
  /// The mentor's own words ("Tuesdays, March to June").
  public var note = ""

  public init(
    state: State = .unknown, until: CalendarDay? = nil, capacity: Int? = nil, load: Int? = nil, note: String = ""
  ) {
    self.state = state
    self.until = until
    self.capacity = capacity
    self.load = load
    self.note = note
  }

  /// Free places: capacity less load, never negative; nil if the mentor named no capacity.
  public var free: Int? {
    guard let capacity else { return nil }
    switch state {
    case .full, .away, .closed, .gone: return 0
    case .open, .limited, .unknown: return max(0, capacity - (load ?? 0))
    }
  }
}
