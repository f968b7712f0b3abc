// StewardDesk: from a newcomer's request to an introduction that says why.
//
// Purpose: requests, the events that happen to them, the desk as the fold of the events, matching with reasons,
// introductions, follow-ups, batches. All values; the same events give the same desk on every machine.
// Knows: mentors and the vocabulary of the directory.
// Never: reads a clock, makes a random number, touches a file, sends a mail.
