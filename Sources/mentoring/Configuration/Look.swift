import Host
import Surface

/// How the screens look: what the command line says, else the configuration.
struct Look: Equatable {
  /// Nil is found out by asking the terminal.
  var theme: Theme?
  /// Nil leaves it to the locale.
  var ascii: Bool?
  var mouse: Bool
  /// Each frame appears at once, where the terminal can.
  var wholeFrames: Bool

  init(_ options: LookOptions, _ configuration: ConfigurationFile) {
    theme = (options.theme ?? configuration["look", "theme"]?.text).flatMap(Theme.named)
    ascii = options.ascii || configuration["look", "ascii"]?.flag == true ? true : nil
    mouse = options.mouse ?? configuration["look", "mouse"]?.flag ?? true
    wholeFrames = configuration["look", "whole-frames"]?.flag ?? true
  }
}
