import DirectoryStore
import StewardDesk

extension Sentence {
  static func of(_ error: JournalError) -> String {
    let kept = "It was left as it is."
    switch error.cause {
    case .newer(let path, let found, let known):
      return "The desk's journal \(path) was written by a later version of mentoring (format \(found), this one knows "
        + "\(known)). \(kept) Use that version."
    case .notOurs(let path): return "\(path) is no journal of mentoring's desk. \(kept) Move it aside."
    case .corrupt(let path):
      return
        "The desk's journal \(path) is damaged. \(kept) Put back a copy of it (backups, a fellow steward's), or try "
        + "`sqlite3 \(path) .recover`."
    default: return of(error.cause)
    }
  }

  static func of(_ problem: IntroductionTemplate.Problem, path: String) -> String {
    switch problem {
    case .missingPart(let part):
      "\(path): the \(part) is missing; a template has a subject, a text and reasons, with --- between them."
    case .unknownField(let field, let line):
      "\(path):\(line): there is no field {\(field)}; take \(IntroductionTemplate.fields.map { "{\($0)}" }.joined(separator: ", "))."
    case .unknownReason(let key, let line):
      "\(path):\(line): there is no reason “\(key)”; take \(IntroductionTemplate.reasonKeys.joined(separator: ", "))."
    case .tooLong: "\(path) is longer than a template can be (100 kB)."
    }
  }

  static func of(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .unavailable(let state): "this mentor is \(state.rawValue) now"
    case .noFreePlace: "this mentor has no free place"
    case .noCommonLanguage: "the two have no language in common"
    case .turnedDown: "this mentor was turned down for this request before"
    case .blocked: "nobody is to be sent to this mentor now"
    }
  }
}
