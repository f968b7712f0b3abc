#define _GNU_SOURCE
#include "internal.h"

#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// libidn2 takes a name as text of the thread's locale; ours is always UTF-8.
static locale_t utf8 = (locale_t)0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_locale(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (unsigned i = 0; !utf8 && i < sizeof names / sizeof *names; i++) {
    utf8 = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
  }
}

// Before 7.88 curl turns the name into ASCII only when it connects; then the host stays as it was written.
#ifdef CURLU_PUNYCODE
#define HOST_FLAGS CURLU_PUNYCODE
#else
#define HOST_FLAGS 0
#endif

static char *part(const curl_library *curl, CURLU *url, CURLUPart which, unsigned flags) {
  char *text = NULL;
  if (curl->url_get(url, which, &text, flags) != CURLUE_OK) return NULL;
  char *copy = strdup(text);
  curl->free(text);
  return copy;
}

static bool read_parts(
    const curl_library *curl, CURLU *url, const char *base, const char *reference, cfetch_address *address) {
  const unsigned flags = CURLU_URLENCODE | CURLU_DISALLOW_USER;
  if (base && curl->url_set(url, CURLUPART_URL, base, flags) != CURLUE_OK) return false;
  if (curl->url_set(url, CURLUPART_URL, reference, flags) != CURLUE_OK) return false;
  char *port = part(curl, url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  char *path = part(curl, url, CURLUPART_PATH, 0), *query = part(curl, url, CURLUPART_QUERY, 0);
  address->scheme = part(curl, url, CURLUPART_SCHEME, 0);
  address->host = part(curl, url, CURLUPART_HOST, HOST_FLAGS);
  address->port = port ? (uint16_t)strtoul(port, NULL, 10) : 0;
  if (path) {
    size_t size = strlen(path) + (query ? strlen(query) + 1 : 0) + 1;
    address->target = malloc(size);
    if (address->target) {
      strcpy(address->target, path);
      if (query) strcat(strcat(address->target, "?"), query);
    }
  }
  free(port);
  free(path);
  free(query);
  if (address->host) {
    for (char *c = address->host; *c; c++) {
      if (*c >= 'A' && *c <= 'Z') *c += 'a' - 'A';
    }
  }
  return address->scheme && address->host && address->host[0] && address->target;
}

bool cfetch_address_read(const char *base, const char *reference, cfetch_address *address) {
  memset(address, 0, sizeof *address);
  const curl_library *curl = curl_loaded();
  CURLU *url = curl ? curl->url() : NULL;
  if (!url) return false;
  pthread_once(&once, open_locale);
  locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
  bool good = read_parts(curl, url, base, reference, address);
  if (utf8) uselocale(before);
  curl->url_cleanup(url);
  if (!good) cfetch_address_free(address);
  return good;
}

void cfetch_address_free(cfetch_address *address) {
  free(address->scheme);
  free(address->host);
  free(address->target);
  memset(address, 0, sizeof *address);
}
