// SPDX-License-Identifier: MIT
// The machine's insides, shared by the files of run/ and std/: goroutine, worker, machine, and the contract between
// the interpreter (vm.c), the scheduler and what blocks.
//
// A goroutine is data: frames in linked chunks that never move, a pc, a status, what it waits for. The interpreter
// saves pc and fp into the goroutine before any call that may take it away; once such a call has returned SL_AWAY the
// goroutine may already run elsewhere and must not be touched.
#ifndef SL_RUN_IMPL_H
#define SL_RUN_IMPL_H

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "run/run.h"

typedef union {
    int64_t i;
    uint64_t u;
    double f;
    void *p;
} SlSlot;

typedef struct {
    const char *bytes;
    int64_t length;
} SlStr; // frame and memory form of a string
typedef struct {
    void *first;
    int64_t length, capacity;
} SlSlice; // of a slice
typedef struct {
    const SlRtype *type;
    SlSlot data;
} SlIface; // of an interface

typedef struct SlWorker SlWorker;
typedef struct SlGoroutine SlGoroutine;
typedef struct SlChan SlChan;

// What an operation that may block tells the interpreter.
typedef enum {
    SL_DONE,  // go on with the next instruction
    SL_AWAY,  // the goroutine is parked or queued: take another with sl_sched_next. It continues behind the instruction
    SL_RETRY, // as SL_AWAY, but it continues by running the instruction again (g->pc at the instruction itself)
    SL_PANIC, // raise worker->panic
    SL_EXIT,  // the machine is ending
} SlOutcome;

typedef enum {
    SL_G_FREE,
    SL_G_READY,
    SL_G_RUNNING,
    SL_G_WAITING,
    SL_G_DEAD,
} SlGStatus;

// Frames: fp points to slot 0. Below it the frame's header:
enum { SL_FP_RETURN = -1, SL_FP_CALLER = -2, SL_FP_CLOSURE = -3 };
// fp[SL_FP_RETURN].p   const SlWord *: where the caller continues; null: the goroutine's first frame
// fp[SL_FP_CALLER].p   SlSlot *: the caller's fp; low bit 1: this frame starts a chunk, results are copied back on RET;
//                      low bit 2: frame of a deferred call (its return continues the running of defers)
// fp[SL_FP_CLOSURE].p  SlClosure *: the running function and its captures

typedef struct SlChunk {
    struct SlChunk *prev;
    SlSlot *end;
    SlSlot slots[];
} SlChunk;

typedef struct SlDefer { // heap object (class sl_class_defer)
    struct SlDefer *next;
    SlSlot *fp;         // the frame that deferred
    SlClosure *closure; // null: running it panics
    uint32_t arg_slots;
    SlSlot args[]; // frame form, kinds as the function's argument slots
} SlDefer;

typedef struct SlPanic {  // heap object (class sl_class_panic)
    struct SlPanic *link; // earlier one
    SlIface value;
    SlSlot *defer_fp;  // frame of the deferred call that runs for it now
    SlSlot *target_fp; // frame whose defers are being run
    bool recovered, goexit, aborted;
    bool printing; // uncaught: its value's Error or String is being run
    SlPos pos;
    SlSlot *top_fp;            // innermost frame when it was raised; deferred calls run above it
    const SlWord *top_pc;      // behind the instruction that raised it
    SlDefer *rest;             // what was deferred below the call that runs now
    bool has_text, nil_signal; // text: what Error or String gave; nil_signal: print the line about the signal
    SlStr text;                // heap string
} SlPanic;

// One goroutine in one queue (of a channel, a lock, ...). For an operation on one object the goroutine's own `waiter`
// is used; a select has an array of them.
typedef struct SlWaiter {
    SlGoroutine *g;
    struct SlWaiter *next, *prev;
    void *object;         // SlChan *, or the sync word's address
    SlSlot *value;        // in the goroutine's frame: what it sends, where it receives (null: dropped)
    SlSlot *ok;           // RECV2, SELECT: where who wakes it writes whether it was a communication; may be null
    uint16_t case_number; // of a select
    bool is_select, is_send, success; // success: woken by a communication, not by close
    bool queued;                      // it is in its object's queue
    uint8_t kind;                     // of sync queues
} SlWaiter;

