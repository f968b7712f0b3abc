// MentoringApp: the screens as values.
//
// Purpose: `AppState`, what can happen to it (`Event`), what it asks for (`Effect`), and how it looks (`Surface`).
// Knows: the directory's model and index, cells and styles.
// Never: sees a store, a socket, a clock or a terminal. `update` is deterministic: same events, same state.
