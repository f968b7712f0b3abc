import DirectorySync
import Glibc
import Host
import MentorDirectory

/// A sheet of invented mentors, read as `mentoring import` reads it; beside it, Python's csv reader, which does nothing
/// with the rows.
enum ImportBenchmark {
  static func run(rows: Int) -> Bool {
    let path = "/tmp/mentoring-benchmark-\(getpid()).csv"
    defer { unlink(path) }
    FileText.write(sheet(rows), to: path)
    guard let resources = try? Resources(), let tables = try? tables(resources) else {
      print("the tables that come with the program were not found beside it")
      return false
    }
    let importer = Importer(tables: tables)
    var imported = 0
    let lap = Stopwatch.lap {
      imported = importer.run([path], .init(now: Timestamp(seconds: 1_700_000_000))).mentors.count
    }
    print("\(imported) of \(rows) rows read as mentors: \((lap.wall / 1000).formatted) s")
    let script = """
      import csv, sys, time
      t = time.perf_counter()
      n = sum(len(row) for row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))
      print(f"Python's csv reader, {n} fields: {time.perf_counter() - t:.3f} s")
      """
    if Child.run("python3", ["-c", script, path]) != 0 { print("python3 is not there to compare with") }
    return imported == rows
  }

  private static func tables(_ resources: Resources) throws -> ReferenceTables {
    ReferenceTables(
      gazetteer: Gazetteer(
        countries: try resources.text(named: "countries.tsv"), cities: try resources.text(named: "cities.tsv")),
      languages: LanguageTable(try resources.text(named: "languages.tsv")),
      vocabulary: Vocabulary([try resources.text(named: "vocabulary.txt")]))
  }

  private static func sheet(_ rows: Int) -> String {
    var text = "Name,Title,Areas,Location,Languages,Interests,Team,Email,About\n"
    for mentor in GeneratedDirectory(count: rows).mentors() {
      let fields = [
        mentor.name, mentor.title, mentor.areas.joined(separator: "; "), "Lisbon, Portugal", "English; German",
        mentor.interests.joined(separator: "; "), mentor.team, "m\(mentor.id.rawValue.filter(\.isNumber))@mail.example",
        String(mentor.writeUp.plainText.prefix(300)),
      ]
      text += fields.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }
    return text
  }
}
