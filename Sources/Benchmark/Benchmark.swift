// Benchmark: how fast the directory answers, on a generated directory and a fixed workload of key presses.
//
//   swift run -c release Benchmark DIRECTORY [PASSES]     a directory made by the peers' generator (docs.tsv, workload.json);
//                                                         with REFERENCE=FILE every answer is compared with that file
//   swift run -c release Benchmark --check                every count of the workload against a naive scan, small
//   swift run -c release Benchmark --generate N [PASSES]  a directory of the same shape made here
//   swift run -c release Benchmark --pages [N]            CPU per page of reading N generated pages of about 20 kB
//   swift run -c release Benchmark --fetch [N] [HOSTS]    a sync of N generated pages beside `curl --parallel`
//
// A step is one key press as a full question: all facet counts, the total, the first 50 rows. A frame is the same
// through `update` and `view` at 120×40. Times are wall time on this machine; quote ratios.

import Glibc
import MentorDirectory

@main struct Benchmark {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--check": exit(NaiveCheck.run() ? 0 : 1)
    case "--generate":
      let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
      measure(GeneratedDirectory(count: count), passes: passes(arguments.dropFirst(2).first))
    case "--pages": PageReadingRun.run(count: arguments.dropFirst().first.flatMap { Int($0) } ?? 200)
    case "--fetch":
      let numbers = arguments.dropFirst().map { max(1, Int($0) ?? 0) }
      var run = FetchingRun(pages: numbers.first ?? 10_000, hosts: numbers.dropFirst().first ?? 1000)
      if run == nil { print("the server for it could not be started") }
      await run?.run()
    case "--serve":
      let numbers = arguments.dropFirst().compactMap { Int($0) }
      if numbers.count == 2 { PageServer.serve(pages: numbers[0], hosts: numbers[1]) }
    case let folder? where !folder.hasPrefix("-"):
      guard let directory = PeerDirectory(folder) else {
        print("no docs.tsv and workload.json in \(folder); make them with the peers' generator")
        exit(2)
      }
      measure(directory, passes: passes(arguments.dropFirst().first))
    default:
      print("usage: Benchmark DIRECTORY [PASSES] | --check | --generate N [PASSES] | --pages [N] | --fetch [N] [HOSTS]")
      exit(2)
    }
  }

  private static func passes(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 20 }

  private static func measure(_ directory: some BenchmarkDirectory, passes: Int) {
    var builder = IndexBuilder(options: .init(searchableFacets: [.interest]))
    var buildTime = 0.0
    let readTime = Stopwatch.seconds {
      directory.forEachMentor { mentor, writeUp in
        buildTime += Stopwatch.seconds { builder.add(mentor, writeUp: writeUp) }
      }
    }
    var built: SearchIndex?
    let finishTime = Stopwatch.seconds { built = try? builder.finish() }
    guard let built else { return print("the index could not be built") }
    print("mentors \(built.mentorCount)  facet values \(built.valueCount)  terms \(built.termCount)")
    let building = "read \((readTime - buildTime).formatted) s  build \((buildTime + finishTime).formatted) s"
    print("\(building)  image \(built.image.byteCount / 1_000_000) MB")
    let path = "/tmp/mentoring-benchmark-\(getpid()).index"
    defer { unlink(path) }
    guard SnapshotFile.write(built.image, to: path) else { return print("the snapshot could not be written") }
    print("memory before mapping: \(Memory.now)")
    Workload(directory.steps, passes: passes, reference: directory.reference).run(path: path)
  }
}
