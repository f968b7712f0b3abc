import Glibc
import MentorDirectory

/// How long something took, in milliseconds: on the clock on the wall, and of this thread alone.
struct Lap {
  var wall, thread: Double
  static func + (a: Lap, b: Lap) -> Lap { Lap(wall: a.wall + b.wall, thread: a.thread + b.thread) }
}

enum Stopwatch {
  static func lap(_ body: () -> Void) -> Lap {
    let (wall, thread) = (now(CLOCK_MONOTONIC), now(CLOCK_THREAD_CPUTIME_ID))
    body()
    return Lap(wall: now(CLOCK_MONOTONIC) - wall, thread: now(CLOCK_THREAD_CPUTIME_ID) - thread)
  }

  static func seconds(_ body: () -> Void) -> Double { lap(body).wall / 1000 }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}

/// Times of one kind, in milliseconds.
struct Times {
  private(set) var all: [Double] = []
  init() {}
  init(_ parts: [Times]) { all = parts.flatMap(\.all) }
  mutating func add(_ milliseconds: Double) { all.append(milliseconds) }

  /// The smallest time that at least the share `p` of all does not exceed.
  func percentile(_ p: Double) -> Double {
    let sorted = all.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, max(0, Int((Double(sorted.count) * p).rounded(.up)) - 1))]
  }
  var best: Double { all.min() ?? 0 }
  var worst: Double { all.max() ?? 0 }
  var summary: String {
    "p50 \(percentile(0.5).formatted)  p99 \(percentile(0.99).formatted)  max \(worst.formatted) ms"
  }
}

/// The times of one step, pass by pass.
struct StepTimes {
  private(set) var wall = Times(), thread = Times()
  mutating func add(_ lap: Lap) {
    wall.add(lap.wall)
    thread.add(lap.thread)
  }
}

extension Double {
  /// Three decimals.
  var formatted: String {
    let thousandths = Int((self * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

/// The process's memory, from /proc.
enum Memory {
  static var now: String {
    ["VmRSS", "RssAnon", "VmHWM"].map { "\($0) \(megabytes($0)) MB" }.joined(separator: "  ")
  }

  /// A line of the process's status.
  static func megabytes(_ name: String) -> Int {
    let status = FileText.read("/proc/self/status") ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}

enum FileText {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FileText {
  @discardableResult static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
  }
}

/// An index written to a file and mapped from it, as the program has it.
enum SnapshotFile {
  static func write(_ parts: IndexParts, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    var isWritten = true
    parts.write { isWritten = isWritten && fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    return isWritten
  }

  static func map(_ path: String, verifying: IndexImage.Verification) -> SearchIndex? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let count = Int(lseek(descriptor, 0, SEEK_END))
    guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else { return nil }
    let image = try? IndexImage(base: UnsafeRawPointer(base), byteCount: count, verifying: verifying) { base, count in
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    }
    return image.map { SearchIndex($0) }
  }
}
