// LoopbackKit: servers on this machine for tests, which can also misbehave on purpose.
