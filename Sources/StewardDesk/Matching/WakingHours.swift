/// Hours of the day in which two people at different longitudes are both awake.
public enum WakingHours {
  /// From 8 to 22 o'clock.
  public static let perDay = 14

  /// - Parameters: minutes east of UTC.
  /// - Returns: whole hours, 4 … 14.
  public static func shared(_ a: Int, _ b: Int) -> Int {
    let apart = abs(a - b) % 1_440
    let shift = min(apart, 1_440 - apart)
    // Two stretches of 14 hours on a circle of 24 that begin `shift` apart meet twice where the shift is large.
    let minutes = perDay * 60
    let direct = max(0, minutes - shift), around = max(0, minutes - (1_440 - shift))
    return min(minutes, direct + around) / 60
  }
}
