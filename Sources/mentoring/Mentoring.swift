import ArgumentParser
@main struct Mentoring: ParsableCommand {}
