extension ExtractionPages {
  static let asian: [ExtractionCase] = [
    ExtractionCase(
      "Japanese in Shift_JIS", at: "https://sakura.example/mentoring.html", as: "text/html; charset=Shift_JIS",
      bytes: OldBytes.shiftJIS(
        """
        <html lang="ja"><head><title>メンタリング</title></head><body><h1>メンタリング</h1>
        <p>はじめまして、山本さくらです。翻訳の仕事をしています。</p><h2>相談できること</h2>
        <ul><li>翻訳のレビュー</li><li>用語集の作り方</li><li>英語でのメール</li></ul>
        <p>月に一回、ビデオ通話でお話しします。同時に最大2名まで受け付けています。</p>
        <p>宛先は sakura＠sakura.example です。一週間以内に返信します。</p></body></html>
        """),
      .init(
        name: "山本さくら", topics: ["翻訳のレビュー", "用語集の作り方", "英語でのメール"], channels: ["video call"],
        rhythm: "月に一回", answers: "一週間以内", languages: ["ja"], state: .open, capacity: 2,
        contacts: ["email sakura@sakura.example (decoded)"], has: ["用語集"])),
    ExtractionCase(
      "Japanese Markdown", at: "https://haru.example/mentoring.md", as: "text/markdown",
      """
      ---
      title: メンタリング
      author: 佐藤はる
      lang: ja
      ---
      私はエンジニアです。居住地：仙台

      アクセシビリティ、Rust、技術文書について相談に乗ります。

      今はお休みです。2027年4月1日に再開します。
      """,
      .init(
        name: "佐藤はる", title: "エンジニア", topics: ["アクセシビリティ", "Rust", "技術文書"], languages: ["ja"],
        place: "仙台", state: .away, until: "2027-04-01", has: ["再開"])),
    ExtractionCase(
      "Chinese page", at: "https://fang.example/mentoring", as: "text/html",
      """
      <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>导师页面</title></head><body><main><h1>我想做你的导师</h1>
      <p>大家好，我叫王芳，是一名工程师。我住在成都，喜欢教别人。</p>
      <p>我可以帮助你学习数据库、写作和公开演讲，也愿意听你说。</p>
      <p>每月一次视频会议，最多带3个人。我会在一周内回复。</p>
      <p>还有名额。邮箱：<a href="mailto:fang@fang.example">fang@fang.example</a></p></main></body></html>
      """,
      .init(
        name: "王芳", title: "工程师", topics: ["数据库", "写作", "公开演讲"], channels: ["video call"], rhythm: "每月一次",
        answers: "一周内",
        languages: ["zh"], place: "成都", state: .open, capacity: 3, contacts: ["email fang@fang.example"], has: ["公开演讲"])
    ),
    ExtractionCase(
      "Korean page", at: "https://minji.example/mentoring", as: "text/html",
      """
      <html lang="ko"><head><title>멘토링 | 김민지</title></head><body><main><h1>멘토링</h1>
      <p>안녕하세요, 김민지입니다. 저는 부산에서 번역 일을 합니다.</p><h2>도와드릴 수 있는 것</h2>
      <ul><li>현지화</li><li>오픈 소스 첫 기여</li></ul><p>한 달에 한 번 화상 통화로 만나요. 최대 2명까지 받습니다.</p>
      <p>일주일 이내에 답장합니다: <a href="mailto:minji@minji.example">메일</a></p></main></body></html>
      """,
      .init(
        name: "김민지", topics: ["현지화", "오픈 소스 첫 기여"], channels: ["video call", "mail"], rhythm: "한 달에 한 번",
        answers: "일주일 이내", languages: ["ko"], capacity: 2, contacts: ["email minji@minji.example"], has: ["현지화"])),
    ExtractionCase(
      "Indonesian page", at: "https://ayu.example/mentoring/", as: "text/html",
      ExtractionCase.blog(
        "Mentoring", language: "id",
        """
        <h1>Mentoring</h1><p>Nama saya Ayu Lestari. Saya seorang penerjemah dan tinggal di Yogyakarta.</p>
        <h2>Apa yang bisa saya bantu</h2><ul><li>Penerjemahan</li><li>Acara komunitas</li></ul>
        <p>Masih ada tempat, paling banyak tiga orang. Saya membalas dalam dua hari.</p><p><a href="https://t.me/ayulestari">Telegram</a></p>
        """),
      .init(
        name: "Ayu Lestari", title: "penerjemah", topics: ["Penerjemahan", "Acara komunitas"],
        answers: "dalam dua hari",
        languages: ["id"], place: "Yogyakarta", state: .open, capacity: 3,
        contacts: ["telegram https://t.me/ayulestari"],
        has: ["tiga orang"], lacks: ExtractionCase.furniture)),
  ]
}
