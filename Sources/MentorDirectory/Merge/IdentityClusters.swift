/// What must be known of a record to tell whose it is.
public struct IdentityRecord: Sendable {
  /// Number of the source; records of one source may veto (see `IdentityClusters`).
  public var source: Int
  public var name: String
  public var keys: [IdentityKey]

  public init(source: Int, name: String, keys: [IdentityKey]) {
    self.source = source
    self.name = name
    self.keys = keys
  }
}

/// Which records are of one person: those joined by shared identity keys, directly or through others.
///
/// A key identifies nobody when more than `mostSharing` records have it (an office's address), or when one source has
/// it on records with clearly different names (two people behind one mailbox: a list knows its own people apart).
public enum IdentityClusters {
  public static let mostSharing = 8

  /// Numbers of the records, each in one cluster; ascending inside a cluster, clusters by their first record.
  /// Linear in the number of keys; the same input always gives the same answer.
  public static func clusters(_ records: [IdentityRecord]) -> [[Int]] {
    var groups = DisjointSets(count: records.count)
    for members in sharedKeys(records) where identifies(members, in: records) {
      for member in members.dropFirst() { groups.join(members[0], member) }
    }
    return groups.all
  }

  /// For each key that 2 … `mostSharing` records have, those records, ascending.
  private static func sharedKeys(_ records: [IdentityRecord]) -> [[Int]] {
    var holders: [IdentityKey: (first: Int, group: Int)] = [:]
    holders.reserveCapacity(records.reduce(0) { $0 + $1.keys.count })
    var groups: [[Int]] = []
    for (number, record) in records.enumerated() {
      for key in record.keys {
        guard let (first, group) = holders[key] else {
          holders[key] = (number, -1)
          continue
        }
        if group < 0 {
          guard first != number else { continue }
          holders[key] = (first, groups.count)
          groups.append([first, number])
        } else if groups[group].count <= mostSharing, groups[group].last != number {
          groups[group].append(number)
        }
      }
    }
    return groups.filter { $0.count <= mostSharing }
  }

  private static func identifies(_ members: [Int], in records: [IdentityRecord]) -> Bool {
    for (position, a) in members.enumerated() {
      for b in members[(position + 1)...] where records[a].source == records[b].source {
        let (name, other) = (records[a].name, records[b].name)
        if name != other, PersonName(name).isClearlyOther(than: PersonName(other)) { return false }
      }
    }
    return true
  }
}

/// Union–find with path halving; the smallest member is the root, so that the outcome does not depend on the order.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    if a < b { parents[b] = a } else { parents[a] = b }
  }

  private mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  var all: [[Int]] {
    var copy = self
    var places = [Int](repeating: -1, count: parents.count)
    var sets: [[Int]] = []
    for member in parents.indices {
      let root = copy.root(member)
      if places[root] < 0 {
        places[root] = sets.count
        sets.append([])
      }
      sets[places[root]].append(member)
    }
    return sets
  }
}