// Wait reasons with Go's texts, as traces print them.
#define SL_WAITS(W)                                                                                                    \
    W(NONE, "")                                                                                                        \
    W(CHAN_SEND, "chan send")                                                                                          \
    W(CHAN_RECEIVE, "chan receive")                                                                                    \
    W(CHAN_SEND_NIL, "chan send (nil chan)")                                                                           \
    W(CHAN_RECEIVE_NIL, "chan receive (nil chan)")                                                                     \
    W(SELECT, "select")                                                                                                \
    W(SELECT_NONE, "select (no cases)")                                                                                \
    W(SLEEP, "sleep")                                                                                                  \
    W(SEMACQUIRE, "semacquire")                                                                                        \
    W(MUTEX_LOCK, "sync.Mutex.Lock")                                                                                   \
    W(RWMUTEX_RLOCK, "sync.RWMutex.RLock")                                                                             \
    W(RWMUTEX_LOCK, "sync.RWMutex.Lock")                                                                               \
    W(WAITGROUP_WAIT, "sync.WaitGroup.Wait")                                                                           \
    W(COND_WAIT, "sync.Cond.Wait")                                                                                     \
    W(INPUT, "IO wait")                                                                                                \
    W(COROUTINE, "coroutine")
typedef enum {
#define W(name, text) SL_WAIT_##name,
    SL_WAITS(W)
#undef W
} SlWait;

struct SlGoroutine {
    // Where it stands; valid while it does not run
    const SlWord *pc; // next instruction
    SlSlot *fp;
    SlSlot *stack_end; // of the current chunk
    SlChunk *chunk;
    SlDefer *defers;
    SlPanic *panics;
    // Scheduling
    _Atomic uint32_t status;  // SlGStatus
    _Atomic uint32_t claimed; // of a select: 0 while waiting, 1 once a partner has won (compare-and-swap)
    SlGoroutine *queue_next;
    SlWaiter waiter;
    SlWaiter *waiters; // of a select under way: array, count
    uint32_t waiter_count, waiter_capacity;
    uint32_t select_words;   // of the instruction that selects, to run it again
    uint8_t wait;            // SlWait
    bool parked_in_op;       // pc is behind the instruction that parked it (for liveness)
    bool frozen;             // by the user
    const SlWord *broke_at;  // parallel: a breakpoint has stopped it here, and it has not gone on
    bool goexit;             // it ends by runtime.Goexit
    bool stuck, stuck_told;  // proven by leak.c: nobody can ever wake it; the user has been told
    bool durable;            // of a bubble: only one of the bubble can wake it (bubble.h)
    bool select_outside;     // of a bubble: its select has a channel of somebody else
    struct SlBubble *bubble; // null: none
    bool system;             // made by the runtime (AfterFunc's goroutine is not: it is the user's)
    int32_t select_result;
    bool select_ok;
    void *timer; // of Sleep
    // Identity
    uint64_t id;             // as Go prints it; main is 1
    uint64_t key;            // from the parent's key and the parent's count of children: same in every replay
    uint64_t parent;         // id
    uint32_t children, made; // goroutines and channels made so far
    uint32_t lock_tries;     // how often it was woken for a mutex that another had taken again
    uint32_t cond_ticket;    // of sync.Cond
    SlPos go_pos;            // of the go statement
    const SlFunc *entry;
    uint64_t since; // event or time at which it began to wait
    uint64_t stamp; // of its last event, in the flight record
    uint64_t stack_bytes;
    SlGoroutine *all_next, *all_prev;
};

