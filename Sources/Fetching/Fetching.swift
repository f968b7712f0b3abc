// Fetching: gets what stands at an address on the web, politely and within limits.
//
// Purpose: HTTP GET with conditions, redirects, limits, robots.txt, politeness towards each host, and refusal of
// addresses that are nobody's business. The only importer of CFetch (libcurl).
// Knows: addresses, hosts, headers, time.
// Never: reads what a body says, touches the cache or the screen, words an error.

/// Whoever can fetch. `WebClient` does it; a wrapper may count or record.
public protocol WebFetching: Sendable {
  /// The answer to one request, redirects followed. Waits its turn at the host; tries again where that is likely to
  /// help. Cancelling the task ends it at once with `FetchFailure.cancelled`.
  func fetch(_ request: WebRequest) async throws(FetchFailure) -> WebResponse
}
