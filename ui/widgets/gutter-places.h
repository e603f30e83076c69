// SPDX-License-Identifier: MIT
// Places: a column beside the source that says where goroutines stand: an arrow for the selected one, and how many
// others there are.
#ifndef SL_GUTTER_PLACES_H
#define SL_GUTTER_PLACES_H

#include <gtksourceview/gtksource.h>

#include "ui/session.h"

void sl_gutter_places_add(GtkSourceView *view, SlSession *session);

#endif
