/// Invented lists of invented people.
enum Fixture {
  static let sheet = """
    Name,Email,Areas,Team,City,Country,Languages,Mentoring page,Bio,Availability
    Aroha Ngata,aroha@example.org,Radio & Audio,Harbour,Wellington,New Zealand,"English, Māori",https://aroha.example/mentoring,I mend old radios & <b>listen</b>.,open
    Béla Szép,bela@example.net,Localization,Bridge,Budapest,Hungary,Hungarian,https://bela.example/,Translating since school.,full
    Chidi Okeke,chidi@example.com,Coding,Harbour,Lagos,Nigeria,"English, Igbo",https://chidi.example/,Storage and locks.,open

    """

  static let list = """
    [
      {"name": "Dalia Jonaitė", "email": "dalia@example.lt", "interests": ["weaving", "Rust"], "team": "Bridge"},
      {"name": "Aroha Ngata", "email": "aroha@example.org", "interests": ["vinyl"]}
    ]
    """

  static let yaml = """
    - name: Esi Mensah
      email: esi@example.gh
      groups: [alumni, accra]
    - name: Farid Huseynov
      email: farid@example.az

    """

  /// A list of so many people.
  static func rows(_ count: Int) -> String {
    var text = "Name,Email,Areas,Team,City,Country,Bio\n"
    for number in 0..<count {
      text += "Person \(number),p\(number)@example.org,Coding,Team \(number % 40),Lagos,Nigeria,words \(number)\n"
    }
    return text
  }
}
