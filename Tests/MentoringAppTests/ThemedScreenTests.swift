import MentorDirectory
import MentoringApp
import Surface
import Testing

/// One small screen with all that colours tell, in every theme: a selected row, chips, an exclusion, counts, keys.
@Suite struct ThemedScreenTests {
  private static func screens() throws -> [(name: String, surface: Surface)] {
    var list = try Driver(80, 20, query: Query("area:Coding -group:alumni"), bookmarks: [Fixture.mentors[1].id])
    list.press("m")
    var facets = list
    facets.press("Tab")
    var menu = list
    menu.press("C")
    var help = list
    help.press("?")
    var line = list
    line.press(": s")
    var map = list
    map.press("w")
    var reader = list
    reader.press("Enter")
    return [
      ("list", list.surface), ("facets", facets.surface), ("menu", menu.surface), ("help", help.surface),
      ("line", line.surface), ("map", map.surface), ("reader", reader.surface),
      ("welcome", try Driver(80, 20, welcomes: true).surface),
    ]
  }

  /// What is chosen, excluded, selected or a key is told apart from plain text in every theme and number of colours, by
  /// its paint or by a sign of its own.
  @Test(arguments: Theme.all, [0, 8, 16, 256]) func statesDiffer(theme: Theme, colours: Int) throws {
    for (name, surface) in try Self.screens() {
      let rows = (0..<surface.height).filter { surface.rowText($0).contains("▌") }
      for row in rows {
        let x = try #require((0..<surface.width).first { surface[$0, row].text == "▌" })
        let selected = theme.paint(surface[x + 1, row].style, colours: colours)
        #expect(selected != theme.paint(.text, colours: colours), "\(name) \(theme.name) \(colours)")
      }
      for y in 0..<surface.height {
        for x in 0..<surface.width where surface[x, y].text != " " {
          let paint = theme.paint(surface[x, y].style, colours: colours)
          #expect(paint.foreground == -1 || paint.foreground != paint.background, "\(name) \(x) \(y)")
        }
      }
    }
  }

  @Test func dark() throws {
    let screen = try Self.painted(.dark, colours: 256)
    #expect(screen == Self.darkScreen)
  }

  @Test func darkOnSixteenColours() throws {
    let screen = try Self.painted(.dark, colours: 16)
    #expect(screen == Self.sixteenScreen)
  }

  @Test func light() throws {
    let screen = try Self.painted(.light, colours: 256)
    #expect(screen == Self.lightScreen)
  }

  @Test func highContrast() throws {
    let screen = try Self.painted(.highContrast, colours: 256)
    #expect(screen == Self.contrastScreen)
  }

  @Test func mono() throws {
    let screen = try Self.painted(.mono, colours: 0)
    #expect(screen == Self.monoScreen)
  }

