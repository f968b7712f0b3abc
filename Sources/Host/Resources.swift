import Glibc

/// The files that come with the program: tables, the vocabulary, the sample community.
///
/// They stand beside the executable in `mentoring_Host.resources/Resources`, or where the program is installed, in
/// `../share/mentoring`. The accessor that the package manager generates is not used: it ends the process where the
/// files are missing, and keeps the path of the build directory.
public struct Resources: Sendable {
  /// Directory of the files.
  public let directory: String

  /// A directory that is known.
  public init(directory: String) { self.directory = directory }

  /// Looks beside `executable`, links resolved; by default, the running program.
  public init(executable: String = "/proc/self/exe") throws(HostError) {
    let program = FilePath.resolved(executable) ?? executable
    let home = FilePath.split(program).directory
    let candidates = [
      FilePath.join(home, "mentoring_Host.resources/Resources"),
      FilePath.join(FilePath.split(home).directory, "share/mentoring"),
    ]
    guard let found = candidates.first(where: { Files.kind(at: $0) == .directory }) else {
      throw .noResource(name: candidates[0])
    }
    directory = found
  }

  /// The text of a file, named below the directory ("countries.tsv").
  public func text(named name: String) throws(HostError) -> String {
    let path = FilePath.join(directory, name)
    guard Files.kind(at: path) == .file else { throw .noResource(name: name) }
    return try Files.readText(path)
  }

  /// Paths of the sample community's files, in ascending order; empty if it does not come with this build.
  public var sampleCommunity: [String] {
    let folder = FilePath.join(directory, "SampleCommunity")
    let names = (try? Files.names(in: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { FilePath.join(folder, $0) }
  }
}
