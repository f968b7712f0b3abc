import MentorDirectory

/// When a request is made again, and after how long. Pure.
struct RetryRule {
  enum Verdict: Equatable {
    /// This is the answer, or the failure.
    case final
    case again(after: Duration)
    /// The host has trouble, not the page; where it said for how long, it is left alone until then.
    case giveUp(leaveFor: Duration?)
  }

  var tries: Int
  var firstBackoff: Duration
  var longestWait: Duration
  /// The longest that a host is believed that it wants to be left alone.
  static let longestLeave: Duration = .seconds(3600)

  init(_ options: ClientOptions) {
    tries = max(1, options.tries)
    firstBackoff = options.firstBackoff
    longestWait = options.longestWait
  }

  /// `attempt` counts from 1; `now` is the calendar's, `jitter` from 0 to 1.
  func verdict(
    _ result: Result<EngineAnswer, FetchFailure>, attempt: Int, now: Timestamp, jitter: Double
  ) -> Verdict {
    switch result {
    case .success(let answer):
      guard Self.isTemporary(answer.status) else { return .final }
      let asked = answer.retryAfter.flatMap { Self.delay($0, now: now) }
      if let asked, asked > longestWait { return .giveUp(leaveFor: min(asked, Self.longestLeave)) }
      if attempt >= tries { return .giveUp(leaveFor: asked) }
      return .again(after: asked ?? backoff(attempt, jitter))
    case .failure(.brokenOff): return attempt >= tries ? .final : .again(after: backoff(attempt, jitter))
    case .failure(.connectionRefused), .failure(.timedOut), .failure(.hostNotFound):
      return attempt >= tries ? .giveUp(leaveFor: nil) : .again(after: backoff(attempt, jitter))
    case .failure: return .final
    }
  }

  static func isTemporary(_ status: Int) -> Bool { [429, 502, 503, 504].contains(status) }

  /// What "Retry-After" says (RFC 9110, 10.2.3): seconds, or a date; one that is past means now.
  static func delay(_ value: String, now: Timestamp) -> Duration? {
    if !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .seconds(Int64(value.prefix(9)) ?? 0)
    }
    return HTTPDate.read(value).map { .seconds(max(0, $0.seconds - now.seconds)) }
  }

  private func backoff(_ attempt: Int, _ jitter: Double) -> Duration {
    let doubled = firstBackoff * (1 << min(attempt - 1, 10))
    return min(doubled + doubled * (jitter / 2), longestWait)
  }
}
