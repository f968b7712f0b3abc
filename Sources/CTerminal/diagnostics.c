// While the screen is up nothing else may write to the terminal: standard error goes to memory, and is shown when the
// terminal is back. A standard error that is not the terminal stays where it is.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

static int original = -1;
static int memory = -1;

void cterm_hold_errors(void) {
  if (original >= 0 || !isatty(STDERR_FILENO)) return;
  fflush(stderr);
  memory = memfd_create("stderr", MFD_CLOEXEC);
  if (memory < 0) return;
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (original < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (original >= 0) close(original);
    close(memory);
    original = memory = -1;
  }
}

void cterm_release_errors(void) {
  if (original < 0) return;
  dup2(original, STDERR_FILENO);
  close(original);
  original = -1;
  char buffer[1024];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(memory, buffer, sizeof buffer, offset)) > 0) {
    ssize_t written = write(STDERR_FILENO, buffer, (size_t)count);
    if (written <= 0) break;
    offset += written;
  }
  close(memory);
  memory = -1;
}
