// CFetch: the only includer of curl.h. HTTP GET over curl's multi interface, with no varargs and no macros for Swift to
// miss. It follows no redirects and decides nothing about politeness: that is Swift's. What it does decide, since only
// it can: which address a connection really goes to, and when a body is larger than it may be.
#ifndef CFETCH_H
#define CFETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The library. The first call of anything here loads libcurl; none is needed to build or to start a program.

typedef struct {
  /// "7.88.1"; null where there is no libcurl.
  const char *version;
  /// False where there is none, or one that cannot do what is needed: then no address is read and no engine made.
  bool is_usable;
} cfetch_library;

/// The libcurl of this machine. From any thread.
cfetch_library cfetch_library_found(void);

// Addresses. curl's own parser, so that what is checked is what is asked.

typedef struct {
  /// "http", "https", or another scheme in lower case.
  char *scheme;
  /// Lower case, an international name in its ASCII form; brackets around an IPv6 address.
  char *host;
  /// The port that is really asked.
  uint16_t port;
  /// Path without dot segments, and query; what is not ASCII is percent-encoded.
  char *target;
} cfetch_address;

/// Reads an absolute address, or a reference on the absolute address `base`. False where there is none, or it has a
/// user name; then `address` is empty. Thread-safe, in any locale.
bool cfetch_address_read(const char *base, const char *reference, cfetch_address *address);
void cfetch_address_free(cfetch_address *address);

// The engine. One thread owns it and calls everything but `cfetch_wake`.

typedef struct cfetch_engine cfetch_engine;

/// Says whether a request that is for public hosts only may connect to an address, of 4 or 16 bytes.
typedef bool (*cfetch_guard)(const uint8_t *address, size_t size);

typedef struct {
  const char *url;
  const char *user_agent;
  /// "Name: value" each; copied.
  const char *const *headers;
  size_t header_count;
  /// "HOST:PORT:ADDRESS:PORT" as CURLOPT_CONNECT_TO has it, or null.
  const char *connect_to;
  /// A file of certificates to trust instead of the system's, or null.
  const char *certificates;
  /// False: the guard is asked about the address of the connection.
  bool allows_private;
  /// Decompressed bytes.
  size_t body_limit;
  /// A body past the limit is cut there instead of refused.
  bool cuts_body;
  long connect_timeout_ms;
  long timeout_ms;
  /// Less than a byte per second for so long ends it. At least 1.
  long stall_seconds;
} cfetch_request;

typedef enum {
  cfetch_ok,
  cfetch_bad_address,
  /// The guard refused where the connection led.
  cfetch_private,
  cfetch_too_large,
  cfetch_host_not_found,
  cfetch_refused,
  cfetch_timed_out,
  cfetch_broken_off,
  cfetch_insecure,
  cfetch_other,
} cfetch_outcome;

typedef enum {
  cfetch_location,
  cfetch_entity_tag,
  cfetch_last_modified,
  cfetch_content_type,
  cfetch_retry_after,
  cfetch_header_count,
} cfetch_header;

/// What came back; valid during the call of `cfetch_done` only.
typedef struct {
  cfetch_outcome outcome;
  /// libcurl's code and words, where it is not `cfetch_ok`.
  int code;
  const char *reason;
  /// Of HTTP.
  long status;
  /// By `cfetch_header`; null where the server said none.
  const char *headers[cfetch_header_count];
  const uint8_t *body;
  size_t body_size;
  double seconds;
} cfetch_response;

/// Called by the thread that steps.
typedef void (*cfetch_done)(void *context, uint64_t id, const cfetch_response *response);

/// Null without memory or without libcurl. Keeps up to `connections` idle connections for the next request to the same host.
cfetch_engine *cfetch_new(cfetch_guard guard, cfetch_done done, void *context, long connections);
/// Ends every transfer without a word, then the engine.
void cfetch_free(cfetch_engine *engine);

/// Begins a request. False without memory; then `done` is not called.
bool cfetch_begin(cfetch_engine *engine, uint64_t id, const cfetch_request *request);
/// Ends a transfer at once; `done` is not called for it.
void cfetch_cancel(cfetch_engine *engine, uint64_t id);
/// Works, waits for something to do, at most so long, and calls `done` for what has ended.
void cfetch_step(cfetch_engine *engine, int milliseconds);
/// Ends the wait of a step. From any thread.
void cfetch_wake(cfetch_engine *engine);

#endif
