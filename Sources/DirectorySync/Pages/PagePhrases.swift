/// The words by which pages in several languages say things. Lower case, straight apostrophes, "ё" as "е".
/// Every phrase matches at the beginning of a word and may end inside one, so that stems serve for all their forms.
enum PagePhrases {
  /// Headings and lead-ins before what somebody can help with.
  static let topics = PhraseSet(
    [
      "i can help", "can help you", "help with", "help you with", "helping with", "helping you with", "topics",
      "areas i", "areas of", "mentoring areas", "my areas", "expertise", "skills", "what i offer", "what i mentor",
      "i mentor in", "i mentor on", "mentor you in", "mentor you on", "i can mentor", "ask me about", "talk about",
      "talk to me about", "talk with me about", "things i know", "what i know", "experiences to share",
      "experiences i", "love to share", "happy to share", "share them", "subjects", "interests", "specialties",
      "specialities", "advice on", "advice about", "i can offer", "we can work on", "we can talk", "i can teach",
      "focus areas", "things i can", "what i can", "where i can", "how i can", "i can support", "i can share",
      "i'm good at", "guidance on", "come to me", "reach out to me for", "reach out about",
      "wobei ich", "womit ich", "wie ich helfen", "ich kann helfen", "kann ich helfen", "helfe ich", "helfe dir",
      "helfen kann", "kann ich dir", "kann ich euch", "ich helfe", "themen", "schwerpunkte", "was ich anbiete",
      "kenntnisse", "unterstütz", "frag mich", "fragt mich", "meine erfahrung",
      "je peux aider", "je peux vous aider", "je peux t'aider", "je peux t'accompagner", "j'aide", "sujets", "thèmes",
      "domaines", "compétences", "ce que je propose", "parlons de", "je propose",
      "puedo ayudar", "temas", "áreas", "habilidades", "lo que ofrezco", "ofrezco", "pregúntame", "te ayudo",
      "posso ajudar", "posso te ajudar", "no que posso", "tópicos", "assuntos", "o que ofereço", "ajudo com",
      "могу помочь", "я могу помочь", "помогу", "помогаю", "темы", "направления", "навыки", "спрашивайте",
      "mogę pomóc", "mogę ci pomóc", "pomogę", "pomagam", "tematy", "obszary", "umiejętności", "specjalizacj",
      "mohu pomoci", "můžu pomoct", "mohu pomoct", "můžu pomoci", "pomůžu", "pomáhám", "témata", "oblasti",
      "dovednosti",
      "posso aiutar", "in cosa posso", "temi", "argomenti", "competenze", "cosa offro", "aiuto con",
      "kan helpen", "kan ik helpen", "kan ik je", "ik help", "waarmee ik", "onderwerpen", "thema's", "vaardigheden",
      "wat ik bied",
    ] + LanguageWords.all.flatMap(\.topics))
  /// After these, the rest of a sentence is a list of topics.
  static let topicPrefixes = PhraseSet(
    [
      "help you with", "help with", "helping with", "ask me about", "talk to me about", "talk about", "advice on",
      "advice about", "guidance on", "mentor in", "mentor on", "mentoring in", "mentoring on", "expertise in",
      "experience in", "topics:", "interests:", "skills:", "areas:", "expertise:",
      "hilfe bei", "helfe bei", "helfen bei", "themen:", "erfahrung in", "erfahrung mit",
      "aider avec", "aider sur", "aider en", "sujets :", "sujets:", "expérience en",
      "ayudar con", "ayudarte con", "ayudar en", "temas:", "experiencia en", "ajudar com", "ajudar em",
      "experiência em",
      "помочь с", "помочь в", "темы:", "опыт в", "pomóc w", "pomóc z", "pomóc przy", "tematy:", "pomoci s", "pomoct s",
      "témata:", "aiutare con", "aiutarti con", "argomenti:", "helpen met", "helpen bij", "onderwerpen:",
    ] + LanguageWords.all.flatMap(\.topicPrefixes))
  /// Lead-ins of lists that are no topics: what to write in a letter, for whom it is, how to apply.
  static let requests = PhraseSet(
    [
      "tell me", "please include", "include", "questions", "when you write", "write me", "send me", "e-mail me",
      "email me", "get in touch", "contact me", "about you", "who is this", "who this is", "for whom",
      "what type of people",
      "looking for", "perfect for", "ideal for", "if you are", "conditions", "rules", "expect", "these thoughts",
      "apply",
      "erzähl", "schreib mir", "schick", "fragen", "für wen", "voraussetzung", "parlez-moi", "parle-moi", "dites-moi",
      "questions", "pour qui", "cuéntame", "preguntas", "para quién", "conte-me", "perguntas", "para quem",
      "расскажи", "напиши", "вопрос", "для кого", "opowiedz", "napisz", "pytania", "dla kogo", "idealne dla", "napiš",
      "otázky", "pro koho", "raccontami", "scrivimi", "domande", "per chi", "vertel", "schrijf", "vragen", "voor wie",
      "why i", "organizations", "organisations", "links", "references", "resources",
    ] + LanguageWords.all.flatMap(\.requests))
  /// Headings before what somebody wants to learn.
  static let seeking = PhraseSet(
    [
      "seeking mentor", "seeking a mentor", "looking for a mentor", "looking for mentors", "also seeking",
      "want to learn", "i'd like to learn", "i would like to learn", "like to be mentored", "i'm learning",
      "möchte ich lernen", "ich möchte lernen", "suche selbst", "suche eine mentor", "suche einen mentor",
      "je cherche un mentor", "je cherche une mentor", "j'aimerais apprendre", "busco mentor", "busco un mentor",
      "quiero aprender",
      "procuro mentor", "quero aprender", "ищу ментор", "ищу наставник", "хочу научиться", "szukam mentor",
      "chcę się nauczyć", "hledám mentor", "chci se naučit", "cerco un mentor", "cerco mentor", "vorrei imparare",
      "zoek een mentor", "zelf een mentor", "wil ik leren",
    ] + LanguageWords.all.flatMap(\.seeking))
  /// Mentoring by name.
  static let mentoring = PhraseSet([
    "mentor", "mentee", "mentoría", "mentoria", "наставни", "ментор", "тьютор", "μέντορ",
    "μεντορ", "mentör", "إرشاد", "الإرشاد", "منتور", "מנטור", "メンタ", "メンター", "导师", "導師", "指导", "輔導",
    "멘토", "เมนเทอร์", "मेंटर",
  ])
  /// Titles of what a site shows in place of a page.
  static let notFound = PhraseSet([
    "404", "page not found", "not found", "page no longer exists", "this page is gone", "page has been removed",
    "domain is for sale", "domain for sale", "account suspended", "seite nicht gefunden", "nicht gefunden",
    "page introuvable", "page non trouvée", "página no encontrada", "página não encontrada", "страница не найдена",
    "сторінку не знайдено", "nie znaleziono strony", "strona nie została znaleziona", "stránka nenalezena",
    "stránka nebyla nalezena", "pagina non trovata", "pagina niet gevonden", "sayfa bulunamadı",
    "ページが見つかりません", "页面不存在", "找不到页面", "الصفحة غير موجودة",
  ])
  static let firstPerson = Set(
    [
      "i", "i'm", "i'd", "i've", "i'll", "me", "my", "myself", "mine", "ich", "mich", "mir", "mein", "meine", "meinen",
      "meiner", "meinem", "je", "moi", "mon", "ma", "mes", "yo", "mi", "mis", "puedo", "ofrezco", "soy", "estoy",
      "quiero", "ayudo", "tengo", "eu", "meu", "minha", "posso", "ofereço", "sou", "estou", "quero", "я", "мне",
      "меня", "мой", "моя", "мои", "могу", "помогу", "помогаю", "ja", "mnie", "mój", "moja", "moje", "jestem", "mogę",
      "pomogę", "pomagam", "já", "mě", "můj", "jsem", "můžu", "mohu", "pomůžu", "io", "mio", "mia", "miei", "sono",
      "offro", "vorrei", "ik", "mij", "mijn", "jag", "mig", "jeg", "minä",
    ] + LanguageWords.all.flatMap(\.firstPerson))
  static let programme = PhraseSet(
    [
      "programme", "program ", "program,", "program.", "programs", "scheme", "application", "apply", "applicants",
      "cohort", "mentors and mentees", "mentees and mentors", "our mentors", "we pair", "matching", "matched with",
      "become a mentor", "find a mentor", "sponsor", "bewerb", "candidature", "programa", "solicitud", "inscriç",
      "программ", "заявк", "zgłoszen", "přihlášk", "programma", "aanmeld", "participants",
    ] + LanguageWords.all.flatMap(\.programme))
  static let course = PhraseSet(
    [
      "curriculum", "syllabus", "course", "module", "lecture", "enrol", "tuition", "semester", "homework", "assignment",
      "lesson", "certificate", "prerequisite", "week 1", "week 2", "kurs", "vorlesung", "cours ", "curso", "курс",
      "corso", "cursus", "kurz", "students will",
    ] + LanguageWords.all.flatMap(\.course))
  static let studyNotes = PhraseSet(
    [
      "definition", "according to", "chapter", "notes on", "study notes", "references", "exam", "bibliograph",
      "in this article",
      "et al", "research shows", "literature", "benefits of mentoring", "types of mentor", "what is mentor", "glossary",
    ] + LanguageWords.all.flatMap(\.studyNotes))

