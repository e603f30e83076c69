// SPDX-License-Identifier: MIT
// The proof in sentences. It begins with main, or the oldest, and follows who could help whom: "main waits to receive
// from done (line 31). Only worker G2 could send there; it waits to send on out (line 17), which only main receives
// from." Each wait is told once.
#include <string.h>

#include "verify/impl.h"

// ---- the cause ----

static bool holds_itself(const SlExplain *explain, int crowd, const SlNeed *need) {
    (void)explain;
    for (int i = 0; i < need->givers.count; i++)
        if (need->givers.at[i].crowd == crowd && need->givers.at[i].holds)
            return true;
    return false;
}

static bool is_lock(const SlNeed *need) {
    return need->object && (need->object->kind == SL_OBJECT_MUTEX || need->object->kind == SL_OBJECT_RWMUTEX);
}

// Whether from's wait leads back to it. locks: only along who holds what another waits for.
static bool is_cycle(const SlExplain *explain, int from, int at, bool locks, uint8_t *seen) {
    const SlCrowd *crowd = &explain->crowds.at[at];
    for (int n = 0; n < crowd->need_count; n++)
        for (int i = 0; i < crowd->needs[n].givers.count; i++) {
            const SlGiver *giver = &crowd->needs[n].givers.at[i];
            if (locks && !is_lock(&crowd->needs[n]))
                continue;
            if (giver->crowd == from && (from != at || crowd->number > 1))
                return true;
            if (seen[giver->crowd])
                continue;
            seen[giver->crowd] = 1;
            if (is_cycle(explain, from, giver->crowd, locks, seen))
                return true;
        }
    return false;
}

static bool has_cycle(const SlExplain *explain, const int *members, int count, bool locks) {
    for (int i = 0; i < count; i++) {
        uint8_t *seen = SL_NEW_N(explain->arena, uint8_t, explain->crowds.count + 1);
        seen[members[i]] = 1;
        if (is_cycle(explain, members[i], members[i], locks, seen))
            return true;
    }
    return false;
}

static bool is_timer(const SlCrowd *crowd) {
    for (int n = 0; n < crowd->need_count; n++)
        if (!crowd->needs[n].object || crowd->needs[n].object->kind != SL_OBJECT_TIMER)
            return false;
    return crowd->need_count > 0;
}

static SlCause cause_of_lock(const SlExplain *explain, int crowd, const SlNeed *need) {
    if (holds_itself(explain, crowd, need)) {
        if (need->object->kind == SL_OBJECT_MUTEX || need->object->owner)
            return SL_CAUSE_DOUBLE_LOCK;
        return need->kind == SL_WAITS_READ_LOCK ? SL_CAUSE_READ_AGAIN : SL_CAUSE_UPGRADE;
    }
    return SL_CAUSE_LOCK_KEPT;
}

// Of one alone, in the order of SL_CAUSES. SL_CAUSE_COUNT: only its partners tell.
static SlCause cause_of(const SlExplain *explain, int index) {
    const SlCrowd *crowd = &explain->crowds.at[index];
    if (!crowd->need_count)
        return SL_CAUSE_EMPTY_SELECT;
    const SlNeed *need = &crowd->needs[0];
    if (!need->object)
        return crowd->need_count == 1 ? SL_CAUSE_NIL_CHANNEL : SL_CAUSE_COUNT;
    if (is_lock(need))
        return cause_of_lock(explain, index, need);
    if (need->kind == SL_WAITS_GROUP)
        return SL_CAUSE_GROUP_NEVER_DONE;
    if (need->kind == SL_WAITS_COND)
        return SL_CAUSE_NO_SIGNAL;
    if (is_timer(crowd))
        return SL_CAUSE_TIMER_STOPPED;
    if (need->kind == SL_WAITS_RECEIVE && crowd->need_count == 1 &&
        strcmp(sl_words_object(explain, need), SL_CONTEXT_NAME) == 0)
        return SL_CAUSE_CONTEXT;
    return need->kind == SL_WAITS_SEND ? SL_CAUSE_NO_RECEIVER : SL_CAUSE_NO_SENDER;
}

