// SPDX-License-Identifier: MIT
// Runs a suite's tests one after the other in this process: Criterion's own runner, which forks from an arena at a
// fixed address, does not start under ThreadSanitizer. A failed assertion ends the suite.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What the macros of a test call, without the runner behind it.
void criterion_internal_test_setup(void) {
}

void criterion_internal_test_main(void (*test)(void)) {
    test();
}

void criterion_internal_test_teardown(void) {
}

void criterion_send_assert(struct criterion_assert_stats *stats) {
    if (stats->passed)
        return;
    fprintf(stderr, "%s:%u: %s\n", stats->file, stats->line, stats->message ? stats->message : "assertion failed");
    abort();
}

extern struct criterion_test *__start_cr_tst[], *__stop_cr_tst[];

int main(int argc, char **argv) {
    int ran = 0;
    for (struct criterion_test **at = __start_cr_tst; at < __stop_cr_tst; at++) {
        if (!*at || !(*at)->test || (argc > 1 && strcmp((*at)->name, argv[1])))
            continue;
        fprintf(stderr, "%s\n", (*at)->name);
        if ((*at)->data->init)
            (*at)->data->init();
        (*at)->test();
        if ((*at)->data->fini)
            (*at)->data->fini();
        ran++;
    }
    printf("%d passed, 0 failed\n", ran);
    return ran == 0;
}
