import MentorDirectory

// Where somebody is, from free text, from parts, or from both.
extension RecordDraft {
  func place(_ gazetteer: Gazetteer) -> Place {
    var place = understood(gazetteer)
    place.raw = rawPlace
    if let latitude, let longitude, latitude != 0 || longitude != 0 {
      place.coordinates = Coordinates(latitude: latitude, longitude: longitude)
    }
    let zone = TimeZoneText.read(timeZone)
    if !zone.name.isEmpty { place.timeZone = zone.name }
    if zone.name.isEmpty, let offset = zone.utcOffset ?? utcOffset, abs(offset) <= 14 * 60 { place.utcOffset = offset }
    return place
  }

  /// The words for a time zone that nothing certain could be read from.
  var unclearTimeZone: String? {
    timeZone.isEmpty || TimeZoneText.read(timeZone) != TimeZoneText.Reading() || utcOffset != nil ? nil : timeZone
  }

  private var rawPlace: String {
    var parts: [String] = []
    for part in [location, city, region] + countries.prefix(1)
    where !part.isEmpty && !parts.contains(where: { $0.contains(part) }) { parts.append(part) }
    return parts.joined(separator: ", ")
  }

  private func understood(_ gazetteer: Gazetteer) -> Place {
    let hasParts = !city.isEmpty || !region.isEmpty || !countries.isEmpty
    if !location.isEmpty {
      let place = gazetteer.place(location)
      if !hasParts || !place.countryCode.isEmpty { return place }
    }
    guard hasParts else { return Place() }
    let town = city.isEmpty ? location : city
    var best = Place()
    for country in countries.isEmpty ? [""] : countries {
      let place = gazetteer.place(city: town, region: region, country: country)
      if place.path.count > best.path.count { best = place }
    }
    if best.city.isEmpty, !best.country.isEmpty, !city.isEmpty { best.city = city }
    return best
  }
}
