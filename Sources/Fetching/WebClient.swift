/// Fetches over HTTP with libcurl: many hosts at the same time, each as politely as `ClientOptions` says.
///
/// A request first waits for its turn at the host, in the order of arrival, then for a place in the window of all
/// transfers; so a slow host holds up nobody but those who want to go there. Within its turn it looks into robots.txt
/// once per origin, tries again where that may help, and follows redirects on the same host; a redirect to another host
/// waits for its turn there.
public final class WebClient: WebFetching {
  let options: ClientOptions
  let lanes: HostLanes
  private let window: Turnstile
  private let engine: Engine
  private let retry: RetryRule

  public init(_ options: ClientOptions = ClientOptions()) {
    self.options = options
    lanes = HostLanes(options)
    window = Turnstile(capacity: options.atOnce)
    engine = Engine(connections: max(1, options.atOnce) * 2)
    retry = RetryRule(options)
  }

  public func fetch(_ request: WebRequest) async throws(FetchFailure) -> WebResponse {
    if let failure = WebLibrary.failure { throw failure }
    guard let start = HTTPAddress(request.address) else { throw .badAddress(request.address) }
    if let credential = request.credential, !credential.isSendable {
      throw .other(code: 43, reason: "the key for \(start.host) holds a character that cannot be sent")
    }
    var trail = RedirectTrail(start, limit: options.redirectLimit, credential: request.credential)
    while true {
      let lane = lanes.borrow(trail.current.host)
      defer { lanes.giveBack(lane) }
      try await lane.turnstile.enter()
      defer { lane.turnstile.leave() }
      if let response = try await visit(lane, request, &trail) { return response }
    }
  }

  /// What comes of a request at one host; nil if it leads to another.
  private func visit(_ lane: HostLane, _ request: WebRequest, _ trail: inout RedirectTrail) async throws(FetchFailure)
    -> WebResponse?
  {
    try lane.checkOpen()
    try await lane.beginVisit(pause: pause(lane, request, trail.current))
    defer { lane.endVisit() }
    repeat {
      if request.obeysRobots {
        guard try await rules(lane, request, trail.current).allows(trail.current.target) else {
          throw .forbiddenByRobots
        }
      }
      let answer = try await ask(lane, hop(request, trail))
      switch answer.status {
      case 200...299: return response(request, trail, answer)
      case 304 where !request.validators.isEmpty: return response(request, trail, answer)
      case let status where RedirectTrail.isRedirect(status):
        try trail.follow(status: status, location: answer.location)
      default: throw .status(answer.status)
      }
    } while trail.current.host == lane.host
    return nil
  }

  private func pause(_ lane: HostLane, _ request: WebRequest, _ address: HTTPAddress) -> Duration {
    if !request.obeysRobots { return options.servicePause }
    guard case .rules(let rules) = lane.robots(at: address.origin), let asked = rules.crawlDelay else {
      return options.pause
    }
    let longest = max(options.longestCrawlDelay, options.pause)
    return asked > 86_400 ? longest : min(max(options.pause, .seconds(asked)), longest)
  }

  // MARK: - One hop

  /// Asks, and asks again as the rule says. The answer may have any status.
  func ask(_ lane: HostLane, _ hop: EngineRequest) async throws(FetchFailure) -> EngineAnswer {
    var rule = retry
    // Who has just been seen to have trouble is not asked again and again by everybody in the queue.
    if lane.hasTrouble { rule.tries = 1 }
    var attempt = 1
    while true {
      try await lane.waitOutPause()
      let result = try await transfer(hop)
      switch rule.verdict(result, attempt: attempt, now: options.clock.now(), jitter: options.clock.jitter()) {
      case .final:
        if case .success = result { lane.noteSuccess() }
        return try result.get()
      case .again(let wait):
        lane.pause(for: wait)
        attempt += 1
      case .giveUp(let leave):
        giveUp(lane, result, leave)
        return try result.get()
      }
    }
  }

  private func giveUp(_ lane: HostLane, _ result: Result<EngineAnswer, FetchFailure>, _ leave: Duration?) {
    let failure: FetchFailure
    switch result {
    case .success(let answer): failure = .status(answer.status)
    case .failure(let error): failure = error
    }
    let failures = lane.noteFailure()
    if let leave { lane.close(for: leave, with: failure) }
    if failures >= options.failuresUntilQuarantine {
      lane.close(for: max(leave ?? .zero, options.quarantine), with: failure)
    }
  }

  /// Throws only if it was cancelled.
  private func transfer(_ hop: EngineRequest) async throws(FetchFailure) -> Result<EngineAnswer, FetchFailure> {
    try await window.enter()
    defer { window.leave() }
    do {
      return .success(try await engine.perform(hop))
    } catch {
      if error == .cancelled { throw error }
      return .failure(error)
    }
  }

  private func hop(_ request: WebRequest, _ trail: RedirectTrail) -> EngineRequest {
    var hop = plainHop(to: trail.current, allowsPrivate: request.allowsPrivate, sizeLimit: request.sizeLimit)
    hop.headers.append("Accept: \(Validators.sendable(request.accept))")
    let tag = Validators.sendable(request.validators.entityTag)
    let date = Validators.sendable(request.validators.lastModified)
    if !tag.isEmpty { hop.headers.append("If-None-Match: \(tag)") }
    if !date.isEmpty { hop.headers.append("If-Modified-Since: \(date)") }
    if trail.mayShowCredential, let credential = request.credential {
      switch credential.place {
      case .header: hop.headers.append("\(credential.header): \(credential.value)")
      case .query: hop.secretQuery = credential
      }
    }
    return hop
  }

  func plainHop(to address: HTTPAddress, allowsPrivate: Bool, sizeLimit: Int) -> EngineRequest {
    let route = options.routes.first { $0.host == address.host || $0.host == nil && !address.isNumeric }
    return EngineRequest(
      address: address, headers: [], userAgent: options.userAgent, connectTo: route?.connectTo,
      certificates: options.certificates, allowsPrivate: allowsPrivate || route != nil, sizeLimit: sizeLimit,
      connectTimeout: options.connectTimeout, timeout: options.timeout, stallTimeout: options.stallTimeout)
  }

  private func response(_ request: WebRequest, _ trail: RedirectTrail, _ answer: EngineAnswer) -> WebResponse {
    let type = MediaType(answer.contentType)
    var validators = answer.validators
    // A 304 need not repeat what it confirms.
    if answer.status == 304, validators.isEmpty { validators = request.validators }
    return WebResponse(
      status: answer.status, address: trail.isAtStart ? request.address : trail.current.description,
      movedTo: trail.movedTo?.description, mediaType: type.name, charset: type.charset, validators: validators,
      body: answer.status == 304 ? [] : answer.body)
  }
}

extension HostRoute {
  /// For CURLOPT_CONNECT_TO; the request is known to be for this host.
  fileprivate var connectTo: String { address.contains(":") ? "::[\(address)]:\(port)" : "::\(address):\(port)" }
}
