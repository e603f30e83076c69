// SPDX-License-Identifier: MIT
// The World at an event, from the log alone: what a snapshot of the machine would have shown there, but for what no
// event tells (where a goroutine stands that runs without synchronising; its variables).
#ifndef SL_LOG_WORLD_H
#define SL_LOG_WORLD_H

#include "trace/log.h"
#include "trace/world.h"

// The instant behind that event. end: the World behind the log's last event, from which follows what was before its
// first one where the log is cut; null: the log begins with the run. sl_world_free it. Linear in the events before.
SlWorld *sl_log_world(const SlLog *log, uint64_t event, const SlWorld *end);

#endif
