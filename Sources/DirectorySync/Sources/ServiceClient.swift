import Fetching
import MentorDirectory

/// Asks a service for JSON, with its key, at its own host only.
struct ServiceClient: Sendable {
  let client: any WebFetching
  let source: SyncSource
  let api: ServiceAddress.API
  let origin: ServiceOrigin

  static let accept = "application/json"

  /// What a service said.
  struct Answer: Sendable {
    var value: JSONValue?
    var problems: [ImportProblem]
    /// The text, where it is no JSON but perhaps a sheet.
    var response: WebResponse
  }

  /// - Parameter address: without secrets; so it may stand in a message.
  func ask(_ address: String) async throws(FetchFailure) -> Answer {
    let response: WebResponse
    do throws(FetchFailure) {
      response = try await client.fetch(request(address))
    } catch {
      throw withoutSecrets(error)
    }
    guard ServiceOrigin(response.address)?.host == origin.host else {
      throw .badRedirect(to: SourceAddress.withoutSecrets(response.address))
    }
    return await answer(response, address)
  }

  @concurrent
  private func answer(_ response: WebResponse, _ address: String) async -> Answer {
    let (value, problems) = JSONReader.read(response.body)
    let found = problems.map { ImportProblem(file: address, ReadProblem($0)) }
    return Answer(value: value, problems: found, response: response)
  }

  private func request(_ address: String) -> WebRequest {
    var request = WebRequest(
      address, accept: Self.accept, allowsPrivate: source.allowsPrivate, obeysRobots: false,
      sizeLimit: ListingReader.sizeLimit)
    guard let credential = source.credential else { return request }
    request.credential = credential
    if api == .phonebook1 {
      let (program, key) = Self.parts(credential)
      request.credential = Credential(queryItem: "app_key", value: key)
      if let program { request.address = SourceAddress.adding(["app_name": program], to: address) }
    }
    return request
  }

  /// Version 1 wants the name of the program beside its key: "NAME:KEY", or the key alone.
  private static func parts(_ credential: Credential) -> (program: String?, key: String) {
    let parts = credential.value.split(separator: ":", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : (nil, credential.value)
  }

  private func withoutSecrets(_ failure: FetchFailure) -> FetchFailure {
    switch failure {
    case .badAddress(let address): .badAddress(SourceAddress.withoutSecrets(address))
    case .downgrade(let address): .downgrade(to: SourceAddress.withoutSecrets(address))
    case .badRedirect(let address): .badRedirect(to: SourceAddress.withoutSecrets(address))
    case .brokenOff(let reason): .brokenOff(reason: hidingKey(reason))
    case .other(let code, let reason): .other(code: code, reason: hidingKey(reason))
    default: failure
    }
  }

  private func hidingKey(_ text: String) -> String {
    (source.credential?.value.split(separator: ":") ?? []).reduce(text) { $0.replacing($1, with: "(secret)") }
  }
}
