// A small program on the screen, driven by the terminal tests: it shows every event in a row of its own and does by key
// what a program may do to a terminal. It is not part of the product.

import Glibc
import Surface
import Terminal

@main
enum TerminalProbe {
  static func main() {
    var options = TerminalOptions { name in getenv(name).map { String(cString: $0) } }
    options.mouse = !CommandLine.arguments.contains("--no-mouse")
    let screen = TerminalScreen(options)
    do {
      try screen.start()
    } catch {
      print("cannot start: \(error)")
      exit(2)
    }
    do {
      try Probe(screen).run()
    } catch {
      screen.stop()
      print("failed: \(error)")
      exit(3)
    }
    screen.stop()
    print("bye")
  }
}

struct ProbeError: Error {}

final class Probe {
  private let screen: TerminalScreen
  private var lines: [String] = []
  private var count = 0

  init(_ screen: TerminalScreen) { self.screen = screen }

  func run() throws {
    if CommandLine.arguments.contains("--background") {
      note("background=\(screen.background())")
    }
    draw("READY-\(screen.size.width)x\(screen.size.height)-\(screen.colours)")
    while true {
      for event in screen.nextEvents() {
        if try !handle(event) { return }
      }
      draw("READY-\(screen.size.width)x\(screen.size.height)-\(screen.colours)")
    }
  }

  /// False to end.
  private func handle(_ event: TerminalEvent) throws -> Bool {
    switch event {
    case .key(let key):
      note("key=\(key)")
      return try obey(key.description)
    case .paste(let text): note("paste=\(text.debugDescription)")
    case .mouse(let mouse):
      note("mouse=\(mouse.action),\(mouse.button)@\(mouse.position.x),\(mouse.position.y)".filter { $0 != " " })
    case .resize(let size): note("resize=\(size.width)x\(size.height)")
    case .focus(let gained): note("focus=\(gained)")
    case .suspendRequest: screen.suspend()
    case .terminate(let signal):
      note("terminate=\(signal)")
      return false
    case .continued: note("continued")
    case .background(let background): note("background=\(background)")
    case .wake: note("wake")
    }
    return true
  }

  private func obey(_ key: String) throws -> Bool {
    switch key {
    case "q": return false
    case "!":
      let none: [Int] = []
      note("\(none[lines.count])")
    case "@": abort()
    case "x": exit(7)
    case "E": throw ProbeError()
    case "w": writeError("noise\n")
    case "C-z": screen.suspend()
    case "T": screen.setTitle("probe \u{7}title")
    case "Y": note("copied=\(screen.copyToClipboard("hello"))")
    case "M": screen.setMouse(false)
    case "C-l": screen.repaint()
    case "W":
      let waker = screen.waker
      Task.detached { waker.wake() }
    case "R":
      screen.withTerminalReleased {
        print("RELEASED")
        fflush(nil)
        var byte: UInt8 = 0
        _ = read(0, &byte, 1)
      }
    default: break
    }
    return true
  }

  private func writeError(_ text: String) { _ = Glibc.write(2, text, text.utf8.count) }

  private func note(_ line: String) {
    count += 1
    lines.append("<\(count):\(line)>")
    if lines.count > max(1, screen.size.height - 2) { lines = lines.suffix(1) }
  }

  private func draw(_ status: String) {
    var surface = Surface(screen.size)
    surface.put(status, at: Point(0, 0), style: .heading)
    for (row, line) in lines.enumerated() { surface.put(line, at: Point(0, row + 1)) }
    surface.put("日本 é", at: Point(0, surface.height - 1), style: .selection)
    surface.placeCursor(at: Point(0, min(lines.count, surface.height - 1)))
    screen.draw(surface, theme: .dark)
  }
}
