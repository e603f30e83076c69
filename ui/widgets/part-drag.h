// SPDX-License-Identifier: MIT
// What is dragged from the palette to the canvas: the name of a part, as a type of its own so that nothing else takes
// it for text.
#ifndef SL_PART_DRAG_H
#define SL_PART_DRAG_H

#include <glib-object.h>

G_BEGIN_DECLS

#define SL_TYPE_PART_DRAG (sl_part_drag_get_type())
GType sl_part_drag_get_type(void);
void sl_part_drag_set(GValue *value, const char *name); // an empty value
const char *sl_part_drag_name(const GValue *value);

G_END_DECLS

#endif
