import Glibc

/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, Sendable {
  /// Four bytes or sixteen, in network order.
  public let bytes: [UInt8]

  /// Nil unless there are four or sixteen.
  public init?(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == 4 || self.bytes.count == 16 else { return nil }
  }

  /// "192.0.2.7" or "2001:db8::7", without brackets; the zone of a link-local address is left out.
  public init?(_ text: String) {
    let text = String(text.prefix { $0 != "%" })
    var bytes = [UInt8](repeating: 0, count: text.contains(":") ? 16 : 4)
    guard inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// True for an address that anybody's server may have: not this machine, not its network, not a reserved one. The
  /// ranges are those of the IANA special-purpose registries (RFC 6890 and its successors) that are not globally
  /// reachable, and multicast. An IPv6 address that carries an IPv4 one is as public as that.
  public var isPublic: Bool {
    if bytes.count == 4 { return !Self.special4.contains { $0.holds(bytes) } }
    if let carried = carriedIPv4 { return carried.isPublic }
    return Self.global6.holds(bytes) && !Self.special6.contains { $0.holds(bytes) }
  }

  /// The IPv4 address that packets to this one end up at: mapped, compatible, NAT64, 6to4.
  private var carriedIPv4: IPAddress? {
    let range: Range<Int>
    if Self.mapped.holds(bytes) || Self.compatible.holds(bytes) || Self.translated.holds(bytes)
      || Self.nat64.holds(bytes)
    {
      range = 12..<16
    } else if Self.sixToFour.holds(bytes) {
      range = 2..<6
    } else {
      return nil
    }
    return IPAddress(bytes[range])
  }

  private static let special4 = [
    Block([0], 8),  // this network
    Block([10], 8),  // private, RFC 1918
    Block([100, 64], 10),  // shared by carriers, RFC 6598
    Block([127], 8),  // loopback
    Block([169, 254], 16),  // link-local; also where clouds keep secrets
    Block([172, 16], 12),  // private
    Block([192, 0, 0], 24),  // protocol assignments
    Block([192, 0, 2], 24),  // documentation
    Block([192, 88, 99], 24),  // 6to4 relays, withdrawn
    Block([192, 168], 16),  // private
    Block([198, 18], 15),  // measurements
    Block([198, 51, 100], 24),  // documentation
    Block([203, 0, 113], 24),  // documentation
    Block([224], 4),  // multicast
    Block([240], 4),  // reserved, broadcast
  ]
  /// All that is handed out as global unicast; what lies outside (loopback, ULA, link-local, multicast) is not.
  private static let global6 = Block([0x20], 3)
  private static let special6 = [
    Block([0x20, 0x01, 0x00], 23),  // protocol assignments, Teredo, ORCHID among them
    Block([0x20, 0x01, 0x0D, 0xB8], 32),  // documentation
    Block([0x3F, 0xFF, 0x00], 20),  // documentation, RFC 9637
  ]
  private static let mapped = Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96)
  private static let compatible = Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 96)
  private static let translated = Block([0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0], 96)
  private static let nat64 = Block([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96)
  private static let sixToFour = Block([0x20, 0x02], 16)

  /// Addresses that begin with the same bits.
  private struct Block {
    let start: [UInt8]
    let bits: Int

    init(_ start: [UInt8], _ bits: Int) {
      self.start = start
      self.bits = bits
    }

    func holds(_ bytes: [UInt8]) -> Bool {
      for index in 0..<(bits + 7) / 8 {
        let inByte = min(8, bits - index * 8)
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> inByte)
        let expected = index < start.count ? start[index] : 0
        if bytes[index] & mask != expected & mask { return false }
      }
      return true
    }
  }
}
