// SPDX-License-Identifier: MIT
// Moments by bisection: at an early event somebody else could still have helped, at the end nobody can; between them
// lies the event at which the last one went. Ways out by trial: a change is told only when it held in all runs tried,
// the one that got stuck among them, and room is told with the least number that holds.
#include "verify/inquiry.h"

#include "run/leak.h"
#include "run/reach.h"
#include "verify/again.h"

enum { MOST_FINDINGS = 8, TRIALS = 6, MOST_ROOM = 4096, MOST_PROBES = 4, WORLD_BUDGET = 4000 };

typedef struct {
    const SlInquiry *inquiry;
    SlFindings *findings;
    SlFinding *finding; // that is looked into
    int64_t deadline;
    uint64_t event;  // the last one that somebody made
    uint64_t behind; // the last event before the instant that was asked about last: some instants are passed over
    SL_VEC(SlEvent) log;
} Search;

static const char *keep(Search *search, SlText *text) {
    const char *kept = sl_arena_strndup(search->findings->arena, sl_text_cstr(text), text->length);
    sl_text_free(text);
    return kept;
}

static bool is_member(const SlFinding *finding, uint64_t id) {
    for (int i = 0; i < finding->goroutine_count; i++)
        if (finding->goroutines[i] == id)
            return true;
    return false;
}

// ---- moments ----

typedef enum { YES, NO, CANNOT_SAY } Answer;

// Whether anybody but the stuck ones could have come to what is waited for, in the instant behind an event.
static Answer others_have(Search *search, const SlFindingWait *wait, uint64_t event) {
    SlAgain again;
    Answer answer = CANNOT_SAY;
    if (sl_again_to(&again, search->inquiry, event, search->deadline, false))
        answer = sl_machine_others_have(again.machine, search->finding->goroutines, search->finding->goroutine_count,
                                        wait->object)
                     ? YES
                     : NO;
    search->behind = again.last_event;
    sl_again_free(&again);
    return answer;
}

// Whether somebody of the finding can still move, or could be woken.
static Answer somebody_moves(Search *search, const SlFindingWait *wait, uint64_t event) {
    (void)wait;
    SlAgain again;
    Answer answer = CANNOT_SAY;
    if (sl_again_to(&again, search->inquiry, event, search->deadline, false)) {
        sl_leak_find(again.machine, false);
        SlWorld *world = sl_machine_world(again.machine, WORLD_BUDGET);
        int stuck = 0;
        for (int i = 0; i < world->goroutine_count; i++)
            stuck += world->goroutines[i].stuck && is_member(search->finding, world->goroutines[i].id);
        answer = stuck < search->finding->goroutine_count ? YES : NO;
        sl_world_free(world);
    }
    search->behind = again.last_event;
    sl_again_free(&again);
    return answer;
}

typedef Answer (*Question)(Search *search, const SlFindingWait *wait, uint64_t event);

// The first event between the two behind which the answer is no; 0: not found in time.
static uint64_t bisect(Search *search, Question question, const SlFindingWait *wait, uint64_t yes, uint64_t no) {
    uint64_t found = no;
    while (yes + 1 < no) {
        uint64_t middle = yes + (no - yes) / 2;
        Answer answer = question(search, wait, middle);
        if (answer == CANNOT_SAY)
            return 0;
        if (answer == YES) {
            yes = middle;
        } else {
            no = middle;
            found = search->behind;
        }
    }
    return found;
}

// An event behind which somebody else could still have helped: where others used the object last, or where it was made.
static uint64_t find_yes(Search *search, const SlFindingWait *wait) {
    int probes = 0;
    for (int i = search->log.count - 1; i >= 0 && probes < MOST_PROBES; i--) {
        const SlEvent *event = &search->log.at[i];
        bool touched = event->object == wait->object && event->kind != SL_EVENT_SPAWN && event->kind != SL_EVENT_EXIT;
        bool shared = event->kind == SL_EVENT_SPAWN && !is_member(search->finding, event->object);
        if (!(touched && !is_member(search->finding, event->goroutine)) && !shared)
            continue;
        for (uint64_t at = event->number; at && at + 1 >= event->number && probes < MOST_PROBES; at--, probes++)
            if (others_have(search, wait, at) == YES)
                return at;
    }
    return 0;
}

static const SlEvent *event_at(const Search *search, uint64_t number) {
    return number && number <= (uint64_t)search->log.count ? &search->log.at[number - 1] : NULL;
}

