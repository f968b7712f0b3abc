extension LanguageWords {
  static let turkish = LanguageWords(
    topics: [
      "yardımcı olabil", "yardım edebil", "konular", "uzmanlık", "neler sunuyorum", "destek olabil", "ilgi alan",
      "yetkinlik",
    ],
    topicPrefixes: ["konular:"],
    topicSuffixes: [
      "konularında yardımcı", "konusunda yardımcı", "konularında destek", "konusunda destek", "hakkında konuş",
      "konularında yardım", "konusunda yardım",
    ],
    requests: ["bana yaz", "sorular", "kimler için", "anlat"], seeking: ["mentor arıyorum", "öğrenmek ist"],
    firstPerson: [
      "ben", "benim", "bana", "beni", "yaşıyorum", "olabilirim", "cevaplarım", "yanıtlarım", "veririm", "konuşuyorum",
    ],
    introductions: ["benim adım ", "adım ", "ismim "], beings: ["ben "],
    occupations: ["mühendis", "geliştirici", "tasarımcı", "çevirmen", "öğretmen", "araştırmacı"],
    placeLabels: ["konum:", "şehir:", "yer:"], languageLabels: ["diller:"],
    closed: ["artık mentorluk yapmıyorum"],
    away: ["ara verdim", "ara veriyorum", "molada", "mola verdim", "izindeyim"],
    full: ["kontenjan dolu", "yerim yok", "kontenjanım dolu", "yeni kişi almıyorum", "yeni mentee almıyorum"],
    limited: ["sınırlı"], open: ["yerim var", "müsaitim", "yeni mentee alıyorum", "yer açık"],
    people: ["kişi", "mentee", "öğrenci"], limits: ["en fazla", "en çok"],
    numbers: ["iki": 2, "üç": 3, "dört": 4, "beş": 5], meetings: ["görüş", "konuş", "yaz", "toplantı"],
    channels: ["video call": ["görüntülü", "video"], "mail": ["e-posta", "mektup"], "in person": ["yüz yüze"]],
    rhythms: ["haftada bir", "iki haftada bir", "ayda bir"], answers: ["yanıt", "cevap"], withinBehind: ["içinde"],
    units: ["saat", "gün", "hafta", "ay"], contactPages: ["iletişim"], course: ["ders", "müfredat", "ödev"],
    programme: ["başvuru", "katılımcı"])

  static let swedish = LanguageWords(
    topics: [
      "jag kan hjälpa", "kan jag hjälpa", "hjälper jag", "jag hjälper", "ämnen", "områden", "fråga mig om",
      "jeg kan hjælpe", "jeg kan hjelpe", "emner", "min erfarenhet",
    ],
    topicPrefixes: [
      "hjälpa dig med", "hjälpa till med", "hjälpa med", "hjälper med", "ämnen:", "hjælpe med", "hjelpe med",
      "hjälp med",
    ],
    requests: ["berätta", "skriv till mig", "frågor", "för vem"], seeking: ["söker en mentor", "vill lära mig"],
    firstPerson: ["jag", "mig", "min", "mitt", "mina", "jeg", "meg"],
    introductions: ["jag heter ", "mitt namn är ", "jeg hedder ", "jeg heter "], beings: ["jag är ", "jeg er "],
    professions: ["jag är en ", "jag är ", "jag jobbar som ", "jag arbetar som "],
    occupations: ["ingenjör", "utvecklare", "översättare", "lärare", "formgivare", "udvikler", "bibliotekarie"],
    homes: ["jag bor i ", "bor i ", "jeg bor i "], placeLabels: ["ort:", "plats:"],
    speaking: ["jag talar ", "jag pratar ", "jeg taler "], languageLabels: ["språk:", "sprog:"],
    conditions: ["om jag är", "när jag inte"], closed: ["är inte längre mentor", "erbjuder inte längre"],
    away: ["tar en paus", "har paus", "tar paus", "föräldraledig", "tjänstledig", "holder pause", "på paus"],
    full: ["fullbokad", "inga lediga platser", "tar inte emot nya", "just nu fullt", "väntelista", "kölista"],
    limited: ["begränsad", "få platser", "en plats kvar"],
    open: ["har lediga platser", "har plats", "tar emot nya", "är tillgänglig"],
    people: ["person", "adept", "människor"], limits: ["högst", "max", "upp till", "högst upp till"],
    numbers: ["två": 2, "tre": 3, "fyra": 4, "fem": 5], meetings: ["träff", "samtal", "ses ", "prata", "skriv", "möt"],
    channels: ["phone": ["telefon"], "mail": ["mejl", "brev"], "in person": ["fika", "på plats", "öga mot öga"]],
    rhythms: ["varannan vecka", "en gång i veckan", "en gång i månaden", "varje vecka"],
    answers: ["svar"], within: ["inom", "inden for", "innen"],
    units: ["timm", "dag", "dygn", "veck", "måna", "uge", "uke"], contactPages: ["kontakta mig", "kontakt"],
    course: ["kursplan", "föreläsning", "läxa"], programme: ["ansökan", "deltagare", "programmet"])

  static let hungarian = LanguageWords(
    topics: ["miben segít", "segíthetek", "tudok segíteni", "témák", "területek", "kérdezz"],
    topicPrefixes: ["témák:"], topicSuffixes: ["témákban segít", "témában segít", "területeken segít"],
    requests: ["írd meg", "kérdések", "kinek szól", "mesélj"], seeking: ["mentort keresek", "tanulni szeretnék"],
    firstPerson: ["én", "nekem", "engem", "vagyok", "segítek", "tudok", "szívesen", "válaszolok", "élek", "beszélek"],
    introductions: ["a nevem ", "nevem ", "engem úgy hívnak "],
    occupations: ["mérnök", "fejlesztő", "tervező", "fordító", "tanár"], placeLabels: ["hely:", "város:"],
    languageLabels: ["nyelvek:"], away: ["szünetet tartok", "szüneten", "szünetel", "szabadságon"],
    full: ["betelt", "nincs szabad hely", "nem fogadok új"], limited: ["korlátozott", "kevés hely"],
    open: ["van szabad hely", "elérhető vagyok", "fogadok új"], people: ["ember", "mentorált", "fő"],
    limits: ["legfeljebb", "maximum"], numbers: ["két": 2, "három": 3, "négy": 4],
    meetings: ["találkoz", "beszélget", "írj", "hívás"],
    channels: ["video call": ["videó"], "mail": ["levél", "levelet"], "in person": ["személyesen"]],
    rhythms: ["hetente", "kéthetente", "havonta"], answers: ["válasz"], withinBehind: ["belül"],
    units: ["nap", "hét", "hete", "hón", "órá"], contactPages: ["kapcsolat", "elérhetőség"],
    course: ["tanfolyam", "tananyag"],
    programme: ["jelentkez", "résztvevő"])

  static let romanian = LanguageWords(
    topics: ["pot ajuta", "te pot ajuta", "cu ce te ajut", "subiecte", "teme", "domenii", "întreabă-mă"],
    topicPrefixes: ["ajuta cu", "ajut cu", "ajuta la", "subiecte:", "experiență în"],
    requests: ["spune-mi", "scrie-mi", "întrebări", "pentru cine"], seeking: ["caut un mentor", "vreau să învăț"],
    firstPerson: ["eu", "mie", "mea", "meu", "sunt", "pot", "ofer", "locuiesc", "răspund", "vorbesc"],
    introductions: ["mă numesc ", "numele meu este "], beings: ["sunt "], professions: ["sunt ", "lucrez ca "],
    occupations: ["inginer", "programator", "dezvoltator", "traducător", "profesor"],
    homes: ["locuiesc în ", "trăiesc în "], placeLabels: ["locație:", "oraș:"], speaking: ["vorbesc "],
    languageLabels: ["limbi:"], away: ["iau o pauză", "sunt în pauză", "în concediu"],
    full: ["nu mai am locuri", "nu accept", "listă de așteptare"], limited: ["locuri limitate"],
    open: ["am locuri", "sunt disponibil"], people: ["persoan", "oameni", "studen"],
    limits: ["cel mult", "maximum", "până la"], numbers: ["doi": 2, "două": 2, "trei": 3, "patru": 4],
    meetings: ["întâln", "discu", "vorbi", "apel"], channels: ["in person": ["față în față"]],
    rhythms: ["o dată pe săptămână", "o dată pe lună", "o dată la două săptămâni"], answers: ["răspund", "răspuns"],
    within: ["în termen de", "în cel mult", "în două", "într-o", "în trei"], units: ["ore", "zi", "săptămân", "lun"],
    course: ["curs", "lecți"], programme: ["înscrier", "participan"])
}
