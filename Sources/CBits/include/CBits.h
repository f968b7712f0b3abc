#ifndef CBITS_H
#define CBITS_H

#include <stddef.h>
#include <stdint.h>

// The loops over bitsets that are worth a wider processor: compiled several times, the fitting one chosen when the
// program is loaded. Swift cannot say that yet; without it the code runs everywhere but counts bits three times slower.

/// Bits set in `count` words.
size_t cbits_population(const uint64_t *_Nonnull a, size_t count);
/// Bits set in both.
size_t cbits_population_and(const uint64_t *_Nonnull a, const uint64_t *_Nonnull b, size_t count);
/// Bits set in exactly one of them.
size_t cbits_population_xor(const uint64_t *_Nonnull a, const uint64_t *_Nonnull b, size_t count);
/// target |= source
void cbits_or(uint64_t *_Nonnull target, const uint64_t *_Nonnull source, size_t count);
/// target &= source
void cbits_and(uint64_t *_Nonnull target, const uint64_t *_Nonnull source, size_t count);
/// target &= ~source
void cbits_and_not(uint64_t *_Nonnull target, const uint64_t *_Nonnull source, size_t count);

/// A row of numbers for each mentor: row m is entries offsets[m] up to offsets[m + 1]. No entry from `end` on belongs to
/// a row, whatever the offsets say, but CBITS_SLACK bytes behind it can be read.
typedef struct {
  const uint32_t *_Nonnull offsets;
  const void *_Nonnull entries;
  /// 2 or 4 bytes.
  size_t entry_size;
  size_t end;
} cbits_rows;

enum { CBITS_SLACK = 64 };

/// Adds `delta` to the counter of every number in the rows of the mentors whose bits are set. Of the counters there are
/// `slots`; what would be counted behind them is counted in the last.
///
/// Rows lie apart and are short: each is asked for well before it is needed, and rows are strung together before their
/// numbers are counted, because a loop that ends after nine rounds, or seven, or ten, is mispredicted each time.
void cbits_count_rows(
    const cbits_rows *_Nonnull rows, const uint64_t *_Nonnull words, size_t count, uint32_t delta,
    uint32_t *_Nonnull counters, size_t slots);

#endif
