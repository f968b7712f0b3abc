import Fetching

/// Why a source could not be read at all, or not to its end. What was delivered before stays delivered.
public enum SyncFailure: Error, Sendable {
  /// The source's own address did not answer.
  case fetch(FetchFailure, address: String)
  /// The service refused the key, or wants one and was given none.
  case keyRefused(address: String, hadKey: Bool)
  /// What came is not what a source of this kind is made of; the problem says what was there instead.
  case notReadable(ImportProblem)
  /// The task was cancelled; what was read by then has been delivered.
  case cancelled
  /// Whoever took the steps could not go on.
  case step(any Error)
}