struct SlChan { // heap object (class sl_class_chan); the buffer follows, in frame form
    _Atomic uint32_t lock;
    uint32_t elem_slots;
    const SlRtype *type;            // the channel's
    uint64_t capacity, count, head; // head: next out
    bool closed;
    uint8_t is_timer; // a timer's channel: its timer is in `timer`
    SlWaiter *recv_first, *recv_last, *send_first, *send_last;
    uint64_t id, key; // id: number in order of making; key as of goroutines
    uint64_t maker;   // goroutine id
    SlPos make_pos;
    uint64_t sequence; // of its events
    uint64_t stamp;    // of the last one, in the flight record
    uint64_t sent, received;
    void *timer;
    struct SlBubble *bubble; // in which it was made; null: none
    SlSlot buffer[];
};

typedef struct SlHeapCache SlHeapCache; // heap.c's: per worker

struct SlWorker {
    SlMachine *machine;
    SlGoroutine *g; // running now
    int32_t budget; // backward jumps and calls until the next poll
    int32_t cut;    // what a wish to collect took off it (controlled runs count what was used)
    bool cut_short; // it did
    SlIface panic;  // with SL_PANIC
    SlHeapCache *heap;
    uint64_t random[2]; // xoroshiro or like, seeded
    int index;
    struct SlBubble *bubble; // whose last goroutine that could move has stopped here; more by due_next
    uint64_t ticks;          // polls' granules used so far
    // While stepped: instructions since the last point, call or jump back; the budget as the last of them saw it; and
    // the count at which the run may have to stop, whatever stands there.
    uint64_t instructions, stop_instructions;
    int32_t step_budget;
    bool multi;                  // more than one worker may run: torn values are possible
    void *sched;                 // the scheduler's own part
    struct SlStripe *stripes;    // memory.h's; set by sl_heap_cache_new
    void *vm;                    // the interpreter's own part: stack chunks, method cache; made on first use
    struct SlFlightRing *flight; // flight.c's: where events go; null: to the one who watches
};

// Two-word and three-word values in shared memory are guarded by sequence locks in stripes, so that no mix of two
// values is ever seen (see memory.h).

enum { SL_SITE_WAYS = 4, SL_METHOD_CACHE = 512 };

struct SlMachine {
    const SlCode *code;
    SlMachineOptions options;
    SlWorker **workers;
    int worker_count;
    void *heap;          // heap.c's
    void *sched;         // sched.c's
    void *trace;         // of the events: counters, ids
    char *globals;       // memory form of code->globals
    const void *natives; // SlNativeFn[code->native_count], resolved by sl_machine_new: NATIVE and BLOCK by number
    const struct SlTarget **call_sites;     // inline caches: SL_SITE_WAYS of each site, see values.h
    void *_Atomic methods[SL_METHOD_CACHE]; // SlItab * for sites that meet more, by type and interface
    void *itabs;                            // iface.c's
    void *std;                              // state of the standard library's natives
    SlLiveness *_Atomic *live;              // by function
    _Atomic bool watch;
    _Atomic bool ending;
    _Atomic bool stepped;       // instructions go by the table that looks at step's marks
    bool heard;                 // breakpoints listen to events; written while nobody runs
    void *step;                 // step.c's: breakpoints, and the step under way; null: there never was one
    void *vm;                   // the interpreter's own part
    _Atomic uint32_t finishing; // set by the first sl_machine_finish
    int exit_code;              // how it ended: written before ending is set
    SlEnd end;
    char *end_text;        // malloc's, may be null
    bool returned;         // main has returned, which has ended the run: for the last walk
    _Atomic bool settling; // main has returned, the others run on unheard (settle.c)
};

// ---- the interpreter (vm.c) ----
// Runs goroutines on this worker, from sl_sched_next, until there is none (returns) or the machine ends.
void sl_vm_run(SlWorker *worker);
// Makes a goroutine's first frame. args: frame form, closure's argument slots.
void sl_vm_prepare(SlWorker *worker, SlGoroutine *g, SlClosure *closure, const SlSlot *args);
void sl_vm_release_stack(SlWorker *worker, SlGoroutine *g); // when dead
void sl_vm_free_worker(SlWorker *worker);                   // frees worker->vm
void sl_vm_free_machine(
    SlMachine *machine); // frees machine->vm, machine->live, end_text and all stacks: last, no worker runs
