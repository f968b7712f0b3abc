import DirectorySync
import MentoringApp

extension SourceJob {
  /// The name of a key in the address that the job is about. Such an address must not become the words of a command,
  /// which everybody on the machine can read.
  var secretParameter: String? {
    switch self {
    case .add(let settings): SourceAddress.secretParameter(in: settings.address)
    case .change(_, let changes):
      changes.lazy.compactMap {
        if case .address(let address) = $0 { SourceAddress.secretParameter(in: address) } else { nil }
      }.first
    case .list, .remove, .test: nil
    }
  }

  /// The commands of the program that do it, one after the other; what scripts use, the screens use.
  var commands: [[String]] {
    switch self {
    case .list: return [["source", "list", "--json"]]
    case .add(let settings):
      var words = ["source", "add"]
      if let kind = settings.kind { words += ["--as", kind] }
      if let name = settings.name { words += ["--name=" + name] }
      if settings.allowsPrivate { words.append("--allow-private") }
      return [words + ["--", settings.address]]
    case .change(let name, let changes):
      return changes.map { change in
        let (key, value) = change.setting
        return ["source", "set", "--", name, key, value]
      }
    case .remove(let name): return [["source", "remove", "--", name]]
    case .test(let name): return [["source", "test", "--", name]]
    }
  }
}

extension SourceChange {
  /// Key and value as `source set` takes them.
  fileprivate var setting: (key: String, value: String) {
    switch self {
    case .address(let text): ("address", text)
    case .kind(let text): ("as", text)
    case .every(let text): ("every", text.isEmpty ? "never" : text)
    case .group(let text): ("group", text)
    case .allowsPrivate(let isOn): ("allow-private", isOn ? "yes" : "no")
    case .followsLinks(let isOn): ("follow-links", isOn ? "yes" : "no")
    case .enabled(let isOn): ("enabled", isOn ? "yes" : "no")
    }
  }
}
