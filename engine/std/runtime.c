// SPDX-License-Identifier: MIT
// Natives of package runtime that look at the stack. A program counter, as a program sees it, is the number of the
// function (from 1) and the place in its code, from 1; 0 is the entry.
#include "std/impl.h"

#include "base/text.h"

enum { PC_BITS = 24, MOST_FRAMES = 4096 };

static bool shown(const SlFunc *func) { return !(func->flags & SL_FUNC_WRAPPER); }

// func callerPC(skip int) uintptr: skip 0 is the function that calls the caller of callerPC
static SlOutcome caller_pc(SlWorker *worker, SlSlot *s) {
    SlFrameInfo own[64], *frames = own;
    uint32_t count = sl_vm_frames(worker->machine, worker->g, own, 64);
    if (count > 64 && s[1].i > 16) {
        count = count > MOST_FRAMES ? MOST_FRAMES : count;
        frames = malloc(count * sizeof *frames);
        assert(frames);
        count = sl_vm_frames(worker->machine, worker->g, frames, count);
        count = count > MOST_FRAMES ? MOST_FRAMES : count;
    } else if (count > 64) {
        count = 64;
    }
    int64_t skip = s[1].i;
    if (strcmp(frames[0].func->name, "runtime.callerPC") == 0) // the native's own frame
        skip++;
    s[0].u = 0;
    for (uint32_t i = 0; i < count; i++)
        if (shown(frames[i].func) && skip-- == 0)
            s[0].u = (uint64_t)(frames[i].func->index + 1) << PC_BITS | (frames[i].pc + 1);
    if (frames != own)
        free(frames);
    return SL_DONE;
}

// func place(pc uintptr) (name, file string, line int, entry uintptr)
static SlOutcome place(SlWorker *worker, SlSlot *s) {
    const SlCode *code = worker->machine->code;
    uint64_t pc = s[6].u, number = pc >> PC_BITS, at = pc & ((1 << PC_BITS) - 1);
    memset(s, 0, 6 * sizeof *s);
    if (number == 0 || number > code->func_count || at > code->funcs[number - 1]->code_count)
        return SL_DONE;
    const SlFunc *func = code->funcs[number - 1];
    set_str(s, (SlStr){func->name, (int64_t)strlen(func->name)});
    SlPlace where = sl_files_place(code->files, at ? sl_func_pos(func, (uint32_t)at - 1) : func->pos);
    if (where.file)
        set_str(s + 2, (SlStr){where.file->name, (int64_t)strlen(where.file->name)});
    s[4].i = where.line;
    s[5].u = number << PC_BITS;
    return SL_DONE;
}

// func stackText(all bool) string
static SlOutcome stack_text(SlWorker *worker, SlSlot *s) {
    SlText text = {0};
    sl_vm_trace(worker->machine, worker->g, "running", &text);
    set_str(s, sl_string_new(worker, sl_text_cstr(&text), text.length));
    sl_text_free(&text);
    return SL_DONE;
}

const SlNative sl_natives_runtime[] = {
    {"runtime.callerPC", caller_pc, true},
    {"runtime.place", place, false},
    {"runtime.stackText", stack_text, true},
    {NULL, NULL, false},
};
