// Shared by the files of this target, not seen by Swift.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <stdbool.h>

// signals.c
bool cterm_open_wake_pipe(void);
void cterm_install_handlers(void);
void cterm_remove_handlers(void);

// crash.c: what the crash handler may touch, prepared while all is well
void cterm_prepare_reset(const char *modes_off);
void cterm_save_line(void);
void cterm_arm(void);
/// True exactly once after cterm_arm.
bool cterm_disarm(void);
bool cterm_is_armed(void);
void cterm_install_crash_handlers(void);
void cterm_remove_crash_handlers(void);

// diagnostics.c
void cterm_hold_errors(void);
/// Async-signal-safe.
void cterm_release_errors(void);

#endif
