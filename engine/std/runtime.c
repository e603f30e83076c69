// SPDX-License-Identifier: MIT
// Natives of package runtime that look at the stack. A program counter, as a program sees it, is the number of the
// function (from 1) and the place in its code, from 1; 0 is the entry.
#include "run/vm.h"
#include "std/impl.h"

#include "base/text.h"

enum { PC_BITS = 24, MOST_FRAMES = 4096 };

// Functions of Go's own runtime that programs find on their stacks, numbered behind those of the program.
static const struct {
    const char *name, *file;
    int line;
} runtime_funcs[] = {
    {"runtime.gopanic", "/usr/local/go/src/runtime/panic.go", 787},
    {"runtime.main", "/usr/local/go/src/runtime/proc.go", 283},
    {"runtime.goexit", "/usr/local/go/src/runtime/asm_amd64.s", 1700},
};
enum { GOPANIC = 1, MAIN, GOEXIT };

static uint64_t runtime_pc(const SlWorker *worker, int which) {
    return (uint64_t)(worker->machine->code->func_count + (uint32_t)which) << PC_BITS | 1;
}

static bool shown(const SlFunc *func) {
    return !(func->flags & SL_FUNC_WRAPPER);
}

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
    for (uint32_t i = 0; i < count && skip >= 0; i++) {
        if (shown(frames[i].func) && skip-- == 0)
            s[0].u = (uint64_t)(frames[i].func->index + 1) << PC_BITS | (frames[i].pc + 1);
        if (frames[i].panicking && skip-- == 0)
            s[0].u = runtime_pc(worker, GOPANIC);
    }
    if (worker->g->id == 1 && skip-- == 0)
        s[0].u = runtime_pc(worker, MAIN);
    if (skip == 0)
        s[0].u = runtime_pc(worker, GOEXIT);
    if (frames != own)
        free(frames);
    return SL_DONE;
}

// func place(pc uintptr) (name, file string, line int, entry uintptr)
static SlOutcome place(SlWorker *worker, SlSlot *s) {
    const SlCode *code = worker->machine->code;
    uint64_t pc = s[6].u, number = pc >> PC_BITS, at = pc & ((1 << PC_BITS) - 1);
    memset(s, 0, 6 * sizeof *s);
    if (number > code->func_count && number <= code->func_count + GOEXIT) {
        const char *name = runtime_funcs[number - code->func_count - 1].name;
        const char *file = runtime_funcs[number - code->func_count - 1].file;
        set_str(s, (SlStr){name, (int64_t)strlen(name)});
        set_str(s + 2, (SlStr){file, (int64_t)strlen(file)});
        s[4].i = runtime_funcs[number - code->func_count - 1].line;
        s[5].u = number << PC_BITS;
        return SL_DONE;
    }
    // reflect.Value.Pointer of a function is where its value lies.
    for (uint32_t i = 0; number > code->func_count && i < code->func_count; i++)
        if ((uintptr_t)code->funcs[i]->value == pc) {
            number = i + 1;
            at = 0;
        }
    if (number == 0 || number > code->func_count || at > code->funcs[number - 1]->code_count)
        return SL_DONE;
    const SlFunc *func = code->funcs[number - 1];
    set_str(s, (SlStr){func->name, (int64_t)strlen(func->name)});
    SlPlace where = sl_files_shown(code->files, at ? sl_func_pos(func, (uint32_t)at - 1) : func->pos);
    bool own = where.file && where.file->text && !where.file->library;
    if (own) {
        const char *path = sl_vm_file_path(worker->machine, where.file);
        set_str(s + 2, sl_string_new(worker, path, strlen(path)));
    }
    if (where.file && !own)
        set_str(s + 2, (SlStr){where.file->name, (int64_t)strlen(where.file->name)});
    s[4].i = where.line;
    s[5].u = number << PC_BITS;
    return SL_DONE;
}

static void add_goroutine(void *data, SlGoroutine *g) {
    SL_VEC(SlGoroutine *) *all = data;
    if (!g->system)
        sl_vec_push(all, g);
}

static int by_id(const void *a, const void *b) {
    const SlGoroutine *x = *(SlGoroutine *const *)a, *y = *(SlGoroutine *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// func stackText(all bool) string: the calling goroutine first
static SlOutcome stack_text(SlWorker *worker, SlSlot *s) {
    SlMachine *machine = worker->machine;
    SlText text = {0};
    bool all = s[2].u & 1;
    sl_vm_trace(machine, worker->g, "running", &text);
    if (all) {
        SL_VEC(SlGoroutine *) goroutines = {0};
        sl_world_stop(worker);
        sl_go_each(machine, add_goroutine, &goroutines);
        if (goroutines.count > 1)
            qsort(goroutines.at, (size_t)goroutines.count, sizeof *goroutines.at, by_id);
        for (int i = 0; i < goroutines.count; i++) {
            if (goroutines.at[i] == worker->g)
                continue;
            sl_text_addc(&text, '\n');
            sl_vm_trace(machine, goroutines.at[i], NULL, &text);
        }
        sl_world_start(worker);
        sl_vec_free(&goroutines);
    }
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