SlCause sl_explain_cause(const SlExplain *explain, const int *members, int count) {
    SlCause best = SL_CAUSE_COUNT, root = SL_CAUSE_COUNT;
    for (int i = 0; i < count; i++) {
        SlCause cause = cause_of(explain, members[i]);
        if (cause < best)
            best = cause;
        bool helped = false; // by another one
        const SlCrowd *crowd = &explain->crowds.at[members[i]];
        for (int n = 0; n < crowd->need_count; n++)
            for (int k = 0; k < crowd->needs[n].givers.count; k++)
                helped |= crowd->needs[n].givers.at[k].crowd != members[i];
        if (!helped && cause < root)
            root = cause; // nobody is left who could help it: the others only wait for it
    }
    if (best <= SL_CAUSE_UPGRADE)
        return best;
    if (has_cycle(explain, members, count, true))
        return SL_CAUSE_LOCK_CYCLE;
    if (root < SL_CAUSE_COUNT)
        return root;
    return has_cycle(explain, members, count, false) ? SL_CAUSE_WAIT_CYCLE : best;
}

// ---- the title ----

typedef struct {
    const char *name;
    uint32_t number;
} Named;

static uint32_t write_names(const SlExplain *explain, const int *members, int count, SlText *text) {
    enum { MOST = 4 };
    Named names[MOST + 1] = {0};
    int kinds = 0;
    uint32_t all = 0, others = 0;
    for (int i = 0; i < count; i++) {
        const SlCrowd *crowd = &explain->crowds.at[members[i]];
        int at = 0;
        all += crowd->number;
        while (at < kinds && strcmp(names[at].name, crowd->first->name) != 0)
            at++;
        if (at == kinds && kinds == MOST) {
            others += crowd->number;
            continue;
        }
        if (at == kinds)
            names[kinds++].name = crowd->first->name;
        names[at].number += crowd->number;
    }
    if (others)
        names[kinds++] = (Named){"other", others};
    for (int i = 0; i < kinds; i++) {
        size_t n = strlen(names[i].name);
        bool plain = n && names[i].name[n - 1] >= 'a' && names[i].name[n - 1] <= 'z' && names[i].name[n - 1] != 's';
        sl_text_adds(text, i == 0 ? "" : i == kinds - 1 ? " and " : ", ");
        if (names[i].number == 1)
            sl_text_adds(text, names[i].name);
        else
            sl_text_printf(text, plain ? "%u %ss" : "%u × %s", names[i].number, names[i].name);
    }
    return all;
}

