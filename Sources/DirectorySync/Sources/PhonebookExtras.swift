import Fetching
import MentorDirectory

/// What version 2 of a phonebook does not say in a person's record: their skills, and which of their groups are
/// functional areas. Both are asked for from the other side: each skill knows its members, each group what it is.
struct PhonebookExtras {
  let service: ServiceClient
  let list: String
  private(set) var problems: [ImportProblem] = []

  /// Skills and groups that are asked for in one sync; each costs a request.
  static let limit = 500

  init(service: ServiceClient, list: String) {
    self.service = service
    self.list = list
  }

  /// The records with `skills` and `functional_areas` where the service knows any. What cannot be had is left out, and
  /// said.
  nonisolated(nonsending) mutating func added(
    to records: [JSONObject], report: (_ current: String) -> Void
  ) async -> [JSONObject] {
    var records = records
    if !records.contains(where: { $0["skills"] != nil }) {
      let skills = await skills(of: records, report: report)
      for (index, record) in records.enumerated() {
        let names = record.phonebookNames.flatMap { skills[$0] ?? [] }.unique
        if !names.isEmpty { records[index].append("skills", .strings(names)) }
      }
    }
    let areas = await functionalAreas(of: records, report: report)
    for (index, record) in records.enumerated() {
      let names = record.phonebookGroups.map(\.name).filter { areas.contains($0) }
      guard !names.isEmpty, record["functional_areas"] == nil else { continue }
      // The areas are as public as the groups they are.
      var value: JSONObject = ["value": .strings(names)]
      value.append("privacy", record["groups"]?["privacy"] ?? .string("Public"))
      records[index].append("functional_areas", .object(value))
    }
    return records
  }

  /// Names of skills by the names under which their members are known.
  private nonisolated(nonsending) mutating func skills(
    of records: [JSONObject], report: (String) -> Void
  ) async -> [String: [String]] {
    let people = Set(records.flatMap(\.phonebookNames))
    guard !people.isEmpty, let first = service.origin.resolved("/api/v2/skills/", on: list) else { return [:] }
    var walk = ServiceWalk(service: service)
    do throws(FetchFailure) {
      let answer = try await service.ask(first)
      do throws(SyncFailure) {
        try await walk.run(from: first, answer) { _, current in report(current) }
      } catch {
        problems.append(ImportProblem(file: first, reason: "the list of skills could not be read"))
        return [:]
      }
    } catch {
      if error != .cancelled { note("the skills were not read", first, error) }
      return [:]
    }
    problems += walk.problems
    let known = walk.rows.filter { ($0["member_count"] ?? $0["number_of_members"])?.int != 0 }
    if known.count > Self.limit { problems.append(cut(first, known.count, "skills")) }
    var found: [String: [String]] = [:]
    for row in known.prefix(Self.limit) {
      guard let name = row["name"].flatMap({ ValueText.line($0) }),
        let members = await members(of: row, report: report)
      else { continue }
      for member in members {
        for key in member.phonebookNames where people.contains(key) { found[key, default: []].append(name) }
      }
      if Task.isCancelled { break }
    }
    return found
  }

  private nonisolated(nonsending) mutating func members(
    of row: JSONObject, report: (String) -> Void
  ) async -> [JSONObject]? {
    if let members = row["members"]?.array { return members.compactMap(\.object) }
    return await record(row["_url"]?.string, report: report)?["members"]?.array?.compactMap(\.object)
  }

  private nonisolated(nonsending) mutating func functionalAreas(
    of records: [JSONObject], report: (String) -> Void
  ) async -> Set<String> {
    var addresses: [String: String] = [:]
    for group in records.flatMap(\.phonebookGroups) where !group.address.isEmpty {
      addresses[group.name] = group.address
    }
    if addresses.count > Self.limit { problems.append(cut(list, addresses.count, "groups")) }
    var areas: Set<String> = []
    for (name, address) in addresses.sorted(by: { $0.key < $1.key }).prefix(Self.limit) where !Task.isCancelled {
      if await record(address, report: report)?["functional_area"]?.bool == true { areas.insert(name) }
    }
    return areas
  }

  private nonisolated(nonsending) mutating func record(
    _ reference: String?, report: (String) -> Void
  ) async -> JSONObject? {
    guard problems.count < 20, let reference, let address = service.origin.resolved(reference, on: list) else {
      return nil
    }
    let shown = SourceAddress.withoutSecrets(address)
    do throws(FetchFailure) {
      let answer = try await service.ask(shown)
      report(shown)
      return answer.value?.object
    } catch {
      if error != .cancelled, !error.isGone { problems.append(ImportProblem(file: shown, failure: error)) }
      return nil
    }
  }

  private mutating func note(_ what: String, _ address: String, _ failure: FetchFailure) {
    problems.append(ImportProblem(file: address, reason: "\(what): \(failure.reason)"))
  }

  private func cut(_ address: String, _ count: Int, _ what: String) -> ImportProblem {
    ImportProblem(file: address, reason: "only the first \(Self.limit) of \(count) \(what) were asked for")
  }
}

extension JSONObject {
  /// The user name, and the address of the record: what a skill's list of members has in common with it.
  fileprivate var phonebookNames: [String] {
    ["username", "_url"].compactMap { self[$0]?.string }.filter { !$0.isEmpty }.map {
      $0.contains("/") ? "/" + WebParts($0).path.joined(separator: "/") : $0
    }
  }

  fileprivate var phonebookGroups: [(name: String, address: String)] {
    let groups = self["groups"]?["value"]?.array ?? self["groups"]?.array ?? []
    return groups.compactMap { group in
      guard let name = group["name"]?.string else { return nil }
      return (name, group["_url"]?.string ?? "")
    }
  }
}
