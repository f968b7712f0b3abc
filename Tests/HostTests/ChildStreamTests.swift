import Glibc
import Host
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChildStreamTests {
  /// Counts the calls of `onActivity`.
  private final class Calls: Sendable {
    let count = Mutex(0)
  }

  private func start(
    _ script: String, _ limits: ChildStream.Limits = ChildStream.Limits(), calls: Calls = Calls()
  ) -> ChildStream {
    ChildStream(
      Command("/bin/sh", ["-c", script]), environment: RunEnvironment(variables: ["PATH": "/usr/bin:/bin"]),
      limits: limits
    ) { calls.count.withLock { $0 += 1 } }
  }

  /// All that a program writes, until it has ended.
  private func finish(_ child: ChildStream) -> (lines: [String], outcome: ChildOutcome?) {
    var lines: [String] = []
    for _ in 0..<4000 {
      lines += child.take().map { String(decoding: $0.bytes, as: UTF8.self) + ($0.isCut ? "…" : "") }
      if let outcome = child.outcome { return (lines, outcome) }
      usleep(5_000)
    }
    return (lines, nil)
  }

  /// Waits for a line.
  private func firstLine(_ child: ChildStream) -> String? {
    for _ in 0..<2000 {
      if let line = child.take().first { return String(decoding: line.bytes, as: UTF8.self) }
      usleep(5_000)
    }
    return nil
  }

  @Test func `lines come whole, the last one without its end as well, and then the outcome`() {
    let calls = Calls()
    let child = start("printf 'one\\ntw'; printf 'o\\r\\n\\nthree'; echo no >&2; exit 3", calls: calls)
    let (lines, outcome) = finish(child)
    #expect(lines == ["one", "two", "three"])
    #expect(outcome == .exited(3))
    #expect(child.errorText == "no\n")
    #expect(calls.count.withLock { $0 } >= 2)
  }

  @Test func `a long line is cut, and the next one is whole`() {
    var limits = ChildStream.Limits()
    limits.line = 10
    let (lines, _) = finish(start("echo 0123456789; echo 0123456789abcdef; echo short", limits))
    #expect(lines == ["0123456789", "0123456789…", "short"])
  }

  @Test func `a program whose lines are not taken has to wait, and nothing is lost`() {
    var limits = ChildStream.Limits()
    limits.waiting = 100
    let child = start("i=0; while [ $i -lt 200000 ]; do echo line $i; i=$((i+1)); done", limits)
    usleep(300_000)
    // What one reading of the pipe gave may be above the limit, and no more.
    let waiting = child.take().count
    #expect(waiting > 0 && waiting < 100 + (1 << 16) / 7)
    let (lines, outcome) = finish(child)
    #expect(waiting + lines.count == 200_000)
    #expect(lines.last == "line 199999")
    #expect(outcome == .exited(0))
  }

  @Test func `of what is said on standard error the end is kept`() {
    var limits = ChildStream.Limits()
    limits.error = 100
    let child = start("i=0; while [ $i -lt 5000 ]; do echo noise $i >&2; i=$((i+1)); done; echo last >&2", limits)
    #expect(finish(child).outcome == .exited(0))
    #expect(child.errorText.utf8.count == 100)
    #expect(child.errorText.hasSuffix("noise 4999\nlast\n"))
  }

  @Test func `an interrupted program may tidy up`() {
    let child = start("trap 'echo tidy; exit 4' INT; echo ready; while :; do sleep 0.02; done")
    #expect(firstLine(child) == "ready")
    child.interrupt()
    let (lines, outcome) = finish(child)
    #expect(lines == ["tidy"])
    #expect(outcome == .exited(4))
    // Afterwards there is nobody to interrupt.
    child.interrupt()
    #expect(child.outcome == .exited(4))
  }

  @Test func `one that does not obey is killed when patience is over`() {
    var limits = ChildStream.Limits()
    limits.patience = .milliseconds(200)
    let child = start("trap '' INT; echo ready; while :; do sleep 0.02; done", limits)
    #expect(firstLine(child) == "ready")
    child.interrupt()
    #expect(finish(child).outcome == .signalled(SIGKILL))
  }

  @Test func `stopping leaves nothing behind`() {
    let child = start("trap '' INT; echo $$; while :; do sleep 0.02; done")
    let process = firstLine(child).flatMap { pid_t($0) } ?? 0
    #expect(process > 0)
    child.stop(within: .milliseconds(100))
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test func `a grandchild that keeps the pipe open does not keep the end from being told`() {
    let (lines, outcome) = finish(start("sleep 20 & echo done"))
    #expect(lines == ["done"])
    #expect(outcome == .exited(0))
  }

  @Test func `what cannot be started has ended at once`() {
    let child = ChildStream(
      Command("/no/such/program"), environment: RunEnvironment(variables: [:]), onActivity: {})
    #expect(child.take().isEmpty)
    #expect(child.outcome == .notFound)
    child.interrupt()
    child.stop(within: .seconds(1))
  }

  @Test func `it has no standard input and no keys of the terminal`() {
    let child = start("cat; ps -o pgid= -p $$; echo $$")
    let (lines, _) = finish(child)
    #expect(lines.count == 2)
    #expect(lines.first?.drop { $0 == " " } == lines.last?[...])
  }
}
