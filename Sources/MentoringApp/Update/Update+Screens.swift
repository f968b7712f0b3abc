import Surface

extension AppState {
  private static let screenContexts: Set<CommandContext> = [
    .results, .facets, .preview, .map, .sources, .sourceDetails,
  ]

  /// The screen that Enter goes to, because its number was typed; a number before any other key repeats that key.
  var countedScreen: Screen? {
    guard let count, Self.screenContexts.contains(context) else { return nil }
    return Screen(rawValue: count)
  }

  /// What is the same on every screen: going from one to another, and what leads to the sources from elsewhere. Nil for
  /// any other action.
  mutating func performOnScreens(_ action: Action, in context: CommandContext, count: Int?) -> [Effect]? {
    switch action {
    case .open, .editSource:
      guard let count, Self.screenContexts.contains(context), let screen = Screen(rawValue: count) else { return nil }
      return show(screen)
    case .showDirectory: return show(.directory)
    case .showSources: return show(.sources)
    case .otherScreen: return show(screenBefore)
    case .addSource:
      let effects = show(.sources)
      openSourceForm(nil)
      return effects
    case .sync where screen != .sources, .syncAll: return startSync([])
    case .cancelSync: return cancelSync()
    default: return nil
    }
  }

  /// Goes to a screen; the one that is left stays as it is.
  mutating func show(_ screen: Screen) -> [Effect] {
    if screen != self.screen { screenBefore = self.screen }
    self.screen = screen
    sources.removing = nil
    return screen == .sources ? [.run(.list)] : []
  }

  // MARK: - Mouse

  /// A click on the name of a screen goes there; nil for what is no matter of the screens.
  mutating func pointOnScreens(_ mouse: MouseEvent) -> [Effect]? {
    guard overlay == nil else { return nil }
    if case .press = mouse.action, mouse.button == .left, screen == .sources || reader == nil,
      let screen = HeaderView(state: self).screen(at: mouse.position)
    {
      message = nil
      if screen == .directory { directory.endTyping() }
      return show(screen)
    }
    return screen == .sources ? pointOnSources(mouse) : nil
  }
}
