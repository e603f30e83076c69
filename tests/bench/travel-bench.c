// SPDX-License-Identifier: MIT
// How long going back takes, with the real child: one event back at event 100,000 with 10,000 goroutines and 50 MB
// alive; one event back over 50 million instructions; jumps to anywhere in a run of a million events.
// usage: travel-bench CHILD
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "link/client.h"

static SlRunState state;
static uint64_t at, states;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void take(SlClient *client) {
    SlMessage message;
    struct pollfd descriptor = {sl_client_fd(client), POLLIN, 0};
    poll(&descriptor, 1, 1000);
    while (sl_client_next(client, &message)) {
        if (message.kind == SL_MSG_WORLD)
            sl_world_free(message.world);
        if (message.kind == SL_MSG_FINDINGS)
            sl_findings_free(message.findings);
        if (message.kind == SL_MSG_EVENTS && message.count)
            at = message.events[message.count - 1].number;
        if (message.kind == SL_MSG_DIED) {
            fprintf(stderr, "%s\n", message.text);
            exit(1);
        }
        if (message.kind == SL_MSG_STATE) {
            state = message.state;
            at = message.event;
            states++;
        }
    }
}

static SlClient *begin(const char *child, const char *text) {
    SlSource source = {"main.go", text, strlen(text)};
    char *error = NULL;
    state = SL_RUN_LOADING;
    at = states = 0;
    SlClient *client =
        sl_client_start(&source, 1, &(SlClientOptions){.program = child, .controlled = true, .paused = true}, &error);
    if (!client) {
        fprintf(stderr, "%s\n", error);
        exit(1);
    }
    while (state != SL_RUN_PAUSED)
        take(client);
    return client;
}

static void await(SlClient *client, uint64_t before) {
    while (states == before || state == SL_RUN_RUNNING)
        take(client);
}

static double on_to(SlClient *client, uint64_t event) {
    double begun = now();
    uint64_t before = states;
    sl_client_goto(client, event);
    await(client, before);
    return now() - begun;
}

static double one_back(SlClient *client) {
    double begun = now();
    uint64_t before = states;
    sl_client_go(client, &(SlStep){.kind = SL_STEP_EVENT}, true);
    await(client, before);
    return now() - begun;
}

static void tell_backs(SlClient *client, const char *what) {
    double best = 1e9, worst = 0, sum = 0;
    enum { TIMES = 20 };
    for (int i = 0; i < TIMES; i++) {
        double took = one_back(client);
        worst = took > worst ? took : worst;
        best = took < best ? took : best;
        sum += took;
    }
    printf("%-60s best %6.1f ms, mean %6.1f ms, worst %6.1f ms\n", what, best, sum / TIMES, worst);
}

static const char crowd[] = "package main\n"
                            "func main() {\n"
                            "	keep := make([][]byte, 50)\n"
                            "	for i := range keep {\n"
                            "		keep[i] = make([]byte, 1<<20)\n"
                            "		for k := range keep[i] {\n"
                            "			keep[i][k] = byte(k)\n"
                            "		}\n"
                            "	}\n"
                            "	c := make(chan int)\n"
                            "	for i := 0; i < 10000; i++ {\n"
                            "		go func() {\n"
                            "			for v := range c {\n"
                            "				keep[v%50][v%1000] = byte(v)\n"
                            "			}\n"
                            "		}()\n"
                            "	}\n"
                            "	for i := 0; ; i++ {\n"
                            "		c <- i\n"
                            "	}\n"
                            "}\n";

static const char quiet[] = "package main\n"
                            "func main() {\n"
                            "	c := make(chan int, 1)\n"
                            "	for i := 0; ; i++ {\n"
                            "		sum := 0\n"
                            "		for k := 0; k < 12500000; k++ {\n"
                            "			sum += k ^ i\n"
                            "		}\n"
                            "		c <- sum\n"
                            "		<-c\n"
                            "	}\n"
                            "}\n";

static const char busy[] = "package main\n"
                           "func main() {\n"
                           "	c := make(chan int)\n"
                           "	go func() {\n"
                           "		for i := 0; ; i++ {\n"
                           "			c <- i\n"
                           "		}\n"
                           "	}()\n"
                           "	for range c {\n"
                           "	}\n"
                           "}\n";

int main(int argc, char **argv) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *child = argc > 1 ? argv[1] : "build/sluice";
    SlClient *client = begin(child, crowd);
    on_to(client, 100000);
    tell_backs(client, "one event back, event 100,000, 10,000 goroutines, 50 MB:");
    sl_client_free(client);
    client = begin(child, quiet);
    on_to(client, 41);
    tell_backs(client, "one event back, 50 million instructions between events:");
    sl_client_free(client);
    client = begin(child, busy);
    printf("%-60s %6.0f ms\n", "to event 1,000,000 the first time:", on_to(client, 1000000));
    double worst = 0, sum = 0;
    enum { JUMPS = 20 };
    unsigned random = 1;
    for (int i = 0; i < JUMPS; i++) {
        random = random * 1103515245u + 12345u;
        double took = on_to(client, 1 + random / 65536 % 1000 * 1000);
        worst = took > worst ? took : worst;
        sum += took;
    }
    printf("%-60s mean %6.1f ms, worst %6.1f ms\n", "jumps to anywhere in a million events:", sum / JUMPS, worst);
    sl_client_free(client);
    return 0;
}
