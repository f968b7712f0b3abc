// Host: the machine the program runs on.
//
// Purpose: where files belong, how they are written so that a kill leaves the old or the new, the resources that come
// with the program, the configuration, the browser, the pager, the editor, the log, the time of day.
// Knows: XDG directories, environment variables, processes. Everything it needs to know of the environment comes in as
// a value (`RunEnvironment`).
// Never: draws, decides what a sentence says, or passes anything through a shell but a line that a person typed for it
// (`ShellLine`).
