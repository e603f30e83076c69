// SPDX-License-Identifier: MIT
// Gallery: the examples as cards with a thumbnail that the program itself draws.
#ifndef SL_GALLERY_H
#define SL_GALLERY_H

#include <gtk/gtk.h>

#include "ui/session.h"

typedef struct {
    const char *name; // "06-worker-pool.go"
    const char *text;
    gsize length;
} SlExample;

// chosen is called with the example's index.
GtkWidget *sl_gallery_new(const SlExample *examples, int count, void (*chosen)(void *data, int index), void *data);
// The title and the sentences of an example: from the comment before its package clause. Free with g_free.
char *sl_example_title(const SlExample *example);
char *sl_example_words(const SlExample *example);

#endif