// "goroutine N [reason]:\nmain.f(...)\n\t/path/prog.go:12 +0x1d\n..." of one goroutine.
void sl_vm_trace(SlMachine *machine, SlGoroutine *g, const char *status, SlText *text);
// Position of the innermost frame that is not a wrapper (user_only: nor of the library), and its function.
SlPos sl_vm_position(const SlMachine *machine, const SlGoroutine *g, bool user_only, const SlFunc **func);
// Frames from the innermost outwards; returns how many there are, fills at most capacity.
typedef struct {
    const SlFunc *func;
    SlSlot *fp;
    uint32_t pc;
    SlPos pos;
    bool panicking; // a panic runs it as deferred call: in Go's traces the panic stands between it and the next frame
} SlFrameInfo;
uint32_t sl_vm_frames(const SlMachine *machine, const SlGoroutine *g, SlFrameInfo *frames, uint32_t capacity);
// One of them, 0 is the innermost. False: there are fewer.
bool sl_vm_frame(const SlMachine *machine, const SlGoroutine *g, uint32_t index, SlFrameInfo *frame);
// Sets the bits of its slots whose pointers a collection keeps: (func->slots + 63) / 64 words that were 0.
void sl_vm_live(SlMachine *machine, const SlGoroutine *g, uint32_t index, uint64_t *bits);

// ---- panics (panic.c) ----
// Set worker->panic and return SL_PANIC, for operations and natives.
SlOutcome sl_panic_runtime(SlWorker *worker, const char *format, ...)
    __attribute__((format(printf, 2, 3))); // runtime.Error "runtime error: ..."
SlOutcome sl_panic_plain(SlWorker *worker, const char *format, ...)
    __attribute__((format(printf, 2, 3))); // runtime.Error without that prefix ("close of nil channel")
SlOutcome sl_panic_string(SlWorker *worker, const char *text); // panic("text")
SlOutcome sl_panic_goexit(SlWorker *worker); // runtime.Goexit: `return sl_panic_goexit(worker);` from a blocking native
// Ends the machine as Go's fatal errors do: prints "fatal error: text" and traces to stderr, exit 2. Any thread.
SlOutcome sl_fatal(SlWorker *worker, const char *format, ...) __attribute__((format(printf, 2, 3)));
void sl_machine_finish(SlMachine *machine, int exit_code, SlEnd end, const char *text); // first one wins
void sl_sched_wake_all(SlMachine *machine); // sched.c: after ending was set, idle workers see it

// ---- the heap (heap.c, gc.c) ----
// Objects are zeroed, never move, and are found from any inner pointer. Allocation never collects: it asks for a
// collection, which runs at the next safepoint. So C code may hold pointers as long as it does not pass a safepoint.
typedef struct SlMarker SlMarker;
typedef struct {
    const char *name;
    void (*mark)(SlMarker *marker, void *object, size_t bytes);
} SlHeapClass;
extern const SlHeapClass sl_class_chan, sl_class_map, sl_class_map_iter, sl_class_closure, sl_class_defer,
    sl_class_panic, sl_class_timer;
void *sl_alloc_bytes(SlWorker *worker, size_t bytes); // no pointers inside
void *sl_alloc_typed(SlWorker *worker, const SlRtype *type,
                     size_t count); // count values in memory form; null when too large
