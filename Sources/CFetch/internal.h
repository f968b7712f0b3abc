// What the files of CFetch share.
#ifndef CFETCH_INTERNAL_H
#define CFETCH_INTERNAL_H

#include "CFetch.h"

#include <curl/curl.h>

/// What is used of libcurl, each without its "curl_".
#define CURL_FUNCTIONS(X)                                                                                        \
  X(version_info) X(global_init) X(free) X(slist_append) X(slist_free_all)                                       \
  X(url) X(url_cleanup) X(url_get) X(url_set)                                                                    \
  X(easy_init) X(easy_cleanup) X(easy_reset) X(easy_setopt) X(easy_getinfo) X(easy_strerror)                     \
  X(multi_init) X(multi_cleanup) X(multi_setopt) X(multi_add_handle) X(multi_remove_handle) X(multi_info_read)   \
  X(multi_perform) X(multi_poll) X(multi_wakeup)

typedef struct {
#define MEMBER(function) __typeof__(curl_##function) *function;
  CURL_FUNCTIONS(MEMBER)
#undef MEMBER
} curl_library;

/// libcurl, which the first call loads; null where there is none that can be used. From any thread.
const curl_library *curl_loaded(void);

/// A window of handles is enough; more are made and thrown away.
#define SPARE_HANDLES 64

/// One request under way.
typedef struct transfer {
  const curl_library *curl;
  uint64_t id;
  CURL *handle;
  cfetch_guard guard;
  struct curl_slist *headers, *connect_to;
  uint8_t *body;
  size_t size, capacity, limit;
  size_t header_size;
  bool cuts_body, is_cut, is_too_large, is_private, has_body;
  char *values[cfetch_header_count];
  char error[CURL_ERROR_SIZE];
  struct transfer *previous, *next;
} transfer;

/// Takes the handle over, and sets it up for the request. Null without memory, when the handle stays the caller's.
transfer *transfer_new(
    const curl_library *curl, CURL *handle, uint64_t id, const cfetch_request *request, cfetch_guard guard);
/// Everything but the handle, which is given back.
CURL *transfer_free(transfer *transfer);
/// What curl's code means, given what the callbacks saw.
cfetch_response transfer_response(transfer *transfer, CURLcode code);

#endif
