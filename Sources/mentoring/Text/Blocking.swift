import Dispatch
import Synchronization

/// Waits for asynchronous work where a command is synchronous: on the main thread, which does nothing else meanwhile.
enum Blocking {
  static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    Task.detached {
      let result: Result<Value, any Error>
      do { result = .success(try await body()) } catch { result = .failure(error) }
      box.set(result)
      done.signal()
    }
    done.wait()
    return try box.take().get()
  }

  private final class Box<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    func set(_ result: Result<Value, any Error>) { outcome.withLock { $0 = result } }

    func take() -> Result<Value, any Error> { outcome.withLock { $0 } ?? .failure(CancellationError()) }
  }
}

extension Cancellation {
  /// Runs `body`, and cancels it within a moment of the interrupt.
  func cancelling<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let work = Task { try await body() }
    let watch = Task {
      while !isCancelled { try await Task.sleep(for: .milliseconds(30)) }
      work.cancel()
    }
    defer { watch.cancel() }
    return try await work.value
  }
}
