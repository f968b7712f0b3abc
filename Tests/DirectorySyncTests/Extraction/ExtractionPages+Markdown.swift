extension ExtractionPages {
  static let markdown: [ExtractionCase] = [
    ExtractionCase(
      "front matter of our own", at: "https://lea.example/mentoring.md", as: "text/markdown",
      """
      ---
      title: Mentoring
      name: Léa Roux
      mentoring:
        interests: [Fonts, Colour management]
        languages: [fr, en]
        capacity: 2
        contact: lea@lea.example
        until: 2027-06-01
        availability: away
      location: Lyon, France
      ---
      # Mentoring

      I draw letters, and I help others to draw theirs. I answer in a few days.
      """,
      .init(
        name: "Léa Roux", topics: ["Fonts", "Colour management"], answers: "in a few days", languages: ["fr", "en"],
        place: "Lyon, France", state: .away, until: "2027-06-01", capacity: 2, contacts: ["email lea@lea.example"],
        has: ["draw theirs"], lacks: ["title:"])),
    ExtractionCase(
      "Jekyll with an author", at: "https://kofi.example/mentoring/", as: "text/markdown",
      """
      ---
      layout: page
      title: Mentoring
      author: Kofi Mensah
      permalink: /mentoring/
      lang: en
      github: kofim
      ---
      {% include nav.html %}
      I've been a maintainer for ten years. **I'm open to mentoring** again.

      In particular I'd be good at helping with:

      - Code review: giving and taking it
      - Governance of small projects
      - Burnout, before it comes

      If you'd like to write, please include:

      - who you are
      - what you want to learn

      Schedule: about two hours a month, over chat or video. [Book a time](https://cal.com/kofim/mentoring).
      """,
      .init(
        name: "Kofi Mensah", title: "maintainer",
        topics: ["Code review", "Governance of small projects", "Burnout"], channels: ["video call", "chat"],
        rhythm: "two hours a month", languages: ["en"], state: .open,
        contacts: ["booking https://cal.com/kofim/mentoring"], profiles: ["https://github.com/kofim"],
        has: ["ten years"], lacks: ["{%", "permalink"])),
    ExtractionCase(
      "Hugo with TOML", at: "https://sofia.example/mentoring/index.md", as: "text/markdown",
      """
      +++
      title = "Mentorship"
      author = "Sofía Ledesma"
      tags = ["mentoring"]
      +++

      I mentor women who change careers into data work.

      ## Topics

      1. Statistics without fear
      2. Reading papers
      3. Salary talks

      I don't have capacity at the moment: no free slots before summer.

      Reach me: sofia at sofia dot example
      """,
      .init(
        name: "Sofía Ledesma", topics: ["Statistics without fear", "Reading papers", "Salary talks"], state: .full,
        contacts: ["email sofia@sofia.example (decoded)"], has: ["change careers"], lacks: ["tags"])),
    ExtractionCase(
      "tab bullets and HTML in Markdown", at: "https://code.example/ines/mentoring.md", as: "text/markdown",
      """
      <header><div id="t"><span>~</span>/mentoring</div></header>

      # Mentoring, by Inês Prado

      I believe in letters. *I write back to all of them* within ten days.

      You can come to me for:

      \t+ typography
      \t+ accessibility of forms
      \t+ starting a local group

      <div class="row"><div class="col"><p>Mail me: <b>ines {at} prado {dot} example</b></p></div></div>
      """,
      .init(
        name: "Inês Prado", topics: ["typography", "accessibility of forms", "starting a local group"],
        channels: ["mail"], answers: "within ten days", contacts: ["email ines@prado.example (decoded)"],
        has: ["believe in letters"],
        lacks: ["<div"])),
    ExtractionCase(
      "old and struck, CRLF and a mark", at: "https://bruno.example/mentoring.md", as: "text/markdown",
      "\u{FEFF}# Mentoring with Bruno Keller\r\n\r\n~~I'm currently full.~~ I have space for two people.\r\n\r\nI live in Basel, Switzerland. I speak German, French and English.\r\n\r\n## How I can help\r\n\r\n- Sensors\r\n- Firmware\r\n- Writing bids\r\n\r\nWe talk by phone every two weeks. Contact: <bruno@bruno.example>\r\n",
      .init(
        name: "Bruno Keller", topics: ["Sensors", "Firmware", "Writing bids"], channels: ["phone"],
        rhythm: "every two weeks", languages: ["de", "fr", "en"], place: "Basel, Switzerland", state: .open,
        contacts: ["email bruno@bruno.example"], has: ["space for two people"])),
    ExtractionCase(
      "README with a definition of terms", at: "https://forge.example/hana/mentoring/README.md", as: "text/plain",
      """
      # Hana Novotná — mentoring

      | | |
      |---|---|
      | Location | Brno, Czech Republic |
      | Pronouns | she/her |
      | Languages | Czech, English |
      | Response time | 2 days |

      I am a QA lead. I help with *test plans*, *exploratory testing* and *bug reports*.

      Currently **on sabbatical until September 2027**.

      Find me on [@hana@social.example](https://social.example/@hana).
      """,
      .init(
        name: "Hana Novotná", title: "QA lead", topics: ["test plans", "exploratory testing", "bug reports"],
        answers: "2 days", languages: ["cs", "en"], place: "Brno, Czech Republic", state: .away, until: "2027-09-01",
        profiles: ["https://social.example/@hana"], has: ["exploratory testing"])),
  ]
}
