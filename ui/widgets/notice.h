// SPDX-License-Identifier: MIT
// Notice: a strip over the content that says one sentence and offers up to two answers. Hidden until it has something
// to say; an answer hides it.
#ifndef SL_NOTICE_H
#define SL_NOTICE_H

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SlNoticeAnswer)(void *data, gboolean first);

GtkWidget *sl_notice_new(void);
// second may be null. The answer is called for either button.
void sl_notice_ask(GtkWidget *notice, const char *sentence, const char *first, const char *second,
                   SlNoticeAnswer answer, void *data);
void sl_notice_hide(GtkWidget *notice);

G_END_DECLS

#endif
