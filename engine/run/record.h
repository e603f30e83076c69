// SPDX-License-Identifier: MIT
// A controlled run on paper: its choices and its inputs, which are the run. A recorder stands between the machine and
// whoever chooses and reads; a replay answers in their place and says where the program asks for something else than
// it did.
//
// The format (version 1): "SLUICERUN\n", a byte with the version, then blocks {u32 length, u32 CRC-32, payload}, little
// endian. The first holds what the run began with (program's hash, arguments, environment, limits); the others hold
// items, two bytes for an ordinary choice; the last one says how the run ended. Every number is checked when it is
// read.
#ifndef SL_RECORD_H
#define SL_RECORD_H

#include "base/text.h"
#include "run/run.h"

typedef struct {
    const char *version;   // of the program that recorded
    const char *chooser;   // who chose
    uint64_t program_hash; // of the program's files, without the library's
    uint64_t library_hash; // of the library's files that it loads
    uint64_t seed;
    int go_minor, workers;
    uint64_t memory_limit, goroutine_limit, stack_limit, output_limit;
    const char *const *args;
    int arg_count;
    const char *const *env; // null-terminated
} SlRecordHead;

typedef struct SlRecorder SlRecorder;
// Takes over options' chooser, input and events (those set before go on being asked and told). write gets the bytes in
// pieces, in their order, on the thread that runs the machine. head is only read here.
SlRecorder *sl_recorder_new(const SlRecordHead *head, SlMachineOptions *options,
                            void (*write)(void *data, const char *bytes, size_t count), void *data);
void sl_recorder_end(SlRecorder *recorder, int exit_code); // the run is over: writes the last block and frees

typedef struct SlReplay SlReplay;
// Null with *error (malloc's memory), a sentence, when the bytes are no whole record.
SlReplay *sl_replay_read(const char *bytes, size_t length, char **error);
void sl_replay_free(SlReplay *replay);
const SlRecordHead *sl_replay_head(const SlReplay *replay);
bool sl_replay_is_whole(const SlReplay *replay); // false: the recorded run was cut off
// Sets all of options that the record knows. Events go on being told to whom they were.
void sl_replay_attach(SlReplay *replay, SlMachineOptions *options);
void sl_replay_start(SlReplay *replay, SlMachine *machine); // made with those options: is paused where it departs
// After the run: null if it was the recorded one, else a sentence that says where and how it departed. files: for the
// place; exit_code as it is now. The text is the replay's.
const char *sl_replay_departure(SlReplay *replay, const SlFiles *files, int exit_code, bool ended);

#endif
