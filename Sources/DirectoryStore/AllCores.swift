import Dispatch

extension Array where Element: Sendable {
  /// `map`, with the work spread over all cores; the order is kept.
  func mappedOnAllCores<Output: Sendable>(_ transform: @Sendable (Element) -> Output) -> [Output] {
    let share = 32
    guard count > share else { return map(transform) }
    return [Output](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each element is written by one iteration alone.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { part in
        for index in (part * share)..<Swift.min((part + 1) * share, count) {
          results.initializeElement(at: index, to: transform(self[index]))
        }
      }
      initialized = count
    }
  }
}
