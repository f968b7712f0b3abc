#include "CFetch.h"

#include <curl/curl.h>

const char *cfetch_version(void) { return curl_version_info(CURLVERSION_NOW)->version; }
