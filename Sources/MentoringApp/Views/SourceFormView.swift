import MentorDirectory
import Surface

/// The form of a source: a field to a row, what the field with the cursor means, and what was wrong.
struct SourceFormView {
  let form: SourceForm
  let kindOf: @Sendable (String) -> String?

  private static let labelWidth = 9

  func draw(on surface: inout Surface) {
    let width = min(surface.width, 78), inner = max(1, width - 4)
    let notes = notes(width: inner)
    // The hints at the foot say how to leave it.
    let box = Rect(x: 0, y: 0, width: surface.width, height: max(3, surface.height - 1))
      .centred(width: width, height: form.fields.count + notes.count + 3)
    surface.fill(box)
    surface.box(box, title: form.original.map { "Source “\($0.name)”" } ?? "Add a source")
    surface.within(box.inset(columns: 2, rows: 1)) { surface in
      let height = surface.bounds.height
      let here = form.fields.firstIndex(of: form.focus) ?? 0
      // Where rows are scarce, the field with the cursor and the notes are what is to be seen.
      let fieldRows = max(1, min(form.fields.count, height - min(notes.count, max(0, height - 1))))
      let scroll = max(0, here - fieldRows + 1)
      for (row, field) in form.fields.dropFirst(scroll).prefix(fieldRows).enumerated() {
        draw(field, at: row, on: &surface)
      }
      let gap = height > fieldRows + notes.count ? 1 : 0
      for (row, note) in notes.enumerated() { surface.put(note, at: Point(0, fieldRows + gap + row)) }
    }
  }

  private func draw(_ field: SourceForm.Field, at y: Int, on surface: inout Surface) {
    let isHere = field == form.focus
    surface.put(Self.label(field), at: Point(0, y), style: isHere ? Style(.accent, .bold) : .dim)
    let x = Self.labelWidth + 2, width = max(1, surface.bounds.width - x)
    if let editor = editor(field) {
      FieldView(editor: editor, placeholder: placeholder(field), isActive: isHere && !form.isBusy)
        .draw(at: Point(x, y), width: width, on: &surface)
      return
    }
    let text = isHere ? "◂ \(value(field)) ▸" : "  \(value(field))"
    surface.put(text.truncated(to: width), at: Point(x, y), style: isHere ? .field : .text)
    if isHere { surface.placeCursor(at: Point(x, y), visible: false) }
  }

  private func editor(_ field: SourceForm.Field) -> LineEditor? {
    var form = form
    form.focus = field
    return form.editor
  }

  private static func label(_ field: SourceForm.Field) -> String {
    switch field {
    case .address: "Address"
    case .kind: "Kind"
    case .name: "Name"
    case .every: "Every"
    case .group: "Group"
    case .allowsPrivate: "Private"
    case .followsLinks: "Links"
    }
  }

  private func placeholder(_ field: SourceForm.Field) -> String {
    switch field {
    case .name: form.original == nil ? "after its address" : ""
    case .every: "only when asked for"
    default: ""
    }
  }

  private func value(_ field: SourceForm.Field) -> String {
    switch field {
    case .kind:
      guard form.kind.isEmpty else { return form.kind }
      return kindOf(form.address.text.trimmed).map { "find out (looks like \($0))" } ?? "find out"
    case .allowsPrivate: return form.allowsPrivate ? "● private networks allowed" : "○ private networks refused"
    case .followsLinks: return form.followsLinks ? "● followed to mentors' pages" : "○ not followed"
    default: return ""
    }
  }

  // MARK: - Notes

  /// Why it could not be kept, or what the field with the cursor is for.
  private func notes(width: Int) -> [StyledText] {
    if let problem = form.problem { return StyledText(problem, .error).wrapped(width: width).prefix(4).map { $0 } }
    if form.isBusy { return [StyledText(form.original == nil ? "adding …" : "keeping …", .accent)] }
    return Array(StyledText(explanation, .dim).wrapped(width: width).prefix(2))
  }

  private var explanation: String {
    switch form.focus {
    case .address: "a web address, or the path of a file or folder"
    case .kind:
      SourceKindText(rawValue: form.kind)?.explanation ?? "its address and its answer tell; ← → choose another"
    case .name: "how it is called in lists and as the origin of what a mentor says"
    case .every: "how often a sync is due: 6h, 1d; empty: only when asked for"
    case .group: "whose members are mentors"
    case .allowsPrivate: "allow only what you run yourself: loopback, home and office networks"
    case .followsLinks: "pages that its rows link to are fetched as well"
    }
  }
}
