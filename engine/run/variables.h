// SPDX-License-Identifier: MIT
// Where the variables of a stopped goroutine's frame are: in the frame, in the heap, in the running closure; for the
// body of a range over func also in the frames of the functions around it.
#ifndef SL_VARIABLES_H
#define SL_VARIABLES_H

#include "run/view.h"

typedef struct {
    const SlVarInfo *info;
    SlView view;
    bool gone; // nothing needs it any more and a collection may have taken what it refers to: do not look
} SlVariable;

// A frame of a goroutine that stands. Free with sl_frame_close.
typedef struct {
    SlMachine *machine;
    const SlGoroutine *g;
    uint32_t index; // 0 is the innermost
    SlFrameInfo info;
    uint64_t *live; // slots whose pointers are kept; null: all are
} SlFrame;

bool sl_frame_open(SlMachine *machine, const SlGoroutine *g, uint32_t index, SlFrame *frame); // false: no such frame
void sl_frame_close(SlFrame *frame);
// The frame of the function that the body of a range over func stands in. False: it is not there.
bool sl_frame_around(const SlFrame *frame, SlFrame *around);
// Visits the variables in scope, inner before outer, until visit returns false. around: how many functions further out.
void sl_frame_variables(const SlFrame *frame, bool (*visit)(void *data, const SlVariable *variable), void *data);
// The variable declared at pos, of this frame or of those around. False: it has no place here.
bool sl_frame_variable(const SlFrame *frame, const char *name, SlPos pos, SlVariable *variable);
// The package-level variable declared at pos. Null: the program has no use for it.
bool sl_global_variable(const SlMachine *machine, SlPos pos, SlView *view);

#endif