  // MARK: Names

  /// Words of page titles; a text of nothing else names no person.
  static let genericTitleWords: Set<String> = Set(
    """
    mentoring mentorship mentor mentors mentee mentees mentoria mentorat mentoría mentoren tutoring coaching home
    homepage page pages index about contact blog post posts site website welcome the a an of for to in on with and or
    my me i us our your you services service sessions session work help how what why program programme be is are
    available availability open office hours calendar schedule book call free offer offers readme default untitled
    document new portfolio resume cv projects talks speaking writing now uses menu overview profile profiles people
    team list community menteeship become get started introduction наставничество менторство ментор обо мне главная
    über mich uns accueil inicio sobre mim mí o mnie chi sono over mij ons startseite
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words that are in no name: with one of them, a capitalised heading is a heading.
  static let neverInNames: Set<String> = Set(
    """
    mentoring mentorship mentor mentors mentee mentees mentoria mentorat mentoría coaching the with for about my me us
    our your you we i and or of to in on at by from is are be it this that how what why who when where work office
    hours career advice services service consulting consultation contact home page blog site website welcome hello help
    talk let's let learning teaching learn teach program programme programs course courses class classes join become
    developer development engineer engineering engineers software free book call calls resume portfolio session
    sessions meeting meetings available availability open source getting get started more read many others other all
    community team teams list group project projects products product design designer designers management manager
    data science web mobile android frontend backend front-end back-end full-stack fullstack devops code coding
    programming one-time first step next offer offers one time online newsletter table contents introduction overview
    conclusion summary questions answers faq links resources references events event news twitter github linkedin
    mastodon facebook instagram telegram youtube discord slack email e-mail mail academy university school
    institute foundation college company inc ltd gmbh women girls society association network club organization
    organisation fellowship chapter city technology tech areas area topics topic skills interests languages language
    location timezone pronouns spoken experience expertise background education hobbies commitment sponsorship
    license contributing acknowledgements thanks credits privacy terms guidelines rules code-of-conduct conduct
    nicht und das mit für une avec pour con para com por como для и что
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static let nameParticles: Set<String> = [
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "la", "le", "el", "al", "bin",
    "binti", "ibn", "ter", "ten", "zu", "af", "av", "y", "e", "i", "of", "mac", "mc", "o'", "bint", "abu", "ben",
  ]

  /// Capitalised words that follow "I'm" and are no names.
  static let neverAfterIAm: Set<String> = [
    "available", "happy", "glad", "open", "here", "currently", "also", "always", "not", "an", "a", "the", "so", "very",
    "german", "french", "english", "spanish", "irish", "british", "american", "indian", "italian", "dutch", "polish",
    "czech", "russian", "ukrainian", "brazilian", "portuguese", "chinese", "japanese", "korean", "canadian", "african",
    "european", "asian", "swedish", "nigerian", "kenyan", "mexican", "turkish", "greek", "i", "excited", "passionate",
    "based", "trying", "looking", "interested", "working", "sorry", "sure", "just", "still", "proud", "cto", "ceo",
  ]

  /// "My name is", "I'm" …: what follows may be a name; true where only a name can.
  static let introductions: [(phrase: String, isCertain: Bool)] =
    [
      ("my name is ", true), ("my name's ", true), ("i am called ", true), ("i'm ", false), ("i am ", false),
      ("mein name ist ", true), ("ich heiße ", true), ("ich heisse ", true), ("ich bin ", false),
      ("je m'appelle ", true), ("je suis ", false), ("me llamo ", true), ("mi nombre es ", true), ("soy ", false),
      ("meu nome é ", true), ("me chamo ", true), ("eu sou ", false), ("меня зовут ", true), ("nazywam się ", true),
      ("mam na imię ", true), ("jmenuji se ", true), ("jmenuju se ", true), ("mi chiamo ", true),
      ("mijn naam is ", true),
      ("ik heet ", true), ("ik ben ", false), ("sono ", false), ("jestem ", false),
    ]
    + LanguageWords.all.flatMap { words in words.introductions.map { ($0, true) } + words.beings.map { ($0, false) } }
  static let anyIntroduction = PhraseSet(introductions.map(\.phrase))
  /// What ends a name in scripts without spaces.
  static let nameEnds = LanguageWords.all.flatMap(\.nameEnds)
  /// Behind a list of topics: "… konularında yardımcı olabilirim", "…についてお手伝いします".
  static let topicSuffixes = PhraseSet(LanguageWords.all.flatMap(\.topicSuffixes))
  /// "I" in scripts without spaces.
  static let unspacedFirstPerson = PhraseSet(
    LanguageWords.all.flatMap(\.firstPerson).filter { ($0.utf8.first ?? 0) >= 0xE3 })
}
