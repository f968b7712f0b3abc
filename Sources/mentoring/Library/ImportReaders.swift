import DirectorySync
import MentorDirectory

/// The importer with its readers of pages and lists.
struct ImportReaders {
  let importer: Importer

  init(_ tables: ReferenceTables) {
    importer = Importer(tables: tables, pages: NoPages(), lists: NoLists())
  }
}
struct NoPages: PageReading { func read(_ page: PageInput) -> PageResult { .notAMentor(verdict: "", reason: "") } }
struct NoLists: ListReading { func records(_ page: PageInput) -> (records: [JSONObject], problems: [ImportProblem]) { ([], []) } }
