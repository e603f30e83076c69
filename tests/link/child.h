// SPDX-License-Identifier: MIT
// A run in a child process, for tests: what has arrived of it, and waiting for more.
#ifndef SL_TEST_CHILD_H
#define SL_TEST_CHILD_H

#include <criterion/criterion.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "link/client.h"

typedef struct {
    SlClient *client;
    SlText output, errors;
    SlWorld *world;           // the last one
    SlInspection *inspection; // likewise
    SlFindings *findings;
    uint64_t definitions, flight, last_flight;
    uint64_t at, states; // event, as the last STATE said; how many of them have come
    uint32_t breakpoint;
    bool may_go;
    uint64_t events, last_event, worlds, kinds[SL_EVENT_COUNT], skipped_output;
    SlRunState state;
    bool controlled, over;
    SlMessage end; // how it ended; text copied
    char *text;
} Run;

static inline const char *child_path(void) {
    const char *path = getenv("SLUICE");
    return path ? path : "build/sluice";
}

static inline Run start(const char *body, SlClientOptions options) {
    SlText text = {0};
    sl_text_printf(&text, "package main\n%s", body);
    SlSource source = {"main.go", sl_text_cstr(&text), text.length};
    char *error = NULL;
    options.program = child_path();
    Run run = {.client = sl_client_start(&source, 1, &options, &error)};
    cr_assert_not_null(run.client, "%s", error);
    sl_text_free(&text);
    return run;
}

static inline void take(Run *run, SlMessage *message) {
    switch (message->kind) {
    case SL_MSG_ERRORS:
        sl_text_adds(&run->errors, message->text);
        break;
    case SL_MSG_EVENTS:
        for (uint32_t i = 0; i < message->count; i++) {
            const SlEvent *event = &message->events[i];
            if (run->controlled && !message->skipped && event->number <= run->last_event)
                cr_expect_fail("event %llu after %llu", (unsigned long long)event->number,
                               (unsigned long long)run->last_event);
            run->last_event = event->number;
            run->events++;
            cr_assert_lt(event->kind, SL_EVENT_COUNT);
            run->kinds[event->kind]++;
        }
        break;
    case SL_MSG_WORLD:
        sl_world_free(run->world);
        run->world = message->world;
        run->worlds++;
        break;
    case SL_MSG_DEFINITIONS:
        run->definitions += message->count;
        break;
    case SL_MSG_FLIGHT:
        for (uint32_t i = 0; i < message->count; i++) {
            cr_assert_geq(message->events[i].number, run->last_flight);
            run->last_flight = message->events[i].number;
            run->flight++;
        }
        break;
    case SL_MSG_FINDINGS:
        sl_findings_free(run->findings);
        run->findings = message->findings;
        break;
    case SL_MSG_INSPECTION:
        sl_inspection_free(run->inspection);
        run->inspection = message->inspection;
        break;
    case SL_MSG_OUTPUT:
        sl_text_add(&run->output, message->bytes, message->length);
        run->skipped_output += message->skipped;
        break;
    case SL_MSG_STATE:
        run->state = message->state;
        run->at = message->event;
        run->states++;
        run->breakpoint = message->breakpoint;
        run->may_go = message->may_go;
        run->controlled = message->controlled;
        break;
    case SL_MSG_ENDED:
    case SL_MSG_DIED:
        run->over = true;
        run->state = SL_RUN_ENDED;
        run->end = *message;
        run->text = strdup(message->text ? message->text : "");
        break;
    }
}

// Takes what comes until the condition holds, or it is over, or patience ends.
#define UNTIL(run, condition)                                                                                          \
    do {                                                                                                               \
        time_t patience = time(NULL) + 30;                                                                             \
        while (!(condition) && !(run)->over) {                                                                         \
            SlMessage message;                                                                                         \
            if (sl_client_next((run)->client, &message)) {                                                             \
                take(run, &message);                                                                                   \
                continue;                                                                                              \
            }                                                                                                          \
            cr_assert_lt(time(NULL), patience, "waited too long for " #condition);                                     \
            struct pollfd descriptor = {sl_client_fd((run)->client), POLLIN, 0};                                       \
            poll(&descriptor, 1, 200);                                                                                 \
        }                                                                                                              \
    } while (0)

static inline void finish(Run *run) {
    sl_inspection_free(run->inspection);
    sl_client_free(run->client);
    sl_world_free(run->world);
    sl_findings_free(run->findings);
    sl_text_free(&run->output);
    sl_text_free(&run->errors);
    free(run->text);
}

#endif
