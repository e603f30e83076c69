// SPDX-License-Identifier: MIT
// Choosers: who moves next, by rule.
#include "run/chooser.h"

#include <stdio.h>

#include "base/map.h"
#include "base/text.h"
#include "base/vec.h"
#include "run/crowd.h"
#include "run/sched.h"

typedef enum { RANDOM, ROUND_ROBIN, RUN_TO_BLOCK, PCT, SCRIPT } Rule;
static const char *const rules[] = {"random", "round-robin", "run-to-block", "pct", "script"};
enum { PCT_DEPTH = 3, PCT_MOVES = 1000, PCT_DEEPEST = 64, PCT_PATIENCE = 20000 };

typedef struct {
    uint64_t who; // goroutine, or case
    uint32_t times;
    bool is_case;
    int line;
} Word;

struct SlChoosing {
    Rule rule;
    uint64_t random[2];
    uint64_t last; // who moved last
    // PCT
    uint32_t depth;
    uint64_t moves, run; // so far; in a row by the same one
    uint64_t changes[PCT_DEEPEST];
    uint64_t sunk;    // how often one that only runs in circles was put below all others
    SlMap priorities; // id + 1 to Priority
    SlCrowd crowd;    // those who can move, as the last choice has left them
    SlArena *arena;
    // SCRIPT
    SL_VEC(Word) words;
    int word;
    char *problem;
};

typedef struct {
    uint64_t value; // the greater goes first
} Priority;

// ---- reading the rule ----

static char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));
static char *text_of(const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    return sl_text_take(&text);
}

static bool read_pct(SlChoosing *self, const char *text, char **error) {
    unsigned long depth = PCT_DEPTH, moves = PCT_MOVES;
    int used = 0;
    if (*text && !(sscanf(text, ":%lu:%lu%n", &depth, &moves, &used) == 2 && !text[used]) &&
        !(sscanf(text, ":%lu%n", &depth, &used) == 1 && !text[used]))
        depth = 0;
    if (depth < 1 || depth > PCT_DEEPEST || moves < 1) {
        *error = text_of("pct is followed by a depth from 1 to %d and a number of moves, as pct:3:1000", PCT_DEEPEST);
        return false;
    }
    self->depth = (uint32_t)depth;
    for (uint32_t i = 0; i + 1 < self->depth; i++)
        self->changes[i] = 1 + sl_random_below(self->random, moves);
    return true;
}

static bool read_word(SlChoosing *self, const char *word, size_t length, bool is_case, int line) {
    size_t at = !is_case && *word == 'G';
    Word made = {.times = 1, .is_case = is_case, .line = line};
    size_t digits = at;
    for (; at < length && word[at] >= '0' && word[at] <= '9' && at < 20; at++)
        made.who = made.who * 10 + (uint64_t)(word[at] - '0');
    if (at == digits)
        return false;
    if (at < length && word[at] == '*') {
        made.times = 0;
        for (at++; at < length && word[at] >= '0' && word[at] <= '9' && made.times < 100000000; at++)
            made.times = made.times * 10 + (uint32_t)(word[at] - '0');
    }
    sl_vec_push(&self->words, made);
    return at == length;
}

static bool read_script(SlChoosing *self, const char *script, char **error) {
    static const char space[] = " \t\r\n,";
    int line = 1;
    bool is_case = false;
    for (const char *at = script; *at;) {
        if (*at == '#')
            at += strcspn(at, "\n");
        if (!*at)
            break;
        line += *at == '\n';
        size_t length = strcspn(at, " \t\r\n,#");
        if (!length) {
            at += strspn(at, space) > 0;
            continue;
        }
        if (!is_case && length == 4 && memcmp(at, "case", 4) == 0) {
            is_case = true;
        } else if (read_word(self, at, length, is_case, line)) {
            is_case = false;
        } else {
            *error = text_of("script, line %d: \"%.*s\" is neither a goroutine (G3) nor a case (case 1)", line,
                             length > 40 ? 40 : (int)length, at);
            return false;
        }
        at += length;
    }
    if (is_case)
        *error = text_of("script: the last word is \"case\", its number is missing");
    return !is_case;
}

SlChoosing *sl_choosing_new(const char *rule, uint64_t seed, const char *script, char **error) {
    SlChoosing *self = calloc(1, sizeof *self);
    if (!self)
        abort();
    self->arena = sl_arena_new();
    sl_random_seed(self->random, seed);
    size_t length = strcspn(rule, ":");
    int found = -1;
    for (int i = 0; i <= SCRIPT; i++)
        if (strlen(rules[i]) == length && memcmp(rules[i], rule, length) == 0)
            found = i;
    self->rule = found < 0 ? RANDOM : (Rule)found;
    bool ok = found >= 0 && (!rule[length] || found == PCT || found == SCRIPT);
    if (!ok)
        *error = text_of("a chooser is random, round-robin, run-to-block, pct[:DEPTH] or script:FILE");
    else if (self->rule == PCT)
        ok = read_pct(self, rule + length, error);
    else if (self->rule == SCRIPT)
        ok = read_script(self, script ? script : "", error);
    if (ok)
        return self;
    sl_choosing_free(self);
    return NULL;
}

