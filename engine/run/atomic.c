// SPDX-License-Identifier: MIT
// sync/atomic: natives on 32- and 64-bit words, sequentially consistent. Slots are normalised as their types say. Where
// somebody hears of events, each operation is told too.
#include "run/natives.h"
#include "run/sched.h"
#include "run/vm.h"

// Leaves the native with a panic when the address is nil.
#define WORD(type, slot)                                                                                               \
    type *word = s[slot].p;                                                                                            \
    if (sl_unlikely((uintptr_t)word < 4096))                                                                           \
        return sl_panic_runtime(worker, "invalid memory address or nil pointer dereference");

// Runs an operation, told or not.
#define TELL(what, ...)                                                                                                \
    if (sl_unlikely(sl_told(worker->machine))) {                                                                       \
        sl_event_atomic_begin(worker);                                                                                 \
        __VA_ARGS__;                                                                                                   \
        sl_event_atomic_end(worker, (const void *)word, what);                                                         \
    } else {                                                                                                           \
        __VA_ARGS__;                                                                                                   \
    }

#define LOAD(name, type, field)                                                                                        \
    SlOutcome sl_native_load_##name(SlWorker *worker, SlSlot *s) {                                                     \
        WORD(type, 1)                                                                                                  \
        TELL(SL_ATOMIC_LOAD, s[0].field = __atomic_load_n(word, __ATOMIC_SEQ_CST))                                     \
        return SL_DONE;                                                                                                \
    }
LOAD(int32, int32_t, i)
LOAD(uint32, uint32_t, u)
LOAD(64, uint64_t, u)

#define STORE(name, type)                                                                                              \
    SlOutcome sl_native_store_##name(SlWorker *worker, SlSlot *s) {                                                    \
        WORD(type, 0)                                                                                                  \
        TELL(SL_ATOMIC_STORE, __atomic_store_n(word, (type)s[1].u, __ATOMIC_SEQ_CST))                                  \
        return SL_DONE;                                                                                                \
    }
STORE(32, uint32_t)
STORE(64, uint64_t)

#define CHANGE(name, type, field, operation)                                                                           \
    SlOutcome sl_native_##name(SlWorker *worker, SlSlot *s) {                                                          \
        WORD(type, 1)                                                                                                  \
        TELL(SL_ATOMIC_CHANGE, s[0].field = (type)operation(word, (type)s[2].u, __ATOMIC_SEQ_CST))                     \
        return SL_DONE;                                                                                                \
    }
CHANGE(add_int32, int32_t, i, __atomic_add_fetch)
CHANGE(add_uint32, uint32_t, u, __atomic_add_fetch)
CHANGE(add_64, uint64_t, u, __atomic_add_fetch)
CHANGE(swap_int32, int32_t, i, __atomic_exchange_n)
CHANGE(swap_uint32, uint32_t, u, __atomic_exchange_n)
CHANGE(swap_64, uint64_t, u, __atomic_exchange_n)
CHANGE(and_int32, int32_t, i, __atomic_fetch_and)
CHANGE(and_uint32, uint32_t, u, __atomic_fetch_and)
CHANGE(and_64, uint64_t, u, __atomic_fetch_and)
CHANGE(or_int32, int32_t, i, __atomic_fetch_or)
CHANGE(or_uint32, uint32_t, u, __atomic_fetch_or)
CHANGE(or_64, uint64_t, u, __atomic_fetch_or)

#define SWAP_IF(name, type)                                                                                            \
    SlOutcome sl_native_cas_##name(SlWorker *worker, SlSlot *s) {                                                      \
        WORD(type, 1)                                                                                                  \
        type old = (type)s[2].u;                                                                                       \
        bool done;                                                                                                     \
        TELL(done ? SL_ATOMIC_CHANGE : SL_ATOMIC_LOAD,                                                                 \
             done = __atomic_compare_exchange_n(word, &old, (type)s[3].u, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))  \
        s[0].u = done;                                                                                                 \
        return SL_DONE;                                                                                                \
    }
SWAP_IF(32, uint32_t)
SWAP_IF(64, uint64_t)

// Programs may have made the address from that of another kind of pointer.
#define CHECKED(name, value)                                                                                           \
    SlOutcome sl_native_##name##_pointer(SlWorker *worker, SlSlot *s) {                                                \
        SlOutcome outcome = sl_unsafe_store(worker, s[(value)-1 - (value == 3)].p, s[value].p);                        \
        return outcome == SL_DONE ? sl_native_##name##_64(worker, s) : outcome;                                        \
    }
CHECKED(store, 1)
CHECKED(swap, 2)
CHECKED(cas, 3)
