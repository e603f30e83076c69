// SPDX-License-Identifier: MIT
// The variables of frames, by what the code generator has noted of each function (SlVarInfo).
//
// A slot belongs to its variable as long as that is in scope, so numbers can be read to the end of the scope. A pointer
// that nothing needs any more does not keep what it points to: once a collection has run, such a variable is gone.
#include "run/variables.h"

#include <stdlib.h>

#include "run/heap.h"
#include "run/vm.h"

bool sl_frame_open(SlMachine *machine, const SlGoroutine *g, uint32_t index, SlFrame *frame) {
    *frame = (SlFrame){.machine = machine, .g = g, .index = index};
    if (!sl_vm_frame(machine, g, index, &frame->info))
        return false;
    const SlHeap *heap = machine->heap;
    if (heap->collections) {
        frame->live = calloc((frame->info.func->slots + 64) / 64, sizeof *frame->live);
        if (!frame->live)
            abort();
        sl_vm_live(machine, g, index, frame->live);
    }
    return true;
}

void sl_frame_close(SlFrame *frame) {
    free(frame->live);
    frame->live = NULL;
}

static bool is_live(const SlFrame *frame, uint32_t slot) {
    return !frame->live || (frame->live[slot / 64] >> (slot % 64) & 1);
}

static bool in_scope(const SlVarInfo *info, uint32_t pc) {
    return info->from <= pc && pc < info->to;
}

static SlVariable find(const SlFrame *frame, const SlVarInfo *info) {
    SlVariable variable = {.info = info};
    const SlSlot *slots = frame->info.fp + info->slot;
    if (info->capture != SL_NO_SLOT) { // there, whatever the code still needs: the frame keeps its closure
        slots = (const SlSlot *)sl_frame_closure(frame->info.fp)->captures + info->capture;
    } else if (info->boxed) {
        variable.gone = !is_live(frame, info->slot);
    } else {
        for (uint32_t i = 0; i < info->type->slots; i++)
            if (frame->info.func->kinds[info->slot + i] != SL_WORD_SCALAR && !is_live(frame, info->slot + i))
                variable.gone = true;
        // The words behind a pointer (a length) are dead or alive with it; what is part of a value goes with all of it.
    }
    variable.view = sl_view_of(info->type, slots);
    if (info->boxed)
        variable.view = (SlView){info->type, variable.gone ? NULL : slots->p, false};
    return variable;
}

bool sl_frame_around(const SlFrame *frame, SlFrame *around) {
    const SlFunc *func = frame->info.func;
    const SlClosure *closure = sl_frame_closure(frame->info.fp);
    if (!(func->flags & SL_FUNC_RANGE_BODY) || !func->outer || !func->capture_slots)
        return false;
    for (uint32_t i = frame->index + 1; sl_frame_open(frame->machine, frame->g, i, around); i++) {
        const SlFunc *outer = around->info.func;
        for (uint32_t k = 0; outer == func->outer && k < outer->var_count; k++) {
            const SlVarInfo *info = &outer->vars[k];
            if (!info->name[0] && info->boxed && in_scope(info, around->info.pc) &&
                around->info.fp[info->slot].u == closure->captures[0])
                return true;
        }
        sl_frame_close(around);
    }
    return false;
}

// Variables of the frame itself; false when visit has had enough.
static bool visit_own(const SlFrame *frame, bool (*visit)(void *data, const SlVariable *variable), void *data) {
    const SlFunc *func = frame->info.func;
    for (uint32_t i = func->var_count; i-- > 0;) {
        const SlVarInfo *info = &func->vars[i];
        if (!info->name[0] || !in_scope(info, frame->info.pc))
            continue;
        SlVariable variable = find(frame, info);
        if (!visit(data, &variable))
            return false;
    }
    return true;
}

void sl_frame_variables(const SlFrame *frame, bool (*visit)(void *data, const SlVariable *variable), void *data) {
    SlFrame around;
    if (visit_own(frame, visit, data) && sl_frame_around(frame, &around)) {
        sl_frame_variables(&around, visit, data);
        sl_frame_close(&around);
    }
}

bool sl_frame_variable(const SlFrame *frame, const char *name, SlPos pos, SlVariable *variable) {
    const SlFunc *func = frame->info.func;
    for (uint32_t i = func->var_count; i-- > 0;) {
        const SlVarInfo *info = &func->vars[i];
        if (info->pos != pos || !in_scope(info, frame->info.pc) || strcmp(info->name, name) != 0)
            continue;
        *variable = find(frame, info);
        return true;
    }
    SlFrame around;
    if (!sl_frame_around(frame, &around))
        return false;
    bool found = sl_frame_variable(&around, name, pos, variable);
    sl_frame_close(&around);
    return found;
}

bool sl_global_variable(const SlMachine *machine, SlPos pos, SlView *view) {
    const SlCode *code = machine->code;
    for (uint32_t i = 0; i < code->global_count; i++)
        if (code->global_vars[i].pos == pos) {
            *view = (SlView){code->global_vars[i].type, machine->globals + code->global_offsets[i], false};
            return true;
        }
    return false;
}
