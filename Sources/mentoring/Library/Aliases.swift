import DirectoryStore
import Host

// Names that Foundation or a second module of ours has too; this file imports neither.

/// The clock of the machine, as a value that is handed in.
typealias WallClock = Host.Clock
/// How far storing has come.
typealias StoringProgress = ImportProgress