  /// The screen with its paints: `{foreground/background+attributes:text}`, -1 being the terminal's own.
  private static func painted(_ theme: Theme, colours: Int) throws -> String {
    var driver = try Driver(40, 10, query: Query("area:Coding -group:alumni"))
    driver.press("m")
    let surface = driver.surface
    return (0..<surface.height).map { y in
      var line = "", x = 0
      while x < surface.width {
        let paint = theme.paint(surface[x, y].style, colours: colours)
        var run = ""
        while x < surface.width, theme.paint(surface[x, y].style, colours: colours) == paint {
          run += surface[x, y].text
          x += 1
        }
        line += paint == Theme.Paint() ? run : "{\(label(paint)):\(run)}"
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private static func label(_ paint: Theme.Paint) -> String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    let added = names.filter { paint.attributes.contains($0.0) }.map { "+" + $0.1 }.joined()
    return "\(paint.foreground)/\(paint.background)\(added)"
  }

  private static let darkScreen = """
    {252/236: }{231/25+bold:1 Directory}{252/236:  3 Sources         offline }
     {222/-1+bold:/} {247/-1:search}            {-1/-1+bold:4 of 12 · 1 marked}{247/-1: }
     {255/24: area Coding × } {247/-1:+1}            {247/-1:X clears }
     {80/-1+bold:MENTORS}            {247/-1:area}           {247/-1:free}
     {221/-1+bold:*} {-1/-1+bold:Amara Okonjo-B…}  Coding{247/-1: +1}    {114/-1:2 free}
    {231/25:▌  }{231/25+bold:Björn Åkesson}{231/25:    Coding         full }
       {-1/-1+bold:Wilhelmina The…}  Coding            {247/-1:–}
       {-1/-1+bold:水野千尋}         Coding{247/-1: +1}    {114/-1:4 free}

     {222/-1+bold:↵}{247/-1: read}  {222/-1+bold:o}{247/-1: open page}  {222/-1+bold:?}{247/-1: keys}  {222/-1+bold:q}{247/-1: quit}
    """

  private static let sixteenScreen = """
    {0/7: }{15/4+bold:1 Directory}{0/7:  3 Sources         offline }
     {11/-1+bold:/} {-1/-1+dim:search}            {-1/-1+bold:4 of 12 · 1 marked}{-1/-1+dim: }
     {0/6: area Coding × } {-1/-1+dim:+1}            {-1/-1+dim:X clears }
     {14/-1+bold:MENTORS}            {-1/-1+dim:area}           {-1/-1+dim:free}
     {11/-1+bold:*} {-1/-1+bold:Amara Okonjo-B…}  Coding{-1/-1+dim: +1}    {10/-1:2 free}
    {15/4:▌  }{15/4+bold:Björn Åkesson}{15/4:    Coding         }{15/4+dim:full}{15/4: }
       {-1/-1+bold:Wilhelmina The…}  Coding            {-1/-1+dim:–}
       {-1/-1+bold:水野千尋}         Coding{-1/-1+dim: +1}    {10/-1:4 free}

     {11/-1+bold:↵}{-1/-1+dim: read}  {11/-1+bold:o}{-1/-1+dim: open page}  {11/-1+bold:?}{-1/-1+dim: keys}  {11/-1+bold:q}{-1/-1+dim: quit}
    """

  private static let lightScreen = """
    {235/254: }{231/25+bold:1 Directory}{235/254:  3 Sources         offline }
     {55/-1+bold:/} {241/-1:search}            {-1/-1+bold:4 of 12 · 1 marked}{241/-1: }
     {16/153: area Coding × } {241/-1:+1}            {241/-1:X clears }
     {24/-1+bold:MENTORS}            {241/-1:area}           {241/-1:free}
     {94/-1+bold:*} {-1/-1+bold:Amara Okonjo-B…}  Coding{241/-1: +1}    {22/-1:2 free}
    {231/25:▌  }{231/25+bold:Björn Åkesson}{231/25:    Coding         full }
       {-1/-1+bold:Wilhelmina The…}  Coding            {241/-1:–}
       {-1/-1+bold:水野千尋}         Coding{241/-1: +1}    {22/-1:4 free}

     {55/-1+bold:↵}{241/-1: read}  {55/-1+bold:o}{241/-1: open page}  {55/-1+bold:?}{241/-1: keys}  {55/-1+bold:q}{241/-1: quit}
    """

  private static let contrastScreen = """
    {231/236: }{16/231+bold:1 Directory}{231/236:  3 Sources         offline }
    {231/16: }{226/16+bold:/}{231/16: }{252/16:search}{231/16:            }{231/16+bold:4 of 12 · 1 marked}{250/16: }
    {231/16: }{16/123: area Coding × }{231/16: }{250/16:+1}{231/16:            }{250/16:X clears }
    {231/16: }{51/16+bold:MENTORS}{231/16:            }{250/16:area}{231/16:           }{250/16:free}{231/16: }
    {231/16: }{226/16+bold:*}{231/16: }{231/16+bold:Amara Okonjo-B…}{231/16:  Coding}{250/16: +1}{231/16:    }{120/16:2 free}{231/16: }
    {16/231+bold:▌  Björn Åkesson    Coding         full }
    {231/16:   }{231/16+bold:Wilhelmina The…}{231/16:  Coding            }{250/16:–}{231/16: }
    {231/16:   }{231/16+bold:水野千尋}{231/16:         Coding}{250/16: +1}{231/16:    }{120/16:4 free}{231/16: }
    {231/16:                                        }
    {231/16: }{226/16+bold:↵}{250/16: read}{231/16:  }{226/16+bold:o}{250/16: open page}{231/16:  }{226/16+bold:?}{250/16: keys}{231/16:  }{226/16+bold:q}{250/16: quit}{231/16:    }
    """

  private static let monoScreen = """
    {-1/-1+reverse: }{-1/-1+bold+reverse:1 Directory}{-1/-1+reverse:  3 Sources         offline }
     {-1/-1+bold:/} {-1/-1+dim:search}            {-1/-1+bold:4 of 12 · 1 marked}{-1/-1+dim: }
     {-1/-1+reverse: area Coding × } {-1/-1+dim:+1}            {-1/-1+dim:X clears }
     {-1/-1+bold:MENTORS}            {-1/-1+dim:area}           {-1/-1+dim:free}
     {-1/-1+bold:*} {-1/-1+bold:Amara Okonjo-B…}  Coding{-1/-1+dim: +1}    2 free
    {-1/-1+bold+reverse:▌}{-1/-1+reverse:  }{-1/-1+bold+reverse:Björn Åkesson}{-1/-1+reverse:    Coding         full }
       {-1/-1+bold:Wilhelmina The…}  Coding            {-1/-1+dim:–}
       {-1/-1+bold:水野千尋}         Coding{-1/-1+dim: +1}    4 free

     {-1/-1+bold:↵}{-1/-1+dim: read}  {-1/-1+bold:o}{-1/-1+dim: open page}  {-1/-1+bold:?}{-1/-1+dim: keys}  {-1/-1+bold:q}{-1/-1+dim: quit}
    """
}
