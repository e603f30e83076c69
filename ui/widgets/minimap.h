// SPDX-License-Identifier: MIT
// Minimap: the whole drawing in a corner with the part that is in view, shown while that is not all of it; click or
// drag in it to go there.
#ifndef SL_MINIMAP_H
#define SL_MINIMAP_H

#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

GtkWidget *sl_minimap_new(SlSession *session, SlCanvas *canvas);

G_END_DECLS

#endif
