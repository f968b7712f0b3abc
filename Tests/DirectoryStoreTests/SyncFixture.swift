import DirectoryStore
import MentorDirectory

/// A sheet on the net whose rows lead to pages.
let signUps = StoredSource(
  name: "sign-ups", kind: "sheet", trust: .list, address: "https://lists.example/sign-ups.csv")

func pageAddress(_ name: String) -> String { "https://\(name).example/mentoring" }

/// A row of the sheet that leads to the person's page.
func row(_ name: String, _ fill: (inout Mentor) -> Void = { _ in }) -> Mentor {
  mentor(pageAddress(name), name.capitalized) {
    $0.page = pageAddress(name)
    fill(&$0)
  }
}

/// What the person's page says.
func visit(_ name: String, says words: String, hash: UInt64 = 1) -> StoredVisit {
  let person = mentor(pageAddress(name), name.capitalized + " Writes") {
    $0.page = pageAddress(name)
    $0.writeUp = WriteUp([.paragraph([.text(words)])])
  }
  return StoredVisit(
    address: pageAddress(name), outcome: .read(person, StoredVerdict("offer")),
    state: ReadState(entityTag: "\"\(hash)\"", bodyHash: hash, readerVersion: 1))
}

func unchanged(_ name: String) -> StoredVisit { StoredVisit(address: pageAddress(name), outcome: .unchanged) }

func failed(_ name: String, status: Int) -> StoredVisit {
  let facts: JSONValue = .object(["kind": .string("status"), "number": .int(status)])
  return StoredVisit(
    address: pageAddress(name), outcome: .failed(StoredFailure(facts, isGone: status == 404 || status == 410)))
}

func noOffer(_ name: String, hash: UInt64 = 2) -> StoredVisit {
  StoredVisit(
    address: pageAddress(name), outcome: .read(nil, StoredVerdict("empty", reason: "the page has no text of its own")),
    state: ReadState(bodyHash: hash, readerVersion: 1))
}

func listing(_ names: [String], isComplete: Bool = true) -> StoredStep {
  .listing(
    StoredListing(
      mentors: names.map { row($0) }, isComplete: isComplete, state: ReadState(entityTag: "\"list\"", readerVersion: 1),
      pages: names.map(pageAddress)))
}

extension DirectoryStore {
  /// One whole sync of the sheet.
  @discardableResult
  func sync(_ steps: StoredStep..., of source: StoredSource = signUps, at moment: Timestamp) throws -> SyncTally {
    var tally = SyncTally()
    for step in steps { tally.add(try apply(step, of: source, now: moment)) }
    try finish(
      StoredSync(
        started: moment, ended: moment, new: tally.new.count, changed: tally.changed.count, gone: tally.gone.count),
      of: source)
    return tally
  }

  func person(_ name: String) throws -> Mentor? { try mentor(MentorID(pageAddress(name))) }
}

func withStore<Value>(_ body: (DirectoryStore) throws -> Value) throws -> Value {
  try withTemporaryDirectory { directory in
    try body(DirectoryStore(directory: directory, optOuts: OptOutFile(directory: directory + "/data")))
  }
}
