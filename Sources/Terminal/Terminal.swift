// Terminal: the screen and the keyboard as values. It enters and leaves the alternate screen, draws surfaces with
// ncurses, decodes bytes into keys, mouse, pastes and signals, and hands the terminal to an editor and back. It is the
// only module that imports the C target around ncurses. It knows nothing of mentors, and no text leaves it unreduced:
// what is drawn comes from a `Surface`, what is pasted has lost its control characters.
