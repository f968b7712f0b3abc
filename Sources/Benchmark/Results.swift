import MentorDirectory

/// What a run found, as JSON for the plot and the comparison.
struct Results {
  let json: String

  init(_ index: SearchIndex, _ steps: [Step], _ questions: [StepTimes], _ presses: [StepTimes], _ typed: StepTimes) {
    func numbers(_ times: Times) -> String {
      "{\"p50\": \(times.percentile(0.5)), \"p99\": \(times.percentile(0.99)), \"max\": \(times.worst)}"
    }
    let perStep = steps.indices.map { "[\(questions[$0].wall.percentile(0.5)), \(presses[$0].wall.percentile(0.5))]" }
    json = """
      {"mentors": \(index.mentorCount), "snapshot": \(index.image.byteCount), "anonymous": \(Memory.megabytes("RssAnon")),
       "resident": \(Memory.megabytes("VmRSS")), "questions": \(numbers(Times(questions.map(\.wall)))),
       "presses": \(numbers(Times(presses.map(\.wall)))), "presses_thread": \(numbers(Times(presses.map(\.thread)))),
       "typing_thread": \(numbers(typed.thread)), "steps": [\(perStep.joined(separator: ", "))]}

      """
  }
}
