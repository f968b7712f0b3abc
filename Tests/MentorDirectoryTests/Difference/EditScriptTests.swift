import Testing

@testable import MentorDirectory

@Suite struct EditScriptTests {
  /// "-x" removed, "+x" added, "x" kept.
  private func shown(_ old: String, _ new: String) -> String {
    let a = Array(old), b = Array(new)
    return EditScript(from: a, to: b).steps.map { step in
      switch step {
      case .keep(let place, _): String(a[place])
      case .remove(let place): "-\(a[place])"
      case .add(let place): "+\(b[place])"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("", "ab", "+a+b"), ("ab", "", "-a-b"), ("abc", "abc", "abc"), ("abc", "axc", "a-b+xc"),
    ("abc", "abbc", "ab+bc"), ("abcabba", "cbabac", "-a-bc+bab-ba+c"),
  ])
  func smallScripts(old: String, new: String, script: String) { #expect(shown(old, new) == script) }

  /// Applied to the old sequence, a script gives the new one; and it is as short as the longest common subsequence says.
  @Test(arguments: 1...40)
  func scriptsAreRightAndShortest(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = seed % 4 + 1
    func sequence() -> [Int] {
      (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0...letters, using: &random) }
    }
    let old = sequence(), new = sequence()
    let steps = EditScript(from: old, to: new).steps
    var rebuilt: [Int] = [], taken = 0, kept = 0
    for step in steps {
      switch step {
      case .keep(let a, let b):
        #expect(a == taken && b == rebuilt.count && old[a] == new[b])
        rebuilt.append(old[a])
        taken += 1
        kept += 1
      case .remove(let a):
        #expect(a == taken)
        taken += 1
      case .add(let b):
        #expect(b == rebuilt.count)
        rebuilt.append(new[b])
      }
    }
    #expect(taken == old.count && rebuilt == new)
    #expect(kept == longestCommon(old, new))
  }

  private func longestCommon(_ a: [Int], _ b: [Int]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[a.count][b.count]
  }

  @Test func beyondTheBoundAllInBetweenIsReplaced() {
    let old = [0] + Array(100..<160) + [1], new = [0] + Array(200..<260) + [1]
    let steps = EditScript(from: old, to: new, mostEdits: 20).steps
    #expect(steps.first == .keep(old: 0, new: 0) && steps.last == .keep(old: 61, new: 61))
    #expect(steps.count == 122)
  }

  /// Would take minutes without the bound.
  @Test func hugeSequencesWithNothingInCommon() {
    let steps = EditScript(from: Array(0..<100_000), to: Array(100_000..<200_000)).steps
    #expect(steps.count == 200_000)
  }
}
