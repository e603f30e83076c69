// SPDX-License-Identifier: MIT
// The words of events.
#include "trace/event.h"

const char *const sl_event_texts[SL_EVENT_COUNT] = {
#define E(name, text) text,
    SL_EVENTS(E)
#undef E
};
