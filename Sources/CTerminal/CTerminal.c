#define _GNU_SOURCE
#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

// Not <term.h>, which defines macros named lines, columns and buttons.
extern char *tigetstr(const char *);
extern int putp(const char *);

static SCREEN *screen;
static char *modes_on;
static char *modes_off;
static bool uses_utf8;

const char *cterm_capability(const char *name) {
  char *value = screen ? tigetstr(name) : NULL;
  return value == (char *)-1 ? NULL : value;
}

bool cterm_are_terminals(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }
bool cterm_locale_is_utf8(void) { return uses_utf8; }

static void write_text(const char *text) {
  if (text) cterm_write(text, strlen(text));
}

/// ncurses measures text by the locale of the process, so it needs a UTF-8 one even where only ASCII is drawn.
static void open_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  uses_utf8 = strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "utf8") == 0;
  if (!uses_utf8) setlocale(LC_CTYPE, "C.UTF-8");
}

/// Modes that ncurses keeps for this screen.
static void configure(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);  // application cursor keys; wgetch is never called
  typeahead(-1);         // a frame is never cut short by input
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  def_prog_mode();
}

int cterm_start(const char *term) {
  static bool registered = false;
  if (screen) return CTERM_BUSY;
  if (!cterm_are_terminals()) return CTERM_NOT_A_TERMINAL;
  if (!cterm_open_wake_pipe()) return CTERM_NO_PIPE;
  open_locale();
  fflush(stdout);
  cterm_save_line();
  cterm_take_notices();
  cterm_install_handlers();
  use_tioctl(TRUE);  // the size of the terminal, not LINES and COLUMNS of the environment
  screen = newterm(term, stdout, stdin);
  if (!screen) screen = newterm("xterm-256color", stdout, stdin);
  if (!screen) {
    cterm_remove_handlers();
    return CTERM_UNUSABLE;
  }
  set_term(screen);
  configure();
  cterm_prepare_reset(modes_off);
  cterm_install_crash_handlers();
  cterm_hold_errors();
  cterm_arm();
  if (!registered) {
    atexit(cterm_stop);
    registered = true;
  }
  write_text(modes_on);
  return CTERM_STARTED;
}

void cterm_set_modes(const char *on, const char *off) {
  free(modes_on);
  free(modes_off);
  modes_on = strdup(on);
  modes_off = strdup(off);
  if (screen) cterm_prepare_reset(modes_off);
}

/// Gives the line back. A terminal without a second screen would keep the picture, with the prompt in the middle of it.
static void end_screen(void) {
  write_text(modes_off);
  endwin();
  const char *clear = cterm_capability("rmcup") ? NULL : cterm_capability("clear");
  if (clear) putp(clear);
  fflush(stdout);
}

void cterm_leave(void) {
  if (!screen || !cterm_disarm()) return;
  end_screen();
  cterm_release_errors();
}

void cterm_return(void) {
  if (!screen || cterm_is_armed()) return;
  cterm_hold_errors();
  cterm_arm();
  cterm_update_size();
  clearok(curscr, TRUE);
  doupdate();
  write_text(modes_on);
}

void cterm_stop(void) {
  if (!screen) return;
  cterm_leave();
  delscreen(screen);
  screen = NULL;
  cterm_remove_crash_handlers();
  cterm_remove_handlers();
}

void cterm_suspend(void) {
  if (!screen || !cterm_is_armed()) return;
  cterm_leave();
  struct sigaction plain, ours;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  cterm_return();
}

void cterm_repair(void) {
  if (!screen || !cterm_is_armed()) return;
  // Whoever had the terminal in between may have left the alternate screen: leaving and entering it again is right in
  // both cases.
  write_text(modes_off);
  endwin();
  clearok(curscr, TRUE);
  doupdate();
  write_text(modes_on);
}

int cterm_colours(void) { return screen && has_colors() ? COLORS : 0; }
int cterm_pairs(void) { return screen && has_colors() ? COLOR_PAIRS : 0; }
int cterm_rows(void) { return screen ? getmaxy(stdscr) : 0; }
int cterm_columns(void) { return screen ? getmaxx(stdscr) : 0; }

bool cterm_update_size(void) {
  struct winsize size;
  if (!screen || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return false;
  // resize_term, not resizeterm: that one queues a key which nobody would read.
  resize_term(size.ws_row, size.ws_col);
  // A terminal that grows may show again what it hid when it shrank (tmux does), where ncurses believes in blanks.
  clearok(curscr, TRUE);
  return true;
}

static attr_t attributes(uint32_t bits) {
  attr_t result = A_NORMAL;
  if (bits & CTERM_BOLD) result |= A_BOLD;
  if (bits & CTERM_DIM) result |= A_DIM;
  if (bits & CTERM_UNDERLINE) result |= A_UNDERLINE;
  if (bits & CTERM_REVERSE) result |= A_REVERSE;
  if (bits & CTERM_ITALIC) result |= A_ITALIC;
  return result;
}

void cterm_put_row(int row, const cterm_cell *cells, int count) {
  static cchar_t *converted = NULL;
  static int capacity = 0;
  if (!screen || count <= 0) return;
  if (count > capacity) {
    cchar_t *larger = realloc(converted, (size_t)count * sizeof *larger);
    if (!larger) return;
    converted = larger;
    capacity = count;
  }
  for (int i = 0; i < count; i++) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    for (int k = 0; k < CCHARW_MAX && k < 5; k++) text[k] = (wchar_t)cells[i].scalars[k];
    // The pair travels in `opts`: the short argument would cut it to fifteen bits.
    int pair = cells[i].pair;
    if (setcchar(&converted[i], text, attributes(cells[i].attributes), (short)pair, &pair) == ERR) {
      setcchar(&converted[i], L" ", A_NORMAL, 0, NULL);
    }
  }
  if (wmove(stdscr, row, 0) != ERR) wadd_wchnstr(stdscr, converted, count);
}

void cterm_cursor(int row, int column, bool visible) {
  if (!screen) return;
  wmove(stdscr, row, column);
  curs_set(visible ? 1 : 0);
}

bool cterm_define_pair(int pair, int foreground, int background) {
  return screen && init_extended_pair(pair, foreground, background) != ERR;
}

void cterm_show(bool synchronized) {
  if (!screen || !cterm_is_armed()) return;
  wnoutrefresh(stdscr);
  if (synchronized) write_text("\033[?2026h");
  doupdate();
  if (synchronized) write_text("\033[?2026l");
}

void cterm_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

void cterm_bell(void) {
  if (screen) beep();
}