void *sl_alloc_class(SlWorker *worker, const SlHeapClass *class_, size_t bytes);
void sl_mark_pointer(SlMarker *marker, void *pointer); // inner ones and ones outside the heap are fine
void sl_mark_slots(SlMarker *marker, const SlSlot *slots, const uint8_t *kinds, uint32_t count);
void sl_mark_typed(SlMarker *marker, const void *memory, const SlRtype *type, size_t count);
SlMachine *sl_marker_machine(const SlMarker *marker);
void sl_mark_goroutine(SlMarker *marker, SlGoroutine *g); // vm.c: frames by liveness, defers, panics
// Roots beside globals and goroutines: called with the world stopped.
void sl_sched_mark(SlMarker *marker, SlMachine *machine); // sched: timers, queues
void sl_std_mark(SlMarker *marker, SlMachine *machine);   // std: state of natives
bool sl_heap_wants_collection(const SlMachine *machine);
void sl_gc_collect(SlWorker *worker); // the world is stopped
SlHeapCache *sl_heap_cache_new(SlWorker *worker);
void sl_heap_cache_free(SlWorker *worker);
bool sl_heap_new(SlMachine *machine);
void sl_heap_free(SlMachine *machine);
uint64_t sl_heap_bytes(const SlMachine *machine);

// ---- the scheduler (sched.c, parallel.c, controlled.c) ----
SlGoroutine *sl_sched_next(SlWorker *worker); // null: this worker has to stop
void sl_sched_ready(SlWorker *worker, SlGoroutine *g,
                    bool next); // g was waiting and has been claimed; next: run it next on this worker
SlOutcome sl_sched_poll(SlWorker *worker, SlGoroutine *g);  // budget is used up; pc and fp are saved. SL_DONE: go on
SlOutcome sl_sched_yield(SlWorker *worker, SlGoroutine *g); // runtime.Gosched
SlOutcome
sl_sched_event(SlWorker *worker,
               SlGoroutine *g); // after a synchronisation that went through: controlled runs may choose another
SlGoroutine *sl_go_new(SlWorker *worker, SlClosure *closure, const SlSlot *args,
                       SlPos pos);                      // the go statement; makes it ready
SlOutcome sl_go_exit(SlWorker *worker, SlGoroutine *g); // its first frame returned, or Goexit is through
// Parks g (under whatever lock guards its queue; the caller unlocks after). Then return SL_AWAY.
void sl_go_park(SlWorker *worker, SlGoroutine *g, SlWait reason);
void sl_world_stop(
    SlWorker *worker); // for collections and snapshots: returns when every other worker is at a safepoint
void sl_world_start(SlWorker *worker);
void sl_go_each(SlMachine *machine, void (*visit)(void *data, SlGoroutine *g), void *data); // world stopped
uint64_t sl_choose(SlWorker *worker, SlChoiceKind kind, uint32_t count, const uint64_t *actors);
int64_t sl_now(const SlWorker *worker);       // nanoseconds, monotonic since the start
int64_t sl_wall_time(const SlWorker *worker); // nanoseconds since 1970: recorded or virtual in controlled runs

// ---- channels (chan.c, select.c); value: frame form, in g's frame. pc and fp are saved, pc behind the instruction
// ----
SlOutcome sl_chan_make(SlWorker *worker, const SlRtype *type, int64_t capacity, SlChan **out);
SlOutcome sl_chan_send(SlWorker *worker, SlGoroutine *g, SlChan *chan, SlSlot *value);
SlOutcome sl_chan_recv(SlWorker *worker, SlGoroutine *g, SlChan *chan, SlSlot *value, uint32_t slots,
                       SlSlot *ok); // ok may be null
SlOutcome sl_chan_close(SlWorker *worker, SlGoroutine *g, SlChan *chan);
int64_t sl_chan_len(SlChan *chan);
int64_t sl_chan_cap(const SlChan *chan);
// at: the SELECT instruction. Writes result and values when done; a parked select's are written by who wakes it. words:
// of the instruction that the goroutine's pc has just passed, which is another one for package reflect.
SlOutcome sl_select(SlWorker *worker, SlGoroutine *g, SlSlot *fp, const SlWord *at, uint32_t words);
bool sl_chan_try_send(SlWorker *worker, SlChan *chan, const SlSlot *value); // from a timer

