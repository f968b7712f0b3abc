#define _GNU_SOURCE
#include "internal.h"

#include <stdlib.h>

struct cfetch_engine {
  const curl_library *curl;
  CURLM *multi;
  cfetch_guard guard;
  cfetch_done done;
  void *context;
  transfer *first;
  CURL *spare[SPARE_HANDLES];
  int spare_count;
};

cfetch_engine *cfetch_new(cfetch_guard guard, cfetch_done done, void *context, long connections) {
  const curl_library *curl = curl_loaded();
  cfetch_engine *engine = curl ? calloc(1, sizeof *engine) : NULL;
  if (!engine) return NULL;
  engine->curl = curl;
  engine->multi = engine->curl->multi_init();
  if (!engine->multi) {
    free(engine);
    return NULL;
  }
  engine->guard = guard;
  engine->done = done;
  engine->context = context;
  engine->curl->multi_setopt(engine->multi, CURLMOPT_MAXCONNECTS, connections);
  return engine;
}

/// Takes a transfer out of the engine and ends it; its handle is kept for another.
static void end(cfetch_engine *engine, transfer *transfer) {
  engine->curl->multi_remove_handle(engine->multi, transfer->handle);
  if (transfer->previous) transfer->previous->next = transfer->next;
  else engine->first = transfer->next;
  if (transfer->next) transfer->next->previous = transfer->previous;
  CURL *handle = transfer_free(transfer);
  if (engine->spare_count < SPARE_HANDLES) engine->spare[engine->spare_count++] = handle;
  else engine->curl->easy_cleanup(handle);
}

void cfetch_free(cfetch_engine *engine) {
  while (engine->first) end(engine, engine->first);
  while (engine->spare_count > 0) engine->curl->easy_cleanup(engine->spare[--engine->spare_count]);
  engine->curl->multi_cleanup(engine->multi);
  free(engine);
}

bool cfetch_begin(cfetch_engine *engine, uint64_t id, const cfetch_request *request) {
  CURL *handle = engine->spare_count > 0 ? engine->spare[--engine->spare_count] : engine->curl->easy_init();
  if (!handle) return false;
  transfer *transfer = transfer_new(engine->curl, handle, id, request, engine->guard);
  if (!transfer) {
    engine->curl->easy_cleanup(handle);
    return false;
  }
  transfer->next = engine->first;
  if (engine->first) engine->first->previous = transfer;
  engine->first = transfer;
  if (engine->curl->multi_add_handle(engine->multi, handle) == CURLM_OK) return true;
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
  while ((message = engine->curl->multi_info_read(engine->multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    transfer *transfer = NULL;
    engine->curl->easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    cfetch_response response = transfer_response(transfer, code);
    engine->done(engine->context, transfer->id, &response);
    end(engine, transfer);
    any = true;
  }
  return any;
}

void cfetch_step(cfetch_engine *engine, int milliseconds) {
  int running;
  engine->curl->multi_perform(engine->multi, &running);
  if (report(engine)) return;
  engine->curl->multi_poll(engine->multi, NULL, 0, milliseconds, NULL);
}

void cfetch_wake(cfetch_engine *engine) { engine->curl->multi_wakeup(engine->multi); }
