// SPDX-License-Identifier: MIT
// History: a list of replaced parts and a place in it; steps behind the place have been undone.
#include "ui/history.h"

#include <string.h>

enum { TYPED_WITHIN = 1500 * 1000 };
static const char typing[] = "typing";

typedef struct {
    char *file;
    gsize at;
    char *removed, *inserted;
} Part;

typedef struct {
    gsize at;
    char *removed, *inserted;
    char *what; // null: typed
    gint64 time;
    GPtrArray *beside; // Part: in other files; null: none
} Step;

struct SlHistory {
    GPtrArray *steps;
    guint done; // steps before this one are in the text
};

static void part_free(void *data) {
    Part *part = data;
    g_free(part->file);
    g_free(part->removed);
    g_free(part->inserted);
    g_free(part);
}

static void step_free(void *data) {
    Step *step = data;
    g_clear_pointer(&step->beside, g_ptr_array_unref);
    g_free(step->removed);
    g_free(step->inserted);
    g_free(step->what);
    g_free(step);
}

SlHistory *sl_history_new(void) {
    SlHistory *self = g_new0(SlHistory, 1);
    self->steps = g_ptr_array_new_with_free_func(step_free);
    return self;
}

void sl_history_free(SlHistory *self) {
    g_ptr_array_unref(self->steps);
    g_free(self);
}

void sl_history_clear(SlHistory *self) {
    g_ptr_array_set_size(self->steps, 0);
    self->done = 0;
}

static void append(char **text, const char *more) {
    char *joined = g_strconcat(*text, more, NULL);
    g_free(*text);
    *text = joined;
}

// Typing goes on where the last step ended, rubbing out backwards or forwards too; a new line begins a new step.
static gboolean join(Step *last, const Step *next) {
    if (last->what || next->what || last->beside || next->time - last->time > TYPED_WITHIN)
        return FALSE;
    gsize inserted = strlen(last->inserted), removed = strlen(next->removed);
    if (!*next->removed && next->at == last->at + inserted && !strchr(last->inserted, '\n')) {
        append(&last->inserted, next->inserted);
    } else if (!*next->inserted && !*last->inserted && next->at == last->at) {
        append(&last->removed, next->removed);
    } else if (!*next->inserted && !*last->inserted && next->at + removed == last->at) {
        char *whole = g_strconcat(next->removed, last->removed, NULL);
        g_free(last->removed);
        last->removed = whole;
        last->at = next->at;
    } else {
        return FALSE;
    }
    last->time = next->time;
    return TRUE;
}

// Where the two begin to differ, and what stands there.
static gsize differs(const char *before, const char *after, char **removed, char **inserted) {
    gsize n = strlen(before), m = strlen(after), from = 0, same = 0;
    while (before[from] && before[from] == after[from])
        from++;
    while (same < n - from && same < m - from && before[n - 1 - same] == after[m - 1 - same])
        same++;
    *removed = g_strndup(before + from, n - same - from);
    *inserted = g_strndup(after + from, m - same - from);
    return from;
}

static Step *step_new(const char *before, const char *after, const char *what, gint64 now) {
    Step *step = g_new0(Step, 1);
    step->at = differs(before, after, &step->removed, &step->inserted);
    step->what = g_strdup(what);
    step->time = now;
    return step;
}

void sl_history_record_edit(SlHistory *self, const char *before, const char *after, const char *what, gint64 now) {
    g_ptr_array_set_size(self->steps, (int)self->done);
    g_ptr_array_add(self->steps, step_new(before, after, what, now));
    self->done++;
}

void sl_history_record_beside(SlHistory *self, const char *file, const char *before, const char *after) {
    Step *step = g_ptr_array_index(self->steps, self->done - 1);
    Part *part = g_new0(Part, 1);
    part->file = g_strdup(file);
    part->at = differs(before, after, &part->removed, &part->inserted);
    if (!step->beside)
        step->beside = g_ptr_array_new_with_free_func(part_free);
    g_ptr_array_add(step->beside, part);
}

static void each_beside(SlHistory *self, guint index, gboolean undo, SlHistoryBeside take, void *data) {
    const Step *step = index < self->steps->len ? g_ptr_array_index(self->steps, index) : NULL;
    for (guint i = 0; step && step->beside && i < step->beside->len; i++) {
        const Part *part = g_ptr_array_index(step->beside, i);
        take(data, part->file, part->at, undo ? part->inserted : part->removed, undo ? part->removed : part->inserted);
    }
}

void sl_history_undone_beside(SlHistory *self, SlHistoryBeside take, void *data) {
    each_beside(self, self->done, TRUE, take, data);
}

void sl_history_redone_beside(SlHistory *self, SlHistoryBeside take, void *data) {
    if (self->done)
        each_beside(self, self->done - 1, FALSE, take, data);
}

void sl_history_record(SlHistory *self, const char *before, const char *after, const char *what, gint64 now) {
    if (strcmp(before, after) == 0)
        return;
    g_ptr_array_set_size(self->steps, (int)self->done); // what was undone is gone
    Step *step = step_new(before, after, what, now);
    if (self->done && join(g_ptr_array_index(self->steps, self->done - 1), step)) {
        step_free(step);
        return;
    }
    g_ptr_array_add(self->steps, step);
    self->done++;
}

static char *replaced(const char *text, gsize at, const char *old, const char *new) {
    GString *result = g_string_new_len(text, (gssize)at);
    g_string_append(result, new);
    g_string_append(result, text + at + strlen(old));
    return g_string_free(result, FALSE);
}

char *sl_history_undo(SlHistory *self, const char *text) {
    if (!self->done)
        return NULL;
    Step *step = g_ptr_array_index(self->steps, --self->done);
    step->time = 0; // what is typed from here on is another step
    if (self->done)
        ((Step *)g_ptr_array_index(self->steps, self->done - 1))->time = 0;
    return replaced(text, step->at, step->inserted, step->removed);
}

char *sl_history_redo(SlHistory *self, const char *text) {
    if (self->done == self->steps->len)
        return NULL;
    const Step *step = g_ptr_array_index(self->steps, self->done++);
    return replaced(text, step->at, step->removed, step->inserted);
}

static const char *what_of(SlHistory *self, guint index) {
    const Step *step = g_ptr_array_index(self->steps, index);
    return step->what ? step->what : typing;
}

const char *sl_history_next_undo(SlHistory *self) {
    return self->done ? what_of(self, self->done - 1) : NULL;
}

const char *sl_history_next_redo(SlHistory *self) {
    return self->done < self->steps->len ? what_of(self, self->done) : NULL;
}
