// DirectorySync: turns what other people publish into mentors.
//
// Purpose: recognise, decode, read, map, normalise. Knows the formats of other systems and their traps.
// Files come through Import, sources on the net through Sources, which asks whoever can fetch; both read with Pages,
// Lists and Records.
// Never: touches the cache or the screen. Progress and what was read go out through closures.
