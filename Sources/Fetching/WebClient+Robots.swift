extension WebClient {
  /// What robots.txt of an address's origin says, fetched within the turn at its host if it is not known. A failure of
  /// the server is one of the request: nothing is asked there for a while (RFC 9309, 2.3.1.4).
  func rules(_ lane: HostLane, _ request: WebRequest, _ address: HTTPAddress) async throws(FetchFailure) -> RobotsRules
  {
    let known: HostLane.Robots
    if let kept = lane.robots(at: address.origin) {
      known = kept
    } else {
      known = try await loadRobots(lane, request, address)
      var lifetime = options.robotsLifetime
      if case .unavailable = known { lifetime = options.robotsRetry }
      lane.keep(known, at: address.origin, for: lifetime)
    }
    switch known {
    case .rules(let rules): return rules
    case .unavailable(let failure): throw failure
    }
  }

  /// Follows redirects, to other hosts too, where it does not wait for a turn: whoever waits there may be waiting for
  /// this host.
  private func loadRobots(_ lane: HostLane, _ request: WebRequest, _ address: HTTPAddress) async throws(FetchFailure)
    -> HostLane.Robots
  {
    guard let file = address.resolving("/robots.txt") else { return .rules(.allowingAll) }
    var trail = RedirectTrail(file, limit: 5)
    while true {
      var hop = plainHop(
        to: trail.current, allowsPrivate: request.allowsPrivate, sizeLimit: RobotsRules.sizeLimit)
      hop.headers.append("Accept: text/plain, */*;q=0.5")
      hop.cutsBody = true
      let answer: EngineAnswer
      do {
        answer = try await ask(lane, hop)
      } catch {
        if case .privateAddress = error, !trail.isAtStart { return .rules(.allowingAll) }
        throw error
      }
      switch answer.status {
      case 200...299: return .rules(RobotsRules(answer.body))
      case 429, 500...: return .unavailable(.status(answer.status))
      case let status where RedirectTrail.isRedirect(status):
        // Led nowhere is as good as no file.
        do { try trail.follow(status: status, location: answer.location) } catch { return .rules(.allowingAll) }
      default: return .rules(.allowingAll)
      }
    }
  }
}
