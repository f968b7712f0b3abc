import CFetch
import Glibc
import Synchronization

/// One hop of a request, as it goes to the engine.
struct EngineRequest: Sendable {
  var address: HTTPAddress
  var headers: [String]
  /// Added to the query when it is asked.
  var secretQuery: Credential?
  var userAgent: String
  var connectTo: String?
  var certificates: String?
  var allowsPrivate: Bool
  var sizeLimit: Int
  /// A larger body is cut instead of refused.
  var cutsBody = false
  var connectTimeout: Duration
  var timeout: Duration
  var stallTimeout: Duration
}

/// What came of one hop: whatever the status.
struct EngineAnswer: Sendable {
  var status: Int
  var location: String?
  var validators = Validators()
  var contentType = ""
  var retryAfter: String?
  var body: [UInt8] = []
}

/// Does the transfers, on one thread of its own, which owns everything of libcurl. Ends with its last owner.
final class Engine: Sendable {
  private let mailbox: Mailbox

  init(connections: Int) {
    mailbox = Mailbox()
    EngineThread.start(mailbox, connections: connections)
  }

  deinit { mailbox.post(.end) }

  /// Ends at once when the task is cancelled.
  func perform(_ request: EngineRequest) async throws(FetchFailure) -> EngineAnswer {
    if Task.isCancelled { throw .cancelled }
    let id = mailbox.nextID()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        mailbox.post(.begin(id, request, continuation))
        // The handler may have run before there was anything to cancel.
        if Task.isCancelled { mailbox.post(.cancel(id)) }
      }
    } onCancel: {
      mailbox.post(.cancel(id))
    }
    return try result.get()
  }
}

typealias EngineContinuation = CheckedContinuation<Result<EngineAnswer, FetchFailure>, Never>

/// An engine of which others than its thread may do one thing, which curl allows from anywhere: wake it.
struct Wakeable: @unchecked Sendable {
  let pointer: OpaquePointer
}

/// What the engine is asked to do, until it gets to it.
final class Mailbox: Sendable {
  enum Letter: Sendable {
    case begin(UInt64, EngineRequest, EngineContinuation)
    case cancel(UInt64)
    case end
  }
  private struct State {
    var letters: [Letter] = []
    /// The thread's, while it runs.
    var engine: Wakeable?
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let counter = Atomic<UInt64>(0)

  func nextID() -> UInt64 { counter.add(1, ordering: .relaxed).newValue }

  func post(_ letter: Letter) {
    let isLost = state.withLock { state in
      if state.hasEnded { return true }
      state.letters.append(letter)
      // Under the lock, so that the engine is there for as long as it is woken; and once per batch.
      if state.letters.count == 1, let engine = state.engine { cfetch_wake(engine.pointer) }
      return false
    }
    if isLost, case .begin(_, _, let continuation) = letter {
      continuation.resume(returning: .failure(.outOfMemory))
    }
  }

  func takeAll() -> [Letter] {
    state.withLock { state in
      defer { state.letters = [] }
      return state.letters
    }
  }

  func open(_ engine: Wakeable) { state.withLock { $0.engine = engine } }

  /// What was not taken any more.
  func close() -> [Letter] {
    state.withLock { state in
      state.engine = nil
      state.hasEnded = true
      defer { state.letters = [] }
      return state.letters
    }
  }
}

extension FetchFailure {
  /// libcurl's own code for it.
  static var outOfMemory: FetchFailure { .other(code: 27, reason: "out of memory") }
}
