// DirectorySync: turns what other people publish into mentors.
//
// Purpose: recognise, decode, read, map, normalise. Knows the formats of other systems and their traps.
// Never: touches the cache or the screen. File access and progress come in as values and closures.
