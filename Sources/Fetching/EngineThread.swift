import CFetch
import Glibc

/// The thread that owns libcurl.
final class EngineThread {
  private let mailbox: Mailbox
  private var waiting: [UInt64: (continuation: EngineContinuation, request: EngineRequest)] = [:]
  private var hasEnded = false

  private init(_ mailbox: Mailbox) { self.mailbox = mailbox }

  static func start(_ mailbox: Mailbox, connections: Int) {
    let argument = Unmanaged.passRetained(Start(mailbox: mailbox, connections: connections))
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        EngineThread(start.mailbox).run(connections: start.connections)
        return nil
      }, argument.toOpaque())
    if failed == 0 {
      pthread_detach(thread)
    } else {
      argument.release()
      Self.refuse(mailbox.close())
    }
  }

  private final class Start: Sendable {
    let mailbox: Mailbox
    let connections: Int
    init(mailbox: Mailbox, connections: Int) {
      self.mailbox = mailbox
      self.connections = connections
    }
  }

  private func run(connections: Int) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let engine = cfetch_new(
      { bytes, count in IPAddress(UnsafeBufferPointer(start: bytes, count: count))?.isPublic ?? false },
      { context, id, response in
        guard let context, let response else { return }
        Unmanaged<EngineThread>.fromOpaque(context).takeUnretainedValue().finish(id, response.pointee)
      }, context, connections)
    guard let engine else { return Self.refuse(mailbox.close()) }
    mailbox.open(Wakeable(pointer: engine))
    while !hasEnded {
      for letter in mailbox.takeAll() { read(letter, engine) }
      // Only a letter or the network ends the wait: an idle engine sleeps.
      if !hasEnded { cfetch_step(engine, 60_000) }
    }
    let left = mailbox.close()
    cfetch_free(engine)
    Self.refuse(left)
    for (continuation, _) in waiting.values { continuation.resume(returning: .failure(.cancelled)) }
  }

  private static func refuse(_ letters: [Mailbox.Letter]) {
    for case .begin(_, _, let continuation) in letters {
      continuation.resume(returning: .failure(.outOfMemory))
    }
  }

  private func read(_ letter: Mailbox.Letter, _ engine: OpaquePointer) {
    switch letter {
    case .begin(let id, let request, let continuation):
      if begin(id, request, engine) {
        waiting[id] = (continuation, request)
      } else {
        continuation.resume(returning: .failure(.outOfMemory))
      }
    case .cancel(let id):
      // Unknown if it ended a moment ago, or will only begin and be cancelled again then.
      guard let (continuation, _) = waiting.removeValue(forKey: id) else { return }
      cfetch_cancel(engine, id)
      continuation.resume(returning: .failure(.cancelled))
    case .end: hasEnded = true
    }
  }

  private func begin(_ id: UInt64, _ request: EngineRequest, _ engine: OpaquePointer) -> Bool {
    var plain = cfetch_request()
    plain.allows_private = request.allowsPrivate
    plain.body_limit = request.sizeLimit
    plain.cuts_body = request.cutsBody
    plain.connect_timeout_ms = request.connectTimeout.milliseconds
    plain.timeout_ms = request.timeout.milliseconds
    plain.stall_seconds = max(1, request.stallTimeout.milliseconds / 1000)
    let texts = [request.url, request.userAgent] + request.headers
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    guard pointers.allSatisfy({ $0 != nil }) else { return false }
    plain.url = UnsafePointer(pointers[0])
    plain.user_agent = UnsafePointer(pointers[1])
    return pointers.dropFirst(2).map { UnsafePointer($0) }.withUnsafeBufferPointer { headers in
      plain.headers = headers.baseAddress
      plain.header_count = headers.count
      return withOptionalCString(request.connectTo) { connectTo in
        withOptionalCString(request.certificates) { certificates in
          plain.connect_to = connectTo
          plain.certificates = certificates
          return cfetch_begin(engine, id, &plain)
        }
      }
    }
  }

  private func finish(_ id: UInt64, _ response: cfetch_response) {
    guard let (continuation, request) = waiting.removeValue(forKey: id) else { return }
    continuation.resume(returning: response.result(of: request))
  }
}

extension EngineRequest {
  fileprivate var url: String {
    guard let secretQuery else { return address.description }
    let mark = address.target.contains("?") ? "&" : "?"
    return "\(address)\(mark)\(secretQuery.header.queryEscaped)=\(secretQuery.value.queryEscaped)"
  }
}

extension cfetch_response {
  fileprivate func result(of request: EngineRequest) -> Result<EngineAnswer, FetchFailure> {
    guard outcome == cfetch_ok else { return .failure(failure(of: request)) }
    var answer = EngineAnswer(status: status)
    answer.location = header(cfetch_location)
    answer.validators = Validators(
      entityTag: Validators.sendable(header(cfetch_entity_tag)),
      lastModified: Validators.sendable(header(cfetch_last_modified)))
    answer.contentType = header(cfetch_content_type) ?? ""
    answer.retryAfter = header(cfetch_retry_after)
    answer.body = Array(UnsafeBufferPointer(start: body, count: body_size))
    return .success(answer)
  }

  private func header(_ which: cfetch_header) -> String? {
    withUnsafeBytes(of: headers) { raw in
      String(raw.bindMemory(to: UnsafePointer<CChar>?.self)[Int(which.rawValue)])
    }
  }

  private func failure(of request: EngineRequest) -> FetchFailure {
    let host = request.address.host
    let words = String(reason) ?? ""
    switch outcome {
    case cfetch_bad_address: return .badAddress(request.address.description)
    case cfetch_private: return .privateAddress(host: host)
    case cfetch_too_large: return .tooLarge(limit: request.sizeLimit)
    case cfetch_host_not_found: return .hostNotFound(host: host)
    case cfetch_refused: return .connectionRefused(host: host)
    case cfetch_timed_out: return .timedOut(seconds: Int(seconds.rounded(.up)))
    case cfetch_broken_off: return .brokenOff(reason: words)
    case cfetch_insecure: return .insecure(host: host, reason: words)
    default: return .other(code: Int(code), reason: words)
    }
  }
}

extension Duration {
  /// Rounded down, for libcurl.
  fileprivate var milliseconds: Int {
    Int(clamping: components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
