import DirectoryStore
import Glibc
import StewardDesk

/// A process of its own for the tests of the desk's journal: adds requests until it is killed or has added `count`.
/// A line on standard output follows each that was written.
@main
struct JournalProbe {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[3]) else {
      print("usage: JournalProbe DIRECTORY PREFIX COUNT")
      return
    }
    let journal = try DeskJournal(directory: arguments[1])
    var generator = SystemRandomNumberGenerator()
    for number in 0..<count {
      let name = "\(arguments[2])\(number)"
      let request = Request(
        newcomer: .init(name: name, contact: "\(name)@people.example"), wish: Wish(), way: .hand, originKey: name)
      _ = try journal.record(by: "Probe", at: 1_750_000_000_000, using: &generator) { _ in [.received(request)] }
      print(number)
      fflush(nil)
    }
  }
}
