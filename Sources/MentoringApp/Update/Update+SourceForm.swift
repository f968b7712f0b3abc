import MentorDirectory
import Surface

extension AppState {
  /// The form for a new source, or for one that is there.
  mutating func openSourceForm(_ row: SourceRow?) {
    guard !isSample() else { return }
    overlay = .sourceForm(SourceForm(row))
  }

  mutating func press(_ key: KeyEvent, in form: SourceForm) -> [Effect] {
    count = nil
    if let action = keymap.action(for: key, in: .form) { return perform(action, in: .form, count: nil) }
    guard !form.isBusy else { return [] }
    var form = form
    if var editor = form.editor {
      guard editor.apply(key) else { return [] }
      form.editor = editor
    } else {
      switch key.key {
      case .left: _ = form.choose(by: -1)
      case .right, .character(" "): _ = form.choose(by: 1)
      default:
        guard form.focus == .kind, let typed = key.typed else { return [] }
        form.chooseKind(beginningWith: typed)
      }
    }
    form.problem = nil
    overlay = .sourceForm(form)
    return []
  }

  mutating func paste(_ text: String, into form: SourceForm) {
    guard !form.isBusy, var editor = form.editor else { return }
    var form = form
    editor.insert(text)
    form.editor = editor
    form.problem = nil
    overlay = .sourceForm(form)
  }

  mutating func performInForm(_ action: Action) -> [Effect] {
    guard case .sourceForm(var form) = overlay else { return [] }
    switch action {
    case .back:
      overlay = nil
      return []
    case .nextPane: form.move(by: 1)
    case .previousPane: form.move(by: -1)
    case .open: return keep(form)
    default: break
    }
    overlay = .sourceForm(form)
    return []
  }

  private mutating func keep(_ form: SourceForm) -> [Effect] {
    guard !form.isBusy else { return [] }
    var form = form
    let address = form.address.text.trimmed, name = form.name.text.trimmed
    if let original = form.original {
      let changes = form.changes
      guard !changes.isEmpty else {
        overlay = nil
        message = Message("nothing was changed")
        return []
      }
      form.problem = address.isEmpty ? "The address is missing." : nil
      if form.problem == nil { form.isBusy = true }
      overlay = .sourceForm(form)
      return form.isBusy ? [.run(.change(original.name, changes))] : []
    }
    form.problem = address.isEmpty ? "The address is missing: where are the mentors listed?" : nil
    form.isBusy = form.problem == nil
    if !form.isBusy { form.focus = .address }
    overlay = .sourceForm(form)
    guard form.isBusy else { return [] }
    let settings = SourceSettings(
      address: address, kind: form.kind.isEmpty ? nil : form.kind, name: name.isEmpty ? nil : name,
      allowsPrivate: form.allowsPrivate)
    return [.run(.add(settings))]
  }

  // MARK: - Answers

  /// Closes the form whose job was done.
  mutating func closeForm(of job: SourceJob) {
    if case .sourceForm(let form) = overlay, form.isBusy, form.started(job) { overlay = nil }
  }

  /// Says in the form why its job failed; false if no form waits for it.
  mutating func refuseForm(of job: SourceJob, because why: String) -> Bool {
    guard case .sourceForm(var form) = overlay, form.isBusy, form.started(job) else { return false }
    form.isBusy = false
    form.problem = why
    overlay = .sourceForm(form)
    return true
  }
}

extension SourceForm {
  /// A job of the kind that Enter starts.
  fileprivate func started(_ job: SourceJob) -> Bool {
    switch job {
    case .add: original == nil
    case .change(let name, _): original?.name == name
    case .list, .remove, .test: false
    }
  }
}
