/// The names that people give to columns and keys, by what they mean. Compared as `FieldName.normalised` has them.
enum FieldAliases {
  /// Nil for a name that is not in the table.
  static func field(_ normalised: String) -> RecordField? {
    if let field = table[normalised] { return field }
    let joined = normalised.replacing(" ", with: "")
    if let field = table[joined] { return field }
    return service(normalised).map { .handle($0) }
  }

  /// The service that a name speaks of: "github", "Twitter handle", "LinkedIn profile URL".
  static func service(_ normalised: String) -> String? {
    let words = normalised.split(separator: " ").map(String.init)
    let joined = words.joined()
    for (spelling, service) in serviceSpellings where joined == spelling { return service }
    guard words.count <= 6, !words.isEmpty else { return nil }
    let rest = words.filter { !handleWords.contains($0) }.joined()
    return serviceSpellings[rest] ?? (rest.count > 1 && RecordField.services.contains(rest) ? rest : nil)
  }

  private static let handleWords: Set<String> = [
    "handle", "username", "user", "name", "account", "profile", "url", "link", "id", "nick", "nickname", "page", "your",
    "my", "the", "if", "any", "optional", "or", "to", "address", "usuario", "perfil", "compte", "konto",
  ]

  private static let serviceSpellings: [String: String] = {
    var spellings = [
      "twitterx": "twitter", "xtwitter": "twitter", "x": "twitter", "githubcom": "github", "gh": "github",
      "fediverse": "mastodon", "activitypub": "mastodon", "bsky": "bluesky", "so": "stackoverflow", "devto": "devto",
      "ircname": "irc", "ircnick": "irc", "ircnickname": "irc", "xmpp": "jabber", "linkedln": "linkedin",
      "sofurry": "", "tg": "telegram", "fb": "facebook", "ig": "instagram", "stackexchange": "stackoverflow",
    ].filter { !$0.value.isEmpty }
    for service in RecordField.services where service != "x" && service != "xmpp" { spellings[service] = service }
    return spellings
  }()

  private static let table: [String: RecordField] = {
    var table: [String: RecordField] = [:]
    for (field, names) in names {
      for name in names.split(separator: ",") { table[FieldName.normalised(String(name))] = field }
    }
    return table
  }()

