// SPDX-License-Identifier: MIT
// What the files of the scheduler share: its state, a worker's own part, timers, the queues of sync words. Nobody else
// includes this.
//
// Locks are taken in this order: a channel's or sync stripe's, then the timers', then the scheduler's.
#ifndef SL_SCHED_H
#define SL_SCHED_H

#include <stdlib.h>

#include "run/impl.h"

#define sl_likely(x) __builtin_expect(!!(x), 1)
#define sl_unlikely(x) __builtin_expect(!!(x), 0)

enum {
    SL_DEQUE = 256,         // a worker's ready goroutines; more go to the global queue
    SL_BUDGET = 8192,       // backward jumps and calls between two polls (parallel)
    SL_GRANULE = 1000,      // the same for controlled machines
    SL_GRANULE_NS = 10000,  // virtual time that a granule takes
    SL_CHOICE_NS = 100,     // and a choice
    SL_SLICE_NS = 10000000, // a goroutine's turn
    SL_AGED_NS = 30000,     // a ready goroutine that has waited this long may be stolen
    SL_SPIN_NS = 60000,     // an idle worker looks around this long before it parks
    SL_STREAK = 2048,       // partners run each other by `next` this often before others get their turn
    SL_FREE_BATCH = 128,
    SL_SYNC_STRIPES = 256,
    SL_SYNC_KEPT = 64, // words that a stripe remembers for the picture
};

// ---- timers (timer.c) ----
typedef enum { SL_TIMER_SLEEP, SL_TIMER_CHAN, SL_TIMER_FUNC } SlTimerKind;

// A heap object (class sl_class_timer); for Sleep a part of the goroutine. A timer of a channel is in the heap of
// timers only while somebody waits on that channel; otherwise its state is brought up to date by who looks. So whatever
// is in the heap can wake somebody, and an unreferenced ticker is garbage.
typedef struct SlTimer {
    int64_t when, period;  // CHAN: the channel's lock; else the timers' lock
    uint64_t order;        // of arming: earlier ones go first at one instant
    _Atomic int32_t place; // in the heap of timers, -1 elsewhere; written under the timers' lock
    uint8_t kind;
    bool armed;         // as when
    bool alarm;         // FUNC: does not count as something that can wake somebody
    SlGoroutine *g;     // SLEEP
    SlChan *chan;       // CHAN
    SlClosure *closure; // FUNC
    void *loc;          // CHAN: the Time's location
    uint64_t id, key, fired, maker;
    SlPos pos;
    struct SlBubble *bubble; // whose clock it goes by; null: the machine's
} SlTimer;

typedef struct {
    _Atomic uint32_t lock;
    SlTimer **heap; // 4-ary, by (when, order)
    int32_t count, capacity;
    uint64_t orders;
    _Atomic int64_t next;   // when of the first, INT64_MAX when there is none
    _Atomic int32_t wakers; // of those in the heap, how many can wake somebody: all but alarms
} SlTimers;

// Whether there is one that can wake somebody. Beside an alarm alone a deadlock is a deadlock.
static inline bool sl_timers_can_wake(const SlTimers *timers) {
    return atomic_load(&timers->wakers) > 0;
}

void sl_timers_insert(SlMachine *machine, SlTimer *timer); // may wake an idle worker
void sl_timers_remove(SlMachine *machine, SlTimer *timer); // not in the heap: does nothing
bool sl_timers_fire_of(SlWorker *worker, SlTimers *timers, int64_t now);
bool sl_timers_fire(SlWorker *worker, int64_t now); // all that are due; true if there were any
// Channel timers, under the channel's lock:
void sl_timer_chan_look(SlWorker *worker, SlChan *chan);   // puts what is due into the buffer
void sl_timer_chan_waited(SlWorker *worker, SlChan *chan); // somebody waits, or nobody any more

