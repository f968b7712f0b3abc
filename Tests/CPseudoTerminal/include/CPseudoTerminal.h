// Runs a program on a pseudo terminal of its own. For tests; the calls that Swift's Glibc hides or cannot make.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts `path` as the leader of a session whose terminal is new. Returns its process, or −1; `master` becomes the
/// other end, non-blocking. `directory` may be NULL. A program that cannot be started exits with 127.
pid_t cpty_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *directory, int rows, int columns,
    int *master);

/// Starts `path` with these descriptors (−1: none) as standard input and output, without a terminal.
pid_t cpty_spawn_plain(const char *path, char *const arguments[], char *const environment[], int *output);

/// Sets the size, which sends SIGWINCH to the foreground group.
bool cpty_resize(int master, int rows, int columns);

/// 1 when the process ended, 0 when it runs, −1 on an error. `code` is −1 when a signal ended it.
int cpty_wait(pid_t process, bool block, int *code, int *signal);

/// Waits for output; true where something can be read or the other side is closed.
bool cpty_poll(int master, int milliseconds);

/// Bytes read; 0 at the end, −1 when there is nothing now.
ssize_t cpty_read(int master, uint8_t *buffer, size_t size);

/// False where not all bytes could be written within five seconds.
bool cpty_write(int master, const uint8_t *bytes, size_t count);

void cpty_close(int master);
void cpty_signal(pid_t process, int number);

/// Signals the foreground group of the terminal.
void cpty_signal_foreground(int master, int number);

/// 1 in raw mode (no canonical input), 0 otherwise, −1 on an error.
int cpty_is_raw(int master);

/// The modes of the line as bytes that are equal exactly for equal modes; returns how many.
size_t cpty_modes(int master, uint8_t *buffer, size_t size);

#endif
