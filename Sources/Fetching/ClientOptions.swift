/// How a client behaves towards servers.
public struct ClientOptions: Sendable {
  /// Where whoever wonders about the requests finds out who makes them. The one place where it is written.
  public static let projectAddress = "https://mentoring-directory.example/fetching"

  /// Honest: the program, and where to read about it.
  public var userAgent = "mentoring/0.1 (+\(projectAddress))"
  /// Requests under way at the same time, at all hosts. Bounds the memory, however many wait.
  public var atOnce = 32
  public var atOncePerHost = 1
  /// Between the end of a request and the beginning of the next at the same host.
  public var pause: Duration = .seconds(1)
  /// The same between calls of a service's API (requests that need not obey robots.txt).
  public var servicePause: Duration = .milliseconds(100)
  /// The most that a "Crawl-delay" in robots.txt is granted.
  public var longestCrawlDelay: Duration = .seconds(10)
  /// The most that one request waits for a host that asks for patience. Who asks for more is left alone for that long,
  /// and the request fails.
  public var longestWait: Duration = .seconds(60)
  /// How often a request is made where a repetition may help.
  public var tries = 3
  /// Before the first repetition; doubled for each further one, and up to half of it more at random.
  public var firstBackoff: Duration = .seconds(1)
  /// A host that failed this many requests in a row, each after all its tries, is left alone for `quarantine`.
  public var failuresUntilQuarantine = 3
  public var quarantine: Duration = .seconds(300)
  /// How long robots.txt counts, at most a day (RFC 9309, 2.4).
  public var robotsLifetime: Duration = .seconds(24 * 3600)
  /// How long nothing is asked where robots.txt could not be had.
  public var robotsRetry: Duration = .seconds(600)
  public var redirectLimit = 8
  /// Seconds, or fractions; includes finding the host.
  public var connectTimeout: Duration = .seconds(10)
  /// For the whole of one answer.
  public var timeout: Duration = .seconds(60)
  /// Without a byte; whole seconds, at least one.
  public var stallTimeout: Duration = .seconds(15)
  /// A file of certificate authorities (PEM) that counts instead of the system's.
  public var certificates: String?
  /// Where some hosts really are.
  public var routes: [HostRoute] = []
  public var clock: FetchClock = .system

  public init() {}
}

/// Says that a host is found at an address of the keeper's choice, as a line of /etc/hosts does. Whoever writes one
/// knows where it leads: it may lead to this machine.
public struct HostRoute: Equatable, Sendable {
  /// As in an address, in ASCII; nil for every host.
  public var host: String?
  /// An IP address.
  public var address: String
  public var port: Int

  public init(host: String? = nil, address: String = "127.0.0.1", port: Int) {
    self.host = host
    self.address = address
    self.port = port
  }
}