// ---- sync words (sync.c) ----
// A word that somebody waits on, or that was used while the machine is watched.
typedef struct SlSyncObject {
    uintptr_t address;
    uint64_t id, sequence, stamp; // as of channels
    uint8_t kind;                 // SlObjectKind
    bool internal; // used by the standard library for itself (sync.Once, sync.Pool): shown only when somebody waits
    SlPos pos;     // of the first use seen
    SlWaiter *first, *last;
    struct SlSyncObject *next;
} SlSyncObject;

typedef struct {
    _Atomic uint32_t lock;
    uint32_t count, capacity;
    SlSyncObject **buckets; // capacity, a power of two or 0
    SlSyncObject *free;
} SlSyncStripe;

// ---- a worker's own part ----
typedef struct {
    // The deque: the owner pushes at tail and pops at head, thieves pop at head.
    _Atomic uint32_t head, tail;
    _Atomic uint32_t aged; // goroutines before this place have waited long enough to be stolen
    SlGoroutine *_Atomic ring[SL_DEQUE];
    // The owner's
    bool parallel;       // the machine is not controlled
    SlGoroutine *next;   // runs before all others; made ready by who ran here last
    uint32_t ticks;      // schedules
    uint32_t poll_ticks; // ticks at the last poll
    uint32_t streak;
    SlGoroutine *poll_next; // next at the last poll
    uint32_t mark_tail;
    int64_t mark_time;
    bool crowded;  // the deque has overflowed: who filled it gives way at the next poll
    int64_t slice; // when the running goroutine's turn began, as polls see it
    SlGoroutine *free;
    int free_count;
    SlGoroutine *all;                       // goroutines ever made here, by all_next
    _Atomic uint64_t made, ended, switches; // written by its worker, read by whoever asks
    // The scheduler's lock
    pthread_t thread;
    bool started, running; // running: neither idle, nor at the gate, nor gone
    bool idle, woken;
    pthread_cond_t wake;
    struct SlWorker *idle_next;
} SlSchedWorker;

// ---- standard input (input.c) ----
typedef struct {
    pthread_mutex_t lock;
    char *bytes;
    size_t first, count, capacity;
    bool end, started, reading; // reading: the reader thread waits in read
    int error;
    SlGoroutine *waiting_first, *waiting_last; // by queue_next
    _Atomic int waiting;
    pthread_t thread;
    int stop_pipe[2];
} SlInput;

// A ready case of the select that the run has stopped at.
typedef struct {
    uint64_t object;
    int32_t number;
    bool is_send;
} SlOffer;

