#define _GNU_SOURCE
#include "internal.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

/// Headers of one answer, interim answers included.
#define HEADER_LIMIT (256 * 1024)
/// The longest value that is worth keeping.
#define VALUE_LIMIT 8192

// MARK: where the connection goes

static bool is_allowed(const transfer *transfer, const struct sockaddr *address) {
  if (!transfer->guard) return true;
  if (address->sa_family == AF_INET) {
    return transfer->guard((const uint8_t *)&((const struct sockaddr_in *)address)->sin_addr, 4);
  }
  if (address->sa_family == AF_INET6) {
    return transfer->guard((const uint8_t *)&((const struct sockaddr_in6 *)address)->sin6_addr, 16);
  }
  return false;
}

/// Before a new connection: the address is the one that the name was resolved to, and the one that is connected to.
static curl_socket_t on_open(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  transfer *transfer = context;
  if (purpose != CURLSOCKTYPE_IPCXN || !is_allowed(transfer, &address->addr)) {
    transfer->is_private = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Before a request is sent, also over a connection that another request opened under another rule.
static int on_connected(void *context, char *address, char *local, int port, int local_port) {
  (void)local, (void)port, (void)local_port;
  transfer *transfer = context;
  union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
  } peer = {0};
  char text[INET6_ADDRSTRLEN] = "";
  strncpy(text, address, sizeof text - 1);
  char *zone = strchr(text, '%');
  if (zone) *zone = 0;
  if (inet_pton(AF_INET, text, &peer.v4.sin_addr) == 1) peer.any.sa_family = AF_INET;
  else if (inet_pton(AF_INET6, text, &peer.v6.sin6_addr) == 1) peer.any.sa_family = AF_INET6;
  if (is_allowed(transfer, &peer.any)) return CURL_PREREQFUNC_OK;
  transfer->is_private = true;
  return CURL_PREREQFUNC_ABORT;
}

// MARK: what comes back

static bool reserve(transfer *transfer, size_t count) {
  if (transfer->size + count <= transfer->capacity) return true;
  size_t capacity = transfer->capacity ? transfer->capacity * 2 : 32 * 1024;
  while (capacity < transfer->size + count) capacity *= 2;
  uint8_t *body = realloc(transfer->body, capacity);
  if (!body) return false;
  transfer->body = body;
  transfer->capacity = capacity;
  return true;
}

/// Counts decompressed bytes, so that a small file that unpacks to gigabytes ends here too.
static size_t on_body(char *bytes, size_t one, size_t count, void *context) {
  transfer *transfer = context;
  count *= one;
  transfer->has_body = true;
  size_t room = transfer->limit - transfer->size, taken = count < room ? count : room;
  if (count > room && !transfer->cuts_body) {
    transfer->is_too_large = true;
    return 0;
  }
  if (!reserve(transfer, taken)) return 0;
  memcpy(transfer->body + transfer->size, bytes, taken);
  transfer->size += taken;
  if (taken < count) transfer->is_cut = true;
  return taken == count ? count : 0;
}

static void forget_headers(transfer *transfer) {
  for (int i = 0; i < cfetch_header_count; i++) {
    free(transfer->values[i]);
    transfer->values[i] = NULL;
  }
}

/// The first of a name counts.
static void keep_header(transfer *transfer, const char *line, size_t size) {
  static const char *const names[] = {"location:", "etag:", "last-modified:", "content-type:", "retry-after:"};
  for (int i = 0; i < cfetch_header_count; i++) {
    size_t length = strlen(names[i]);
    if (transfer->values[i] || size <= length || strncasecmp(line, names[i], length) != 0) continue;
    const char *start = line + length, *end = line + size;
    while (start < end && (*start == ' ' || *start == '\t')) start++;
    while (end > start && (unsigned char)end[-1] <= ' ') end--;
    if (end - start <= VALUE_LIMIT) transfer->values[i] = strndup(start, (size_t)(end - start));
  }
}

static size_t on_header(char *line, size_t one, size_t count, void *context) {
  transfer *transfer = context;
  count *= one;
  transfer->header_size += count;
  if (transfer->header_size > HEADER_LIMIT) return 0;
  if (transfer->has_body) return count;  // a trailer
  if (count >= 5 && strncasecmp(line, "HTTP/", 5) == 0) forget_headers(transfer);
  else keep_header(transfer, line, count);
  return count;
}

// MARK: life

static struct curl_slist *appended(
    const curl_library *curl, struct curl_slist *list, const char *text, bool *good) {
  struct curl_slist *longer = curl->slist_append(list, text);
  *good = *good && longer;
  return longer ? longer : list;
}

transfer *transfer_new(
    const curl_library *curl, CURL *handle, uint64_t id, const cfetch_request *request, cfetch_guard guard) {
  transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  transfer->curl = curl;
  bool good = true;
  for (size_t i = 0; i < request->header_count; i++) {
    transfer->headers = appended(curl, transfer->headers, request->headers[i], &good);
  }
  if (request->connect_to) transfer->connect_to = appended(curl, NULL, request->connect_to, &good);
  transfer->id = id;
  transfer->limit = request->body_limit;
  transfer->cuts_body = request->cuts_body;
  transfer->guard = request->allows_private ? NULL : guard;

  curl->easy_reset(handle);
  good = good && curl->easy_setopt(handle, CURLOPT_URL, request->url) == CURLE_OK &&
      curl->easy_setopt(handle, CURLOPT_USERAGENT, request->user_agent) == CURLE_OK &&
      curl->easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK;
  if (!good) {
    transfer_free(transfer);
    return NULL;
  }
  curl->easy_setopt(handle, CURLOPT_HTTPHEADER, transfer->headers);
  curl->easy_setopt(handle, CURLOPT_CONNECT_TO, transfer->connect_to);
  if (request->certificates) curl->easy_setopt(handle, CURLOPT_CAINFO, request->certificates);
  curl->easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl->easy_setopt(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  // A proxy would resolve names where the guard cannot see it.
  curl->easy_setopt(handle, CURLOPT_PROXY, "");
  curl->easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl->easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl->easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl->easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  curl->easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  // A name that is being resolved must not hold the whole engine up when its request ends.
  curl->easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
  curl->easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout_ms);
  curl->easy_setopt(handle, CURLOPT_TIMEOUT_MS, request->timeout_ms);
  curl->easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl->easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, request->stall_seconds);
  if (!request->cuts_body) curl->easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->body_limit);
  if (transfer->guard) {
    curl->easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, on_open);
    curl->easy_setopt(handle, CURLOPT_OPENSOCKETDATA, transfer);
    curl->easy_setopt(handle, CURLOPT_PREREQFUNCTION, on_connected);
    curl->easy_setopt(handle, CURLOPT_PREREQDATA, transfer);
  }
  curl->easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl->easy_setopt(handle, CURLOPT_WRITEDATA, transfer);
  curl->easy_setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl->easy_setopt(handle, CURLOPT_HEADERDATA, transfer);
  curl->easy_setopt(handle, CURLOPT_ERRORBUFFER, transfer->error);
  curl->easy_setopt(handle, CURLOPT_PRIVATE, transfer);
  transfer->handle = handle;
  return transfer;
}

