#define _GNU_SOURCE
#include "internal.h"

#include <pthread.h>
#include <stdlib.h>

struct cfetch_engine {
  CURLM *multi;
  cfetch_guard guard;
  cfetch_done done;
  void *context;
  transfer *first;
  CURL *spare[SPARE_HANDLES];
  int spare_count;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void start_curl(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

cfetch_engine *cfetch_new(cfetch_guard guard, cfetch_done done, void *context, long connections) {
  pthread_once(&once, start_curl);
  cfetch_engine *engine = calloc(1, sizeof *engine);
  if (!engine) return NULL;
  engine->multi = curl_multi_init();
  if (!engine->multi) {
    free(engine);
    return NULL;
  }
  engine->guard = guard;
  engine->done = done;
  engine->context = context;
  curl_multi_setopt(engine->multi, CURLMOPT_MAXCONNECTS, connections);
  return engine;
}

/// Takes a transfer out of the engine and ends it; its handle is kept for another.
static void end(cfetch_engine *engine, transfer *transfer) {
  curl_multi_remove_handle(engine->multi, transfer->handle);
  if (transfer->previous) transfer->previous->next = transfer->next;
  else engine->first = transfer->next;
  if (transfer->next) transfer->next->previous = transfer->previous;
  CURL *handle = transfer_free(transfer);
  if (engine->spare_count < SPARE_HANDLES) engine->spare[engine->spare_count++] = handle;
  else curl_easy_cleanup(handle);
}

void cfetch_free(cfetch_engine *engine) {
  while (engine->first) end(engine, engine->first);
  while (engine->spare_count > 0) curl_easy_cleanup(engine->spare[--engine->spare_count]);
  curl_multi_cleanup(engine->multi);
  free(engine);
}

bool cfetch_begin(cfetch_engine *engine, uint64_t id, const cfetch_request *request) {
  CURL *handle = engine->spare_count > 0 ? engine->spare[--engine->spare_count] : curl_easy_init();
  if (!handle) return false;
  transfer *transfer = transfer_new(handle, id, request, engine->guard);
  if (!transfer) {
    curl_easy_cleanup(handle);
    return false;
  }
  transfer->next = engine->first;
  if (engine->first) engine->first->previous = transfer;
  engine->first = transfer;
  if (curl_multi_add_handle(engine->multi, handle) == CURLM_OK) return true;
  end(engine, transfer);
  return false;
}

void cfetch_cancel(cfetch_engine *engine, uint64_t id) {
  for (transfer *transfer = engine->first; transfer; transfer = transfer->next) {
    if (transfer->id == id) {
      end(engine, transfer);
      return;
    }
  }
}

/// True if anything had ended.
static bool report(cfetch_engine *engine) {
  bool any = false;
  int left;
  CURLMsg *message;
  while ((message = curl_multi_info_read(engine->multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    transfer *transfer = NULL;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    cfetch_response response = transfer_response(transfer, code);
    engine->done(engine->context, transfer->id, &response);
    end(engine, transfer);
    any = true;
  }
  return any;
}

void cfetch_step(cfetch_engine *engine, int milliseconds) {
  int running;
  curl_multi_perform(engine->multi, &running);
  if (report(engine)) return;
  curl_multi_poll(engine->multi, NULL, 0, milliseconds, NULL);
}

void cfetch_wake(cfetch_engine *engine) { curl_multi_wakeup(engine->multi); }
