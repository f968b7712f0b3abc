// How many columns a scalar takes on a terminal, from the same glibc table that ncurses uses. A shim because Swift's
// Glibc overlay hides wcwidth, and because wcwidth answers for the thread's locale: this one always asks in UTF-8.
#ifndef CTEXT_H
#define CTEXT_H

#include <stdint.h>

/// 0, 1 or 2 columns; −1 for a control character or a scalar without an assignment. Thread-safe.
int ctext_width(uint32_t scalar);

#endif