  private static let names: [(RecordField, String)] = [
    (
      .name,
      "name, full name, fullname, your name, your full name, mentor, mentor name, name of mentor, person, names, nome, "
        + "nombre, nombre completo, nome completo, nom, nom complet, nom et prenom, prenom et nom, vollständiger name, "
        + "imie i nazwisko, jméno, имя, имя и фамилия, фио, 氏名, 名前, 姓名, الاسم, 이름, नाम, naam, navn, namn, nimi, "
        + "ad soyad"
    ),
    (
      .firstName, "first name, firstname, given name, forename, name first, prenom, vorname, imie, first, primeiro nome"
    ),
    (
      .lastName,
      "last name, lastname, surname, family name, name last, apellido, apellidos, nachname, nazwisko, "
        + "last, sobrenome, фамилия, nom de famille"
    ),
    (.displayName, "display name, preferred name, profile display name, public name, known as, label"),
    (.userName, "username, user name, login, nick, nickname, handle, alias, slug"),
    (.pronouns, "pronouns, pronoun, preferred pronouns, your pronouns, gender pronouns, pronomen, pronombres"),
    (
      .title,
      "title, position, job title, jobtitle, role, job, occupation, profession, current role, current position, "
        + "headline, tagline, job role, your role, cargo, puesto, poste, beruf, должность, stanowisko, función, "
        + "fonction"
    ),
    (
      .company,
      "company, organisation, organization, employer, affiliation, company name, organization name, institution, org, "
        + "works for, workplace, workspace, university, empresa, entreprise, firma, компания"
    ),
    (
      .areas,
      "area, functional area, functional areas, area of contribution, contribution area, contribution areas, "
        + "track, tracks, category, categories, domain, field, department area, mentoring area, mentoring areas, "
        + "bereich"
    ),
    (.areasOrInterests, "areas, areas of expertise, fields, domains, área, áreas, bereiche"),
    (
      .groups,
      "group, groups, community, communities, community group, community groups, tribe, chapter, circles, gruppe, "
        + "gruppen, "
        + "grupo, grupos, groupe, groupes, группа, группы"
    ),
    (.team, "team, team name, teams, squad, department, org team, équipe, equipo, equipe, команда"),
    (
      .interests,
      "interests, interest, topics, topic, skills, skill, tags, tag, expertise, specialties, specialities, speciality, "
        + "specialty, keywords, subjects, technologies, tech stack, stack, offers, offer, can help with, help with, "
        + "mentors in, mentoring topics, mentorship topics, topics of mentoring, knowledge, competences, competencies, "
        + "strengths, mobilising skills, mobilizing skills, knows about, domain expertise, areas of interest, "
        + "areas of mentorship, mentoring in, skillset, skill set, programming languages, programming language, "
        + "temas, tema, habilidades, intereses, interesses, conhecimentos, tipo de mentoria, sujets, competences, "
        + "domaines, "
        + "themen, thema, faehigkeiten, fähigkeiten, interessen, kenntnisse, schwerpunkte, темы, навыки, интересы, "
        + "umiejętności, tematy, zainteresowania, 分野, スキル, 技能, 主题, المواضيع, المهارات, विषय"
    ),
    (
      .seeks,
      "seeks, seeking, looking for, wants to learn, want to learn, learning, learning goals, learning interests, "
        + "mobilising interests, mobilizing interests, would like to learn, wants, mentee topics"
    ),
    (
      .location,
      "location, place, based in, where, lives in, residence, address, city country, location name, "
        + "city and country, hometown, home location, current location, localização, localizacion, ubicación, lieu, "
        + "ort, "
        + "wohnort, standort, место, местоположение, miejsce, 場所, 所在地, 地点, الموقع, स्थान"
    ),
    (.city, "city, town, locality, city name, cidade, ciudad, ville, stadt, miasto, город, citta, 市, 城市, المدينة"),
    (
      .region,
      "region, state, province, county, state province, state region, bundesland, estado, provincia, région, "
        + "регион, область, continent"
    ),
    (
      .country,
      "country, nation, country code, countrycode, country name, country of residence, país, pays, land, kraj, страна, "
        + "paese, 国, 国家, البلد, देश"
    ),
    (.latitude, "lat, latitude"), (.longitude, "lng, lon, long, longitude"),
    (.coordinates, "coordinates, latlng, lat lng, latlon, geo, coords, gps, geolocation"),
    (
      .timeZone,
      "timezone, time zone, tz, your timezone, your time zone, zeitzone, zona horaria, fuso horário, fuseau horaire"
    ),
    (.utcOffset, "utc offset, timezone utc offset, gmt offset"),
    (
      .languages,
      "languages, language, spoken languages, spokenlanguages, speaks, languages spoken, spoken language, lang, langs, "
        + "idiomas, idioma, lenguas, línguas, langues, langue, sprachen, sprache, языки, язык, języki, lingue, "
        + "human languages, "
        + "natural languages, knows language, 言語, 语言, اللغات, भाषाएँ"
    ),
    (
      .availability,
      "availability, available, is available, status, mentoring status, accepting mentees, accepting, "
        + "open for mentees, open to mentees, taking mentees, availability state, months, disponibilidad, "
        + "disponibilidade, "
        + "disponibilité, verfügbarkeit, verfügbar, доступность"
    ),
    (.availableUntil, "until, available from, away until, available until, back on, return date"),
    (
      .capacity,
      "capacity, num mentee, num mentees, number of mentees, max mentees, mentee capacity, slots, places, spots, "
        + "maximum mentees, how many mentees, mentees max, availability capacity, kapazität, vagas"
    ),
    (.load, "load, current mentees, mentees, number of current mentees, active mentees, availability load"),
    (
      .rhythm,
      "hours, rhythm, frequency, hours per week, hours per month, hours a week, hours a month, time commitment, "
        + "commitment, "
        + "meeting frequency, how often, how rhythm, weekly hours, monthly hours, schedule, häufigkeit, frecuencia"
    ),
    (
      .format,
      "format, mentoring format, mentoring style, style, how format, approach, mentoring type, type of mentoring"
    ),
    (.answersWithin, "answers within, response time, replies within, how answers within"),
    (
      .howChannels,
      "how channels, medium, communication, preferred communication, communication channels, "
        + "preferred channels, meeting type"
    ),
    (
      .channels,
      "channels, contact channels, networks, network, social networks, social links, social, socials, accounts, "
        + "external accounts, contacts, links, redes, redes sociales, social media"
    ),
    (
      .contact,
      "contact, contact info, contact information, contact details, how to contact, how to reach, reach me, "
        + "preferred contact, best way to contact, contato, contacto, kontakt, контакт, контакты, 連絡先, 联系方式"
    ),
    (
      .email,
      "email, e mail, mail, email address, e mail address, your email, your email address, contact email, emails, "
        + "work email, alternate emails, alternate email, mailadresse, correo, correo electrónico, courriel, почта, "
        + "adres email, メール, 邮箱, 电子邮件, البريد الإلكتروني, ईमेल"
    ),
    (.phone, "phone, telephone, mobile, phone number, telefono, telefon, телефон, cell, tel"),
    (
      .page,
      "page, mentoring page, mentorship page, mentoring url, mentorship url, mentoring link, mentor page, "
        + "link to mentoring page, mentoring site, your mentoring page, mentor profile, página de mentoría"
    ),
    (
      .website,
      "website, web site, site, homepage, home page, url, web, personal website, personal site, blog, web page, "
        + "webpage, "
        + "link, your website, portfolio, personal url, personal page, websites, u url, sitio web, site web, "
        + "webseite, сайт"
    ),
    (
      .profiles,
      "profiles, profile, profile url, profile link, profile page, same as, sameas, mozillians profile url, html url, "
        + "permalink, other links, other profiles"
    ),
    (
      .writeUp,
      "write up, writeup, bio, biography, description, about, about me, summary, note, notes, introduction, intro, "
        + "statement, about you, self description, short bio, profile text, message, body, content, text, background, "
        + "experience, about the mentor, biografia, biografía, sobre, sobre mí, sobre mim, beschreibung, über mich, "
        + "descripción, descrição, présentation, à propos, о себе, описание, opis, o mnie, 自己紹介, 简介, نبذة, परिचय"
    ),
    (.scopeNote, "scope note, scope, remit"),
    (.key, "id, uid, uuid, key, record id, user id, profile id, mentor id, guid, nr, no, number, row"),
    (.disabled, "disabled, hidden, inactive, archived, deleted, draft, banned, removed, is hidden, is disabled"),
    (.enabled, "enabled, active, published, is active, visible, is mentor, profile is mentor, is published, approved"),
    (
      .ignored,
      "timestamp, start time, completion time, start date, end date, date, created, created at, updated, updated at, "
        + "submitted at, submission date, last modified, last modified time, last updated, modified, consent, gdpr, "
        + "photo, photos, avatar, image, images, picture, headshot, logo, avatar url, photo url, profile picture, "
        + "thumbnail, "
        + "profile avatar url, profile image, img, icon, color, colour, order, weight, sort, score, rating, layout, "
        + "type, "
        + "is vouched, is public, is council, profile is council, is rep, resource uri, last report date, "
        + "profile last report date, date mozillian, date vouched, date joined, joined, story link, "
        + "personal blog feed, profile personal blog feed, mentor resource uri, profile mentor, rep mentor, "
        + "ip address, ip, user agent, response id, submission id, network id, version, "
        + "meta, local name, profile local name, verified, gender, age, birthday, date of birth, calendly event"
    ),
  ]
}
