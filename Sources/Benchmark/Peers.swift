import Glibc
import MentorDirectory

/// Other engines on the same steps: each is a program of its own that leaves its times as JSON.
struct Peers {
  /// Where the peers' programs are.
  private let folder: String
  private let root = getenv("PERF_ROOT").map { String(cString: $0) } ?? "bench-data"

  init(_ folder: String) { self.folder = folder }

  /// `mentors` is the directory's folder, named by its size.
  func run(_ names: [String], mentors: String) {
    for name in names {
      let python = "\(root)/venv/bin/python"
      _ = Child.run(python, ["\(folder)/p_\(name).py", "run", size(mentors)], environment: ["QUIET_WAIT": "1"])
    }
  }

  func compare(_ names: [String], mentors: String, _ ownPath: String) {
    guard let own = FileText.read(ownPath).flatMap({ JSONReader.read($0).value }), let steps = own["steps"]?.array
    else {
      return
    }
    let ours = steps.map { $0.array?.first?.double ?? 0 }
    print(
      "peer".padded(to: 14)
        + ["p50 ms", "p99 ms", "p50 ×", "p99 ×", "smallest ×", "at step"].map { $0.padded(to: 12) }
        .joined())
    for name in names {
      guard
        let json = FileText.read("\(root)/results/\(name)-\(size(mentors)).json").flatMap({ JSONReader.read($0).value }
        ),
        let theirs = json["per_step"]?.array, theirs.count == ours.count
      else { continue }
      let ratios = zip(theirs, ours).map { ($0.array?.last?.double ?? 0) / max($1, 0.0001) }
      let least = ratios.indices.min { ratios[$0] < ratios[$1] } ?? 0
      let p50 = json["p50"]?.double ?? 0, p99 = json["p99"]?.double ?? 0
      let columns = [
        p50.formatted, p99.formatted, (p50 / max(own["questions"]?["p50"]?.double ?? 1, 0.0001)).formatted,
        (p99 / max(own["questions"]?["p99"]?.double ?? 1, 0.0001)).formatted, ratios[least].formatted,
        theirs[least].array?.first?.string ?? "",
      ]
      print(name.padded(to: 14) + columns.map { $0.padded(to: 12) }.joined())
    }
  }

  private func size(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
