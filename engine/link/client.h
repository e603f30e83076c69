// SPDX-License-Identifier: MIT
// A run in a process of its own, as the window sees it. The child is confined by the system (no files, no network, no
// processes); whatever happens to it arrives here as a message. All calls are for one thread and none blocks: what
// the socket does not take at once waits in a queue, and what the child cannot send is counted, never waited for.
#ifndef SL_CLIENT_H
#define SL_CLIENT_H

#include "lang/lang.h"
#include "run/run.h"
#include "run/stops.h"
#include "trace/inspection.h"
#include "verify/findings.h"

typedef struct SlClient SlClient;

typedef struct {
    const char *program;      // path of the command-line program, which has the command "child"
    bool controlled;          // one at a time; else all cores
    bool paused;              // stop before the first move
    uint64_t seed;            // 0: 1
    double events_per_second; // controlled: pace; 0: as fast as it goes
    int workers;              // all cores: 0 is one a processor
    uint64_t memory_limit;    // bytes; 0: 1 GB
    uint64_t output_limit;    // bytes the child keeps for a window that does not read; 0: 1 MB
    bool asks;                // controlled: the user decides each choice
    const SlBreakpoint *breakpoints;
    int breakpoint_count;
    int go_minor;
    const char *const *args; // os.Args[1:]
    int arg_count;
    const char *folder; // for imports under a go.mod; may be null
} SlClientOptions;

typedef enum {
    SL_MSG_ERRORS,      // it does not compile: text as gc writes it; SL_MSG_ENDED follows
    SL_MSG_EVENTS,      // events[count], oldest first; skipped: events that were not sent before these
    SL_MSG_WORLD,       // the instant; the receiver owns world
    SL_MSG_DEFINITIONS, // definitions[count]: what the events after this mention
    // All cores, standing still: events[count] that led here, oldest first and behind those of the FLIGHT before;
    // skipped: how many in between were not kept
    SL_MSG_FLIGHT,
    SL_MSG_FINDINGS,   // who can never continue, and why, in the World before; the receiver owns findings
    SL_MSG_INSPECTION, // the answer to sl_client_inspect; the receiver owns inspection
    SL_MSG_OUTPUT,     // bytes[length] that the program wrote to fd; skipped: bytes dropped before these
    SL_MSG_STATE,      // state, controlled, clock and rate have changed
    SL_MSG_ENDED,      // the program ended: exit_code, end, text says how in a sentence
    SL_MSG_DIED,       // the child was killed or crashed: signal (0: it just left), text in a sentence
} SlMessageKind;

typedef enum {
    SL_RUN_LOADING,
    SL_RUN_RUNNING,
    SL_RUN_PAUSED,
    SL_RUN_INPUT /* nobody can move before input comes */,
    SL_RUN_ENDED
} SlRunState;

typedef struct {
    SlMessageKind kind;
    const SlEvent *events;
    const SlDefinition *definitions;
    uint32_t count;
    uint64_t skipped;
    SlWorld *world;
    SlInspection *inspection; // the receiver owns it
    SlFindings *findings;
    int fd;
    const char *bytes; // OUTPUT
    size_t length;
    SlRunState state;
    bool controlled;
    uint64_t event;      // number of the last event so far
    uint64_t last_event; // STATE: of the last one that is known of, also behind this instant
    uint64_t output;     // STATE: bytes that the program had written
    uint32_t breakpoint; // STATE: at which the run stands; 0: none
    bool asks;           // STATE
    bool may_go;         // STATE: going back is possible
    int64_t time;        // nanoseconds since the start, virtual or real
    int exit_code, signal;
    SlEnd end;
    const char *text;
} SlMessage; // pointers are good until the next call, but for world and findings

// Starts the child and sends it the program. Null with *error (malloc's memory) when no process can be made.
SlClient *sl_client_start(const SlSource *files, int count, const SlClientOptions *options, char **error);
void sl_client_free(SlClient *client);    // kills the child if it lives
int sl_client_fd(const SlClient *client); // poll it for reading
int sl_client_pid(const SlClient *client);
bool sl_client_next(SlClient *client, SlMessage *message); // false: nothing more at the moment

void sl_client_resume(SlClient *client);
void sl_client_pause(SlClient *client);
void sl_client_rate(SlClient *client, double events_per_second);
void sl_client_step(SlClient *client, uint64_t events); // controlled, paused: that many events on
// Controlled, paused: this one makes the next move; of a select that it comes to, that case. SL_CASE_ANY: any;
// SL_CASE_ASK: it pauses there, at once, and the World tells the ready cases.
enum { SL_CASE_ANY = -1, SL_CASE_ASK = -2 };
void sl_client_move(SlClient *client, uint64_t goroutine, int select_case);
// Controlled, paused (back: or ended): to the first moment at which the step (run/stops.h) is done, or the last one
// before. It may stop at a breakpoint first. A STATE and a WORLD follow. depth is found by the child.
void sl_client_go(SlClient *client, const SlStep *step, bool back);
void sl_client_breakpoints(SlClient *client, const SlBreakpoint *list, int count); // from now on these
void sl_client_freeze(SlClient *client, uint64_t goroutine, bool frozen);
// Controlled: whether the run pauses at each choice of the scheduler until the user makes a move.
void sl_client_ask(SlClient *client, bool asks);
// Controlled: pauses at the instant behind that event, earlier or later (at most where the run has been: the same
// choices and inputs are made again). A STATE and a WORLD follow. Another move from there forgets the old future.
void sl_client_goto(SlClient *client, uint64_t event);
void sl_client_controlled(SlClient *client, bool controlled); // taken at a safepoint
void sl_client_input(SlClient *client, const char *bytes, size_t length, bool end);
void sl_client_world(SlClient *client,
                     uint32_t budget); // all cores: send a World; one at a time they come by themselves
// What the inspector wants to see. The query stands until the next one: it is answered (SL_MSG_INSPECTION) at once
// while the run stands still, and with each World after that.
void sl_client_inspect(SlClient *client, const SlInspectQuery *query);
void sl_client_stop(SlClient *client); // ends the run; ENDED or DIED follows

// The child's side: serves one run on the socket until the other end closes. natives and load as for the command line.
typedef struct {
    SlImporter (*importer)(void *data, const char *folder); // before confinement
    void *data;
    const SlNativeNames *natives;
} SlChildHooks;
int sl_child_serve(int socket, const SlChildHooks *hooks); // exit status

#endif
