import Glibc
import Host
import Testing

@Suite struct Paths {
  @Test func `directories are below home where nothing else is said`() throws {
    let paths = try HostPaths(environment: ["HOME": "/home/ada"])
    #expect(paths.config == "/home/ada/.config/mentoring")
    #expect(paths.data == "/home/ada/.local/share/mentoring")
    #expect(paths.cache == "/home/ada/.cache/mentoring")
    #expect(paths.state == "/home/ada/.local/state/mentoring")
  }

  @Test func `an absolute variable counts, a relative one does not`() throws {
    let paths = try HostPaths(environment: ["HOME": "/h", "XDG_CACHE_HOME": "/fast/", "XDG_DATA_HOME": "data"])
    #expect(paths.cache == "/fast/mentoring")
    #expect(paths.data == "/h/.local/share/mentoring")
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "home"], ["XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"]])
  func `without a home it says what is missing`(environment: [String: String]) {
    #expect {
      try HostPaths(environment: environment)
    } throws: { error in
      guard case .noPlace(let variable) = error as? HostError else { return false }
      return variable == (environment["XDG_CONFIG_HOME"] == nil ? "XDG_CONFIG_HOME" : "XDG_CACHE_HOME")
    }
  }

  @Test func `directories are made for the user alone`() throws {
    try withTemporaryDirectory { home in
      let paths = try HostPaths(environment: ["HOME": home])
      try paths.create()
      try paths.create()
      for path in [paths.config, paths.data, paths.cache, paths.state, home + "/.local"] {
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
      }
    }
  }

  @Test func `a file in the way is named`() throws {
    try withTemporaryDirectory { home in
      try AtomicFile.write("", to: home + "/.config")
      #expect(throws: HostError.file(.create, path: home + "/.config", SystemError(code: ENOTDIR))) {
        try HostPaths(environment: ["HOME": home]).create()
      }
    }
  }
}

@Suite struct PathText {
  @Test(arguments: [
    ("/a/people.csv", "people"), ("people.tar.gz", "people.tar"), ("/a/pages/", "pages"), ("/a/.hidden", ".hidden"),
    ("/", ""),
  ])
  func `the stem is the name without its extension`(path: String, stem: String) {
    #expect(FilePath.stem(path) == stem)
  }

  @Test func `absolute paths have no dots`() {
    #expect(FilePath.absolute("../x/./y", from: "/nowhere/at/all") == "/nowhere/at/x/y")
    #expect(FilePath.absolute("/../..") == "/")
    #expect(FilePath.relative("/a/b/c", to: "/a") == "b/c")
    #expect(FilePath.relative("/ab", to: "/a") == nil)
  }
}