const char *sl_explain_title(const SlExplain *explain, const int *members, int count, SlFindingKind kind,
                             SlCause cause) {
    SlText text = {0};
    uint32_t all = write_names(explain, members, count, &text);
    bool cycle = cause == SL_CAUSE_WAIT_CYCLE || cause == SL_CAUSE_LOCK_CYCLE;
    if (kind == SL_FINDING_AT_EXIT)
        sl_text_printf(&text, " %s for what only main could have given", all == 1 ? "waits" : "wait");
    else if (cycle && all > 1)
        sl_text_adds(&text, kind == SL_FINDING_DEADLOCK ? " wait for each other"
                                                        : " wait for each other and can never continue");
    else
        sl_text_adds(&text, " can never continue");
    const char *title = sl_arena_strndup(explain->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return title;
}

// ---- the sentences ----

typedef struct {
    SlExplain *explain;
    SlFinding *finding;
    SL_VEC(const char *) sentences;
    SlText text;      // the sentence under way
    SL_VEC(int) next; // crowds whose wait is still to be told
} Writer;

static void end_sentence(Writer *w) {
    if (!w->text.length)
        return;
    sl_text_addc(&w->text, '.');
    sl_vec_push(&w->sentences, sl_arena_strndup(w->explain->arena, w->text.at, w->text.length));
    w->text.length = 0;
}

static SlCrowd *crowd_at(const Writer *w, int index) {
    return &w->explain->crowds.at[index];
}

static void write_giver(Writer *w, const SlGiver *giver) {
    sl_words_crowd(crowd_at(w, giver->crowd), &w->text);
}

static void later(Writer *w, int crowd) {
    for (int i = 0; i < w->next.count; i++)
        if (w->next.at[i] == crowd)
            return;
    sl_vec_push(&w->next, crowd);
}

static void write_givers(Writer *w, const SlNeed *need) {
    enum { SHOWN = 3 };
    for (int i = 0; i < need->givers.count && i < SHOWN; i++) {
        sl_text_adds(&w->text, i == 0 ? "" : i == need->givers.count - 1 ? " and " : ", ");
        write_giver(w, &need->givers.at[i]);
    }
    if (need->givers.count > SHOWN)
        sl_text_printf(&w->text, " and %d others", need->givers.count - SHOWN);
}

static bool all_told(const Writer *w, const SlNeed *need) {
    for (int i = 0; i < need->givers.count; i++)
        if (!crowd_at(w, need->givers.at[i].crowd)->told)
            return false;
    return true;
}

static void write_wait(Writer *w, int index);

// One partner whose wait was not told: "; it waits to ...".
static void go_on(Writer *w, const SlNeed *need) {
    if (need->givers.count == 1 && !crowd_at(w, need->givers.at[0].crowd)->told) {
        SlCrowd *crowd = crowd_at(w, need->givers.at[0].crowd);
        sl_text_printf(&w->text, "; %s ", crowd->number > 1 ? "they" : "it");
        write_wait(w, need->givers.at[0].crowd);
        return;
    }
    end_sentence(w);
    for (int i = 0; i < need->givers.count; i++)
        if (!crowd_at(w, need->givers.at[i].crowd)->told)
            later(w, need->givers.at[i].crowd);
}

static void write_nobody(Writer *w, const SlNeed *need) {
    const SlExplain *explain = w->explain;
    const char *name = sl_words_object(explain, need);
    end_sentence(w);
    if (!need->object) {
        sl_text_adds(&w->text, "A nil channel is never ready");
    } else if (strcmp(name, SL_CONTEXT_NAME) == 0) {
        sl_text_adds(&w->text, "Nobody is left who could cancel the context");
    } else if (need->object->kind == SL_OBJECT_TIMER) {
        sl_text_printf(&w->text, "%s is stopped or has fired, and nobody is left who could start it again", name);
    } else if (need->kind == SL_WAITS_GROUP) {
        sl_text_printf(&w->text, "%s still counts %lld, and nobody is left who could call Done", name,
                       (long long)need->object->counter);
    } else if (explain->returned) {
        sl_text_printf(&w->text, "Only main could have come to %s %s, and main has returned", sl_words_act(need->kind),
                       name);
    } else {
        sl_text_printf(&w->text, "Nobody is left who could %s %s", sl_words_act(need->kind), name);
        if (need->kind == SL_WAITS_RECEIVE && need->object->kind == SL_OBJECT_CHANNEL)
            sl_text_adds(&w->text, " or close it");
    }
    end_sentence(w);
}

static void write_ended(Writer *w, const SlNeed *need, const char *name) {
    for (int i = 0; i < need->ended_count; i++) {
        sl_text_printf(&w->text, "G%llu locked %s and has ended without unlocking it",
                       (unsigned long long)need->ended[i], name);
        end_sentence(w);
    }
}

static void write_lock(Writer *w, int index, const SlNeed *need) {
    const char *name = sl_words_object(w->explain, need);
    bool mutex = need->object->kind == SL_OBJECT_MUTEX;
    bool itself = holds_itself(w->explain, index, need);
    SlNeed holders = {.object = need->object, .kind = need->kind}, writers = holders;
    for (int i = 0; i < need->givers.count; i++) {
        const SlGiver *giver = &need->givers.at[i];
        if (giver->holds && giver->crowd != index)
            sl_vec_push(&holders.givers, *giver);
        else if (!giver->holds && giver->crowd != index)
            sl_vec_push(&writers.givers, *giver);
    }
    if (itself) {
        end_sentence(w);
        bool many = crowd_at(w, index)->number > 1;
        if (mutex || need->object->owner)
            sl_text_printf(&w->text, "It holds %s already, and %s cannot be locked twice, not even by its holder", name,
                           mutex ? "a Mutex" : "an RWMutex");
        else if (need->kind == SL_WAITS_LOCK)
            sl_text_printf(&w->text, "%s %s for reading %s, and a writer waits for all readers",
                           many ? "They hold" : "It holds", name, many ? "themselves" : "itself");
        else
            sl_text_printf(&w->text, "It holds %s for reading already, and a writer that waits keeps new readers out",
                           name);
        end_sentence(w);
    }
    if (holders.givers.count) {
        sl_text_addc(&w->text, w->text.length ? ',' : ' ');
        if (w->text.length == 1)
            w->text.length = 0;
        else
            sl_text_addc(&w->text, ' ');
        bool continued = w->text.length > 0;
        if (continued)
            sl_text_adds(&w->text, "which ");
        else
            sl_text_printf(&w->text, "%s is held by ", name);
        write_givers(w, &holders);
        if (continued)
            sl_text_adds(&w->text, holders.givers.count > 1 || crowd_at(w, holders.givers.at[0].crowd)->number > 1
                                       ? " hold"
                                       : " holds");
        go_on(w, &holders);
    }
    if (writers.givers.count) {
        end_sentence(w);
        write_givers(w, &writers);
        sl_text_printf(&w->text, " %s to write, and a waiting writer keeps new readers out of %s",
                       writers.givers.count > 1 ? "wait" : "waits", name);
        go_on(w, &writers);
    }
    end_sentence(w);
    write_ended(w, need, name);
    if (!need->givers.count && !need->ended_count) {
        sl_text_printf(&w->text, "%s is locked, and nobody is left who could unlock it", name);
        end_sentence(w);
    }
    sl_vec_free(&holders.givers);
    sl_vec_free(&writers.givers);
}

// "which only main receives from (line 28)", or "Only main could receive there; it waits ...".
static void write_need(Writer *w, int index, const SlNeed *need) {
    if (is_lock(need)) {
        write_lock(w, index, need);
        return;
    }
    if (!need->givers.count) {
        write_nobody(w, need);
        return;
    }
    bool self = need->givers.count == 1 && need->givers.at[0].crowd == index, one = need->givers.count == 1;
    one &= crowd_at(w, need->givers.at[0].crowd)->number == 1;
    if (self && crowd_at(w, index)->number == 1) {
        end_sentence(w);
        sl_text_printf(&w->text, "Only ");
        write_givers(w, need);
        sl_text_printf(&w->text, " itself %s %s", sl_words_acts(need->kind), sl_words_object(w->explain, need));
        sl_words_line(w->explain, need->givers.at[0].pos, &w->text);
    } else if (all_told(w, need)) {
        sl_text_adds(&w->text, ", which only ");
        write_givers(w, need);
        sl_text_printf(&w->text, " %s", one ? sl_words_acts(need->kind) : sl_words_act(need->kind));
        if (need->givers.count == 1)
            sl_words_line(w->explain, need->givers.at[0].pos, &w->text);
    } else {
        end_sentence(w);
        sl_text_adds(&w->text, "Only ");
        write_givers(w, need);
        if (need->kind == SL_WAITS_GROUP)
            sl_text_printf(&w->text, " could call Done of %s", sl_words_object(w->explain, need));
        else if (need->kind == SL_WAITS_COND)
            sl_text_printf(&w->text, " could signal %s", sl_words_object(w->explain, need));
        else
            sl_text_printf(&w->text, " could %s %s", need->kind == SL_WAITS_SEND ? "receive from" : "send on",
                           sl_words_object(w->explain, need));
        go_on(w, need);
        return;
    }
    end_sentence(w);
}

static void write_wait(Writer *w, int index) {
    SlCrowd *crowd = crowd_at(w, index);
    crowd->told = true;
    sl_words_wait(w->explain, crowd, &w->text);
    for (int n = 0; n < crowd->need_count; n++)
        write_need(w, index, &crowd->needs[n]);
    if (!crowd->need_count) {
        end_sentence(w);
        sl_text_adds(&w->text, "A select without a case that could come waits for ever");
    }
    end_sentence(w);
}

static void write_from(Writer *w, int index) {
    enum { MOST = 60 };
    later(w, index);
    for (int i = 0; i < w->next.count && w->sentences.count < MOST; i++) {
        if (crowd_at(w, w->next.at[i])->told)
            continue;
        sl_words_crowd(crowd_at(w, w->next.at[i]), &w->text);
        sl_text_addc(&w->text, ' ');
        write_wait(w, w->next.at[i]);
    }
}

void sl_explain_sentences(SlExplain *explain, const int *members, int count, SlFinding *finding) {
    Writer w = {.explain = explain, .finding = finding};
    for (int i = 0; i < count; i++)
        if (!explain->crowds.at[members[i]].told)
            write_from(&w, members[i]);
    finding->sentence_count = w.sentences.count;
    finding->sentences = sl_vec_take(&w.sentences, explain->arena);
    sl_text_free(&w.text);
    sl_vec_free(&w.next);
}
