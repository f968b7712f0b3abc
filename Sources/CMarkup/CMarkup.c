#include "CMarkup.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>

GumboOutput *cm_html_parse(const char *text, size_t count) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, text, count);
}

void cm_html_free(GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }

const GumboNode *cm_html_child(const GumboVector *nodes, unsigned index) {
  return (const GumboNode *)nodes->data[index];
}

const GumboAttribute *cm_html_attribute(const GumboVector *attributes, unsigned index) {
  return (const GumboAttribute *)attributes->data[index];
}

// Registration writes to a global list without a lock, so it happens exactly once.
static pthread_once_t registered = PTHREAD_ONCE_INIT;

cmark_node *cm_markdown_parse(const char *text, size_t count) {
  static const char *const names[] = {"table", "strikethrough", "tasklist"};
  pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, count);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return document;
}

static bool is_kind(cmark_node *node, const char *name) {
  return strcmp(cmark_node_get_type_string(node), name) == 0;
}

enum cm_extension_kind cm_markdown_extension_kind(cmark_node *node) {
  if (is_kind(node, "table")) return CM_TABLE;
  if (is_kind(node, "table_row") || is_kind(node, "table_header")) return CM_TABLE_ROW;
  if (is_kind(node, "table_cell")) return CM_TABLE_CELL;
  if (is_kind(node, "strikethrough")) return CM_STRIKETHROUGH;
  return CM_NONE;
}

bool cm_markdown_is_header_row(cmark_node *node) { return cmark_gfm_extensions_get_table_row_is_header(node) != 0; }

int cm_markdown_task_state(cmark_node *node) {
  if (!is_kind(node, "tasklist")) return 0;
  return cmark_gfm_extensions_get_tasklist_item_checked(node) ? 2 : 1;
}

bool cm_markdown_is_fenced(cmark_node *node) {
  int length = 0, offset = 0;
  char character = 0;
  return cmark_node_get_fenced(node, &length, &offset, &character) != 0;
}
