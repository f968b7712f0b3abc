extension ExtractionPages {
  static let english: [ExtractionCase] = [
    ExtractionCase(
      "letter in a blog", at: "https://amara.example/mentoring", as: "text/html; charset=utf-8",
      ExtractionCase.blog(
        "Mentoring | Amara Obi",
        """
        <h1>Mentoring</h1><p>I'm Amara Obi, a release engineer based in Lagos, Nigeria. I was helped by many, and I want to pass it on.</p>
        <h2>What I can help with</h2><ul><li><strong>Release management:</strong> how to ship every week without fear.</li>
        <li><strong>Continuous integration:</strong> faster, calmer.</li><li><strong>Technical writing:</strong> changelogs that people read.</li></ul>
        <h2>How it works</h2><p>We talk over video once a month, and I answer letters within a week. I take up to three mentees.</p>
        <p>I speak English and Igbo. Write to <a href="mailto:amara@amara.example">amara@amara.example</a>.</p>
        """),
      .init(
        name: "Amara Obi", title: "release engineer",
        topics: ["Release management", "Continuous integration", "Technical writing"],
        channels: ["video call", "mail"], rhythm: "once a month", answers: "within a week", languages: ["en", "ig"],
        place: "Lagos, Nigeria", capacity: 3, contacts: ["email amara@amara.example"],
        has: ["ship every week", "pass it on"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "on a break, marked", at: "https://leif.example/mentorship/", as: "text/html",
      ExtractionCase.blog(
        "Mentorship – Leif Sandvik",
        """
        <h1>Mentorship</h1><p><mark>I'm taking a break from mentoring until 1 March 2027.</mark></p>
        <p>When I'm not on a break, you can <a href="https://calendly.com/leif-sandvik/mentoring">book a call</a> with me.</p>
        <p>I can help with databases, query planning and career changes.</p>
        """),
      .init(
        name: "Leif Sandvik", topics: ["databases", "query planning", "career changes"], languages: ["en"],
        state: .away,
        until: "2027-03-01", contacts: ["booking https://calendly.com/leif-sandvik/mentoring"],
        has: ["taking a break"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "raw text file", at: "https://people.example/~dewi/mentoring.txt", as: "text/plain",
      """
      Mentoring

      Hi! My name is Dewi Santoso. I work as a cartographer in Bandung.

      I can help with maps, open data and applying for grants.

      I mentor two people at a time. We meet every other week on Jitsi.

      Mail: dewi (at) people (dot) example
      I reply within three days.
      """,
      .init(
        name: "Dewi Santoso", title: "cartographer", topics: ["maps", "open data", "applying for grants"],
        channels: ["video call"], rhythm: "every other week", answers: "within three days", capacity: 2,
        contacts: ["email dewi@people.example (decoded)"], has: ["open data"])),
    ExtractionCase(
      "table of labels", at: "https://noor.example/mentoring.html", as: "text/html",
      """
      <html lang=en><title>Noor Haddad: mentoring</title><body><div id=nav><a href=/>home</a></div>
      <h1>Mentoring with Noor Haddad</h1>
      <table><tr><th>Where</th><td>Amman, Jordan</td></tr><tr><th>Languages</th><td>Arabic, English, French</td></tr>
      <tr><th>Topics</th><td>localization, fonts, right-to-left layout</td></tr><tr><th>Capacity</th><td>2</td></tr>
      <tr><th>Availability</th><td>I have room for one more this autumn</td></tr>
      <tr><th>Contact</th><td><a href="https://matrix.to/#/@noor:example.org">Matrix</a></td></tr></table>
      <p>I like to mentor people who have never sent a patch. My pace is slow and friendly.</p></body></html>
      """,
      .init(
        name: "Noor Haddad", topics: ["localization", "fonts", "right-to-left layout"], languages: ["ar", "en", "fr"],
        place: "Amman, Jordan", state: .open, capacity: 2, contacts: ["matrix https://matrix.to/#/@noor:example.org"],
        has: ["slow and friendly"])),
    ExtractionCase(
      "naked text in one paragraph", at: "http://tomasz.example/mentoring", as: "text/html",
      """
      <html><head><title>/mentoring</title></head><body><p>I'm Tomasz Zieliński and I want to be somebody's mentor.

      Every step I took was helped by someone who had time for me. I would like to give that back, slowly and for a long time.

      You can ask me about embedded systems, soldering and teaching children. I'm fully booked until spring, so please be patient.

      Tell me about yourself in a letter: tomasz [at] tomasz [dot] example. I will write back within two weeks.</p></body></html>
      """,
      .init(
        name: "Tomasz Zieliński", topics: ["embedded systems", "soldering", "teaching children"], channels: ["mail"],
        answers: "within two weeks", state: .full, contacts: ["email tomasz@tomasz.example (decoded)"],
        has: ["slowly and for a long time"])),
    ExtractionCase(
      "section of an about page", at: "https://priya.example/about/", as: "text/html",
      ExtractionCase.blog(
        "About · Priya Raman",
        """
        <h1>About me</h1><p>I'm a documentation manager. I live in Pune, India, with two cats.</p><h2>My tools</h2><ul><li>A pen</li><li>An old laptop</li></ul>
        <h2 id=mentoring>Mentoring</h2><p>Mentoring is a part of my week. Ask me about style guides, information architecture or speaking at conferences.</p>
        <p>I'm available for mentoring. <a href="/contact/">Contact me</a>, and find me on <a rel=me href="https://github.com/priya-raman">GitHub</a>.</p>
        """),
      .init(
        name: "Priya Raman", title: "documentation manager",
        topics: ["style guides", "information architecture", "speaking at conferences"], languages: ["en"],
        place: "Pune, India", state: .open, contacts: ["form https://priya.example/contact/"],
        profiles: ["https://github.com/priya-raman"], has: ["part of my week"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "content after the end, unclosed lists", at: "https://joao.example/mentoring", as: "text/html",
      """
      <html lang=en><head><title>Mentoring - João Pestana</title></head><body><h1>Mentoring</h1>
      <p>My name is João Pestana, I mentor newcomers to free software.
      <h3>Where I can help</h3><ul><li>First patches<li>Reading other people's code<li>Accessibility testing</ul></body></html>
      <p>I'm currently full, sorry. Join the waiting list by mail: joao@joao.example</p>
      """,
      .init(
        name: "João Pestana", topics: ["First patches", "Reading other people's code", "Accessibility testing"],
        languages: ["en"], state: .full, contacts: ["email joao@joao.example"], has: ["waiting list"])),
    ExtractionCase(
      "two-way", at: "https://mei.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Mentoring by Mei Tanaka",
        """
        <h1>Mentoring</h1><p>I have time for one person who wants to learn about testing, release notes or translation memories.</p>
        <h2>What I offer</h2><ul><li>Testing by hand and by machine</li><li>Release notes</li><li>Translation memories</li></ul>
        <h2>What I'd like to learn</h2><ul><li>Rust</li><li>Public speaking</li></ul>
        <p>We could meet in person over coffee in Osaka. Message me on <a href="https://t.me/meitanaka">Telegram</a>.</p>
        """),
      .init(
        name: "Mei Tanaka", topics: ["Testing by hand and by machine", "Release notes", "Translation memories"],
        seeks: ["Rust", "Public speaking"], channels: ["in person"], languages: ["en"], state: .open,
        contacts: ["telegram https://t.me/meitanaka"], has: ["one person"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "form service", at: "https://ravi.example/mentoring/", as: "text/html",
      ExtractionCase.blog(
        "Mentoring | Ravi Menon",
        """
        <h2>1-2-1 sessions</h2><p>I'm Ravi Menon, a site reliability engineer. I'd like to help people who are new on call.</p>
        <p>I can help you with incident reviews, on-call rotas and monitoring.</p><p>Sessions are half an hour, weekly, by video call or phone.</p>
        <form action="https://formspree.io/ravi@ravi.example" method=post><label>Name <input name=n></label><textarea></textarea></form>
        """),
      .init(
        name: "Ravi Menon", title: "site reliability engineer",
        topics: ["incident reviews", "on-call rotas", "monitoring"],
        channels: ["video call", "phone"], rhythm: "weekly", languages: ["en"],
        contacts: ["email ravi@ravi.example", "form https://ravi.example/mentoring/"], has: ["new on call"],
        lacks: ExtractionCase.furniture)),
  ]
}
