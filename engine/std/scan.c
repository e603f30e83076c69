// SPDX-License-Identifier: MIT
// Natives of package fmt's scanning: storing into a variable of any basic type.
#include "std/impl.h"

#include "run/memory.h"

// func scanTarget(arg any) (kind, bits int)
static SlOutcome scan_target(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlIface v = iface_at(s + 2);
    bool pointer = v.type && v.type->kind == SL_KIND_POINTER && v.data.p;
    s[0].i = pointer ? v.type->elem->kind : -1;
    s[1].i = pointer ? (int64_t)v.type->elem->size * 8 : 0;
    return SL_DONE;
}

// func scanStore(arg any, bits uint64, text string)
static SlOutcome scan_store(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s);
    const SlRtype *elem = v.type->elem;
    SlSlot value[2] = {s[2], {0}};
    if (elem->kind == SL_KIND_STRING)
        set_str(value, str_at(s + 3));
    else if (elem->kind == SL_KIND_FLOAT32)
        value[0].f = (double)(float)value[0].f;
    sl_shared_store(worker, v.data.p, elem, value);
    return SL_DONE;
}

// func floatBits(f float64) uint64
static SlOutcome float_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].u = s[1].u;
    return SL_DONE;
}

const SlNative sl_natives_scan[] = {
    {"fmt.scanTarget", scan_target, false},
    {"fmt.scanStore", scan_store, false},
    {"fmt.floatBits", float_bits, false},
    {NULL, NULL, false},
};