// If the goroutine does nothing more than to end, that is the moment.
static const SlEvent *its_end(const Search *search, const SlEvent *event) {
    for (int i = (int)event->number; i < search->log.count; i++)
        if (search->log.at[i].goroutine == event->goroutine)
            return search->log.at[i].kind == SL_EVENT_EXIT ? &search->log.at[i] : event;
    return event;
}

// "worker G3 (line 12)" as it stood before that event.
static void write_actor(Search *search, const SlEvent *event, SlText *text, int *line) {
    SlAgain again;
    *line = 0;
    if (!event->goroutine) {
        sl_text_printf(text, "A timer %s", sl_event_texts[event->kind]);
        return;
    }
    if (sl_again_to(&again, search->inquiry, event->number - 1, search->deadline, false)) {
        SlWorld *world = sl_machine_world(again.machine, WORLD_BUDGET);
        const SlWorldGoroutine *g = sl_world_goroutine(world, event->goroutine);
        if (g && g->parent == 0)
            sl_text_adds(text, "main");
        else
            sl_text_printf(text, "%s G%llu", g ? g->name : "goroutine", (unsigned long long)event->goroutine);
        SlPlace place = event->pos ? sl_files_place(sl_machine_files(again.machine), event->pos) : (SlPlace){0};
        *line = place.file && !place.file->library ? place.line : 0;
        sl_world_free(world);
    } else {
        sl_text_printf(text, "G%llu", (unsigned long long)event->goroutine);
    }
    sl_again_free(&again);
}

static void tell_moment(Search *search, const SlFindingWait *wait, const SlEvent *event) {
    SlText text = {0};
    int line;
    unsigned long long number = event->number;
    write_actor(search, event, &text, &line);
    if (event->kind == SL_EVENT_EXIT)
        sl_text_printf(&text, " ended at event %llu", number);
    else if (event->goroutine)
        sl_text_printf(&text, " had no more use for %s behind event %llu", wait->name, number);
    else
        sl_text_printf(&text, " at event %llu", number);
    if (line && event->kind != SL_EVENT_EXIT)
        sl_text_printf(&text, " (line %d)", line);
    sl_text_printf(&text, ": after this, nobody could %s %s.", wait->act, wait->name);
    search->finding->event = event->number;
    search->finding->moment = keep(search, &text);
}

// Nobody went: they got stuck at each other, when the last one began to wait.
static void tell_standstill(Search *search, const SlEvent *event) {
    SlText text = {0}, who = {0};
    int line;
    write_actor(search, event, &who, &line);
    sl_text_printf(&text, "At event %llu %s %s", (unsigned long long)event->number, sl_text_cstr(&who),
                   event->kind == SL_EVENT_EXIT ? "ended" : sl_event_texts[event->kind]);
    if (line)
        sl_text_printf(&text, " (line %d)", line);
    sl_text_adds(&text, search->finding->goroutine_count > 1 ? ": from here on, none of them could continue."
                                                             : ": from here on, nobody could help it.");
    sl_text_free(&who);
    search->finding->event = event->number;
    search->finding->moment = keep(search, &text);
}

static void find_moment(Search *search) {
    const SlFindingWait *wait = NULL;
    for (int i = 0; i < search->finding->wait_count && !wait; i++)
        if (search->finding->waits[i].lost)
            wait = &search->finding->waits[i];
    if (wait && others_have(search, wait, search->event) == NO) {
        uint64_t yes = find_yes(search, wait);
        uint64_t moment = yes ? bisect(search, others_have, wait, yes, search->event) : 0;
        const SlEvent *event = event_at(search, moment);
        if (event) {
            tell_moment(search, wait, its_end(search, event));
            return;
        }
    }
    uint64_t moment =
        somebody_moves(search, NULL, search->event) == NO ? bisect(search, somebody_moves, NULL, 0, search->event) : 0;
    const SlEvent *event = event_at(search, moment);
    if (event)
        tell_standstill(search, event);
}

// ---- ways out ----

// Whether the change holds in all trials. The first is the run that got stuck, where that can be made again.
static bool holds(Search *search, SlAgainChange change) {
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        change.seed = search->inquiry->repeatable ? trial : trial + 1;
        if (change.close && trial)
            break; // it stands at one place of that run only
        if (sl_again_try(search->inquiry, search->finding, search->event, &change, search->deadline) !=
            SL_AGAIN_WENT_ON)
            return false;
    }
    return true;
}

// Without any change it has to get stuck, or nothing is proven.
static bool gets_stuck(Search *search) {
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        SlAgainChange none = {.seed = search->inquiry->repeatable ? trial : trial + 1};
        if (sl_again_try(search->inquiry, search->finding, search->event, &none, search->deadline) == SL_AGAIN_STUCK)
            return true;
    }
    return false;
}

