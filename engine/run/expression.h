// SPDX-License-Identifier: MIT
// Go expressions about a stopped goroutine: watches, and the conditions of breakpoints.
//
// Text is parsed once; names are looked up where the goroutine stands (as the language's scopes say) and types are
// checked once for each function it is evaluated in, so that evaluating it again is cheap. Nothing of the program runs
// and nothing of it changes: calls of functions, receiving, and making things are refused by name.
//
// An expression belongs to one thread at a time. The goroutine must not run meanwhile (the machine is paused, or
// controlled and stands at a safepoint or breakpoint with the goroutine's pc and fp saved).
#ifndef SL_EXPRESSION_H
#define SL_EXPRESSION_H

#include "base/text.h"
#include "code/code.h"

struct SlMachine;
struct SlGoroutine;

typedef struct SlExpression SlExpression;

// A value with a name of its own beside the program's variables: that of a message, for a condition on a channel.
typedef struct {
    const char *name;
    const SlRtype *type;
    const void *slots; // frame form
} SlGiven;

typedef enum {
    SL_TRUTH_FALSE,
    SL_TRUTH_TRUE,
    SL_TRUTH_ERROR, // no answer: a nil pointer on the way, an index out of range, a variable that is not there
} SlTruth;

// pos: somewhere in the program's source where it is going to be evaluated; names and types are then checked at once.
// 0: only when it is evaluated. code must outlive it. Null with *error (malloc's memory, one sentence) when it is no
// expression or cannot be evaluated there.
SlExpression *sl_expression_new(const SlCode *code, const char *text, SlPos pos, char **error);
// The same for something that has to be true or false; given (may be null): its name and type are known then.
SlExpression *sl_condition_new(const SlCode *code, const char *text, SlPos pos, const SlGiven *given, char **error);
void sl_expression_free(SlExpression *expression); // null is allowed

// frame: 0 is the innermost. given may be null. On SL_TRUTH_ERROR a sentence is added to error (may be null).
SlTruth sl_condition_test(SlExpression *condition, struct SlMachine *machine, const struct SlGoroutine *g,
                          uint32_t frame, const SlGiven *given, SlText *error);

#endif
