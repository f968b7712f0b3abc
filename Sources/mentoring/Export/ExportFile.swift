import Foundation
import Host
import MentorDirectory
import MentoringApp

/// The file into which mentors are exported, by the name that was typed; an existing one only after it was agreed to.
struct ExportFile {
  /// Where a name without a directory belongs.
  var directory = FilePath.currentDirectory
  /// What `~/` stands for; nil if it is not known.
  var home: String?

  enum Outcome: Equatable {
    case told(Message)
    /// A file of that name is there; nothing was written.
    case taken
  }

  /// Writes those of the mentors that are still there and public, and says where and how many.
  func write(_ request: ExportRequest, from library: any MentorLibrary) -> Outcome {
    let path = path(of: request.file)
    do {
      let mentors = try request.mentors.compactMap { try library.mentor($0)?.publicPart }
      guard !mentors.isEmpty else { return .told(Message("nothing was exported: none of them is public", .warning)) }
      let text = MentorExport.text(mentors, as: request.format)
      guard try write(text, to: path, replacing: request.replaces) else { return .taken }
      let left = request.mentors.count - mentors.count
      let people = mentors.count == 1 ? "1 mentor" : "\(mentors.count) mentors"
      return .told(
        Message("\(people) written to \(path)" + (left > 0 ? "; \(left) left out: gone, or not public" : "")))
    } catch let error as CocoaError {
      let reason = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
      return .told(
        Message(
          "Nothing was exported: \(path) could not be written\(reason.map { ", \($0)" } ?? ""). "
            + "Give a path where you may write.", .error))
    } catch {
      return .told(Message(Sentence.of(error), .error))
    }
  }

  /// False if a file is in the way that is not to be replaced.
  func write(_ text: String, to path: String, replacing: Bool) throws -> Bool {
    if replacing, Files.kind(at: path) == .file {
      try AtomicFile.write(text, to: path, permissions: 0o644)
      return true
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      return true
    } catch let error as CocoaError where error.code == .fileWriteFileExists && Files.kind(at: path) == .file {
      return false
    }
  }

  /// Absolute.
  func path(of name: String) -> String {
    if name.hasPrefix("~/"), let home { return FilePath.join(home, String(name.dropFirst(2))) }
    return name.hasPrefix("/") ? name : FilePath.join(directory, name)
  }
}