typedef struct SlSched {
    pthread_mutex_t lock;
    pthread_cond_t changed; // for who waits for workers: a stopper, sl_machine_run
    pthread_cond_t open;    // for workers at the gate
    _Atomic bool attention; // a worker at a safepoint has to look at what follows
    bool stop;              // a worker has stopped the world
    _Atomic bool pause;
    bool pause_told; // sl_machine_run has returned for it: the next one goes on
    bool hold;       // the machine is controlled: threads stay at the gate
    int running, at_gate;
    _Atomic int started;
    _Atomic int idle_count;
    SlWorker *idle;
    SlWorker *timer_waiter;
    _Atomic int spinning;
    SlGoroutine *first, *last; // the global queue, by queue_next
    _Atomic int64_t count;
    SlGoroutine *free; // dead ones, by queue_next
    _Atomic int free_count;
    _Atomic uint64_t ids, object_ids;
    SlTimers timers;
    struct SlBubble *bubbles; // the lock
    SlSyncStripe stripes[SL_SYNC_STRIPES];
    SlInput input;
    int64_t real_start;      // CLOCK_MONOTONIC at the start of the clock
    int64_t wall_start;      // nanoseconds since 1970 at the start of the clock
    _Atomic int max_workers; // that may be started
    int procs;               // as GOMAXPROCS set it; 0: not set
    // Controlled
    bool controlled;
    int64_t now; // virtual
    SL_VEC(SlGoroutine *) ready;
    SlGoroutine *resume;               // chosen already
    SlGoroutine *asking;               // stands in ready: could go on itself, and asks who does
    bool at_point;                     // the run has stopped at the point that comes next
    bool choosing;                     // or at the choice among the ready ones
    bool selecting;                    // or at that of a select's case: of resume, who has the move
    SL_VEC(SlOffer) offers;            // selecting: its ready cases
    bool before_instruction;           // or before one that has been counted
    bool halted;                       // the run stops, for that reason
    SlGoroutine *_Atomic frozen_ready; // could move but for the user, by queue_next; parallel: the scheduler's lock
    uint64_t random[2];
    SlStopReason reason;
    uint64_t points;      // passed so far (controlled.c)
    uint64_t ticks;       // jumps back and calls of all goroutines, when budget was set
    int32_t budget;       // as it was set
    uint64_t granule_end; // ticks
    uint64_t stop_ticks;  // 0, or where to stop within a granule
    uint64_t stop_event;  // stop once that many have happened; 0: none
    int64_t deadline;     // real, INT64_MAX: none
    uint32_t granules, slice;
    SL_VEC(uint64_t) actors; // their ids
    int kept;                // of them, as the last choice has left them (SlChoice)
    // Walks for leaks: when the last one was (controlled: virtual time), what it took, and how much had happened before
    _Atomic int64_t leaks_looked, leaks_cost;
    uint64_t leaks_switches;
    _Atomic bool leaks_telling; // leaks_found is being called, by:
    pthread_t leaks_teller;
    // After main has returned: what its variables held, and when the others have had their time
    SL_VEC(void *) held;
    int64_t settle_time;
    uint32_t settle_granules;
    bool returned_told;
    bool fresh;                // sl_machine_run was not called yet
    SlGoroutine *_Atomic main; // null once it has ended
} SlSched;

static inline SlSched *sched_of(const SlMachine *machine) {
    return machine->sched;
}
static inline SlSchedWorker *own_of(const SlWorker *worker) {
    return worker->sched;
}

// One writer: no need for an atomic addition.
static inline void sl_sched_count_switch(SlSchedWorker *own) {
    uint64_t before = atomic_load_explicit(&own->switches, memory_order_relaxed);
    atomic_store_explicit(&own->switches, before + 1, memory_order_relaxed);
}

void sl_spin_wait(_Atomic uint32_t *lock); // until it may be free
static inline void sl_spin_lock(_Atomic uint32_t *lock) {
    while (sl_unlikely(atomic_exchange_explicit(lock, 1, memory_order_acquire)))
        sl_spin_wait(lock);
}
static inline void sl_spin_unlock(_Atomic uint32_t *lock) {
    atomic_store_explicit(lock, 0, memory_order_release);
}

