// SPDX-License-Identifier: MIT
// Natives of packages errors and sync/atomic that need types at run time.
#include "std/impl.h"

#include "run/memory.h"

// func comparable(err error) bool
static SlOutcome is_comparable(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *type = s[1].p;
    s[0].i = type && (type->flags & SL_RTYPE_COMPARABLE);
    return SL_DONE;
}

// func checkTarget(target any) int: 0 fine, 1 nil, 2 no pointer, 3 of a type that no error can have
static SlOutcome check_target(SlWorker *worker, SlSlot *s) {
    SlIface target = iface_at(s + 1);
    const SlRtype *error = worker->machine->code->type_error_iface;
    const char *missing;
    int64_t verdict = 0;
    if (!target.type)
        verdict = 1;
    else if (target.type->kind != SL_KIND_POINTER || !target.data.p)
        verdict = 2;
    else if (target.type->elem->kind != SL_KIND_INTERFACE && error &&
             !sl_rtype_implements(worker->machine, target.type->elem, error, &missing))
        verdict = 3;
    s[0].i = verdict;
    return SL_DONE;
}

// func assign(err error, target any) bool: *target = err if its type allows that
static SlOutcome assign(SlWorker *worker, SlSlot *s) {
    SlIface err = iface_at(s + 1), target = iface_at(s + 3);
    const SlRtype *elem = target.type->elem;
    const char *missing;
    s[0].i = 0;
    if (elem->kind == SL_KIND_INTERFACE) {
        if (!sl_rtype_implements(worker->machine, err.type, elem, &missing))
            return SL_DONE;
        SlSlot value[2];
        set_iface(value, err);
        sl_shared_store(worker, target.data.p, elem, value);
    } else {
        if (err.type != elem)
            return SL_DONE;
        if (elem->flags & SL_RTYPE_DIRECT)
            sl_shared_store(worker, target.data.p, elem, &err.data);
        else
            sl_shared_copy(worker, target.data.p, err.data.p, elem, 1);
    }
    s[0].i = 1;
    return SL_DONE;
}

// func sameType(a, b any) bool
static SlOutcome same_type(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = s[1].p == s[3].p;
    return SL_DONE;
}

const SlNative sl_natives_errors[] = {
    {"sync/atomic.sameType", same_type, false},
    {"errors.isComparable", is_comparable, false},
    {"context.isComparable", is_comparable, false},
    {"errors.checkTarget", check_target, false},
    {"errors.assign", assign, false},
    {NULL, NULL, false},
};
