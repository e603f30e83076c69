// SPDX-License-Identifier: MIT
// History of a channel, from the log: each message with who sent it, who received it and how long either side and the
// message itself waited; in the order of sending, which is the order of receiving. Where pointers travel, the last who
// received one is its owner.
#ifndef SL_CHANNEL_HISTORY_H
#define SL_CHANNEL_HISTORY_H

#include "trace/log.h"

typedef struct {
    uint64_t message;          // number on the channel, from 1
    const char *value;         // shortened; the log's
    uint64_t sender, receiver; // goroutines; 0: a timer, not yet
    uint32_t sent, received;   // places in the log; UINT32_MAX: not yet, or before the log
    uint64_t waited_events;    // between send and receive (so far), in events and in nanoseconds
    int64_t waited_time;
    uint64_t sender_events, receiver_events; // how long they had stood there before
    int64_t sender_time, receiver_time;
} SlMessageStory;

typedef struct {
    uint64_t channel;
    SlMessageStory *stories;
    int count;
    uint64_t left_out; // earlier ones, beyond the most that are told
    uint32_t closed;   // place of the close, or UINT32_MAX
    bool pointers;     // its values are pointers: who receives one has it
    // Senders who stand at the gate, in their order
    struct {
        uint64_t goroutine;
        const char *value;
        uint32_t since; // place
    } * waiting;
    int waiting_count;
} SlChannelHistory;

// Up to and with an event; the last `most` messages. sl_history_free it; texts are the log's.
SlChannelHistory *sl_channel_history_new(const SlLog *log, uint64_t channel, uint64_t event, int most);
void sl_channel_history_free(SlChannelHistory *history);

#endif
