import Host
import MentorDirectory
import StewardDesk

/// Opens a draft in the steward's editor: the subject on the first line, a blank line, the text.
struct DraftEditor {
  private let environment: RunEnvironment

  init(_ environment: RunEnvironment) { self.environment = environment }

  func edit(_ draft: IntroductionDraft) throws -> IntroductionDraft {
    let editor = Editor(environment: environment)
    let edited = try TemporaryFile.with("\(draft.subject)\n\n\(draft.text)", in: environment) { path in
      Result {
        switch editor.edit(path) {
        case .exited(0): return try Files.readText(path, limit: 1 << 20)
        case .notFound: throw Failure("No editor was found. Set EDITOR; nothing was sent, the request is as it was.")
        default: throw Failure("The editor did not end well, so nothing was sent. The request is as it was.")
        }
      }
    }
    return try draft.replacing(edited.get())
  }
}

extension IntroductionDraft {
  func replacing(_ text: String) throws(Failure) -> IntroductionDraft {
    let clean = text.cleanedText()
    guard let end = clean.firstIndex(of: "\n"), clean.contains(where: { !$0.isWhitespace }) else {
      throw Failure("The draft is empty, so nothing was sent. The request is as it was.", .cancelled)
    }
    var draft = self
    draft.subject = String(clean[..<end]).cleanedLine(limit: 200)
    draft.text = String(clean[end...].drop(while: \.isNewline))
    guard !draft.subject.isEmpty, draft.text.contains(where: { !$0.isWhitespace }) else {
      throw Failure("The draft has no subject or no text, so nothing was sent. The request is as it was.", .cancelled)
    }
    return draft
  }
}
