// Benchmark: how fast the directory answers, on generated directories and a fixed workload of key presses.
//
//   Benchmark DIRECTORY [--passes N] [--snapshot FILE] [--reference FILE] [--results FILE] [--peers FOLDER NAME…]
//       on a directory made by the peers' generator (docs.tsv, workload.json); with a reference every answer is compared
//       with it; with the peers' folder they run on the same steps in the same minutes, and a table says how they compare
//   Benchmark --generate N [the same options]   on a directory of the same shape made here
//   Benchmark --growth FILE.svg RESULTS…        a plot of what such runs wrote with --results
//   Benchmark --import ROWS                     reads a sheet, beside Python's csv reader
//   Benchmark --frame                           draws screens of 200×60
//   Benchmark --check                           every count of the workload against a naive scan, small
//   Benchmark --fuzz-snapshot N                 N damaged snapshots: refused, or read without harm
//   Benchmark --pages [N]                       CPU per page of reading N generated pages of about 20 kB
//   Benchmark --fetch [N] [HOSTS]               a sync of N generated pages beside `curl --parallel`
//
// A step is one key press: the event through `update` and the index to the drawn surface. Beside it stands the question
// alone, which is what the peers answer: all facet counts, the total, 50 rows. Times are wall time and, where other
// programs disturb that, the time of the thread; quote ratios.

import Glibc
import MentorDirectory

@main struct Benchmark {
  static func main() async {
    var arguments = Arguments(CommandLine.arguments.dropFirst())
    switch arguments.next() {
    case "--check": exit(NaiveCheck.run() ? 0 : 1)
    case "--fuzz-snapshot": exit(SnapshotFuzz()?.run(arguments.number() ?? 10_000) == 0 ? 0 : 1)
    case "--growth": exit(Growth.draw(Array(arguments.rest)) ? 0 : 1)
    case "--import": exit(ImportBenchmark.run(rows: arguments.number() ?? 100_000) ? 0 : 1)
    case "--frame": exit(FrameBenchmark.run() ? 0 : 1)
    case "--generate":
      let count = arguments.number() ?? 10_000
      exit(Measurement(&arguments).run(GeneratedDirectory(count: count), name: ["--generate", "\(count)"]))
    case "--pages": PageReadingRun.run(count: arguments.number() ?? 200)
    case "--fetch":
      let pages = arguments.number() ?? 10_000, hosts = arguments.number() ?? 1_000
      var run = FetchingRun(pages: max(1, pages), hosts: max(1, hosts))
      if run == nil { print("the server for it could not be started") }
      await run?.run()
    case "--serve":
      if let pages = arguments.number(), let hosts = arguments.number() { PageServer.serve(pages: pages, hosts: hosts) }
    case let folder? where !folder.hasPrefix("-"):
      guard let directory = PeerDirectory(folder) else {
        print("no docs.tsv and workload.json in \(folder); make them with the peers' generator")
        exit(2)
      }
      exit(Measurement(&arguments).run(directory, name: [folder]))
    default:
      print(
        "usage: Benchmark DIRECTORY | --generate N | --growth | --import | --frame | --pages | --fetch | --check | --fuzz-snapshot N; see Benchmark.swift"
      )
      exit(2)
    }
  }
}

/// Words of the command line, taken one after the other.
struct Arguments {
  private(set) var rest: ArraySlice<String>
  init(_ words: ArraySlice<String>) { rest = words }

  mutating func next() -> String? { rest.popFirst() }
  mutating func number() -> Int? {
    guard let number = rest.first.flatMap({ Int($0) }) else { return nil }
    rest.removeFirst()
    return number
  }
  /// The word behind a name, if that is there.
  func value(of name: String) -> String? {
    rest.firstIndex(of: name).flatMap { $0 + 1 < rest.endIndex ? rest[$0 + 1] : nil }
  }
  /// The words behind a name up to the next name.
  func values(of name: String) -> [String] {
    guard let place = rest.firstIndex(of: name) else { return [] }
    return rest[(place + 1)...].prefix { !$0.hasPrefix("--") }.map { $0 }
  }
}
