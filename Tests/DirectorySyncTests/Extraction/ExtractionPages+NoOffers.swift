extension ExtractionPages {
  static let noOffers: [ExtractionCase] = [
    ExtractionCase(
      "course", at: "https://school.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Mentoring 201",
        "<h1>Mentoring 201: the course</h1><p>This course has twelve lectures and two assignments. The syllabus lists the modules. Students will hand in their homework every week; a certificate is given at the end of the semester. Enrol before October.</p>"
      ),
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "programme", at: "https://guild.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Mentoring Programme",
        "<h1>Mentoring Programme</h1><p>The programme pairs newcomers with experienced members for six months. Applications open in May. Applicants are matched by a committee, and participants meet as a cohort once a month.</p><p>Become a mentor: apply with the form below. Our mentors and mentees sign a charter.</p>"
      ),
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "programme in German", at: "https://verein.example/mentoring", as: "text/html",
      "<html lang=de><title>Mentoring-Programm</title><h1>Mentoring-Programm</h1><p>Das Programm bringt Studierende und Fachleute zusammen. Die Bewerbung ist bis Juni möglich; Bewerberinnen und Bewerber werden im Juli benachrichtigt. Programme dieser Art gibt es an vielen Orten. Das Matching übernimmt der Verein.</p>",
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "study notes", at: "https://notes.example/mentoring.md", as: "text/markdown",
      "# Mentoring\n\n## Definition\n\nAccording to the literature, mentoring is a relationship over time. There are several types of mentoring.\n\n## Benefits of mentoring\n\nResearch shows growth in confidence (chapter 4).\n\n## References\n\n- A handbook, 2nd edition\n",
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "list of people", at: "https://wiki.example/mentors", as: "text/html",
      "<h1>Mentors</h1><table><tr><th>Name</th><th>Topics</th></tr><tr><td>Ada Lind</td><td>Maps</td></tr><tr><td>Yusuf Demir</td><td>Fonts</td></tr><tr><td>Chen Wei</td><td>Testing</td></tr></table>",
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "template not filled in", at: "https://fork.example/mentoring", as: "text/html",
      "<title>Mentoring</title><h1>[your name]: mentoring</h1><p>I mentor in [your topics] and answer within [TIME SPAN]. Write to [MAIL ADDRESS].</p>",
      .init(verdict: .notAnOffer)),
    ExtractionCase(
      "empty", at: "https://empty.example/mentoring", as: "text/html",
      ExtractionCase.blog("Mentoring", "<h1>Mentoring</h1>"), .init(verdict: .empty)),
    ExtractionCase(
      "include only", at: "https://include.example/mentoring.md", as: "text/markdown",
      "---\nlayout: mentoring\n---\n{% include mentoring.html %}\n", .init(verdict: .empty)),
    ExtractionCase(
      "JavaScript only", at: "https://app.example/mentoring", as: "text/html",
      "<!doctype html><html lang=en><head><title>App</title><script type=module src=/main.js></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>",
      .init(verdict: .needsJavaScript)),
    ExtractionCase(
      "redirect", at: "https://old.example/mentoring", as: "text/html",
      "<!DOCTYPE html><title>Redirecting…</title><link rel=canonical href=https://new.example/mentoring><meta http-equiv=refresh content=\"0; url=https://new.example/mentoring\"><h1>Redirecting…</h1><a href=https://new.example/mentoring>Click here if you are not redirected.</a>",
      .init(verdict: .redirect)),
    ExtractionCase(
      "not found with status 200", at: "https://lost.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Page not found",
        "<h1>Oops! Page not found</h1><p>It looks like nothing was found here. Maybe try a search?</p>"),
      .init(verdict: .gone)),
  ]
}