// ---- values (string.c, slice.c, map.c, iface.c) ----
SlStr sl_string_new(SlWorker *worker, const char *bytes, size_t length);
bool sl_string_equal(SlStr a, SlStr b);
int sl_string_compare(SlStr a, SlStr b);
uint64_t sl_slot_load(const void *memory, const SlRtype *type, SlSlot *slots); // memory form to frame form, untorn
void sl_slot_store(void *memory, const SlRtype *type, const SlSlot *slots);
// Of a HUGE value; null when there is no memory for zeroes (the program ends).
const void *sl_huge_memory(SlWorker *worker, const SlRtype *type, const SlSlot *slots);
void sl_memory_copy(void *to, const void *from, const SlRtype *type, size_t count); // overlap allowed, untorn
// Equality and hash of values in memory form. False: not comparable at run time, and the panic is set.
bool sl_value_equal(SlWorker *worker, const SlRtype *type, const void *a, const void *b, bool *equal);
bool sl_value_hash(SlWorker *worker, const SlRtype *type, const void *memory, uint64_t *hash);
bool sl_iface_equal(SlWorker *worker, SlIface a, SlIface b, bool *equal);
SlIface sl_iface_make(SlWorker *worker, const SlRtype *type, const SlSlot *slots);
void sl_iface_value(SlIface iface, SlSlot *slots); // to the frame form of its type
const SlRmethod *sl_rtype_method(const SlRtype *type, const char *name, const char *pkg_path);
bool sl_rtype_implements(SlMachine *machine, const SlRtype *type, const SlRtype *iface, const char **missing);
typedef struct SlRmap SlRmap; // a Go map: heap object
SlRmap *sl_rmap_new(SlWorker *worker, const SlRtype *type, int64_t hint);
int64_t sl_rmap_len(const SlRmap *map);
// Keys and values in frame form. SL_DONE or SL_PANIC (unhashable, nil map) or SL_EXIT (concurrent use).
SlOutcome sl_rmap_get(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, SlSlot *value,
                      bool *found);
SlOutcome sl_rmap_set(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, const SlSlot *value);
SlOutcome sl_rmap_delete(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key);
SlOutcome sl_rmap_clear(SlWorker *worker, SlRmap *map, const SlRtype *type);
void *sl_rmap_iter(SlWorker *worker, SlRmap *map, const SlRtype *type);
SlOutcome sl_rmap_next(SlWorker *worker, void *iter, const SlRtype *type, SlSlot *key, SlSlot *value,
                       bool *more); // key, value may be null
// A value as the picture shows it, at most limit bytes: 42, "abc", Order{17…}, chan int. Frame form.
void sl_value_text(const SlMachine *machine, const SlRtype *type, const SlSlot *slots, size_t limit, SlText *text);

// ---- events (events.c): only called when machine->watch ----
// What the program writes, whoever writes it: events, the output limit, then options.output. worker: null when no
// goroutine writes it (traces).
void sl_output(SlMachine *machine, SlWorker *worker, int fd, const char *bytes, size_t count);
void sl_event_emit(SlWorker *worker, SlEvent *event); // fills number, time, position of g

// ---- natives (run/natives.c collects the tables of run/ and std/) ----
// s: results first, then arguments, in frame form. Leaves: bounded work, no callback. Blocking ones (blocks = true) may
// park g and return SL_AWAY; who wakes it writes the results.
typedef SlOutcome (*SlNativeFn)(SlWorker *worker, SlSlot *s);
typedef struct {
    const char *name; // "strconv.itoa", "sync.(*Mutex).Lock"
    SlNativeFn fn;
    bool blocks;
} SlNative;
extern const SlNative *const sl_native_tables[]; // each ends with a null name; the list with null
const SlNative *sl_native_find(const char *name);
bool sl_native_names_find(void *data, const char *name, bool *blocks); // for SlNativeNames
void sl_std_new(SlMachine *machine);
void sl_std_free(SlMachine *machine);

#endif
