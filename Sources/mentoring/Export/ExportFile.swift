import Foundation
import Host
import MentorDirectory
import MentoringApp

/// The file into which mentors are exported: in the current directory, named by the moment, never an existing one.
struct ExportFile {
  var directory = FilePath.currentDirectory
  /// Gives the file its name, as the clock on the wall says it.
  let moment: Date
  var timeZone = TimeZone.current

  /// Writes those of the mentors that are still there and public, and says where and how many.
  func write(_ ids: [MentorID], as format: ExportFormat, from library: any MentorLibrary) -> Message {
    do {
      let mentors = try ids.compactMap { try library.mentor($0)?.publicPart }
      guard !mentors.isEmpty else { return Message("nothing was exported: none of them is public", .warning) }
      let path = try write(MentorExport.text(mentors, as: format), as: format)
      let left = ids.count - mentors.count
      let people = mentors.count == 1 ? "1 mentor" : "\(mentors.count) mentors"
      return Message("\(people) written to \(path)" + (left > 0 ? "; \(left) left out: gone, or not public" : ""))
    } catch let error as CocoaError {
      let reason = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
      return Message(
        "Nothing was exported: \(directory) could not be written\(reason.map { ", \($0)" } ?? ""). "
          + "Start mentoring where you may write.", .error)
    } catch {
      return Message(Sentence.of(error), .error)
    }
  }

  /// Path of the new file.
  func write(_ text: String, as format: ExportFormat) throws -> String {
    for number in 1...99 {
      let path = FilePath.join(directory, name(format, number))
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        return path
      } catch let error as CocoaError where error.code == .fileWriteFileExists {
        continue
      }
    }
    throw CocoaError(.fileWriteFileExists)
  }

  /// `mentors-20260501-093000.csv`; a second one of the same second is `…-2.csv`.
  private func name(_ format: ExportFormat, _ number: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
    func two(_ part: Int?) -> String { (part ?? 0) < 10 ? "0\(part ?? 0)" : "\(part ?? 0)" }
    let day = "\(parts.year ?? 0)" + two(parts.month) + two(parts.day)
    let time = two(parts.hour) + two(parts.minute) + two(parts.second)
    return "mentors-\(day)-\(time)" + (number > 1 ? "-\(number)" : "") + ".\(format.fileExtension)"
  }
}
