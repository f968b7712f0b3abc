#include "CBits.h"

#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define WIDE __attribute__((target_clones("default", "popcnt", "arch=x86-64-v3")))
#else
#define WIDE
#endif

WIDE size_t cbits_population(const uint64_t *a, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (size_t)__builtin_popcountll(a[i]);
  return sum;
}

WIDE size_t cbits_population_and(const uint64_t *a, const uint64_t *b, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (size_t)__builtin_popcountll(a[i] & b[i]);
  return sum;
}

WIDE size_t cbits_population_xor(const uint64_t *a, const uint64_t *b, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (size_t)__builtin_popcountll(a[i] ^ b[i]);
  return sum;
}

WIDE void cbits_or(uint64_t *target, const uint64_t *source, size_t count) {
  for (size_t i = 0; i < count; i++) target[i] |= source[i];
}

WIDE void cbits_and(uint64_t *target, const uint64_t *source, size_t count) {
  for (size_t i = 0; i < count; i++) target[i] &= source[i];
}

WIDE void cbits_and_not(uint64_t *target, const uint64_t *source, size_t count) {
  for (size_t i = 0; i < count; i++) target[i] &= ~source[i];
}

// Rows that are asked for before the first of them is read.
enum { AHEAD = 32 };
// Numbers strung together, and how many more fit for the row that exceeds them.
enum { STRUNG = 2048, ROOM = 64 };

typedef struct {
  size_t at, count;
} row;

static row row_of(const cbits_rows *rows, size_t mentor) {
  size_t at = rows->offsets[mentor], stop = rows->offsets[mentor + 1];
  if (stop > rows->end) stop = rows->end;
  if (at >= stop) return (row){0, 0};
  __builtin_prefetch((const char *)rows->entries + at * rows->entry_size);
  return (row){at, stop - at};
}

#define DEFINE_COUNTING(NAME, TYPE)                                                                               \
  static void NAME##_count(const TYPE *numbers, size_t count, uint32_t delta, uint32_t *counters, size_t slots) { \
    for (size_t i = 0; i < count; i++) counters[numbers[i] < slots ? numbers[i] : slots - 1] += delta;            \
  }                                                                                                               \
  static size_t NAME##_string(                                                                                    \
      const TYPE *entries, row next, TYPE *strung, size_t held, uint32_t delta, uint32_t *counters,               \
      size_t slots) {                                                                                             \
    enum { USUAL = CBITS_SLACK / 2 / sizeof(TYPE) };                                                              \
    if (next.count <= USUAL) {                                                                                    \
      memcpy(strung + held, entries + next.at, USUAL * sizeof(TYPE));                                             \
      held += next.count;                                                                                         \
    } else {                                                                                                      \
      NAME##_count(entries + next.at, next.count, delta, counters, slots);                                        \
    }                                                                                                             \
    if (held < STRUNG) return held;                                                                               \
    NAME##_count(strung, held, delta, counters, slots);                                                           \
    return 0;                                                                                                     \
  }                                                                                                               \
  static void NAME(                                                                                               \
      const cbits_rows *rows, const uint64_t *words, size_t count, uint32_t delta, uint32_t *counters,            \
      size_t slots) {                                                                                             \
    row asked[AHEAD];                                                                                             \
    TYPE strung[STRUNG + ROOM];                                                                                   \
    size_t number = 0, held = 0;                                                                                  \
    for (size_t i = 0; i < count; i++) {                                                                          \
      for (uint64_t word = words[i]; word; word &= word - 1, number++) {                                          \
        row *place = &asked[number % AHEAD];                                                                      \
        if (number >= AHEAD) held = NAME##_string(rows->entries, *place, strung, held, delta, counters, slots);   \
        *place = row_of(rows, i * 64 + (size_t)__builtin_ctzll(word));                                            \
      }                                                                                                           \
    }                                                                                                             \
    for (size_t i = number < AHEAD ? 0 : number - AHEAD; i < number; i++) {                                       \
      held = NAME##_string(rows->entries, asked[i % AHEAD], strung, held, delta, counters, slots);                \
    }                                                                                                             \
    NAME##_count(strung, held, delta, counters, slots);                                                           \
  }

DEFINE_COUNTING(narrow, uint16_t)
DEFINE_COUNTING(wide, uint32_t)

void cbits_count_rows(
    const cbits_rows *rows, const uint64_t *words, size_t count, uint32_t delta, uint32_t *counters, size_t slots) {
  if (rows->entry_size == 2) {
    narrow(rows, words, count, delta, counters, slots);
  } else {
    wide(rows, words, count, delta, counters, slots);
  }
}