// Only while more than one worker may run.
static inline void sl_worker_lock(SlWorker *worker, _Atomic uint32_t *lock) {
    if (worker->multi)
        sl_spin_lock(lock);
}
static inline void sl_worker_unlock(SlWorker *worker, _Atomic uint32_t *lock) {
    if (worker->multi)
        sl_spin_unlock(lock);
}
static inline void sl_pause_hint(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

static inline uint64_t sl_random_next(uint64_t random[2]) // xoroshiro128+ (Blackman and Vigna, 2018)
{
    uint64_t a = random[0], b = random[1], sum = a + b;
    b ^= a;
    random[0] = (a << 24 | a >> 40) ^ b ^ b << 16;
    random[1] = b << 37 | b >> 27;
    return sum;
}
static inline uint64_t sl_random_below(uint64_t random[2], uint64_t bound) {
    return (uint64_t)(((unsigned __int128)sl_random_next(random) * bound) >> 64);
}
void sl_random_seed(uint64_t random[2], uint64_t seed);
uint64_t sl_key_mix(uint64_t parent, uint64_t count);

static inline bool sl_watched(const SlMachine *machine) {
    return sl_unlikely(atomic_load_explicit(&machine->watch, memory_order_relaxed));
}

// Somebody hears of the events: those that nobody counts (hidden) are only made then.
static inline bool sl_told(const SlMachine *machine) {
    return sl_watched(machine) && machine->options.event && machine->options.watch;
}

int64_t sl_clock(void); // CLOCK_MONOTONIC

// ---- goroutines (goroutine.c) ----
SlGoroutine *sl_go_make(SlWorker *worker, SlGoroutine *parent, SlClosure *closure, const SlSlot *args,
                        SlPos pos); // not ready
uint64_t sl_go_alive(const SlMachine *machine);
uint64_t sl_go_made(const SlMachine *machine);
void sl_go_free_all(SlMachine *machine);
// A parked goroutine that runs its instruction again when it is woken.
static inline void sl_go_retry(SlGoroutine *g, uint32_t words) {
    g->pc -= words;
    g->parked_in_op = false;
}

void sl_bubble_woken(SlGoroutine *g); // bubble.c

// ---- sched.c ----
// As sl_sched_ready with next, for partners of a conversation.
static inline void sl_ready_partner(SlWorker *worker, SlGoroutine *g) {
    SlSchedWorker *own = worker->sched;
    if (sl_unlikely(own->next || !own->parallel)) {
        sl_sched_ready(worker, g, true);
        return;
    }
    if (sl_unlikely(g->durable))
        sl_bubble_woken(g);
    g->wait = SL_WAIT_NONE;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    own->next = g;
}
void sl_sched_inject(SlMachine *machine, SlGoroutine *g); // ready, from any thread
bool sl_sched_gate(SlWorker *worker);    // at a safepoint, attention is set. False: this worker has to end
void sl_sched_collect(SlWorker *worker); // if the heap asks for it
void sl_sched_leave(SlWorker *worker);   // the thread ends
// From outside of the workers: they stand still between the two, whatever they are at.
void sl_world_hold(SlMachine *machine);
void sl_world_release(SlMachine *machine);

// ---- parallel.c ----
SlGoroutine *sl_parallel_next(SlWorker *worker);
void sl_parallel_ready(SlWorker *worker, SlGoroutine *g, bool next);
SlOutcome sl_parallel_poll(SlWorker *worker, SlGoroutine *g);
SlOutcome sl_parallel_yield(SlWorker *worker, SlGoroutine *g);
void sl_parallel_give_way(SlWorker *worker, SlGoroutine *g); // puts the running one behind all others
void sl_parallel_thaw(SlMachine *machine, SlGoroutine *g);
bool sl_parallel_start(SlMachine *machine, int index); // a thread; the scheduler's lock is held
void sl_parallel_wake(SlMachine *machine);             // an idle worker, if there is one; takes the lock
void sl_parallel_push_global(SlSched *sched, SlGoroutine *first, SlGoroutine *last, int64_t count); // the lock is held
// Takes all ready goroutines out of all queues, no worker runs.
void sl_parallel_drain(SlMachine *machine, void (*take)(void *data, SlGoroutine *g), void *data);

// ---- controlled.c ----
SlGoroutine *sl_controlled_next(SlWorker *worker);
void sl_controlled_ready(SlWorker *worker, SlGoroutine *g);
SlOutcome sl_controlled_poll(SlWorker *worker, SlGoroutine *g);
SlOutcome sl_controlled_yield(SlWorker *worker, SlGoroutine *g);
SlOutcome sl_controlled_event(SlWorker *worker, SlGoroutine *g);
SlStopReason sl_controlled_run(SlMachine *machine, int64_t timeout, uint64_t events); // machine.c
void sl_controlled_freeze(SlMachine *machine, SlGoroutine *g);                        // or thaws, as g->frozen says now
SlOutcome sl_controlled_halt(SlWorker *worker, SlGoroutine *g); // stops before the instruction at g->pc
void sl_controlled_budget(SlWorker *worker);                    // sets it, up to the next poll
static inline uint64_t sl_ticks(const SlWorker *worker) {
    const SlSched *sched = sched_of(worker->machine);
    return sched->ticks + (uint64_t)(sched->budget - worker->cut - worker->budget);
}
// UINT64_MAX: not decided.
uint64_t sl_controlled_choose(SlWorker *worker, const SlChoice *choice);

// ---- input.c ----
void sl_input_new(SlMachine *machine);
void sl_input_free(SlMachine *machine);
// Controlled: waits up to that many nanoseconds for more input. Returns how far the run's clock moves on meanwhile.
int64_t sl_input_wait(SlWorker *worker, int64_t nanoseconds);
bool sl_input_fed(const SlMachine *machine); // comes by sl_machine_input

// ---- deadlock.c ----
void sl_deadlock(SlMachine *machine); // says so and ends the run

// ---- events.c ----
void sl_trace_new(SlMachine *machine);
void sl_trace_free(SlMachine *machine);
void sl_sync_mark(SlMarker *marker, SlMachine *machine);
void sl_sync_each(SlMachine *machine, void (*visit)(void *data, SlSyncObject *object),
                  void *data); // the world is stopped
void sl_sync_free(SlMachine *machine);
// The object of a sync word that somebody waits on or that was used while watched; else null. The world is stopped.
SlSyncObject *sl_sync_object(SlMachine *machine, const void *word);
void sl_event_emit_for(SlWorker *worker, SlGoroutine *g, SlEvent *event); // done by g, which is not running here
// The same on an object whose lock is held; stamp: that of its last event.
void sl_event_emit_at(SlWorker *worker, SlGoroutine *g, SlEvent *event, uint64_t *stamp);
SlPos sl_event_pos(SlWorker *worker, SlGoroutine *g);    // where g, which is running, stands in the user's code
void sl_event_woken(SlMachine *machine, SlGoroutine *g); // by input; any thread
void sl_event_define(SlMachine *machine, const SlGoroutine *g, bool main);
void sl_event_define_lock(SlMachine *machine, const SlSyncObject *object);
void sl_event_define_timer(SlMachine *machine, uint64_t id, const char *type, SlPos pos);
void sl_event_arm(SlWorker *worker, const SlTimer *timer);           // hidden: an AfterFunc's timer is set
void sl_event_switch(SlWorker *worker, SlGoroutine *to, bool waits); // hidden: coroutines
void sl_event_made(SlWorker *worker, SlGoroutine *g, SlChan *chan);
void sl_event_simple(SlWorker *worker, SlGoroutine *g, SlEventKind kind, uint64_t object, uint64_t sequence);
void sl_event_chan(SlWorker *worker, SlGoroutine *g, SlEventKind kind, SlChan *chan, const SlSlot *value,
                   SlGoroutine *partner, uint64_t message, bool ok, bool select);
void sl_event_case(SlWorker *worker, SlGoroutine *g, const SlWaiter *waiter); // hidden: g waits there, in a select
// Hidden: an operation on an atomic word, between the two under a lock, so that the log has them in their order. Only
// when told.
void sl_event_atomic_begin(SlWorker *worker);
void sl_event_atomic_end(SlWorker *worker, const void *word, SlAtomic what);

// ---- channels (chan-inline.h, chan.c) ----
// Closes it and wakes who waits; g may be null. False: it was closed.
bool sl_chan_shut(SlWorker *worker, SlGoroutine *g, SlChan *chan);
bool sl_chan_deliver(SlWorker *worker, SlChan *chan,
                     const SlSlot *value);              // from a timer; the lock is held and given up when true
void sl_chan_unqueue(SlWorker *worker, SlGoroutine *g); // a claimed select's waiters leave all queues

#endif
