import Foundation
import Host
import MentorDirectory
import MentoringApp
import Synchronization

/// The directory as it is read anew while the screens are up: out of sight, when somebody wrote the cache.
final class DirectoryWatch {
  typealias Reading = @Sendable () throws -> LibraryReading

  private struct State {
    var isReading = false
    /// Somebody wrote again while it was being read.
    var isWantedAgain = false
    var outcome: Result<LibraryReading, any Error>?
  }

  /// Shared with the thread that reads.
  private final class Shared: Sendable { let state = Mutex(State()) }

  private let library: any MentorLibrary
  private let reading: Reading?
  private let wake: @Sendable () -> Void
  private let shared = Shared()
  /// As it was when the directory was read last.
  private var generation: Int?

  init(library: any MentorLibrary, wake: @escaping @Sendable () -> Void) {
    self.library = library
    self.wake = wake
    reading = library.reading
    generation = library.generation
  }

  /// How often it is worth to look whether somebody else wrote; nil where nobody can.
  var interval: Duration? { reading == nil ? nil : .seconds(5) }

  /// Reads anew if the cache is of another generation than what was read.
  func look() {
    guard reading != nil, let now = library.generation, now != generation else { return }
    reload()
  }

  func reload() {
    guard let reading else { return }
    let isFree = shared.state.withLock { state in
      if state.isReading { state.isWantedAgain = true }
      defer { state.isReading = true }
      return !state.isReading
    }
    guard isFree else { return }
    let shared = shared, wake = wake
    Thread.detachNewThread {
      while true {
        let outcome = Result { try reading() }
        let isOver = shared.state.withLock { state in
          state.outcome = outcome
          state.isReading = state.isWantedAgain
          state.isWantedAgain = false
          return !state.isReading
        }
        wake()
        if isOver { return }
      }
    }
  }

  /// The directory that was read since the last call; nil if there is none, or it is the one that is shown.
  func event() -> Event? {
    let outcome = shared.state.withLock { state in
      defer { state.outcome = nil }
      return state.outcome
    }
    switch outcome {
    case .success(let new):
      guard new.generation != generation else { return nil }
      generation = new.generation
      return .directory(new.index, new.status)
    case .failure(let error): return .message(Message(Sentence.of(error), .error))
    case nil: return nil
    }
  }
}
