// SPDX-License-Identifier: MIT
// A value of a machine that stands still, looked at where it lies: in a frame, in the heap, in a channel's buffer.
//
// Nothing here runs, allocates or changes anything of the program. Memory is looked at only where the heap says that
// there is an object, so that a value that is wrong (half built, or dead) gives false and never a crash.
#ifndef SL_VIEW_H
#define SL_VIEW_H

#include "base/text.h"
#include "run/impl.h"

typedef struct {
    const SlRtype *type;
    const void *at;
    bool slots; // in frame form; structs and arrays look the same in both
} SlView;

void sl_type_show(const SlRtype *type, SlText *text); // as the program writes it: "[]point", not "[]main.point"
bool sl_view_readable(const SlMachine *machine, const void *at, size_t bytes);
// What is no struct and no array, to frame form. False: it cannot be read.
bool sl_view_load(const SlMachine *machine, SlView view, SlSlot slots[3]);
// A value in frame form.
static inline SlView sl_view_of(const SlRtype *type, const void *slots) {
    bool huge = type->flags & SL_RTYPE_HUGE;
    return (SlView){type, huge ? ((const SlSlot *)slots)->p : slots, !huge};
}
static inline bool sl_view_is_aggregate(SlView view) {
    return view.type->kind == SL_KIND_STRUCT || view.type->kind == SL_KIND_ARRAY;
}
SlView sl_view_field(SlView structure, uint32_t field);
// Element of an array, or of the memory of a slice.
SlView sl_view_element(const SlRtype *elem, const void *first, uint64_t index);
// The following read the value and say where what it refers to lies; false: nowhere (nil, or unreadable).
bool sl_view_pointee(const SlMachine *machine, SlView pointer, SlView *to);
bool sl_view_slice(const SlMachine *machine, SlView slice, SlSlice *to); // true for nil, too
bool sl_view_string(const SlMachine *machine, SlView string, SlStr *to);
// The dynamic value. data: room for it that has to live as long as *to.
bool sl_view_dynamic(const SlMachine *machine, SlView iface, SlSlot *data, SlView *to);
const SlChan *sl_view_chan(const SlMachine *machine, SlView chan);
SlView sl_view_buffered(const SlChan *chan, uint64_t place); // place 0: next out
const SlRmap *sl_view_map(const SlMachine *machine, SlView map);
const SlClosure *sl_view_closure(const SlMachine *machine, SlView func);
// As Go compares them. False: they cannot be compared (a func inside an interface), or not read.
bool sl_view_equal(const SlMachine *machine, SlView a, SlView b, bool *equal);

#endif
