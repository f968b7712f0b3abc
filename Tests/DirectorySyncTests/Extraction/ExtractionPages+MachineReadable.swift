extension ExtractionPages {
  static let machineReadable: [ExtractionCase] = [
    ExtractionCase(
      "h-card in the footer", at: "https://zoe.example/mentoring/", as: "text/html",
      ExtractionCase.blog(
        "Mentoring | A quiet blog",
        footer: """
          <div class="h-card"><a class="p-name u-url" rel="me" href="https://zoe.example/">Zoë Krüger</a>,
          <span class="p-job-title">subtitler</span> in <span class="p-locality">Graz</span>, <span class="p-country-name">Austria</span>
          <a class="u-email" href="mailto:zoe@zoe.example">mail</a> <a rel="me" href="https://social.example/@zoe">fediverse</a></div>
          """,
        """
        <h1>Mentoring</h1><p>My door is open for people who subtitle films for friends and wonder how to get better.</p>
        <p>I can offer help with timing, line breaks and dialects. I have limited availability this year.</p>
        """),
      .init(
        name: "Zoë Krüger", title: "subtitler", topics: ["timing", "line breaks", "dialects"], languages: ["en"],
        place: "Graz, Austria", state: .limited, contacts: ["email zoe@zoe.example"],
        profiles: ["https://zoe.example/", "https://social.example/@zoe"], has: ["wonder how to get better"],
        lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "h-card with categories and others' cards", at: "https://kenji.example/mentoring", as: "text/html",
      """
      <html lang=en><head><title>mentoring</title><link rel=me href=https://code.example/kenji></head><body><main>
      <div class="h-card"><h1 class="p-name">Kenji Mori</h1><a class="u-url u-uid" href="https://kenji.example/mentoring">here</a>
      <p class="p-note">I mend old maps.</p><span class="p-category">Cartography</span> <span class="p-category">GIS</span>
      <p class="p-org h-card"><a class="p-name u-url" href="https://maps.example">Example Maps</a></p></div>
      <p>I mentor one person at a time, for half a year. I answer every letter within a month.</p></main>
      <div class="h-cite"><a class="p-author h-card" href="https://ada.example">Ada Lind</a> thanked me.</div></body></html>
      """,
      .init(
        name: "Kenji Mori", title: "Example Maps", topics: ["Cartography", "GIS"], channels: ["mail"],
        answers: "within a month", languages: ["en"], capacity: 1, profiles: ["https://code.example/kenji"],
        has: ["half a year"])),
    ExtractionCase(
      "classic hCard", at: "http://www.olga.example/mentorship.html", as: "text/html",
      """
      <html><head><title>Mentorship</title></head><body><div class="vcard"><span class="fn">Olga Lysenko</span>
      <span class="title">Archivist</span>, <span class="adr"><span class="locality">Tartu</span>, <span class="country-name">Estonia</span></span>
      <a class="email" href="mailto:olga@olga.example">e-mail</a></div>
      <p>I want to mentor people in archives and museums. I can advise you. My topics:</p><ul><li>Metadata</li><li>Scanning</li><li>Grant reports</li></ul></body></html>
      """,
      .init(
        name: "Olga Lysenko", title: "Archivist", topics: ["Metadata", "Scanning", "Grant reports"],
        place: "Tartu, Estonia", contacts: ["email olga@olga.example"], has: ["archives and museums"])),
    ExtractionCase(
      "JSON-LD of a blog engine", at: "https://rosa.example/mentoring/", as: "text/html",
      ExtractionCase.blog(
        "Mentoring",
        head: """
          <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Rosa's notes"},
          {"@type":"Person","name":"Rosa Iglesias","url":"https://rosa.example/","jobTitle":"Community manager",
          "knowsAbout":["Events","Codes of conduct"],"knowsLanguage":["es","en"],"homeLocation":{"@type":"Place","address":{"addressLocality":"Bilbao","addressCountry":"Spain"}},
          "sameAs":["https://code.example/rosa"]}]}</script>
          """,
        "<h1>Mentoring</h1><p>I am glad to talk with whoever starts a community. I am available for mentoring on Thursdays.</p>"
      ),
      .init(
        name: "Rosa Iglesias", title: "Community manager", topics: ["Events", "Codes of conduct"],
        languages: ["es", "en"],
        place: "Bilbao, Spain", state: .open, profiles: ["https://rosa.example/", "https://code.example/rosa"],
        has: ["starts a community"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "Open Graph and meta author", at: "https://pavel.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Work with me as a mentor",
        head: "<meta name=author content=\"Pavel Dvořák\"><meta property=og:title content=\"Work with me\">",
        """
        <h1>Work with me as a mentor</h1><p>What can you talk to me about? Talk to me about compilers, garbage collection and teaching.</p>
        <p>I hold office hours every week. <a class="__cf_email__" href="/cdn-cgi/l/email-protection" data-cfemail="2a5a4b5c4f466a5a4b5c4f46044f524b475a464f">[email&#160;protected]</a></p>
        """),
      .init(
        name: "Pavel Dvořák", topics: ["compilers", "garbage collection", "teaching"], rhythm: "every week",
        languages: ["en"], contacts: ["email pavel@pavel.example (decoded)"], has: ["garbage collection"],
        lacks: ExtractionCase.furniture)),
  ]
}