CURL *transfer_free(transfer *transfer) {
  CURL *handle = transfer->handle;
  transfer->curl->slist_free_all(transfer->headers);
  transfer->curl->slist_free_all(transfer->connect_to);
  forget_headers(transfer);
  free(transfer->body);
  free(transfer);
  return handle;
}

static cfetch_outcome outcome(const transfer *transfer, CURLcode code) {
  if (code == CURLE_OK || transfer->is_cut) return cfetch_ok;
  if (transfer->is_too_large) return cfetch_too_large;
  switch (code) {
    case CURLE_URL_MALFORMAT: return cfetch_bad_address;
    case CURLE_FILESIZE_EXCEEDED: return cfetch_too_large;
    case CURLE_COULDNT_RESOLVE_HOST: return cfetch_host_not_found;
    // Of several addresses, a public one may have failed after a private one was passed over: it is private then too.
    case CURLE_COULDNT_CONNECT: return transfer->is_private ? cfetch_private : cfetch_refused;
    case CURLE_ABORTED_BY_CALLBACK: return transfer->is_private ? cfetch_private : cfetch_other;
    case CURLE_OPERATION_TIMEDOUT: return cfetch_timed_out;
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9: something that is no HTTP at all
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_PARTIAL_FILE:
    case CURLE_WRITE_ERROR:  // headers without end
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_BAD_CONTENT_ENCODING: return cfetch_broken_off;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return cfetch_insecure;
    default: return cfetch_other;
  }
}

cfetch_response transfer_response(transfer *transfer, CURLcode code) {
  cfetch_response response = {
      .outcome = outcome(transfer, code), .code = code, .body = transfer->body, .body_size = transfer->size};
  response.reason = transfer->error[0] ? transfer->error : transfer->curl->easy_strerror(code);
  for (int i = 0; i < cfetch_header_count; i++) response.headers[i] = transfer->values[i];
  transfer->curl->easy_getinfo(transfer->handle, CURLINFO_RESPONSE_CODE, &response.status);
  transfer->curl->easy_getinfo(transfer->handle, CURLINFO_TOTAL_TIME, &response.seconds);
  return response;
}
