import MentorDirectory

/// The common name of a column or label of a list, in the languages that lists are written in.
enum PeopleKey {
  /// "name", "contact", "topics" …; nil for a label that is none of them.
  static func key(for label: String) -> String? {
    let folded = label.foldedForPhrases.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "'" }
      .cleanedLine(limit: 100)
    if folded.isEmpty { return nil }
    if let key = exact[folded] { return key }
    // Whole questions as headings: "What can you mentor in?"
    return questions.first { $0.phrases.matches(folded) }?.key
  }

  /// True for a heading of a table that explains signs, not people.
  static func isLegend(_ label: String) -> Bool { legends.matches(label.foldedForPhrases) }

  /// True for a heading above people who have no time.
  static func saysFull(_ heading: String) -> Bool { unavailable.matches(heading.foldedForPhrases) }

  /// True for a heading or a sentence that announces people.
  static func announcesPeople(_ text: String) -> Bool { people.matches(text.foldedForPhrases) }

  private static let exact: [String: String] = {
    var table: [String: String] = [:], key = ""
    for line in labels.split(separator: "\n") {
      var rest = line
      // A line that is not indented begins with its key.
      if line.first != " ", let colon = line.firstIndex(of: ":") {
        key = String(line[..<colon])
        rest = line[line.index(after: colon)...]
      }
      for label in rest.split(separator: "|") {
        let word = String(label).cleanedLine()
        if !word.isEmpty { table[word] = key }
      }
    }
    return table
  }()

  private static let labels = """
    name: name | full name | mentor | mentors | mentor name | who | person | people | nome | nome completo |
      mentora | mentores | nombre | nombre completo | nom | prénom | wer | mentorin | quem | quién | qui |
      имя | фио | имя и фамилия | ментор | наставник | imię | imię i nazwisko | kto | jméno | nome e cognome |
      mentore | naam | wie | namn | navn | nimi | isim | ad soyad | 名前 | 姓名 | 이름
    title: title | position | role | job title | job | cargo | função | puesto | poste | fonction | rolle |
      beruf | должность | роль | stanowisko | rola | pozice | ruolo | functie
    topics: topics | topic | mentoring topics | mentor topics | skills | expertise | areas of expertise |
      specialties | speciality | specialty | tipo de mentoria | mentoria em | temas | tópicos | assuntos |
      habilidades | especialidades | thèmes | sujets | compétences | themen | fähigkeiten | kenntnisse | темы |
      навыки | tematy | umiejętności | témata | dovednosti | argomenti | temi | competenze | onderwerpen |
      vaardigheden | can help with | help with | mentors in | offers | tags | stack | technologies |
      tecnologias | tecnologías
    interests: interests | interesses | intereses | intérêts | interessen | интересы | zainteresowania |
      zájmy | interessi
    areas: areas | area | field | fields | domain | áreas | área | domaines | domaine | bereich | bereiche |
      область | области | obszar | obszary | oblast | settore | gebied
    contact: contact | contacts | contact info | how to contact | handle | email | e-mail | mail | matrix |
      irc | slack | discord | telegram | contato | contatos | contacto | contactos | kontakt | контакт |
      контакты | contatto | contatti | reach me | reach out | get in touch | chat
    page: page | mentoring page | website | web | url | link | links | site | homepage | blog | página |
      sitio | seite | webseite | сайт | strona | stránka | sito | pagina
    profile: profile | github | gitlab | codeberg | twitter | linkedin | mastodon | profil | perfil | profilo |
      social
    location: location | country | city | place | where | based in | local | localização | país | cidade |
      ubicación | ciudad | pays | ville | lieu | ort | land | stadt | страна | город | место | kraj | miasto |
      lokalizacja | země | město | paese | città | luogo | plaats
    languages: languages | language | spoken languages | language s | idioma | idiomas | línguas | lenguas |
      langue | langues | sprache | sprachen | язык | языки | język | języki | jazyk | jazyky | lingua |
      lingue | taal | talen
    timezone: timezone | time zone | tz | utc | fuso horário | zona horaria | fuseau horaire | zeitzone |
      часовой пояс | strefa czasowa | časové pásmo | fuso orario | tijdzone
    pronouns: pronouns | pronoun | pronomes | pronombres | pronoms | pronomen | местоимения | zaimki |
      zájmena | pronomi | voornaamwoorden
    availability: availability | available | status | active | disponibilidade | disponível | disponibilidad |
      disponible | disponibilité | verfügbarkeit | verfügbar | доступность | статус | dostępność | dostupnost |
      disponibilità | beschikbaarheid | open
    bio: bio | about | about me | description | notes | note | info | experience | background | introduction |
      sobre | sobre mim | descrição | descripción | à propos | über mich | beschreibung | о себе | описание |
      o mnie | opis | popis | o mně | descrizione | over mij
    capacity: capacity | number of mentees | mentees | max mentees | spots | slots | vagas | plazas | places |
      plätze | мест | miejsca | posti
    groups: groups | group | grupo | grupos | gruppe | groupe | группа | grupa | gruppo
    team: team | equipe | equipo | équipe | команда | zespół | tým | squadra
    """

  private static let questions: [(key: String, phrases: PhraseSet)] = [
    ("contact", PhraseSet(["how to reach", "how can people reach", "how to contact", "preferred contact", "contact"])),
    (
      "topics",
      PhraseSet([
        "what can you mentor", "can mentor in", "mentor in", "help with", "ask me about", "topics", "expertise",
        "skills", "mentoria",
      ])
    ),
    ("languages", PhraseSet(["languages", "which language", "idiomas"])),
    ("location", PhraseSet(["where are you", "where do you live", "based in", "location"])),
    ("timezone", PhraseSet(["time zone", "timezone"])),
    ("availability", PhraseSet(["availability", "are you available"])),
    ("page", PhraseSet(["mentoring page", "website", "homepage"])),
  ]

  private static let legends = PhraseSet([
    "icon", "symbol", "sign", "legend", "meaning", "ícone", "significado", "icono", "icône", "signification",
    "bedeutung", "zeichen", "значок",
    "значение", "ikona", "znaczenie", "význam", "icona", "significato", "icoon", "betekenis", "emoji", "badge",
  ])
  private static let unavailable = PhraseSet([
    "unavailable", "not available", "inactive", "frozen", "on a break", "paused", "full", "indispon", "inativ",
    "no disponible", "nicht verfügbar",
    "pausiert", "недоступ", "niedostępn", "nedostupn", "non disponibil", "niet beschikbaar",
  ])
  private static let people = PhraseSet([
    "mentor", "people", "examples", "who's in", "directory", "members", "contributors", "volunteers", "personen",
    "leute", "gente", "personas", "pessoas",
    "participants", "teilnehm", "наставник", "ментор", "люди", "участник", "lidé", "osoby", "persone", "mensen",
  ])
}
