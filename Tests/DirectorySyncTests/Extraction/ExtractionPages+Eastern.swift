extension ExtractionPages {
  static let eastern: [ExtractionCase] = [
    ExtractionCase(
      "Russian in windows-1251 without a word of it", at: "http://vera.example/mentoring.html", as: "text/html",
      bytes: OldBytes.windows1251(
        """
        <html><head><title>Менторство</title></head><body><h1>Менторство</h1><p>Меня зовут Вера Соколова. Я живу в Казани.</p>
        <h2>Чем могу помочь</h2><ul><li>Перевод интерфейсов</li><li>Вычитка</li><li>Первые шаги в открытых проектах</li></ul>
        <p>Созваниваемся раз в две недели по видео. Отвечаю в течение трёх дней. Беру не более двух человек.</p>
        <p>Пишите: vera (собака) vera (точка) example</p></body></html>
        """),
      .init(
        name: "Вера Соколова", topics: ["Перевод интерфейсов", "Вычитка", "Первые шаги в открытых проектах"],
        channels: ["video call"], rhythm: "раз в две недели", answers: "в течение трех дней", place: "Казани",
        capacity: 2, contacts: ["email vera@vera.example (decoded)"], has: ["Вычитка"])),
    ExtractionCase(
      "Ukrainian page", at: "https://taras.example/mentoring", as: "text/html",
      ExtractionCase.blog(
        "Менторство — Тарас Гайовий", language: "uk",
        """
        <h1>Менторство</h1><p>Мене звати Тарас Гайовий, живу у Львові.</p><h2>Чим я можу допомогти</h2>
        <ul><li>Тестування</li><li>Переклад</li><li>Англійська для листів</li></ul>
        <p>Зустріч раз на тиждень онлайн. Зараз роблю перерву, повернуся у вересні.</p><p>Відповідаю протягом тижня.</p>
        <p><a href="https://t.me/tarashayovyi">Telegram</a></p>
        """),
      .init(
        name: "Тарас Гайовий", topics: ["Тестування", "Переклад", "Англійська для листів"], rhythm: "раз на тиждень",
        answers: "протягом тижня", languages: ["uk"], place: "Львові", state: .away, until: "2026-09-01",
        contacts: ["telegram https://t.me/tarashayovyi"], has: ["повернуся"], lacks: ExtractionCase.furniture)),
    ExtractionCase(
      "Turkish page", at: "https://irem.example/mentorluk", as: "text/html",
      """
      <html lang="tr"><head><title>Mentorluk</title></head><body><main><h1>Mentorluk</h1>
      <p>Benim adım İrem Aksoy. Şehir: İzmir</p>
      <p>Erişilebilirlik, arayüz tasarımı ve özgür yazılım konularında yardımcı olabilirim.</p>
      <p>Ayda bir görüntülü görüşürüz. En fazla iki kişi alıyorum. Bir hafta içinde yanıt veririm.</p>
      <p>Kontenjanım dolu. irem (at) irem (nokta) example</p></main></body></html>
      """,
      .init(
        name: "İrem Aksoy", topics: ["Erişilebilirlik", "arayüz tasarımı", "özgür yazılım"], channels: ["video call"],
        rhythm: "ayda bir", answers: "bir hafta içinde", languages: ["tr"], state: .full, capacity: 2,
        contacts: ["email irem@irem.example (decoded)"], has: ["Kontenjanım"])),
    ExtractionCase(
      "Hungarian page", at: "https://gyozo.example/mentor.html", as: "text/html",
      """
      <html lang="hu"><head><title>Mentorálás</title></head><body><h1>Mentorálás</h1><p>A nevem Kis Győző. Város: Pécs</p>
      <h2>Miben segíthetek</h2><ul><li>Mérések</li><li>Szakszövegek fordítása</li></ul>
      <p>Havonta beszélgetünk, legfeljebb két ember fér be. Egy héten belül válaszolok.</p>
      <p><a href="mailto:gyozo@gyozo.example">Írj nekem</a></p></body></html>
      """,
      .init(
        name: "Kis Győző", topics: ["Mérések", "Szakszövegek fordítása"], rhythm: "havonta",
        answers: "egy héten belül", languages: ["hu"], capacity: 2, contacts: ["email gyozo@gyozo.example"],
        has: ["Havonta"])),
    ExtractionCase(
      "Arabic page", at: "https://samir.example/mentoring", as: "text/html",
      """
      <html lang="ar" dir="rtl"><head><title>الإرشاد</title></head><body><main><h1>الإرشاد</h1>
      <p>اسمي سمير حداد. أنا مهندس برمجيات. أعيش في عمّان، وأتحدث العربية والإنجليزية.</p>
      <h2>بماذا أساعد</h2><ul><li>الخطوط العربية</li><li>البرمجة للمبتدئين</li></ul>
      <p>نلتقي مرة في الشهر عبر مكالمة فيديو. أرد خلال أسبوع.</p><p><a href="mailto:samir@samir.example">راسلني</a></p></main></body></html>
      """,
      .init(
        name: "سمير حداد", title: "مهندس برمجيات", topics: ["الخطوط العربية", "البرمجة للمبتدئين"],
        channels: ["video call"], rhythm: "مرة في الشهر", answers: "خلال أسبوع", languages: ["ar", "en"],
        place: "عمّان", contacts: ["email samir@samir.example"], has: ["للمبتدئين"])),
  ]
}
