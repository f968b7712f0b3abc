import Glibc
import MentorDirectory

/// A plot of time per key press against the number of mentors, both logarithmic, from results that runs have written:
/// what grows linearly is parallel to the dotted line.
enum Growth {
  private static let width = 720.0, height = 460.0, left = 70.0, right = 60.0, top = 50.0, bottom = 60.0
  private static let mentors = 4.0...6.0, milliseconds = -2.0...2.0

  static func draw(_ arguments: [String]) -> Bool {
    guard let target = arguments.first else { return false }
    let runs = arguments.dropFirst().compactMap { FileText.read($0).flatMap { JSONReader.read($0).value } }
      .sorted { ($0["mentors"]?.double ?? 0) < ($1["mentors"]?.double ?? 0) }
    guard !runs.isEmpty else {
      print("no results; make them with --results")
      return false
    }
    let series = [("median", "p50", "#2a78d6"), ("99 of 100 within", "p99", "#b8561c")]
    let lines = series.map { name, key, colour in
      let points = runs.map { ($0["mentors"]?.double ?? 1, $0["presses_thread"]?[key]?.double ?? 1) }
      return polyline(points, colour) + label(name, points, colour)
    }
    return FileText.write(frame + grid + linear + lines.joined() + "</svg>\n", to: target)
  }

  private static func x(_ count: Double) -> Double {
    left + (log10(count) - mentors.lowerBound) / (mentors.upperBound - mentors.lowerBound) * (width - left - right)
  }
  private static func y(_ time: Double) -> Double {
    let share =
      (log10(max(time, 0.001)) - milliseconds.lowerBound) / (milliseconds.upperBound - milliseconds.lowerBound)
    return height - bottom - share * (height - top - bottom)
  }

  private static var frame: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" font-family="sans-serif" \
    font-size="14"><rect width="100%" height="100%" fill="white"/>
    <text stroke="none" x="\(left)" y="28" font-size="17">One key press, from the event to the drawn screen (milliseconds of the thread)</text>
    <text stroke="none" x="\(width / 2)" y="\(height - 15)" text-anchor="middle">mentors in the directory</text>

    """
  }

  private static var grid: String {
    let vertical = [(1e4, "10,000"), (1e5, "100,000"), (1e6, "1,000,000")].map { count, name in
      """
      <line x1="\(x(count))" x2="\(x(count))" y1="\(top)" y2="\(height - bottom)" stroke="#ddd"/>\
      <text stroke="none" x="\(x(count))" y="\(height - bottom + 20)" text-anchor="middle">\(name)</text>
      """
    }
    let horizontal = [(0.01, "0.01"), (0.1, "0.1"), (1, "1"), (10, "10"), (100, "100")].map { time, name in
      """
      <line x1="\(left)" x2="\(width - right)" y1="\(y(time))" y2="\(y(time))" stroke="#ddd"/>\
      <text stroke="none" x="\(left - 8)" y="\(y(time) + 5)" text-anchor="end">\(name)</text>
      """
    }
    return (vertical + horizontal).joined(separator: "\n") + "\n"
  }

  /// Ten times the mentors, ten times the time.
  private static var linear: String {
    """
    <line x1="\(x(1e4))" y1="\(y(0.1))" x2="\(x(1e6))" y2="\(y(10))" stroke="#888" stroke-dasharray="2 4"/>
    <text stroke="none" x="\(x(2e4))" y="\(y(0.3))" fill="#666" text-anchor="middle">linear growth</text>

    """
  }

  private static func polyline(_ points: [(Double, Double)], _ colour: String) -> String {
    let dots = points.map { "<circle cx=\"\(x($0.0))\" cy=\"\(y($0.1))\" r=\"4\" fill=\"\(colour)\"/>" }.joined()
    let strokes = zip(points, points.dropFirst()).map { from, to in
      """
      <line x1="\(x(from.0))" y1="\(y(from.1))" x2="\(x(to.0))" y2="\(y(to.1))" stroke="\(colour)" stroke-width="2"/>

      """
    }
    return strokes.joined() + dots + "\n"
  }

  private static func label(_ name: String, _ points: [(Double, Double)], _ colour: String) -> String {
    guard let last = points.last else { return "" }
    return
      "<text stroke=\"none\" x=\"\(x(last.0) - 12)\" y=\"\(y(last.1) - 12)\" fill=\"\(colour)\" text-anchor=\"end\">\(name): \(last.1.formatted)</text>\n"
  }
}
