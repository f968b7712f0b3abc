extension LanguageWords {
  static let indonesian = LanguageWords(
    topics: ["bisa bantu", "bisa saya bantu", "saya bantu", "saya bisa membantu", "topik", "keahlian", "bidang"],
    topicPrefixes: ["membantu dalam", "membantu dengan", "bantu soal", "topik:", "membantu soal", "bantu dalam"],
    requests: ["ceritakan", "tulis kepada", "pertanyaan", "untuk siapa"], seeking: ["mencari mentor", "ingin belajar"],
    firstPerson: ["saya", "aku", "kami"], introductions: ["nama saya ", "perkenalkan, saya ", "namaku "],
    beings: ["saya "],
    professions: ["saya seorang ", "saya bekerja sebagai "],
    occupations: ["insinyur", "pengembang", "penerjemah", "guru", "desainer", "programmer", "perancang"],
    homes: ["tinggal di ", "berbasis di "], placeLabels: ["lokasi:", "kota:"],
    speaking: ["saya berbicara bahasa ", "saya bisa bahasa "],
    languageLabels: ["bahasa:"], away: ["sedang rehat", "sedang istirahat", "sedang cuti", "jeda dulu"],
    full: ["kuota penuh", "sudah penuh", "tidak menerima"], limited: ["terbatas"],
    open: ["masih ada tempat", "menerima mentee", "tersedia untuk"], people: ["orang", "mentee", "peserta"],
    limits: ["paling banyak", "maksimal", "hingga"], numbers: ["dua": 2, "tiga": 3, "empat": 4],
    meetings: ["bertemu", "mengobrol", "ngobrol", "tulis", "bicara", "surat"],
    channels: ["in person": ["tatap muka"], "mail": ["surel", "surat"]],
    rhythms: ["seminggu sekali", "dua minggu sekali", "sebulan sekali"],
    answers: ["balas", "membalas", "jawab", "menjawab"], within: ["dalam ", "paling lambat"],
    units: ["jam", "hari", "minggu", "bulan"], contactPages: ["kontak", "hubungi saya"],
    course: ["silabus", "materi kuliah"],
    programme: ["pendaftaran", "pendaftar"])

  static let japanese = LanguageWords(
    topics: [
      "お手伝い", "相談できること", "できること", "相談内容", "得意分野", "得意なこと", "トピック", "テーマ", "専門", "教えられること",
    ],
    topicPrefixes: ["相談内容：", "テーマ：", "得意分野：", "分野："],
    topicSuffixes: ["についてお手伝い", "についての相談", "について相談", "の相談に乗", "のお手伝い", "をお手伝い", "についてお話"],
    requests: ["教えてください", "書いてください", "質問", "対象", "こんな方"], seeking: ["メンターを探して", "学びたい"],
    firstPerson: ["私", "わたし", "僕", "ぼく"], introductions: ["私の名前は", "名前は", "はじめまして、", "こんにちは、"],
    beings: ["私は", "僕は"], nameEnds: ["です", "と申します", "といいます", "と言います", "。", "、", "（", "("], professions: ["私は", "僕は"],
    occupations: ["エンジニア", "翻訳者", "デザイナー", "開発者", "教師", "研究者"], homes: ["居住地：", "在住："],
    placeLabels: ["場所：", "居住地：", "所在地：", "場所:", "居住地:"], languageLabels: ["言語：", "使用言語：", "言語:"],
    closed: ["メンタリングは終了", "終了しました"], away: ["お休み", "休止中", "休んでいます", "休会中", "育休"],
    full: ["満員", "空きがありません", "受け付けていません", "募集していません", "新規受付を停止"], limited: ["残りわずか", "若干名"],
    open: ["募集中", "受付中", "空きがあります", "受け付けています"], people: ["人", "名", "名様"],
    limits: ["最大", "まで", "同時に"],
    meetings: ["話", "会", "通話", "メール", "チャット", "オンライン"],
    channels: [
      "video call": ["ビデオ通話", "ビデオ", "オンライン通話"], "chat": ["チャット"], "mail": ["メール", "手紙"], "phone": ["電話"],
      "in person": ["対面"],
    ],
    rhythms: ["月に一回", "月1回", "月に1回", "週に一回", "週1回", "隔週", "二週間に一度", "月に一度"],
    answers: ["返信", "お返事", "返事", "回答"], withinBehind: ["以内"], units: ["日", "週間", "時間", "か月", "ヶ月"],
    contactPages: ["お問い合わせ", "連絡先"], course: ["講義", "授業", "シラバス", "課題", "受講"],
    programme: ["プログラム", "応募", "参加者", "申し込み"], studyNotes: ["とは何か", "定義", "参考文献"])

  static let chinese = LanguageWords(
    topics: ["可以帮", "能帮", "可以幫", "能幫", "话题", "話題", "主题", "主題", "擅长", "擅長", "方向", "领域", "領域"],
    topicPrefixes: [
      "可以帮助你学习", "可以帮你学习", "可以帮助你", "可以帮你", "可以幫你", "可以幫助你", "能帮你", "话题：", "主题：", "擅长：", "擅長：", "擅长",
    ],
    requests: ["请告诉我", "請告訴我", "问题", "問題", "适合谁", "適合誰"], seeking: ["寻找导师", "尋找導師", "我想学", "我想學"],
    firstPerson: ["我", "本人"], introductions: ["我叫", "我的名字是", "我的名字叫"], beings: ["我是"],
    nameEnds: ["，", "。", ",", "、", "（", "("], professions: ["是一名", "是一位", "我是"],
    occupations: ["工程师", "工程師", "翻译", "翻譯", "设计师", "設計師", "教师", "教師", "开发者", "開發者", "研究员"],
    homes: ["我住在", "住在", "常驻", "现居", "現居"], placeLabels: ["地点：", "地點：", "所在地：", "城市："],
    speaking: ["我会说", "我會說", "我说", "我講"], languageLabels: ["语言：", "語言："], closed: ["不再提供指导", "不再指导"],
    away: ["暂停", "暫停", "休息中", "休假"], full: ["名额已满", "名額已滿", "暂不接受", "暫不接受", "没有名额", "沒有名額"],
    limited: ["名额有限", "名額有限"], open: ["还有名额", "還有名額", "欢迎报名", "开放申请", "有空位"],
    people: ["人", "名", "位", "个人", "個人"], limits: ["最多", "至多", "同时", "同時", "上限"],
    meetings: ["聊", "见面", "見面", "会议", "會議", "通话", "通話", "写信", "寫信", "邮件", "郵件"],
    channels: [
      "video call": ["视频", "視訊", "腾讯会议"], "chat": ["微信", "聊天", "即时消息"], "mail": ["邮件", "郵件", "电子邮件", "写信", "寫信"],
      "phone": ["电话", "電話"], "in person": ["面谈", "面談", "见面", "見面"],
    ],
    rhythms: ["每周一次", "每週一次", "每两周一次", "每兩週一次", "每月一次"], answers: ["回复", "回覆", "答复", "回信"],
    withinBehind: ["之内", "以内", "之內", "以內", "内", "內"],
    units: ["天", "日", "周", "週", "星期", "小时", "小時", "个月", "個月"], contactPages: ["联系我", "聯絡我", "联系方式"],
    course: ["课程", "課程", "讲座", "作业", "作業", "教学大纲"], programme: ["计划", "計畫", "申请", "申請", "报名", "學員", "学员"],
    studyNotes: ["定义", "什么是", "参考文献"])

  static let korean = LanguageWords(
    topics: ["도와드릴 수", "도울 수 있", "도움을 드릴", "주제", "분야", "전문"], topicPrefixes: ["주제:", "분야:"],
    topicSuffixes: ["에 대해 도와", "에 대해 도움", "을 도와", "를 도와", "에 관해"], requests: ["알려 주세요", "알려주세요", "질문", "대상"],
    seeking: ["멘토를 찾", "배우고 싶"], firstPerson: ["저는", "제가", "나는", "저의", "제", "저에게"],
    introductions: ["제 이름은 ", "안녕하세요, "], beings: ["저는 "], nameEnds: ["입니다", "이라고", "라고", "이에요", "예요", ".", ","],
    occupations: ["엔지니어", "개발자", "번역가", "디자이너", "교사"], placeLabels: ["위치:", "지역:", "장소:"],
    languageLabels: ["언어:"], away: ["쉬고 있", "휴식 중", "휴직 중", "잠시 중단"], full: ["자리가 없", "정원이 찼", "받지 않"],
    limited: ["제한된"], open: ["자리가 있", "모집 중", "신청을 받"], people: ["명", "분", "사람"], limits: ["최대", "까지"],
    meetings: ["만나", "통화", "이야기", "메일", "대화"],
    channels: ["video call": ["화상"], "chat": ["채팅", "카카오톡"], "mail": ["메일", "편지"], "in person": ["직접 만나", "대면"]],
    rhythms: ["일주일에 한 번", "한 달에 한 번", "2주에 한 번", "격주"], answers: ["답장", "답변", "회신"],
    withinBehind: ["이내", "안에"], units: ["일", "주", "시간", "달", "개월"], contactPages: ["연락처", "문의"],
    course: ["강의", "수업", "과제"], programme: ["프로그램", "지원서", "참가자"])

  static let arabic = LanguageWords(
    topics: [
      "أستطيع مساعدتك", "يمكنني مساعدتك", "يمكنني المساعدة", "أساعد", "مواضيع", "المواضيع", "مجالات", "المجالات",
      "بماذا أساعد",
    ],
    topicPrefixes: ["مساعدتك في", "المساعدة في", "أساعد في", "أساعدك في", "المواضيع:", "خبرة في"],
    requests: ["أخبرني", "اكتب لي", "أسئلة", "لمن"], seeking: ["أبحث عن مرشد", "أريد أن أتعلم"],
    firstPerson: ["أنا", "لي", "أستطيع", "يمكنني", "أساعد", "أساعدك", "أسكن", "أعيش", "أرد", "أتحدث", "أعمل", "اسمي"],
    introductions: ["اسمي "], beings: ["أنا "], professions: ["أنا ", "أعمل "],
    occupations: ["مهندس", "مطور", "مترجم", "مصمم", "معلم", "باحث"], homes: ["أعيش في ", "أسكن في ", "أقيم في "],
    placeLabels: ["المكان:", "الموقع:", "المدينة:"], speaking: ["أتحدث "], languageLabels: ["اللغات:"],
    away: ["في إجازة", "في استراحة", "متوقف مؤقتا", "متوقفة مؤقتا"], full: ["لا توجد أماكن", "لا أقبل", "مكتمل"],
    limited: ["أماكن محدودة"], open: ["متاح", "لدي وقت", "أقبل"], people: ["أشخاص", "شخص", "متدرب", "طلاب"],
    limits: ["حتى", "أقصى", "لا يزيد عن", "كحد أقصى"], numbers: ["ثلاثة": 3, "أربعة": 4, "خمسة": 5, "اثنين": 2],
    meetings: ["نلتقي", "نتحدث", "مكالمة", "راسل", "اكتب", "بريد"],
    channels: [
      "video call": ["فيديو"], "chat": ["دردشة", "محادثة"], "mail": ["بريد", "رسالة", "بالبريد"],
      "in person": ["وجها لوجه"],
    ],
    rhythms: ["مرة في الأسبوع", "مرة كل أسبوعين", "مرة في الشهر"], answers: ["أرد", "الرد", "أجيب"],
    within: ["خلال", "في غضون"], units: ["ساع", "يوم", "أيام", "أسبوع", "شهر"], contactPages: ["اتصل بي", "تواصل معي"],
    course: ["دورة", "محاضر", "واجب"], programme: ["برنامج", "التقديم", "المشاركين"])
}
