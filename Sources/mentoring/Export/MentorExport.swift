import MentorDirectory
import MentoringApp

// Export: mentors as a file for others.
//
// Only what everybody may see goes out: fields that a source restricts are left empty, addresses that were written in
// an obfuscated form are left out, and so are mentors whose very name is not public.

/// Mentors as text in one of the formats.
enum MentorExport {
  static func text(_ mentors: [Mentor], as format: ExportFormat) -> String {
    let mentors = mentors.compactMap(\.publicPart)
    switch format {
    case .csv: return CSVText.text(CSVText.columns, mentors.map(CSVText.row))
    case .json:
      let objects = mentors.map { JSONValue.object($0.summaryJSON) }
      return JSONValue.object(["total": .int(mentors.count), "mentors": .array(objects)]).text(indented: true) + "\n"
    case .markdown: return MarkdownTable.text(mentors)
    }
  }
}

extension Mentor {
  /// The mentor as everybody may see them; nil if not even the name is public.
  var publicPart: Mentor? {
    func isPublic(_ field: MentorField) -> Bool { privacy[field] ?? .everyone == .everyone }
    guard isPublic(.name) else { return nil }
    var part = self
    if !isPublic(.pronouns) { part.pronouns = "" }
    if !isPublic(.title) { part.title = "" }
    if !isPublic(.areas) { part.areas = [] }
    if !isPublic(.groups) { part.groups = [] }
    if !isPublic(.team) { part.team = "" }
    if !isPublic(.interests) { part.interests = [] }
    if !isPublic(.seeks) { part.seeks = [] }
    if !isPublic(.location) { part.place = Place() }
    if !isPublic(.languages) { part.languages = [] }
    if !isPublic(.availability) { part.availability = Availability() }
    if !isPublic(.how) { part.how = How() }
    if !isPublic(.profiles) { part.profiles = [] }
    if !isPublic(.writeUp) { part.writeUp = WriteUp() }
    if !isPublic(.scopeNote) { part.scopeNote = "" }
    part.contacts = isPublic(.contacts) ? contacts.filter { !$0.isDecoded } : []
    if !isPublic(.page) {
      part.page = ""
      // The identity of a mentor with a page is its address.
      if id.rawValue.contains("://") { part.id = MentorID("") }
    }
    return part
  }
}
