// The only includer of the headers of gumbo (HTML5 tree construction) and cmark-gfm (Markdown).
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include <cmark-gfm.h>
#include <gumbo.h>

// Parses HTML; free with `cm_html_free`. Keeps no parse errors: each stored one copies the stack of open tags, which
// made 60 kB of unclosed tags cost gigabytes.
GumboOutput *cm_html_parse(const char *text, size_t count);
void cm_html_free(GumboOutput *output);

// GumboVector holds void pointers, which Swift would have to rebind one by one.
const GumboNode *cm_html_child(const GumboVector *nodes, unsigned index);
const GumboAttribute *cm_html_attribute(const GumboVector *attributes, unsigned index);

// Parses GitHub-flavoured Markdown (tables, strikethrough, task lists); free with `cmark_node_free`.
cmark_node *cm_markdown_parse(const char *text, size_t count);

// Kinds of nodes that extensions register at run time, so that they have no enumeration constant.
enum cm_extension_kind { CM_NONE, CM_TABLE, CM_TABLE_ROW, CM_TABLE_CELL, CM_STRIKETHROUGH };
enum cm_extension_kind cm_markdown_extension_kind(cmark_node *node);
bool cm_markdown_is_header_row(cmark_node *node);
// 0 for an ordinary item, 1 for an open task, 2 for a finished one.
int cm_markdown_task_state(cmark_node *node);
// False for an indented code block.
bool cm_markdown_is_fenced(cmark_node *node);

#endif
