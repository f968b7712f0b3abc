import Surface
import Testing

@Suite struct ThemeTests {
  private typealias Colour = (red: Int, green: Int, blue: Int)

  private let lines: Set<Role> = [.border]

  @Test("Text is readable on every usual background")
  func contrast() {
    let grounds: [(Theme, [Colour])] = [
      (.dark, [(0x10, 0x10, 0x10), (0x1E, 0x1E, 0x1E)]), (.light, [(255, 255, 255), (0xFD, 0xF6, 0xE3)]),
    ]
    for (theme, backgrounds) in grounds {
      for role in Role.allCases {
        let paint = theme.resolve(role, colours: 256)
        if paint.foreground == -1 { continue }
        let against = paint.background == -1 ? backgrounds : [Palette.rgb(paint.background)]
        for background in against {
          let contrast = Palette.contrast(Palette.rgb(paint.foreground), background)
          #expect(contrast >= (lines.contains(role) ? 3 : 4.5), "\(theme.name) \(role) \(contrast)")
        }
      }
    }
  }

  @Test("High contrast means at least 7 to 1")
  func highContrast() {
    for role in Role.allCases {
      let paint = Theme.highContrast.resolve(role, colours: 256)
      #expect(Palette.contrast(paint.foreground, paint.background) >= 7, "\(role)")
    }
  }

  @Test("Every role is readable on every ground")
  func grounds() {
    for theme in Theme.all {
      for ground in Role.allCases {
        for role in Role.allCases {
          let paint = theme.paint(Style(role, on: ground), colours: 256)
          guard paint.foreground != -1, paint.background != -1 else { continue }
          #expect(Palette.contrast(paint.foreground, paint.background) >= 4.5, "\(theme.name) \(role) on \(ground)")
        }
      }
    }
  }

  @Test(
    "Palette values stay within what the terminal has, and text never has the colour of its ground",
    arguments: [8, 16, 256])
  func degradation(colours: Int) {
    for theme in Theme.all {
      for ground in Role.allCases {
        for role in Role.allCases {
          let paint = theme.paint(Style(role, on: ground), colours: colours)
          #expect(paint.foreground < colours && paint.background < colours)
          if paint.foreground != -1 {
            #expect(paint.foreground != paint.background, "\(theme.name) \(role) on \(ground)")
          }
        }
      }
    }
  }

  @Test("The themes of sixteen colours use no others, however many there are")
  func sixteen() {
    for (theme, other) in [(Theme.sixteen, Theme.dark), (.sixteenLight, .light)] {
      for role in Role.allCases {
        let paint = theme.resolve(role, colours: 256)
        #expect(paint == other.resolve(role, colours: 16), "\(role)")
        #expect(paint.foreground < 16 && paint.background < 16)
      }
    }
  }

  @Test("Without colours the states that matter still differ")
  func mono() {
    for theme in Theme.all {
      for role in Role.allCases {
        let paint = theme.resolve(role, colours: 0)
        #expect(paint.foreground == -1 && paint.background == -1)
      }
      let apart: [Role] = [.text, .selection, .match, .link, .dim]
      let looks = apart.map { theme.resolve($0, colours: 0).attributes }
      #expect(theme == .highContrast || Set(looks).count == apart.count)
      #expect(theme.resolve(.bar, colours: 0) != theme.resolve(.barActive, colours: 0))
      #expect(theme.resolve(.chip, colours: 0) != theme.resolve(.chipExcluded, colours: 0))
    }
  }

  @Test("The plain ground of dark and light is the terminal's own")
  func defaults() {
    for theme in [Theme.dark, .light, .mono] { #expect(theme.resolve(.text, colours: 256) == Theme.Paint()) }
    #expect(Theme.named("light") == .light)
    #expect(Theme.named("pink") == nil)
  }

  @Test("A match in the selected row keeps the selection's background")
  func matchInSelection() {
    let paint = Theme.dark.paint(.match.on(.selection), colours: 256)
    #expect(paint.background == Theme.dark.resolve(.selection, colours: 256).background)
    #expect(paint.attributes.contains(.bold))
  }
}