static void add_way(Search *search, SlText *text) {
    enum { MOST = 8 };
    SlFinding *finding = search->finding;
    if (!finding->ways)
        finding->ways = SL_NEW_N(search->findings->arena, const char *, MOST);
    const char *way = keep(search, text);
    if (finding->way_count < MOST)
        finding->ways[finding->way_count++] = way;
}

static void try_own_goroutine(Search *search, const SlFindingWait *wait) {
    SlText text = {0};
    SlAgainChange change = {.room_pos = wait->make_pos, .room = MOST_ROOM, .drained = true, .left = wait->capacity};
    if (!wait->sender || !holds(search, change))
        return;
    sl_text_printf(&text, "let %s send on %s from a goroutine of its own", wait->sender, wait->name);
    add_way(search, &text);
}

static void try_room(Search *search, const SlFindingWait *wait) {
    SlText text = {0};
    int64_t fails = (int64_t)wait->capacity, works = MOST_ROOM;
    if (fails >= works || !holds(search, (SlAgainChange){.room_pos = wait->make_pos, .room = works}))
        return;
    while (fails + 1 < works) {
        int64_t middle = fails + (works - fails) / 2;
        if (holds(search, (SlAgainChange){.room_pos = wait->make_pos, .room = middle}))
            works = middle;
        else
            fails = middle;
        if (sl_again_clock() >= search->deadline)
            return; // the least number is not known
    }
    sl_text_printf(&text, "give %s room for %lld or more", wait->name, (long long)works);
    if (wait->capacity)
        sl_text_printf(&text, " (instead of %llu)", (unsigned long long)wait->capacity);
    add_way(search, &text);
}

static void try_close(Search *search, const SlFindingWait *wait) {
    SlText text = {0};
    if (!wait->lost || !search->inquiry->repeatable ||
        !holds(search, (SlAgainChange){.close = wait->object, .close_at = search->event}))
        return;
    if (wait->context)
        sl_text_adds(&text, "call the context's cancel function");
    else
        sl_text_printf(&text, "close %s behind the last value", wait->name);
    add_way(search, &text);
}

static void find_ways(Search *search) {
    if (!gets_stuck(search))
        return;
    const SlFinding *finding = search->finding;
    for (int i = 0; i < finding->wait_count; i++)
        if (finding->waits[i].channel && finding->waits[i].sends)
            try_own_goroutine(search, &finding->waits[i]);
    for (int i = 0; i < finding->wait_count; i++)
        if (finding->waits[i].channel && finding->waits[i].sends)
            try_room(search, &finding->waits[i]);
    for (int i = 0; i < finding->wait_count; i++)
        if (finding->waits[i].channel && finding->waits[i].receives)
            try_close(search, &finding->waits[i]);
}

// ---- all ----

// The run as it went; its last events, the verdict and the end, nobody made.
static bool read_log(Search *search) {
    SlAgain again;
    bool there = sl_again_to(&again, search->inquiry, search->findings->event, search->deadline, true);
    search->event = search->findings->event;
    if (there) {
        while (search->event && search->event <= (uint64_t)again.log.count &&
               (again.log.at[search->event - 1].kind == SL_EVENT_DEADLOCK ||
                again.log.at[search->event - 1].kind == SL_EVENT_END))
            search->event--;
        for (int i = 0; i < again.log.count; i++)
            sl_vec_push(&search->log, again.log.at[i]);
    }
    sl_again_free(&again);
    return there && search->log.count && search->log.at[search->log.count - 1].number == (uint64_t)search->log.count;
}

bool sl_inquire(const SlInquiry *inquiry, SlFindings *findings) {
    if (inquiry->options.files) { // what it does to files it shall not do again
        findings->searched = true;
        return true;
    }
    Search search = {.inquiry = inquiry, .findings = findings, .deadline = sl_again_clock() + inquiry->limit};
    bool logged = inquiry->repeatable && read_log(&search);
    for (int i = 0; i < findings->count && i < MOST_FINDINGS; i++) {
        SlFinding *finding = search.finding = &findings->at[i];
        finding->moment = NULL;
        finding->event = 0;
        finding->way_count = 0;
        if (logged && finding->kind != SL_FINDING_AT_EXIT) // there it is main's return
            find_moment(&search);
        find_ways(&search);
    }
    sl_vec_free(&search.log);
    bool cancelled = inquiry->cancel && inquiry->cancel(inquiry->cancel_data);
    findings->searched = !cancelled;
    return !cancelled;
}
