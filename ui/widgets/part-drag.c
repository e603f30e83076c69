// SPDX-License-Identifier: MIT
// A boxed string with a name of its own.
#include "ui/widgets/part-drag.h"

typedef char SlPartDrag;

static SlPartDrag *copy(SlPartDrag *name) {
    return g_strdup(name);
}

static void discard(SlPartDrag *name) {
    g_free(name);
}

G_DEFINE_BOXED_TYPE(SlPartDrag, sl_part_drag, copy, discard)

void sl_part_drag_set(GValue *value, const char *name) {
    g_value_init(value, SL_TYPE_PART_DRAG);
    g_value_set_boxed(value, name);
}

const char *sl_part_drag_name(const GValue *value) {
    return g_value_get_boxed(value);
}
