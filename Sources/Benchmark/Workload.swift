import Glibc
import MentorDirectory
import MentoringApp
import Surface

/// Runs the steps over and over on a mapped index, and prints a line per step.
struct Workload {
  private let steps: [Step]
  private let passes: Int
  private let reference: Reference?
  private let day = CalendarDay(daysSinceEpoch: 20_000)

  init(_ steps: [Step], passes: Int, reference: Reference?) {
    self.steps = steps
    self.passes = passes
    self.reference = reference
  }

  func run(path: String) {
    var mapped: SearchIndex?
    let loading = Stopwatch.seconds { mapped = SnapshotFile.map(path, verifying: false) }
    let checking = Stopwatch.seconds { _ = SnapshotFile.map(path, verifying: true) }
    guard let index = mapped else { return print("the snapshot could not be mapped") }
    var session: SearchSession?
    let opening = Stopwatch.seconds { session = SearchSession(index) }
    guard let session else { return }
    print(
      "load: map \((loading * 1000).formatted) ms, session \((opening * 1000).formatted) ms, checksum \((checking * 1000).formatted) ms"
    )
    var perStep = [Times](repeating: Times(), count: steps.count)
    var wrong = 0
    for pass in 0..<passes {
      for (number, step) in steps.enumerated() {
        var result: SearchResult?, rows: [Int] = []
        let seconds = Stopwatch.seconds {
          result = session.search(step.query)
          rows = session.mentors(step.places, sort: step.sort, day: day)
        }
        perStep[number].add(seconds * 1000)
        if pass < 2, let result, !isRight(result, rows, number) { wrong += 1 }
      }
    }
    printTable(perStep)
    if reference != nil { print("answers that differ from the reference: \(wrong)") }
    print("memory after the workload: \(Memory.now)")
    typeKeys(index)
  }

  private func printTable(_ perStep: [Times]) {
    var all = Times()
    print("step".padded(to: 36) + "p50 ms".padded(to: 10) + "p99 ms".padded(to: 10) + "max ms")
    for (step, times) in zip(steps, perStep) {
      for time in times.all { all.add(time) }
      print(
        step.label.padded(to: 36) + times.percentile(0.5).formatted.padded(to: 10)
          + times.percentile(0.99).formatted.padded(to: 10) + (times.all.max() ?? 0).formatted)
    }
    print("all steps: \(all.summary)")
  }

  private func isRight(_ result: SearchResult, _ rows: [Int], _ step: Int) -> Bool {
    guard let reference else { return true }
    var checksum = CRC32()
    var numbers: [FacetName: [String: Int]] = [:]
    for (facet, names) in reference.order {
      if numbers[facet] == nil {
        let range = result.index.valueRange(of: facet)
        numbers[facet] = Dictionary(
          range.map { (result.index.valueName($0), $0) }, uniquingKeysWith: { first, _ in first })
      }
      for name in names { checksum.add(numbers[facet]?[name].map { UInt32(result.count(of: $0)) } ?? 0) }
    }
    let isSame =
      result.total == reference.totals[step] && checksum.value == reference.checksums[step]
      && rows.map { Int(result.index.id(of: $0).rawValue) ?? -1 } == reference.tops[step]
    if !isSame { print("DIFFERS: \(steps[step].label): total \(result.total), expected \(reference.totals[step])") }
    return isSame
  }

  /// Key presses through `update` and `view`.
  private func typeKeys(_ index: SearchIndex) {
    let size = Size(width: 120, height: 40)
    var state = AppState(
      index: index, status: .init(label: "benchmark"), size: size, now: Timestamp(seconds: 1_700_000_000))
    let keys =
      "/ n e m j u Backspace Backspace Backspace Backspace Backspace m a r i Enter j j j 9 j G g Tab Space j Space Space Tab Right Space Escape s j Enter X u"
    var times = Times(), slowest = (milliseconds: 0.0, key: "")
    for _ in 0..<passes {
      for (place, key) in keys.split(separator: " ").enumerated() {
        guard let event = KeyEvent(String(key)) else { continue }
        let milliseconds = Stopwatch.seconds { _ = (update(&state, .key(event)), view(state)) } * 1000
        times.add(milliseconds)
        if milliseconds > slowest.milliseconds { slowest = (milliseconds, "\(key), key \(place + 1)") }
      }
    }
    print("slowest key: \(slowest.key), \(slowest.milliseconds.formatted) ms")
    print("key → drawn surface at 120×40: \(times.summary)")
  }
}

/// CRC-32 (ISO 3309) over little-endian words.
struct CRC32 {
  private var state: UInt32 = ~0
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
  var value: UInt32 { ~state }
  mutating func add(_ word: UInt32) {
    for shift in [UInt32(0), 8, 16, 24] {
      state = Self.table[Int((state ^ (word >> shift)) & 0xFF)] ^ (state >> 8)
    }
  }
}
