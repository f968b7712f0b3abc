/// The screens. The raw value is the number in the header; the header shows those that there are.
public enum Screen: Int, CaseIterable, Sendable {
  case directory = 1
  case sources = 3

  var title: String {
    switch self {
    case .directory: "Directory"
    case .sources: "Sources"
    }
  }
}
