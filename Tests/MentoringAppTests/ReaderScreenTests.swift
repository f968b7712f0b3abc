import Testing

@Suite struct ReaderScreenTests {
  @Test func wide() throws {
    var driver = try Driver(120, 56)
    driver.press("Enter")
    let reader = """
       Amara Okonjo-Bell                                                                                        1 of 12 · 0 %

                          Amara Okonjo-Bell  she/her
                          Backend developer · Sync
                          Lagos, Nigeria · UTC+1, 15:13 there

                          areas      Coding, Support
                          interests  reviews, testing
                          speaks     English, Yoruba
                          groups     newcomers, rust
                          time       open · 2 of 3 places free · Tuesdays

                          What I can help with

                          I keep the sync engine alive. Ask me about queues, retries and git bisect; the
                          guide [1] is a good start, and so are the old answers [2].

                          • your first patch
                          • tests that fail for the right reason
                            • flaky ones
                            • slow ones

                          How it goes

                           9. You write what you want to learn.
                          10. We read code together, in the editor that you like, for half an hour and not
                              longer.

                          │ Nobody has ever asked a question that was too small for a good answer.

                            git bisect start
                              git bisect bad

                          Day      Time
                          ───────  ──────────────
                          Tuesday  18:00
                          Friday   by arrangement

                          ────────────────────────

                          See the guide [1] again.

                          Getting in touch
                          channels   video call, chat
                          rhythm     half an hour every other week
                          email      amara@okonjo.example
                          matrix     @amara:chat.example

                          Links
                          [1] guide.html
                          [2] https://forum.example/t/7
                          [3] https://okonjo.example/mentoring/index.html

                          Where this comes from
                          sign-up sheet (mentors.csv:2), 2026-09-21: name, title, areas
       ↵ open link  ] next  [ previous  o open page  / search  U links  y copy  d changes  b bookmark  ? keys  q close
      """
    #expect(driver.screen == reader)
  }

  @Test func narrow() throws {
    var driver = try Driver(40, 30)
    driver.press("Enter")
    let readernarrow = """
       Amara Okonjo-Bell        1 of 12 · 0 %

        Amara Okonjo-Bell  she/her
        Backend developer · Sync
        Lagos, Nigeria · UTC+1, 15:13 there

        areas      Coding, Support
        interests  reviews, testing
        speaks     English, Yoruba
        groups     newcomers, rust
        time       open · 2 of 3 places free
                   · Tuesdays

        What I can help with

        I keep the sync engine alive. Ask me
        about queues, retries and git
        bisect; the guide [1] is a good
        start, and so are the old
        answers [2].

        • your first patch
        • tests that fail for the right
          reason
          • flaky ones
          • slow ones

        How it goes

       ↵ open link  ] next  ? keys  q close
      """
    #expect(driver.screen == readernarrow)
    driver.press("G")
    let readerend = """
       Amara Okonjo-Bell      1 of 12 · 100 %

        ───────  ──────────────
        Tuesday  18:00
        Friday   by arrangement

        ────────────────────────

        See the guide [1] again.

        Getting in touch
        channels   video call, chat
        rhythm     half an hour every other
                   week
        email      amara@okonjo.example
        matrix     @amara:chat.example

        Links
        [1] guide.html
        [2] https://forum.example/t/7
        [3] https://okonjo.example/mentoring
            /index.html

        Where this comes from
        sign-up sheet (mentors.csv:2),
          2026-09-21: name, title, areas
        own page, 2026-09-21: interests
          (unsure)
        unchanged since 2026-02-02
       ↵ open link  ] next  ? keys  q close
      """
    #expect(driver.screen == readerend)
  }

  @Test func somebodyOfWhomNothingIsKnown() throws {
    var driver = try Driver(60, 12)
    driver.press("/")
    driver.type("nemo")
    driver.press("Enter Enter")
    let nemo = """
       Nemo                                                1 of 1

        Nemo

        Where this comes from
        sample





       ↵ open link  ] next  [ previous  ? keys  q close
      """
    #expect(driver.screen == nemo)
  }

  @Test func proseIsNeverWiderThanEightyColumns() throws {
    var driver = try Driver(250, 40)
    driver.press("Enter")
    for row in driver.rows.dropFirst().dropLast() where !row.isEmpty {
      let text = row.drop { $0 == " " }
      #expect(String(text).count <= 80)
      #expect(row.prefix(85).allSatisfy { $0 == " " })
    }
  }
}
