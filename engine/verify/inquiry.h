// SPDX-License-Identifier: MIT
// What only running again can tell of a finding: the moment from which on nobody could help any more, and small changes
// with which nobody gets stuck. Both are found in controlled machines of their own, beside the one that got stuck.
#ifndef SL_INQUIRY_H
#define SL_INQUIRY_H

#include "run/run.h"
#include "verify/findings.h"

typedef struct {
    uint64_t event; // it came behind this one
    const char *bytes;
    size_t count;
    bool end;
} SlInquiryInput;

typedef struct {
    const SlCode *code;
    SlMachineOptions options; // of the run: seed, limits, arguments, environment
    bool repeatable; // a controlled run from its beginning on: it can be made again from seed or choices, and inputs
    const uint64_t *choices; // that the chooser has made, in their order; null: the seed made them
    int choice_count;
    const SlInquiryInput *inputs; // in their order
    int input_count;
    int64_t limit;              // nanoseconds after which it gives up
    bool (*cancel)(void *data); // may be null: asked every few milliseconds; true: give up
    void *cancel_data;
} SlInquiry;

// Fills in the moments and ways out of findings that sl_explain has made, and sets searched. Without a repeatable run
// there are no moments, and ways out are told only of what gets stuck in other runs too. Runs the program many times:
// only while nobody waits. Nothing of these runs is heard. False: it was cancelled, and may be asked again.
bool sl_inquire(const SlInquiry *inquiry, SlFindings *findings);

#endif
