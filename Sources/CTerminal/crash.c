// A trap must report on a sane screen: the handler writes a prepared reset string, restores the line, puts the previous
// handler (Swift's backtracer, or none) back and lets the fault happen again. Only async-signal-safe calls in here.
#define _GNU_SOURCE
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGSYS, SIGQUIT, SIGPIPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };

static struct sigaction before[FATAL_COUNT];
static bool installed[FATAL_COUNT];

static struct termios line;
static atomic_bool line_is_saved;
static atomic_bool armed;

// Two buffers, so that a crash during preparation finds the old one whole.
static struct reset {
  char bytes[1024];
  size_t count;
} resets[2];
static atomic_int current_reset;

/// Appends a terminfo string without its padding, `$<5>`.
static void append(struct reset *to, const char *text) {
  while (text && *text && to->count < sizeof to->bytes) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    to->bytes[to->count++] = *text++;
  }
}

void cterm_prepare_reset(const char *modes_off) {
  int next = 1 - atomic_load(&current_reset);
  struct reset *reset = &resets[next];
  reset->count = 0;
  append(reset, modes_off);
  append(reset, cterm_capability("sgr0"));
  append(reset, cterm_capability("cnorm"));
  append(reset, cterm_capability("rmkx"));
  const char *leave = cterm_capability("rmcup");
  append(reset, leave ? leave : cterm_capability("clear"));
  atomic_store(&current_reset, next);
}

void cterm_save_line(void) { atomic_store(&line_is_saved, tcgetattr(STDIN_FILENO, &line) == 0); }
void cterm_arm(void) { atomic_store(&armed, true); }
bool cterm_disarm(void) { return atomic_exchange(&armed, false); }
bool cterm_is_armed(void) { return atomic_load(&armed); }

/// Lets whoever handled the signal before report, then lets the signal end the process.
static void end_by(int number, const struct sigaction *former, siginfo_t *info, void *context) {
  if (former->sa_flags & SA_SIGINFO) {
    former->sa_sigaction(number, info, context);
  } else if (former->sa_handler != SIG_DFL && former->sa_handler != SIG_IGN) {
    former->sa_handler(number);
  }
  signal(number, SIG_DFL);
  raise(number);  // pending until the handler has returned
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  if (cterm_disarm()) {
    const struct reset *reset = &resets[atomic_load(&current_reset)];
    ssize_t ignored = write(STDOUT_FILENO, reset->bytes, reset->count);
    (void)ignored;
    if (atomic_load(&line_is_saved)) tcsetattr(STDIN_FILENO, TCSANOW, &line);
    cterm_release_errors();
  }
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal[i] != number || !installed[i]) continue;
    sigaction(number, &before[i], NULL);
    // A fault happens again by itself when the handler returns; a signal that somebody sent does not, nor does a
    // breakpoint, whose address lies behind it. Swift's backtracer counts on the former, and would go on.
    if (info->si_code <= 0 || number == SIGTRAP || number == SIGPIPE) end_by(number, &before[i], info, context);
  }
}

void cterm_install_crash_handlers(void) {
  // A stack overflow needs another stack to be handled on.
  static char stack[65536];
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&ours, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (installed[i] || sigaction(fatal[i], NULL, &before[i]) != 0) continue;
    bool ignored = !(before[i].sa_flags & SA_SIGINFO) && before[i].sa_handler == SIG_IGN;
    if (ignored) continue;
    installed[i] = sigaction(fatal[i], &action, NULL) == 0;
  }
}

void cterm_remove_crash_handlers(void) {
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (installed[i]) sigaction(fatal[i], &before[i], NULL);
    installed[i] = false;
  }
}
