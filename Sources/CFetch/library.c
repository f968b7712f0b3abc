#define _GNU_SOURCE
#include "internal.h"

#include <dlfcn.h>
#include <pthread.h>

// Loaded when the first address is read or the first engine is made, and not when the program starts: with all that
// libcurl itself needs that takes longer than everything else at a start, and most of what the program does needs none
// of it.

/// Before this a connection that was made under another rule cannot be checked (CURLOPT_PREREQFUNCTION, 7.80), nor the
/// schemes be named (CURLOPT_PROTOCOLS_STR, 7.85).
#define OLDEST 0x075500

static const char name[] = "libcurl.so.4";
static curl_library library;
static const char *version;
static bool is_usable;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Never closed: libcurl and what it loads keep memory and threads of their own.
  void *file = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!file) return;
  bool is_whole = true;
#define LOAD(function)                                                              \
  library.function = (__typeof__(library.function))dlsym(file, "curl_" #function); \
  is_whole = is_whole && library.function;
  CURL_FUNCTIONS(LOAD)
#undef LOAD
  if (!library.version_info) return;
  const curl_version_info_data *info = library.version_info(CURLVERSION_NOW);
  version = info->version;
  is_usable = is_whole && info->version_num >= OLDEST && library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const curl_library *curl_loaded(void) {
  pthread_once(&once, load);
  return is_usable ? &library : NULL;
}

cfetch_library cfetch_library_found(void) {
  const curl_library *curl = curl_loaded();
  return (cfetch_library){.version = version, .is_usable = curl != NULL};
}
