// SPDX-License-Identifier: MIT
// The natives of run/, one line each: NATIVE(name, function, blocks). Go's side declares them without a body; name is
// the import path, a dot and the function's name. What stands behind a line is the Go declaration.
#ifndef SL_RUN_NATIVES_H
#define SL_RUN_NATIVES_H

#include "run/impl.h"

// Functions and methods on one type of word.
#define SL_NATIVES_ATOMIC(NATIVE, type, name, bits)                                                                    \
    NATIVE("sync/atomic.Load" type, sl_native_load_##name, false)                                                      \
    NATIVE("sync/atomic.(*" type ").Load", sl_native_load_##name, false)                                               \
    NATIVE("sync/atomic.Store" type, sl_native_store_##bits, false)                                                    \
    NATIVE("sync/atomic.(*" type ").Store", sl_native_store_##bits, false)                                             \
    NATIVE("sync/atomic.Add" type, sl_native_add_##name, false)                                                        \
    NATIVE("sync/atomic.(*" type ").Add", sl_native_add_##name, false)                                                 \
    NATIVE("sync/atomic.Swap" type, sl_native_swap_##name, false)                                                      \
    NATIVE("sync/atomic.(*" type ").Swap", sl_native_swap_##name, false)                                               \
    NATIVE("sync/atomic.CompareAndSwap" type, sl_native_cas_##bits, false)                                             \
    NATIVE("sync/atomic.(*" type ").CompareAndSwap", sl_native_cas_##bits, false)                                      \
    NATIVE("sync/atomic.And" type, sl_native_and_##name, false)                                                        \
    NATIVE("sync/atomic.(*" type ").And", sl_native_and_##name, false)                                                 \
    NATIVE("sync/atomic.Or" type, sl_native_or_##name, false)                                                          \
    NATIVE("sync/atomic.(*" type ").Or", sl_native_or_##name, false)

// clang-format off
#define SL_NATIVES_RUN(NATIVE)                                                                                         \
    /* ---- sync. Each type begins with its word: uint64, zero at rest; a copy of the struct copies it ---- */ \
    NATIVE("sync.(*Mutex).Lock", sl_native_mutex_lock, true)                                                           \
    NATIVE("sync.(*Mutex).TryLock", sl_native_mutex_try_lock, false)                                                   \
    NATIVE("sync.(*Mutex).Unlock", sl_native_mutex_unlock, true)                                                       \
    NATIVE("sync.(*RWMutex).Lock", sl_native_rw_lock, true)                                                            \
    NATIVE("sync.(*RWMutex).TryLock", sl_native_rw_try_lock, false)                                                    \
    NATIVE("sync.(*RWMutex).Unlock", sl_native_rw_unlock, true)                                                        \
    NATIVE("sync.(*RWMutex).RLock", sl_native_rw_rlock, true)                                                          \
    NATIVE("sync.(*RWMutex).TryRLock", sl_native_rw_try_rlock, false)                                                  \
    NATIVE("sync.(*RWMutex).RUnlock", sl_native_rw_runlock, true)                                                      \
    NATIVE("sync.(*WaitGroup).Add", sl_native_group_add, true)                                                         \
    NATIVE("sync.(*WaitGroup).Done", sl_native_group_done, true)                                                       \
    NATIVE("sync.(*WaitGroup).Wait", sl_native_group_wait, true)                                                       \
    /* Cond.Wait: t := condAdd(&c.word); c.L.Unlock(); condWait(&c.word, t); c.L.Lock() */                             \
    NATIVE("sync.condAdd", sl_native_cond_add, false)             /* func condAdd(word *uint64) uint64 */              \
    NATIVE("sync.condWait", sl_native_cond_wait, true)            /* func condWait(word *uint64, ticket uint64) */     \
    NATIVE("sync.condSignal", sl_native_cond_signal, true)        /* func condSignal(word *uint64) */                  \
    NATIVE("sync.condBroadcast", sl_native_cond_broadcast, true)  /* func condBroadcast(word *uint64) */               \
    NATIVE("sync.semAcquire", sl_native_sem_acquire, true)        /* func semAcquire(count *uint64): waits for > 0, takes one */ \
    NATIVE("sync.semRelease", sl_native_sem_release, true)        /* func semRelease(count *uint64) */                 \
    NATIVE("sync.fatal", sl_native_fatal, false)                  /* func fatal(text string): "fatal error: text", exit 2 */ \
    /* ---- testing/synctest ---- */                                                                                   \
    NATIVE("internal/synctest.newBubble", sl_native_bubble_new, false)    /* func newBubble() unsafe.Pointer */       \
    NATIVE("internal/synctest.enter", sl_native_bubble_enter, false)      /* func enter(b unsafe.Pointer) */          \
    NATIVE("internal/synctest.mainDone", sl_native_bubble_main_done, false) /* func mainDone() */                     \
    NATIVE("internal/synctest.step", sl_native_bubble_step, true)         /* func step(b unsafe.Pointer) int */       \
    NATIVE("internal/synctest.Wait", sl_native_bubble_wait, true)         /* func Wait() */                           \
    NATIVE("internal/synctest.InBubble", sl_native_bubble_current, false) /* func InBubble() bool */                  \
    /* ---- time. Durations and instants in nanoseconds ---- */                                                        \
    NATIVE("time.wallNow", sl_native_wall_now, false)             /* func wallNow() (unix, mono int64): since 1970, since the start */ \
    NATIVE("time.monoNow", sl_native_mono_now, false)             /* func monoNow() int64 */                           \
    NATIVE("time.Sleep", sl_native_sleep, true)                   /* func Sleep(d Duration) */                         \
    /* A timer: exactly one of c (made by make(chan Time, 1); the timer makes it look unbuffered, as since Go 1.23) and f */ \
    /* is not nil. It is armed at once: fires after d, then every period if that is not 0. What it sends is a Time of */ \
    /* three words in Go's own layout: wall = 1<<63 | seconds since 1885<<30 | nanoseconds, ext = monotonic, loc. f */ \
    /* runs on a goroutine of its own. */                                                                              \
    NATIVE("time.timerStart", sl_native_timer_start, false)       /* func timerStart(c chan Time, f func(), d, period int64, loc *Location) unsafe.Pointer */ \
    NATIVE("time.timerStop", sl_native_timer_stop, false)         /* func timerStop(t unsafe.Pointer) bool */          \
    NATIVE("time.timerReset", sl_native_timer_reset, false)       /* func timerReset(t unsafe.Pointer, d, period int64) bool */ \
    NATIVE("testing.alarm", sl_native_alarm, false)               /* func alarm(f func(), d int64): wakes nobody, so that a deadlock is one */ \
    /* ---- runtime ---- */                                                                                            \
    NATIVE("runtime.Gosched", sl_native_gosched, true)            /* func Gosched() */                                 \
    NATIVE("runtime.Goexit", sl_native_goexit, true)              /* func Goexit() */                                  \
    NATIVE("runtime.gomaxprocs", sl_native_gomaxprocs, false)     /* func gomaxprocs(n int) int */                     \
    NATIVE("runtime.NumGoroutine", sl_native_num_goroutine, false) /* func NumGoroutine() int */                       \
    NATIVE("runtime.GOMAXPROCS", sl_native_gomaxprocs, false)     /* func GOMAXPROCS(n int) int */                     \
    NATIVE("runtime.NumCPU", sl_native_num_cpu, false)            /* func NumCPU() int */                              \
    NATIVE("runtime.setFinalizer", sl_native_set_finalizer, false) /* these five: finalizer.go, finalizer.c */         \
    NATIVE("runtime.nextFinalizer", sl_native_next_finalizer, false)                                                   \
    NATIVE("runtime.addCleanup", sl_native_add_cleanup, false)                                                         \
    NATIVE("runtime.stopCleanup", sl_native_stop_cleanup, false)                                                       \
    NATIVE("runtime.finalizing", sl_native_finalizing, false)                                                          \
    NATIVE("runtime.collect", sl_native_gc, true)                 /* func collect() */                                 \
    NATIVE("runtime.goid", sl_native_goid, false)                 /* func goid() uint64: of the running goroutine */   \
    NATIVE("runtime.nanotime", sl_native_mono_now, false)         /* func nanotime() int64 */                          \
    NATIVE("runtime.memStats", sl_native_mem_stats, true)         /* func memStats() (heapBytes, allocatedBytes, collections, pauseMax, objects uint64) */ \
    NATIVE("testing.heapCounts", sl_native_heap_counts, true)     /* func heapCounts() (allocs, bytes uint64) */ \
    NATIVE("os.random", sl_native_random, false)                  /* func random() uint64 */                           \
    NATIVE("runtime.random", sl_native_random, false)             /* func random() uint64: recorded choice; seeds of math/rand and maphash */ \
    /* ---- os ---- */                                                                                                 \
    NATIVE("os.stdinRead", sl_native_stdin_read, true)            /* func stdinRead(b []byte) int: bytes read; 0 at the end; negative: errno */ \
    /* ---- iter: coroutines. coroNew's f runs at the first switch, on a goroutine of its own. coroSwitch hands the */ \
    /* processor over to the other side and returns when that side switches back or has ended ---- */                  \
    NATIVE("iter.coroNew", sl_native_coro_new, false)             /* func coroNew(f func()) unsafe.Pointer */          \
    NATIVE("iter.coroSwitch", sl_native_coro_switch, true)        /* func coroSwitch(c unsafe.Pointer) */              \
    NATIVE("iter.coroExit", sl_native_coro_exit, true)            /* func coroExit(c unsafe.Pointer): f's last act: wakes the other side */ \
    /* ---- sync/atomic: sequentially consistent; And and Or return the old value ---- */                              \
    SL_NATIVES_ATOMIC(NATIVE, "Int32", int32, 32)                                                                      \
    SL_NATIVES_ATOMIC(NATIVE, "Uint32", uint32, 32)                                                                    \
    SL_NATIVES_ATOMIC(NATIVE, "Int64", 64, 64)                                                                         \
    SL_NATIVES_ATOMIC(NATIVE, "Uint64", 64, 64)                                                                        \
    SL_NATIVES_ATOMIC(NATIVE, "Uintptr", 64, 64)                                                                       \
    NATIVE("sync/atomic.LoadPointer", sl_native_load_64, false)                                                        \
    NATIVE("sync/atomic.StorePointer", sl_native_store_pointer, false) \
    NATIVE("sync/atomic.storePointer", sl_native_store_64, false) \
    NATIVE("sync/atomic.SwapPointer", sl_native_swap_pointer, false) \
    NATIVE("sync/atomic.swapPointer", sl_native_swap_64, false) \
    NATIVE("sync/atomic.CompareAndSwapPointer", sl_native_cas_pointer, false) \
    NATIVE("sync/atomic.compareAndSwapPointer", sl_native_cas_64, false) \
    NATIVE("sync/atomic.(*Bool).Load", sl_native_load_uint32, false)                                                   \
    NATIVE("sync/atomic.(*Bool).Store", sl_native_store_32, false)                                                     \
    NATIVE("sync/atomic.(*Bool).Swap", sl_native_swap_uint32, false)                                                   \
    NATIVE("sync/atomic.(*Bool).CompareAndSwap", sl_native_cas_32, false)
// clang-format on

#define NATIVE(name, fn, blocks) SlOutcome fn(SlWorker *worker, SlSlot *s);
SL_NATIVES_RUN(NATIVE)
#undef NATIVE

extern const SlNative sl_natives_run[];

#endif
