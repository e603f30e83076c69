// SPDX-License-Identifier: MIT
// Gutter: breakpoints beside the source's lines. A click sets or removes one, the other button edits it.
#ifndef SL_GUTTER_H
#define SL_GUTTER_H

#include <gtksourceview/gtksource.h>

#include "ui/session.h"

void sl_gutter_add(GtkSourceView *view, SlSession *session); // follows the session as long as the view lives

#endif
