#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// In the child: only async-signal-safe calls, since the parent has threads.
static void become(const char *path, char *const arguments[], char *const environment[], const char *directory) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  if (directory && chdir(directory) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t cpty_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *directory, int rows, int columns,
    int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t process = forkpty(master, NULL, NULL, &size);
  if (process == 0) become(path, arguments, environment, directory);
  if (process > 0) {
    fcntl(*master, F_SETFD, FD_CLOEXEC);
    fcntl(*master, F_SETFL, O_NONBLOCK);
  }
  return process;
}

pid_t cpty_spawn_plain(const char *path, char *const arguments[], char *const environment[], int *output) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t process = fork();
  if (process == 0) {
    int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, STDIN_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    become(path, arguments, environment, NULL);
  }
  close(ends[1]);
  if (process < 0) close(ends[0]);
  else fcntl(ends[0], F_SETFL, O_NONBLOCK);
  *output = ends[0];
  return process;
}

bool cpty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size) == 0;
}

int cpty_wait(pid_t process, bool block, int *code, int *signal) {
  int status;
  pid_t result;
  do result = waitpid(process, &status, block ? 0 : WNOHANG);
  while (result < 0 && errno == EINTR);
  if (result <= 0) return (int)result;
  *code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  *signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return 1;
}

bool cpty_poll(int master, int milliseconds) {
  struct pollfd source = {.fd = master, .events = POLLIN};
  return poll(&source, 1, milliseconds) > 0;
}

ssize_t cpty_read(int master, uint8_t *buffer, size_t size) {
  ssize_t count;
  do count = read(master, buffer, size);
  while (count < 0 && errno == EINTR);
  if (count < 0) return errno == EAGAIN ? -1 : 0;  // EIO: the other side is closed
  return count;
}

bool cpty_write(int master, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(master, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
      continue;
    }
    if (written < 0 && errno != EINTR && errno != EAGAIN) return false;
    struct pollfd target = {.fd = master, .events = POLLOUT};
    if (poll(&target, 1, 5000) == 0) return false;
  }
  return true;
}

void cpty_close(int master) { close(master); }
void cpty_signal(pid_t process, int number) { kill(process, number); }

void cpty_signal_foreground(int master, int number) {
  pid_t group = tcgetpgrp(master);
  if (group > 0) kill(-group, number);
}

int cpty_is_raw(int master) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return -1;
  return !(modes.c_lflag & ICANON);
}

size_t cpty_modes(int master, uint8_t *buffer, size_t size) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return 0;
  uint32_t flags[4] = {modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag};
  size_t count = sizeof flags + sizeof modes.c_cc;
  if (size < count) return 0;
  memcpy(buffer, flags, sizeof flags);
  memcpy(buffer + sizeof flags, modes.c_cc, sizeof modes.c_cc);
  return count;
}
