// Signals become notices in the one stream of events: a handler sets a bit and writes a byte into a pipe that the loop
// polls. A notice that is already pending costs no byte, so the pipe never fills.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static const int watched[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGINT, SIGHUP};
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };

static struct sigaction before[WATCHED_COUNT];
static bool installed[WATCHED_COUNT];
static atomic_uint notices;
static int wake_pipe[2] = {-1, -1};

static void notice(unsigned bit) {
  if (atomic_fetch_or(&notices, bit) & bit) return;
  int saved = errno;
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = saved;
}

void cterm_wake(void) {
  if (wake_pipe[1] >= 0) notice(CTERM_WAKE);
}

unsigned cterm_take_notices(void) {
  char buffer[64];
  while (wake_pipe[0] >= 0 && read(wake_pipe[0], buffer, sizeof buffer) == (ssize_t)sizeof buffer) {}
  return atomic_exchange(&notices, 0);
}

static void on_signal(int number) {
  switch (number) {
    case SIGWINCH: notice(CTERM_RESIZED); break;
    // While the terminal is not ours, taking it back is what cterm_return does.
    case SIGCONT:
      if (cterm_is_armed()) notice(CTERM_CONTINUED);
      break;
    case SIGTSTP: notice(CTERM_STOP_WANTED); break;
    case SIGTERM: notice(CTERM_TERMINATED); break;
    case SIGINT: notice(CTERM_INTERRUPTED); break;
    case SIGHUP: notice(CTERM_HUNG_UP); break;
    default: break;
  }
}

bool cterm_open_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return true;
  return pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) == 0;
}

void cterm_install_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < WATCHED_COUNT; i++) {
    if (installed[i] || sigaction(watched[i], NULL, &before[i]) != 0) continue;
    // What nohup or a parent made ignored stays ignored.
    if (!(before[i].sa_flags & SA_SIGINFO) && before[i].sa_handler == SIG_IGN) continue;
    installed[i] = sigaction(watched[i], &action, NULL) == 0;
  }
}

void cterm_remove_handlers(void) {
  for (int i = 0; i < WATCHED_COUNT; i++) {
    if (installed[i]) sigaction(watched[i], &before[i], NULL);
    installed[i] = false;
  }
}

int cterm_wait(int milliseconds) {
  struct pollfd sources[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = wake_pipe[0], .events = POLLIN}};
  int count = poll(sources, 2, milliseconds);
  if (count < 0) return errno == EINTR ? CTERM_WOKEN : CTERM_HANGUP;
  int result = 0;
  if (sources[0].revents & POLLIN) result |= CTERM_INPUT;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CTERM_HANGUP;
  if (sources[1].revents) result |= CTERM_WOKEN;
  return result;
}

long cterm_read(uint8_t *buffer, size_t size) {
  ssize_t count;
  do count = read(STDIN_FILENO, buffer, size);
  while (count < 0 && errno == EINTR);
  return count;
}

void cterm_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}