void sl_choosing_free(SlChoosing *self) {
    if (!self)
        return;
    sl_map_free(&self->priorities);
    sl_crowd_free(&self->crowd);
    sl_vec_free(&self->words);
    sl_arena_free(self->arena);
    free(self->problem);
    free(self);
}

const char *sl_choosing_problem(const SlChoosing *self) {
    return self->problem;
}

// ---- choosing ----

static uint32_t place_of(const SlChoice *choice, uint64_t id) { // count: not there
    uint32_t i = 0;
    while (i < choice->count && choice->actors[i] != id)
        i++;
    return i;
}

// The one with the next greater number, else the one with the smallest.
static uint32_t next_by_number(const SlChoice *choice, uint64_t last) {
    uint32_t next = choice->count, first = 0;
    for (uint32_t i = 0; i < choice->count; i++) {
        uint64_t id = choice->actors[i];
        if (id > last && (next == choice->count || id < choice->actors[next]))
            next = i;
        if (id < choice->actors[first])
            first = i;
    }
    return next < choice->count ? next : first;
}

static Priority *priority_of(SlChoosing *self, uint64_t id) {
    void *key = (void *)(uintptr_t)(id + 1);
    Priority *priority = sl_map_get_ptr(&self->priorities, key);
    if (!priority) {
        priority = SL_NEW(self->arena, Priority);
        // above all that change points give; two alike are told apart by their number
        priority->value = ((uint64_t)1 << 63) + (sl_random_next(self->random) >> 2);
        sl_map_set_ptr(&self->priorities, key, priority);
    }
    return priority;
}

static uint32_t choose_pct(SlChoosing *self, const SlChoice *choice) {
    self->moves++;
    for (uint32_t i = 0; i + 1 < self->depth; i++)
        if (self->changes[i] == self->moves && self->last)
            priority_of(self, self->last)->value = ((uint64_t)1 << 62) + i;
    // Priorities alone let one that waits in a circle for another run for ever
    if (self->run > PCT_PATIENCE) {
        priority_of(self, self->last)->value = ((uint64_t)1 << 61) - ++self->sunk;
        self->run = 0;
    }
    sl_crowd_cut(&self->crowd, choice->kept);
    for (uint32_t i = (uint32_t)self->crowd.at.count; i < choice->count; i++)
        sl_crowd_add(&self->crowd, choice->actors[i], priority_of(self, choice->actors[i])->value);
    uint32_t best = sl_crowd_first(&self->crowd);
    sl_crowd_take(&self->crowd, best);
    self->run = choice->actors[best] == self->last ? self->run + 1 : 0;
    return best;
}

// UINT64_MAX: the script cannot be followed.
static uint64_t choose_script(SlChoosing *self, const SlChoice *choice) {
    bool is_case = choice->kind == SL_CHOOSE_SELECT;
    while (self->word < self->words.count && !self->words.at[self->word].times)
        self->word++;
    if (self->word >= self->words.count || self->words.at[self->word].is_case != is_case)
        return sl_random_below(self->random, choice->count);
    Word *word = &self->words.at[self->word];
    uint32_t place = place_of(choice, word->who);
    word->times--;
    if (place < choice->count)
        return place;
    SlText text = {0};
    sl_text_printf(&text,
                   is_case ? "script, line %d: case %llu of the select of G%llu is not ready; ready are"
                           : "script, line %d: G%llu cannot move now; who can:",
                   word->line, (unsigned long long)word->who, (unsigned long long)choice->goroutine);
    for (uint32_t i = 0; i < choice->count && i < 20; i++)
        sl_text_printf(&text, is_case ? " %llu" : " G%llu", (unsigned long long)choice->actors[i]);
    self->problem = sl_text_take(&text);
    return UINT64_MAX;
}

static uint64_t choose_goroutine(SlChoosing *self, const SlChoice *choice) {
    switch (self->rule) {
    case ROUND_ROBIN:
        return next_by_number(choice, self->last);
    case RUN_TO_BLOCK: {
        uint32_t place = place_of(choice, self->last);
        return place < choice->count ? place : next_by_number(choice, self->last);
    }
    case PCT:
        return choose_pct(self, choice);
    case SCRIPT:
        return choose_script(self, choice);
    default:
        return sl_random_below(self->random, choice->count);
    }
}

uint64_t sl_choosing_choose(void *data, const SlChoice *choice) {
    SlChoosing *self = data;
    if (self->problem)
        return UINT64_MAX;
    if (choice->kind == SL_CHOOSE_GOROUTINE) {
        uint64_t place = choose_goroutine(self, choice);
        if (place < choice->count)
            self->last = choice->actors[place];
        return place;
    }
    if (choice->kind == SL_CHOOSE_SELECT && self->rule == SCRIPT)
        return choose_script(self, choice);
    return choice->count ? sl_random_below(self->random, choice->count) : sl_random_next(self->random);
}
