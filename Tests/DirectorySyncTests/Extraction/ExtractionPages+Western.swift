extension ExtractionPages {
  static let western: [ExtractionCase] = [
    ExtractionCase(
      "German blog", at: "https://juergen.example/mentoring/", as: "text/html",
      ExtractionCase.blog(
        "Mentoring – Jürgen Althaus", language: "de",
        """
        <h1>Mentoring</h1><p>Ich heiße Jürgen Althaus und arbeite als Softwareentwickler. Ich lebe in Kassel.</p>
        <h2>Wobei ich helfen kann</h2><ul><li>Barrierefreiheit</li><li>Alte Programme pflegen</li><li>Bewerbungen</li></ul>
        <p>Wir treffen uns alle zwei Wochen per Videoanruf. Ich begleite höchstens drei Menschen gleichzeitig und antworte innerhalb einer Woche.</p>
        <p>Zurzeit habe ich noch Plätze frei. Schreib mir: juergen (ät) juergen (punkt) example</p>
        """),
      .init(
        name: "Jürgen Althaus", title: "Softwareentwickler",
        topics: ["Barrierefreiheit", "Alte Programme pflegen", "Bewerbungen"],
        channels: ["video call"], rhythm: "alle zwei wochen", answers: "innerhalb einer woche", languages: ["de"],
        place: "Kassel", state: .open, capacity: 3, contacts: ["email juergen@juergen.example (decoded)"],
        has: ["Plätze frei"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "French page", at: "https://helene.example/mentorat", as: "text/html",
      """
      <html lang="fr"><head><title>Mentorat | Hélène Garnier</title></head><body><main><h1>Mentorat</h1>
      <p>Je m'appelle Hélène Garnier, j'habite à Nantes. Je parle français et breton.</p>
      <h2>Je peux vous aider</h2><ul><li>Relecture</li><li>Logiciels libres à l'école</li><li>Prise de parole</li></ul>
      <p>Je suis complète... non : je suis complet pour le moment, mais j'ouvre une liste d'attente.</p>
      <p>Je réponds sous 48 heures. On se rencontre une fois par mois. <a href="mailto:helene@helene.example">Écrivez-moi</a></p></main></body></html>
      """,
      .init(
        name: "Hélène Garnier", topics: ["Relecture", "Logiciels libres à l'école", "Prise de parole"],
        rhythm: "une fois par mois", answers: "sous 48 heures", languages: ["fr", "br"], place: "Nantes", state: .full,
        contacts: ["email helene@helene.example"], has: ["liste d'attente"])),
    ExtractionCase(
      "Spanish Markdown", at: "https://lucia.example/mentoria.md", as: "text/markdown",
      """
      # Mentoría

      Me llamo Lucía Prado y vivo en Rosario. Soy diseñadora de letras.

      Puedo ayudarte con tipografía, revisión de portafolios y primeros encargos.

      Este año estoy en pausa: vuelvo en marzo.

      Respondo en menos de una semana. Correo: lucia [arroba] lucia [punto] example
      """,
      .init(
        name: "Lucía Prado", title: "diseñadora de letras",
        topics: ["tipografía", "revisión de portafolios", "primeros encargos"],
        answers: "en menos de una semana", place: "Rosario", state: .away, until: "2027-03-01",
        contacts: ["email lucia@lucia.example (decoded)"], has: ["vuelvo en marzo"])),
    ExtractionCase(
      "Portuguese page", at: "https://caio.example/mentoria/", as: "text/html",
      ExtractionCase.blog(
        "Mentoria com Caio Bastos", language: "pt-BR",
        """
        <h1>Mentoria</h1><p>Meu nome é Caio Bastos. Moro em Recife.</p><h2>No que posso ajudar</h2>
        <ul><li>Primeiro emprego</li><li>Python</li><li>Contribuir com software livre</li></ul>
        <p>Tenho vagas: no máximo duas pessoas ao mesmo tempo. Conversamos uma vez por semana por vídeo.</p>
        <p><a href="https://wa.me/5500000000">WhatsApp</a></p>
        """),
      .init(
        name: "Caio Bastos", topics: ["Primeiro emprego", "Python", "Contribuir com software livre"],
        channels: ["video call"], rhythm: "uma vez por semana", languages: ["pt"], place: "Recife", state: .open,
        capacity: 2, contacts: ["whatsapp https://wa.me/5500000000"], has: ["Tenho vagas"],
        lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "Italian page", at: "https://giulia.example/mentoring", as: "text/html",
      """
      <html lang=it><head><title>Mentoring di Giulia Ferrante</title></head><body><h1>Mentoring</h1>
      <p>Mi chiamo Giulia Ferrante, vivo a Trieste e sono una traduttrice.</p><h3>In cosa posso aiutarti</h3>
      <ol><li>Traduzione di software</li><li>Glossari</li><li>Lavorare da casa</li></ol>
      <p>Ci incontriamo una volta al mese di persona o in video. Rispondo entro una settimana.</p>
      <p>Scrivimi: giulia chiocciola giulia punto example</p></body></html>
      """,
      .init(
        name: "Giulia Ferrante", title: "traduttrice",
        topics: ["Traduzione di software", "Glossari", "Lavorare da casa"],
        channels: ["video call", "in person"], rhythm: "una volta al mese", answers: "entro una settimana",
        languages: ["it"], place: "Trieste", contacts: ["email giulia@giulia.example (decoded)"], has: ["Glossari"])),
    ExtractionCase(
      "Dutch page", at: "https://sanne.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Mentoring – Sanne de Wit", language: "nl",
        """
        <h1>Mentoring</h1><p>Ik ben Sanne de Wit, ontwikkelaar. Ik woon in Utrecht. Ik spreek Nederlands en Duits.</p>
        <h2>Waarmee ik kan helpen</h2><ul><li>Toegankelijkheid</li><li>Een eerste lezing geven</li></ul>
        <p>Ik zit vol, maar er is een wachtlijst. Ik antwoord binnen twee weken.</p><p><a href="/contact">Contact</a></p>
        """),
      .init(
        name: "Sanne de Wit", title: "ontwikkelaar", topics: ["Toegankelijkheid", "Een eerste lezing geven"],
        answers: "binnen twee weken", languages: ["nl", "de"], place: "Utrecht", state: .full,
        contacts: ["form https://sanne.example/contact"], has: ["wachtlijst"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "Polish Markdown", at: "https://zofia.example/mentoring.md", as: "text/markdown",
      """
      ---
      title: Mentoring
      lang: pl
      ---
      Nazywam się Zofia Maj, mieszkam w Toruniu. Jestem programistką.

      ## W czym mogę pomóc

      * Bazy danych
      * Pierwsza praca
      * Pisanie dokumentacji

      Przyjmuję maksymalnie trzy osoby. Odpowiadam w ciągu tygodnia.

      Napisz: zofia (małpa) zofia (kropka) example
      """,
      .init(
        name: "Zofia Maj", title: "programistką", topics: ["Bazy danych", "Pierwsza praca", "Pisanie dokumentacji"],
        answers: "w ciągu tygodnia", languages: ["pl"], place: "Toruniu", capacity: 3,
        contacts: ["email zofia@zofia.example (decoded)"], has: ["Przyjmuję"])),
    ExtractionCase(
      "Czech page", at: "https://hynek.example/mentoring/", as: "text/html",
      """
      <html lang=cs><head><title>Hynek Bárta</title></head><body><nav>MENUWORDS</nav><h1>Mentoring</h1>
      <p>Jmenuji se Hynek Bárta a bydlím v Olomouci.</p><h2>S čím můžu pomoct</h2><ul><li>Testování</li><li>Otevřená data</li></ul>
      <p>Teď mám pauzu. Odpovím do týdne.</p></body></html>
      """,
      .init(
        name: "Hynek Bárta", topics: ["Testování", "Otevřená data"], answers: "do týdne", languages: ["cs"],
        place: "Olomouci", state: .away, has: ["pauzu"], lacks: ["MENUWORDS"])),
    ExtractionCase(
      "Swedish page", at: "https://astrid.example/mentorskap", as: "text/html",
      """
      <html lang=sv><head><title>Mentorskap</title></head><body><main><h1>Mentorskap</h1>
      <p>Jag heter Astrid Lund och jag bor i Umeå. Jag jobbar som bibliotekarie.</p>
      <p>Jag kan hjälpa dig med katalogisering, öppna licenser och studiecirklar.</p>
      <p>Vi ses en gång i månaden över en fika. Jag tar emot högst två personer, och jag har plats.</p>
      <p>Jag svarar inom tre dagar: <a href="mailto:astrid@astrid.example">mejla mig</a>.</p></main></body></html>
      """,
      .init(
        name: "Astrid Lund", title: "bibliotekarie", topics: ["katalogisering", "öppna licenser", "studiecirklar"],
        channels: ["in person"], rhythm: "en gång i månaden", answers: "inom tre dagar", languages: ["sv"],
        place: "Umeå", state: .open, capacity: 2, contacts: ["email astrid@astrid.example"], has: ["fika"])),
  ]
}
