// SPDX-License-Identifier: MIT
// A run in the Trace Event format, which Perfetto and Chrome's trace viewer open: a track for each goroutine, a span
// for each state, an arrow from each send to its receive and from each unlock, close and Done to what it lets go on.
// Written as it happens; what is kept is one entry for each goroutine that lives.
//
// On all cores the axis is time. One at a time, where no time need pass between two events, an event is a microsecond
// and the run's clock stands beside each.
#ifndef SL_TRACE_EXPORT_H
#define SL_TRACE_EXPORT_H

#include "base/diag.h"
#include "trace/event.h"

typedef struct SlExport SlExport;
typedef void (*SlExportWrite)(void *data, const char *bytes, size_t count);

// files: for the places of events; may be null. Calls are for one thread at a time.
SlExport *sl_export_new(const char *program, bool one_at_a_time, const SlFiles *files, SlExportWrite write, void *data);
void sl_export_define(SlExport *self, const SlDefinition *definition);
void sl_export_event(SlExport *self, const SlEvent *event);
void sl_export_end(SlExport *self); // closes what is open and frees

#endif
