import Glibc
import MentorDirectory

/// One run on one directory: builds the snapshot, then measures it in a process of its own, so that the memory that is
/// reported is that of somebody who looks around, not of who built the index.
struct Measurement {
  private let passes: Int
  private let snapshot, reference, results: String?
  private let peers: [String]
  /// Set in the second process: no building, just the workload.
  private let isWorkload: Bool

  init(_ arguments: inout Arguments) {
    passes = arguments.value(of: "--passes").flatMap { Int($0) } ?? 20
    snapshot = arguments.value(of: "--snapshot")
    reference = arguments.value(of: "--reference")
    results = arguments.value(of: "--results")
    peers = arguments.values(of: "--peers")
    isWorkload = arguments.rest.contains("--workload")
  }

  /// The exit status.
  func run(_ directory: some BenchmarkDirectory, name: [String]) -> Int32 {
    if isWorkload, let snapshot {
      let reference = reference.flatMap { directory.reference($0) }
      let workload = Workload(directory.steps, passes: passes, reference: reference)
      return workload.run(path: snapshot, results: results) ? 0 : 1
    }
    let path = snapshot ?? "/tmp/mentoring-benchmark-\(getpid()).index"
    defer { if snapshot == nil { unlink(path) } }
    if access(path, R_OK) != 0, !build(directory, path) { return 1 }
    if let folder = peers.first { Peers(folder).run(Array(peers.dropFirst()), mentors: name.last ?? "") }
    let resultsPath = results ?? "/tmp/mentoring-benchmark-\(getpid()).json"
    defer { if results == nil { unlink(resultsPath) } }
    var words = name + ["--workload", "--snapshot", path, "--passes", "\(passes)", "--results", resultsPath]
    if let reference { words += ["--reference", reference] }
    let status = Child.run("/proc/self/exe", words)
    if let folder = peers.first, status == 0 {
      Peers(folder).compare(Array(peers.dropFirst()), mentors: name.last ?? "", resultsPath)
    }
    return status
  }

  private func build(_ directory: some BenchmarkDirectory, _ path: String) -> Bool {
    var builder = IndexBuilder(options: .init(searchableFacets: [.interest]))
    var adding = 0.0, count = 0
    directory.forEachMentor { mentor, writeUp in
      adding += Stopwatch.seconds { builder.add(mentor, writeUp: writeUp) }
      count += 1
    }
    print("memory when all \(count) mentors are read, the directory's text included: \(Memory.now)")
    // From here on the highest memory is that of finishing the index, without the directory's text (proc(5)).
    FileText.write("5", to: "/proc/self/clear_refs")
    var isWritten = false
    let finishing = Stopwatch.seconds {
      guard let parts = try? builder.parts() else { return }
      isWritten = SnapshotFile.write(parts, to: path)
    }
    guard isWritten else {
      print("the snapshot could not be made")
      return false
    }
    print("built in \((adding + finishing).formatted) s, highest memory: \(Memory.now)")
    return true
  }
}

/// Another program, its output passed on.
enum Child {
  static func run(_ program: String, _ words: [String], environment: [String: String] = [:]) -> Int32 {
    for (name, value) in environment { setenv(name, value, 1) }
    fflush(nil)
    var arguments = ([program] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t(), status: Int32 = 0
    guard posix_spawnp(&process, program, nil, nil, &arguments, environ) == 0 else { return 127 }
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128
  }
}
