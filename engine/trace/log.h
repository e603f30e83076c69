// SPDX-License-Identifier: MIT
// Log: the events of a run in their order, and what those are called that they mention. Events are found by their
// place in the log (from 0): hidden ones share a number with the one before them.
#ifndef SL_LOG_H
#define SL_LOG_H

#include "base/ids.h"
#include "base/text.h"
#include "base/vec.h"
#include "trace/event.h"

typedef struct {
    SL_VEC(SlEvent) events;
    SL_VEC(SlDefinition) definitions;
    SlIds goroutines, objects; // id to place in definitions + 1
    bool cut;                  // events before the first were dropped
    bool one_at_a_time;
} SlLog; // zero is an empty log

void sl_log_add(SlLog *log, const SlEvent *event);
void sl_log_define(SlLog *log, const SlDefinition *definition); // a second one of the same id replaces the first
void sl_log_forget_from(SlLog *log, uint64_t number);           // drops the events from that number on
void sl_log_clear(SlLog *log);
void sl_log_free(SlLog *log);

const SlDefinition *sl_log_goroutine(const SlLog *log, uint64_t id); // null: not told
const SlDefinition *sl_log_object(const SlLog *log, uint64_t id);
// Place of the first event with a greater number: so many events have happened at that instant.
uint32_t sl_log_after(const SlLog *log, uint64_t number);
// Place of the event itself (not of the hidden ones behind it), or UINT32_MAX.
uint32_t sl_log_find(const SlLog *log, uint64_t number);
// "worker G3", "jobs": as a sentence names them.
void sl_log_name_goroutine(const SlLog *log, uint64_t id, SlText *text);
void sl_log_name_object(const SlLog *log, uint64_t id, SlText *text);
// "worker G3 sends 4 on jobs": one event.
void sl_log_tell(const SlLog *log, const SlEvent *event, SlText *text);

#endif
