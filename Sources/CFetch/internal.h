// What the files of CFetch share.
#ifndef CFETCH_INTERNAL_H
#define CFETCH_INTERNAL_H

#include "CFetch.h"

#include <curl/curl.h>

/// A window of handles is enough; more are made and thrown away.
#define SPARE_HANDLES 64

/// One request under way.
typedef struct transfer {
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
transfer *transfer_new(CURL *handle, uint64_t id, const cfetch_request *request, cfetch_guard guard);
/// Everything but the handle, which is given back.
CURL *transfer_free(transfer *transfer);
/// What curl's code means, given what the callbacks saw.
cfetch_response transfer_response(transfer *transfer, CURLcode code);

#endif
