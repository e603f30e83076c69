// SPDX-License-Identifier: MIT
// The machine's door: runs an SlCode on goroutines of its own, under the parallel or the controlled scheduler.
// Two machines in one process know nothing of each other.
#ifndef SL_RUN_H
#define SL_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "code/code.h"
#include "trace/event.h"
#include "trace/world.h"

typedef struct SlMachine SlMachine;

typedef enum {
    SL_CHOOSE_GOROUTINE, // scheduling: which goroutine moves next
    SL_CHOOSE_SELECT,    // scheduling: which ready case
    SL_CHOOSE_TIMER,     // scheduling: which of the timers due at one instant
    SL_CHOOSE_MAP,       // data: where a map's iteration starts
    SL_CHOOSE_RANDOM,    // data: 64 random bits (alternatives 0)
    SL_CHOOSE_POOL,      // data: whether a pool drops, a finalizer runs
} SlChoiceKind;

typedef struct {
    SlChoiceKind kind;
    uint64_t goroutine;     // who asks; 0 for the scheduler
    uint32_t count;         // alternatives 0 .. count-1; 0: any 64 bits
    const uint64_t *actors; // GOROUTINE: ids of those that can move, in a stable order; SELECT: case numbers
    // GOROUTINE: so many of the first are as the last such choice has left them: the chosen one gone, and the last one
    // in its place
    uint32_t kept;
} SlChoice;

// Controlled machines ask this for each choice. Returns the alternative; UINT64_MAX: not decided yet (the user will
// say): the machine then pauses at the choice (SL_STOP_CHOICE). Called on the thread that runs the machine.
typedef uint64_t (*SlChooser)(void *data, const SlChoice *choice);

// Controlled machines that have this ask it for standard input instead of stdin_fd. Waits up to so many nanoseconds (0:
// only looks) for up to that many bytes, says in passed how long the run's clock moves on (at most wait). Returns their
// number, 0 at the end of input, SL_ASK_NOTHING, or an errno below zero.
typedef int64_t (*SlAsk)(void *data, char *bytes, size_t capacity, int64_t wait, int64_t *passed);
enum { SL_ASK_NOTHING = -1000000 };
int64_t sl_ask_fd(int fd, char *bytes, size_t capacity, int64_t wait, int64_t *passed); // what it does without

typedef struct {
    bool controlled; // one goroutine at a time, one thread, virtual time
    int workers;     // parallel: 0 is one for each processor
    uint64_t seed; // controlled: of the default chooser (random by seed); parallel: of the workers' generators; 0: from
                   // the system
    SlChooser choose; // null: random by seed
    void *choose_data;
    uint64_t memory_limit;    // bytes of heap and stacks; 0: 4 GB. Beyond: "runtime: out of memory", exit 2
    uint64_t goroutine_limit; // 0: 20 million
    uint64_t stack_limit;     // bytes of one goroutine's frames; 0: 256 MB (Go's 1 GB of larger frames)
    uint64_t output_limit;    // bytes; 0: none
    bool files;               // the program may read and write files
    const char *files_below;  // without files: an absolute path of a folder below which it may all the same; or null.
                              // Nobody else puts links into it
    const char *const *args;  // program's os.Args
    int arg_count;
    const char *const *env; // null-terminated "K=V"; null: empty
    // Bytes that the program writes, in order for each stream. Any worker's thread; may block briefly. fd is 1 or 2.
    void (*output)(void *data, int fd, const char *bytes, size_t count);
    void *output_data;
    // Standard input: a file descriptor read by the machine's own reader when a goroutine asks, or -1 with
    // sl_machine_input feeding it.
    int stdin_fd;
    SlAsk ask;
    void *ask_data;
    // Called at every event when watching (sl_machine_watch). Any worker's thread, bounded time, must not call back.
    void (*event)(void *data, const SlEvent *event);
    void *event_data;
    // Parallel: not 0: about so many of the last events are kept for sl_machine_flight, and event is not called
    uint32_t flight;
    bool watch; // from the start
    // Called once, with event_data, for each goroutine and object before the first event that mentions it, likewise.
    void (*define)(void *data, const SlDefinition *definition);
    // Looks for goroutines that can never move again: for sl_machine_world, and, if there is somebody to tell, while
    // the program runs. leaks_found is called when there are new ones, with the world stopped, on any worker's thread.
    bool leaks;
    void (*leaks_found)(void *data, SlMachine *machine);
    void *leaks_data;
    // What would be if: channels made at this position (0: none) have at least that much room.
    SlPos room_pos;
    int64_t room;
    bool settle; // main's return stops the machine (SL_STOP_RETURNED); sl_machine_settle ends it
} SlMachineOptions;

