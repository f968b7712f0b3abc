/// All pages of the table. People, places of work and addresses are invented.
enum ExtractionPages {
  static let all = english + markdown + machineReadable + western + eastern + asian + noOffers
}
