import MentorDirectory
import Surface

/// Draws the state. Pure: the same state gives the same surface.
public func view(_ state: AppState) -> Surface {
  var surface = Surface(state.size)
  if state.reader != nil, state.screen == .directory {
    ReaderView(state: state).draw(on: &surface)
  } else if state.size.width < DirectoryLayout.smallest.width || state.size.height < DirectoryLayout.smallest.height {
    drawTooSmall(on: &surface)
  } else if state.screen == .sources {
    SourcesView(state: state).draw(on: &surface)
  } else if let map = state.map {
    MapView(state: state, map: map).draw(on: &surface)
  } else {
    DirectoryView(state: state).draw(on: &surface)
  }
  switch state.overlay {
  case .help(let help): HelpView(help: help, commands: state.keymap.commands).draw(on: &surface)
  case .menu(let menu): MenuView(menu: menu).draw(on: &surface)
  case .naming(let naming): NamingView(naming: naming).draw(on: &surface)
  case .prompt(let prompt): PromptView(prompt: prompt, state: state).draw(on: &surface)
  case .sourceForm(let form): SourceFormView(form: form, kindOf: state.kindOfAddress).draw(on: &surface)
  case .welcome: WelcomeView(mentors: state.directory.index.mentorCount, keymap: state.keymap).draw(on: &surface)
  case nil: break
  }
  return surface
}

/// Below the smallest size there is one sentence, and the way out.
private func drawTooSmall(on surface: inout Surface) {
  let size = DirectoryLayout.smallest
  let lines = "The window is too small: \(size.width)×\(size.height) is enough. q quits.".wrapped(
    width: max(1, surface.width))
  for (row, line) in lines.enumerated() { surface.put(line, at: Point(0, row)) }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    let digits = String(magnitude)
    var out = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return self < 0 ? "-" + out : out
  }
}

extension StyledText {
  /// The same text with what the highlighter finds in it marked.
  func highlighted(_ highlighter: Highlighter) -> StyledText {
    marked(highlighter.isEmpty ? [] : highlighter.ranges(in: text))
  }

  /// The same text with ranges of characters marked.
  func marked(_ ranges: [Range<Int>]) -> StyledText {
    guard !ranges.isEmpty else { return self }
    var out = StyledText(), offset = 0
    for run in runs {
      var index = run.text.startIndex
      let end = offset + run.text.count
      for range in ranges where range.upperBound > offset && range.lowerBound < end {
        let from = run.text.index(run.text.startIndex, offsetBy: max(0, range.lowerBound - offset))
        let to = run.text.index(run.text.startIndex, offsetBy: min(run.text.count, range.upperBound - offset))
        out.append(String(run.text[index..<from]), run.style)
        out.append(String(run.text[from..<to]), Style(.match, run.style.attributes, on: run.style.ground))
        index = to
      }
      out.append(String(run.text[index...]), run.style)
      offset = end
    }
    return out
  }
}
