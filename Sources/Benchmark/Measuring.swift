import Glibc
import MentorDirectory

/// Wall time.
enum Stopwatch {
  static func seconds(_ body: () -> Void) -> Double {
    let start = ContinuousClock.now
    body()
    let passed = ContinuousClock.now - start
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
  }
}

/// Times of one kind, in milliseconds.
struct Times {
  private(set) var all: [Double] = []
  mutating func add(_ milliseconds: Double) { all.append(milliseconds) }

  /// The smallest time that at least the share `p` of all does not exceed.
  func percentile(_ p: Double) -> Double {
    let sorted = all.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, max(0, Int((Double(sorted.count) * p).rounded(.up)) - 1))]
  }
  var summary: String {
    "p50 \(percentile(0.5).formatted)  p99 \(percentile(0.99).formatted)  max \((all.max() ?? 0).formatted) ms"
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
    let status = FileText.read("/proc/self/status") ?? ""
    let wanted = ["VmRSS", "RssAnon", "VmHWM"]
    return status.split(separator: "\n").compactMap { line in
      guard let name = wanted.first(where: { line.hasPrefix($0) }), let kilobytes = Int(line.filter(\.isNumber)) else {
        return nil
      }
      return "\(name) \(kilobytes / 1024) MB"
    }.joined(separator: "  ")
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

/// An index written to a file and mapped from it, as the program has it.
enum SnapshotFile {
  static func write(_ image: IndexImage, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(image.bytes.baseAddress, 1, image.byteCount, file) == image.byteCount
  }

  static func map(_ path: String, verifying: Bool) -> SearchIndex? {
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
