// SPDX-License-Identifier: MIT
// Findings survive the way to the other process, and bytes that are none are refused.
#include <criterion/criterion.h>
#include <string.h>

#include "verify/findings.h"

static SlFindings *sample(void) {
    SlFindings *findings = sl_findings_new();
    static const char *sentences[] = {"main waits to send 8 on jobs (line 25).", "Nobody is left who could receive."};
    static const char *ways[] = {"give results room for 13 more values"};
    static uint64_t goroutines[] = {1, 18, 19}, objects[] = {7};
    findings->event = 24;
    findings->searched = true;
    findings->count = 2;
    findings->at = SL_NEW_N(findings->arena, SlFinding, 2);
    findings->at[0] = (SlFinding){.kind = SL_FINDING_DEADLOCK,
                                  .cause = SL_CAUSE_WAIT_CYCLE,
                                  .title = "main and 2 workers wait for each other",
                                  .sentences = sentences,
                                  .sentence_count = 2,
                                  .goroutines = goroutines,
                                  .goroutine_count = 3,
                                  .objects = objects,
                                  .object_count = 1,
                                  .event = 20,
                                  .moment = "worker G3 ended at event 20",
                                  .ways = ways,
                                  .way_count = 1};
    findings->at[1] =
        (SlFinding){.kind = SL_FINDING_LEAK, .cause = SL_CAUSE_NIL_CHANNEL, .title = "f can never continue"};
    return findings;
}

Test(findings, come_back_as_they_were_written) {
    SlFindings *from = sample();
    SlText bytes = {0}, again = {0};
    sl_findings_write(from, &bytes);
    SlFindings *to = sl_findings_read(bytes.at, bytes.length);
    cr_assert_not_null(to);
    sl_findings_write(to, &again);
    cr_assert_eq(bytes.length, again.length);
    cr_expect_eq(memcmp(bytes.at, again.at, bytes.length), 0);
    cr_expect_str_eq(to->at[0].sentences[1], "Nobody is left who could receive.");
    cr_expect_null(to->at[1].moment);
    cr_expect(to->searched);
    sl_findings_free(from);
    sl_findings_free(to);
    sl_text_free(&bytes);
    sl_text_free(&again);
}

Test(findings, shortened_or_changed_bytes_never_crash_the_reader) {
    SlFindings *from = sample();
    SlText bytes = {0};
    sl_findings_write(from, &bytes);
    for (size_t length = 0; length < bytes.length; length++)
        cr_expect_null(sl_findings_read(bytes.at, length), "%zu bytes are too few", length);
    for (size_t i = 0; i < bytes.length; i++)
        for (int bit = 0; bit < 8; bit += 3) {
            bytes.at[i] ^= (char)(1 << bit);
            SlFindings *to = sl_findings_read(bytes.at, bytes.length);
            for (int k = 0; to && k < to->count; k++)
                cr_expect(to->at[k].title && to->at[k].cause < SL_CAUSE_COUNT);
            sl_findings_free(to);
            bytes.at[i] ^= (char)(1 << bit);
        }
    sl_findings_free(from);
    sl_text_free(&bytes);
}

Test(findings, the_text_leaves_out_what_was_told_before) {
    SlFindings *from = sample();
    SlText all = {0}, rest = {0};
    sl_findings_text(from, NULL, &all);
    sl_findings_text(from, from, &rest);
    cr_expect(strstr(sl_text_cstr(&all), "a way out: give results room"));
    cr_expect_eq(rest.length, 0);
    sl_findings_free(from);
    sl_text_free(&all);
    sl_text_free(&rest);
}