// A moment in a controlled run: points passed (where the run may stop and somebody may be chosen), jumps back and calls
// by all goroutines, and instructions since the last of either, which are 0 at a point. Moments are ordered by the
// three in turn; they depend neither on fused opcodes nor on whether anybody watched, stopped or stepped.
typedef struct {
    uint64_t points, ticks, instructions;
} SlMoment;
int sl_moment_compare(const SlMoment *a, const SlMoment *b);

typedef enum {
    SL_STOP_RUNNING,  // not stopped: sl_machine_wait timed out
    SL_STOP_EXIT,     // the program ended: exit_code
    SL_STOP_PAUSED,   // sl_machine_pause took effect at a safepoint
    SL_STOP_EVENT,    // controlled: the event that was asked for has happened
    SL_STOP_CHOICE,   // controlled: the chooser has not decided
    SL_STOP_INPUT,    // controlled: nobody can move before standard input says more
    SL_STOP_RETURNED, // settle: main has returned
    SL_STOP_FROZEN,   // controlled: only frozen goroutines could move
    SL_STOP_STEP,     // the step is done
    SL_STOP_BREAK,    // a breakpoint was reached: sl_machine_breakpoint
    SL_STOP_MOMENT,   // the moment was reached
} SlStopReason;

SlMachine *sl_machine_new(const SlCode *code, const SlMachineOptions *options); // null with errno when memory is out
void sl_machine_free(SlMachine *machine);                                       // stops it first

// Runs until the program ends, is paused or stopped. Parallel: starts the workers and waits (timeout in
// nanoseconds, -1 for ever). Controlled: runs on the caller's thread until the reason arises, or until that much
// real time has passed (looked at in polls: SL_STOP_RUNNING);
// events: 0 no bound, else stops after that many events (SL_STOP_EVENT; events are counted while watching).
SlStopReason sl_machine_run(SlMachine *machine, int64_t timeout, uint64_t events);
// After SL_STOP_RETURNED: the others run on in virtual time until nobody can move or a bound is reached; their output
// is discarded. Then the machine has ended with exit code 0.
void sl_machine_settle(SlMachine *machine);
void sl_machine_pause(SlMachine *machine); // any thread; the next safepoint stops; sl_machine_run continues
void sl_machine_kill(SlMachine *machine);  // any thread: ends the run with exit code 137 at the next safepoint
int sl_machine_exit_code(const SlMachine *machine);
void sl_machine_input(SlMachine *machine, const char *bytes, size_t count, bool end); // stdin_fd -1
void sl_machine_watch(SlMachine *machine, bool on);
// Controlled: changes who decides from now on.
void sl_machine_set_chooser(SlMachine *machine, SlChooser choose, void *data);
// Changes the scheduler of a machine that is paused, or not yet run: same goroutines, channels, timers; the clock goes
// on.
void sl_machine_set_controlled(SlMachine *machine, bool controlled);
uint64_t sl_machine_events(const SlMachine *machine); // so far, while watching
// With options.flight: tells the last events in an order that agrees with each goroutine's and each object's own, at
// most so many, and none of the first *told (0, later what it was left at). Returns how many came between those and the
// first one told now. Their numbers are their places in the whole order. Any thread but a worker's; stops the world
// meanwhile.
uint64_t sl_machine_flight(SlMachine *machine, uint64_t *told, uint32_t most,
                           void (*take)(void *data, const SlEvent *event), void *data);
int64_t sl_machine_now(const SlMachine *machine);     // nanoseconds since the start: virtual or real
SlMoment sl_machine_moment(const SlMachine *machine); // controlled, stopped: where

const SlFiles *sl_machine_files(const SlMachine *machine); // that its positions are in

// The machine's instant as plain data; the machine is stopped at a safepoint (paused, or ended), or is controlled and
// not running. Budget: most goroutines and channels told one by one; the rest comes as groups with exact counts.
SlWorld *sl_machine_world(SlMachine *machine, uint32_t budget);

// How the program ended, when it did not end by itself: the lines that Go would print (deadlock, panic, fatal error)
// have gone to output already; this is the cause as data.
typedef enum { SL_END_NONE, SL_END_EXIT, SL_END_DEADLOCK, SL_END_PANIC, SL_END_FATAL, SL_END_KILLED } SlEnd;
SlEnd sl_machine_end(const SlMachine *machine, const char **text);

typedef struct {
    uint64_t goroutines_made, goroutines_alive, collections, heap_bytes, allocated_bytes, pause_max_ns, switches;
} SlMachineStats;
void sl_machine_stats(const SlMachine *machine, SlMachineStats *stats);

#endif
