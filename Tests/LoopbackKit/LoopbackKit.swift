// LoopbackKit: servers on this machine for tests, which can also misbehave on purpose.
//
// A `LoopbackServer` listens on a free port of 127.0.0.1 and answers any host name that a client says in `Host`, one
// thread per connection, with keep-alive. What it answers is a closure's word: a page, a status, a redirect, or a
// script of bytes, pauses, stalls and resets. Whatever it waits for ends when the client goes or the server stops, so
// that no test hangs in it. It remembers every request.
