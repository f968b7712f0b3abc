// What Swift sees of ncurses and of the terminal's life cycle. ncurses itself is full of macros, variadic functions and
// mutable globals that Swift cannot import; and signal handlers must be C. ncurses draws; keys are read as bytes and
// decoded in Swift, where every sequence can be tested.
//
// There is one terminal per process, hence no handle. Everything except cterm_wake is called from one thread.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Life cycle ---------------------------------------------------------------------------------------------------------

/// What cterm_start answers.
enum cterm_result {
  CTERM_STARTED = 0,
  CTERM_NOT_A_TERMINAL = 1,
  CTERM_UNUSABLE = 2,
  CTERM_BUSY = 3,
  CTERM_NO_PIPE = 4
};

/// Enters the screen on standard input and output, with xterm-256color where `term` has no usable entry.
/// Signal handlers are installed before ncurses could install its own.
int cterm_start(const char *term);

/// Leaves the screen and undoes everything that cterm_start did. Does nothing when not started.
void cterm_stop(void);

/// Gives the terminal to another program, and takes it back with everything repainted, at a new size if it has one.
void cterm_leave(void);
void cterm_return(void);

/// Stops the whole foreground job as Ctrl-Z would; comes back when the shell continues it.
void cterm_suspend(void);

/// After a SIGSTOP nobody could prepare for: puts modes and picture back.
void cterm_repair(void);

/// Control sequences written whenever the screen is entered, and before it is left, also by the crash handler.
void cterm_set_modes(const char *on, const char *off);

// Facts --------------------------------------------------------------------------------------------------------------

/// True where standard input and output both are terminals.
bool cterm_are_terminals(void);
/// The character set of the environment's locale, asked before the process gets a UTF-8 one.
bool cterm_locale_is_utf8(void);
/// A terminfo string, or NULL.
const char *cterm_capability(const char *name);
int cterm_colours(void);
/// Pairs that may be defined: 0 without colours.
int cterm_pairs(void);
int cterm_rows(void);
int cterm_columns(void);
/// Asks the system for the size; true where it changed, and then the picture is to be drawn again.
bool cterm_update_size(void);

// Drawing ------------------------------------------------------------------------------------------------------------

enum { CTERM_BOLD = 1, CTERM_DIM = 2, CTERM_UNDERLINE = 4, CTERM_REVERSE = 8, CTERM_ITALIC = 16 };

/// A character: a base, up to four marks, the rest 0.
typedef struct {
  uint32_t scalars[5];
  uint32_t attributes;
  int32_t pair;
} cterm_cell;

/// Replaces the beginning of a row. A wide character is one cell here and covers two columns.
void cterm_put_row(int row, const cterm_cell *cells, int count);
void cterm_cursor(int row, int column, bool visible);
/// init_extended_pair: −1 is the terminal's own colour.
bool cterm_define_pair(int pair, int foreground, int background);
/// Sends what changed. `synchronized` keeps terminals from showing half of it.
void cterm_show(bool synchronized);
/// The next cterm_show paints everything.
void cterm_repaint(void);
void cterm_bell(void);

// Input and waking ---------------------------------------------------------------------------------------------------

enum { CTERM_INPUT = 1, CTERM_WOKEN = 2, CTERM_HANGUP = 4 };

/// Waits for input or a wake-up at most that many milliseconds (−1: for ever). The answer is a set of the above.
int cterm_wait(int milliseconds);
/// Bytes read, 0 at the end of input, −1 on an error.
long cterm_read(uint8_t *buffer, size_t size);
/// Writes bytes past ncurses, between two frames.
void cterm_write(const char *bytes, size_t count);
/// Ends cterm_wait. Thread-safe, and safe in a signal handler.
void cterm_wake(void);

enum {
  CTERM_RESIZED = 1,
  CTERM_CONTINUED = 2,
  CTERM_STOP_WANTED = 4,
  CTERM_TERMINATED = 8,
  CTERM_INTERRUPTED = 16,
  CTERM_HUNG_UP = 32,
  CTERM_WAKE = 64
};

/// What happened since the last call.
unsigned cterm_take_notices(void);

#endif
