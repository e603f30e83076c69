// SPDX-License-Identifier: MIT
// Window: one document, its picture and its panels; holds the actions and puts the widgets together.
#ifndef SL_WINDOW_H
#define SL_WINDOW_H

#include <adwaita.h>

#include "ui/recovery.h"
#include "ui/session.h"
#include "ui/widgets/gallery.h"

G_BEGIN_DECLS

#define SL_TYPE_WINDOW (sl_window_get_type())
G_DECLARE_FINAL_TYPE(SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

SlWindow *sl_window_new(AdwApplication *application, const SlExample *examples, int example_count);
// Asks about each copy that a crash left behind (SlRecovered); takes the array.
void sl_window_offer(SlWindow *self, GPtrArray *left_behind);
SlSession *sl_window_session(SlWindow *self);
gboolean sl_window_open(SlWindow *self, const char *path); // says in the window why not
void sl_window_show_gallery(SlWindow *self);
gboolean sl_window_is_untouched(SlWindow *self); // shows the gallery, or an unchanged new document

G_END_DECLS

#endif
