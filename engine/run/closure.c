// SPDX-License-Identifier: MIT
// Closures to the collector: the function says what its captures are.
#include "run/impl.h"

static void mark_closure(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    SlClosure *closure = object;
    if (closure->func)
        sl_mark_slots(marker, (const SlSlot *)closure->captures, closure->func->capture_kinds,
                      closure->func->capture_slots);
}

const SlHeapClass sl_class_closure = {"closure", mark_closure};
