// swift-tools-version: 6.2
import PackageDescription

// One target per module of the architecture; each imports only modules below it. The C targets are the only
// places where a C library's header is included.
let package = Package(
  name: "mentoring",
  products: [.executable(name: "mentoring", targets: ["mentoring"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries
    .target(
      name: "CTerminal", cSettings: [.define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CText"),
    .target(name: "CBits"),
    .target(
      name: "CMarkup",
      linkerSettings: [.linkedLibrary("gumbo"), .linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    // Of libcurl only the header: the library is loaded when something is first fetched.
    .target(name: "CFetch"),

    // Pure
    .target(name: "MentorDirectory", dependencies: ["CBits"], linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Surface", dependencies: ["CText"]),
    .target(name: "Markup", dependencies: ["MentorDirectory", "CMarkup"]),
    .target(name: "StewardDesk", dependencies: ["MentorDirectory"]),

    // Effects
    .target(name: "Host", dependencies: ["MentorDirectory"], resources: [.copy("Resources")]),
    .target(
      name: "DirectoryStore",
      dependencies: ["MentorDirectory", "StewardDesk", "Host", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Fetching", dependencies: ["MentorDirectory", "CFetch"]),
    .target(name: "DirectorySync", dependencies: ["MentorDirectory", "Markup", "Fetching", "Yams"]),
    .target(name: "DeskIntake", dependencies: ["StewardDesk", "DirectorySync", "Markup", "MentorDirectory"]),
    .target(name: "Terminal", dependencies: ["Surface", "CTerminal"]),

    // Screens and commands
    .target(name: "MentoringApp", dependencies: ["MentorDirectory", "Surface"]),
    .executableTarget(
      name: "mentoring",
      dependencies: [
        "MentoringApp", "Terminal", "DirectorySync", "DirectoryStore", "DeskIntake", "StewardDesk", "Fetching", "Host",
        "Markup", "Surface",
        "MentorDirectory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "MentorDirectory", "MentoringApp", "Surface", "Markup", "DirectorySync", "Fetching", "Host", "LoopbackKit",
      ]),

    // Tests mirror sources
    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
    .testTarget(name: "MentorDirectoryTests", dependencies: ["MentorDirectory"]),
    .target(name: "PseudoTerminalKit", dependencies: ["CPseudoTerminal"], path: "Tests/PseudoTerminalKit"),
    .executableTarget(name: "TerminalProbe", dependencies: ["Terminal", "Surface"], path: "Tests/TerminalProbe"),
    .testTarget(name: "SurfaceTests", dependencies: ["Surface", "CText"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Surface", "PseudoTerminalKit", "TerminalProbe"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "StewardDeskTests", dependencies: ["StewardDesk"]),
    .testTarget(name: "HostTests", dependencies: ["Host"]),
    .target(name: "LoopbackKit", path: "Tests/LoopbackKit"),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching", "LoopbackKit", "MentorDirectory"]),
    .executableTarget(name: "StoreProbe", dependencies: ["DirectoryStore"], path: "Tests/StoreProbe"),
    .executableTarget(
      name: "JournalProbe", dependencies: ["DirectoryStore", "StewardDesk"], path: "Tests/JournalProbe"),
    .testTarget(
      name: "DirectoryStoreTests",
      dependencies: [
        "DirectoryStore", "StewardDesk", "Host", "StoreProbe", "JournalProbe",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "DirectorySyncTests", dependencies: ["DirectorySync", "Fetching", "Host", "LoopbackKit"]),
    .testTarget(name: "DeskIntakeTests", dependencies: ["DeskIntake"]),
    .testTarget(name: "MentoringAppTests", dependencies: ["MentoringApp"]),
    .testTarget(
      name: "MentoringTests", dependencies: ["mentoring", "PseudoTerminalKit", "LoopbackKit", "MentorDirectory"]),
  ],
  swiftLanguageModes: [.v6]
)

// CI takes no warnings. Others may have a newer compiler with new ones, and are not kept from building.
if Context.environment["CI"] != nil {
  for target in package.targets {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
