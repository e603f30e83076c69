// SPDX-License-Identifier: MIT
// The replay: a record is read and checked as a whole first; then it answers the machine's choices and its questions to
// standard input, item by item. What the program asks has to be what it asked when it was recorded, after as many
// events. The first time it is not, the run is paused and the place told: nothing is guessed.
#include "run/record-impl.h"
#include "run/sched.h"

struct SlReplay {
    SlArena *arena;
    SlRecordHead head;
    SlText items; // of all blocks
    bool whole;
    uint64_t end_hash;
    int end_exit;
    // Playing
    const char *at, *end;
    uint64_t choice; // number of the last one
    uint64_t events, last_event, hash;
    SlEvent last; // what happened last
    void (*event)(void *data, const SlEvent *event);
    void (*define)(void *data, const SlDefinition *definition);
    void *event_data;
    SlMachine *machine;
    bool departed, cut;
    SlText why;
};

typedef struct {
    uint8_t kind, rest;
    uint64_t since, count, value, passed;
    const char *bytes;
} Item;

// ---- reading ----

static bool get(const char **at, const char *end, uint64_t *number) {
    *number = 0;
    for (int shift = 0; *at < end && shift < 64; shift += 7) {
        uint8_t byte = (uint8_t) * (*at)++;
        *number |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return true;
    }
    return false;
}

// False: there is none, or it is damaged.
static bool next_item(const char **at, const char *end, Item *item) {
    memset(item, 0, sizeof *item);
    if (*at >= end)
        return false;
    uint8_t first = (uint8_t) * (*at)++;
    item->kind = first & 7;
    item->rest = first >> 3;
    if (item->kind <= SL_CHOOSE_POOL && first & SL_ITEM_SHORT) {
        if (*at >= end)
            return false;
        uint8_t both = (uint8_t) * (*at)++;
        item->since = first >> 4;
        item->count = both & 15;
        item->value = both >> 4;
        return item->value < item->count;
    }
    if (!get(at, end, &item->since))
        return false;
    if (item->kind <= SL_CHOOSE_POOL)
        return item->rest == 0 && get(at, end, &item->count) && get(at, end, &item->value) &&
               item->count <= UINT32_MAX && (!item->count || item->value < item->count);
    if (item->kind == SL_ITEM_OTHER)
        return item->rest <= SL_OTHER_END && get(at, end, &item->value) &&
               (item->rest != SL_OTHER_END || get(at, end, &item->count));
    if (item->rest > SL_ANSWER_ERROR || !get(at, end, &item->passed) || item->passed > INT64_MAX)
        return false;
    if (item->rest == SL_ANSWER_NOTHING || item->rest == SL_ANSWER_END)
        return true;
    if (!get(at, end, &item->count) || !item->count || item->count > 100000)
        return false;
    if (item->rest == SL_ANSWER_BYTES) {
        if (item->count > (uint64_t)(end - *at))
            return false;
        item->bytes = *at;
        *at += item->count;
    }
    return true;
}

static const char *get_string(SlArena *arena, const char **at, const char *end) {
    uint64_t length;
    if (!get(at, end, &length) || length > (uint64_t)(end - *at))
        return NULL;
    const char *string = sl_arena_strndup(arena, *at, length);
    *at += length;
    return string;
}

static const char *const *get_strings(SlArena *arena, const char **at, const char *end, uint64_t *count) {
    if (!get(at, end, count) || *count > (uint64_t)(end - *at))
        return NULL;
    const char **list = SL_NEW_N(arena, const char *, *count + 1);
    for (uint64_t i = 0; i < *count; i++)
        if (!(list[i] = get_string(arena, at, end)))
            return NULL;
    return list;
}

static bool read_head(SlReplay *self, const char *at, const char *end) {
    SlRecordHead *head = &self->head;
    uint64_t n[9], args, env;
    if (!(head->version = get_string(self->arena, &at, end)) || !(head->chooser = get_string(self->arena, &at, end)))
        return false;
    for (int i = 0; i < 9; i++)
        if (!get(&at, end, &n[i]))
            return false;
    if (n[3] > 1000 || n[4] > 4096)
        return false;
    head->program_hash = n[0], head->library_hash = n[1], head->seed = n[2];
    head->go_minor = (int)n[3], head->workers = (int)n[4];
    head->memory_limit = n[5], head->goroutine_limit = n[6], head->stack_limit = n[7], head->output_limit = n[8];
    if (!(head->args = get_strings(self->arena, &at, end, &args)) || args > 1000000 ||
        !(head->env = get_strings(self->arena, &at, end, &env)))
        return false;
    head->arg_count = (int)args;
    return at == end;
}

static uint32_t word(const char *at) {
    return (uint32_t)(uint8_t)at[0] | (uint32_t)(uint8_t)at[1] << 8 | (uint32_t)(uint8_t)at[2] << 16 |
           (uint32_t)(uint8_t)at[3] << 24;
}

// Every item has to be sound before the first is used. False with the place in *where.
static bool check_items(SlReplay *self, uint64_t *where) {
    const char *at = self->items.at, *end = at + self->items.length;
    Item item;
    while (at < end) {
        *where = (uint64_t)(at - self->items.at);
        if (self->whole || !next_item(&at, end, &item)) // nothing follows the end
            return false;
        if (item.kind == SL_ITEM_OTHER && item.rest == SL_OTHER_END) {
            self->whole = true;
            self->end_hash = item.value;
            self->end_exit = (int)(item.count & 0xff);
        }
    }
    return true;
}

static char *sentence(const char *format, ...) __attribute__((format(printf, 1, 2)));
static char *sentence(const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    return sl_text_take(&text);
}

// Null, or what is wrong.
static char *read_all(SlReplay *self, const char *bytes, size_t length) {
    size_t magic = strlen(SL_RECORD_MAGIC), at = magic + 1;
    if (length < at || memcmp(bytes, SL_RECORD_MAGIC, magic) != 0)
        return sentence("this is no record of a run");
    if (bytes[magic] != SL_RECORD_VERSION)
        return sentence("the record has format %d, this version of Sluice reads format %d", (uint8_t)bytes[magic],
                        SL_RECORD_VERSION);
    for (bool head = true; at < length; head = false) {
        if (length - at < 8 || word(bytes + at) > length - at - 8 || word(bytes + at) > SL_RECORD_LARGEST) {
            if (head)
                return sentence("the record is damaged: it ends at byte %zu, within its head", length);
            break; // the last piece was not written whole: what comes before is good
        }
        size_t size = word(bytes + at);
        const char *payload = bytes + at + 8;
        if (sl_record_crc(payload, size) != word(bytes + at + 4))
            return sentence("the record is damaged: the block at byte %zu does not fit its check sum", at);
        if (!head)
            sl_text_add(&self->items, payload, size);
        else if (!read_head(self, payload, payload + size))
            return sentence("the record is damaged: its head cannot be read");
        at += 8 + size;
    }
    uint64_t where = 0;
    if (!self->head.version)
        return sentence("the record is damaged: it has no head");
    if (!check_items(self, &where))
        return sentence("the record is damaged: its item at byte %llu cannot be read", (unsigned long long)where);
    return NULL;
}

SlReplay *sl_replay_read(const char *bytes, size_t length, char **error) {
    SlReplay *self = calloc(1, sizeof *self);
    if (!self)
        abort();
    self->arena = sl_arena_new();
    *error = read_all(self, bytes, length);
    if (*error) {
        sl_replay_free(self);
        return NULL;
    }
    self->at = sl_text_cstr(&self->items);
    self->end = self->at + self->items.length;
    return self;
}

void sl_replay_free(SlReplay *self) {
    if (!self)
        return;
    sl_text_free(&self->items);
    sl_text_free(&self->why);
    sl_arena_free(self->arena);
    free(self);
}

const SlRecordHead *sl_replay_head(const SlReplay *self) {
    return &self->head;
}

bool sl_replay_is_whole(const SlReplay *self) {
    return self->whole;
}

// ---- playing ----

static void depart(SlReplay *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void depart(SlReplay *self, const char *format, ...) {
    if (self->departed)
        return;
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&self->why, format, args);
    va_end(args);
    self->departed = true;
    if (self->machine)
        sl_machine_pause(self->machine);
}

static const char *words_of(SlChoiceKind kind) {
    static const char *const words[] = {
        [SL_CHOOSE_GOROUTINE] = "which goroutine moves",
        [SL_CHOOSE_SELECT] = "which case a select takes",
        [SL_CHOOSE_TIMER] = "which timer fires first",
        [SL_CHOOSE_MAP] = "where a range over a map begins",
        [SL_CHOOSE_RANDOM] = "random bits",
        [SL_CHOOSE_POOL] = "what a pool keeps",
        [SL_ITEM_INPUT] = "standard input",
        [SL_ITEM_OTHER] = "the end",
    };
    return words[kind];
}

// A check behind an item is made at once: later more will have happened.
static void pass_check(SlReplay *self) {
    const char *at = self->at;
    Item item;
    if (self->departed || !next_item(&at, self->end, &item) || item.kind != SL_ITEM_OTHER ||
        item.rest != SL_OTHER_CHECK)
        return;
    self->at = at;
    if (item.since || item.value != self->hash >> 32)
        depart(self, "what has happened since the last check is not what was recorded");
}

// The next item that answers. False: it departs, or the record ends here.
static bool take(SlReplay *self, uint8_t kind, Item *item) {
    while (!self->departed) {
        if (self->at >= self->end) {
            self->cut = true;
            depart(self, "here the recorded run was cut off");
            return false;
        }
        if (!next_item(&self->at, self->end, item)) // checked before; never
            return false;
        self->last_event += item->since;
        if (self->last_event != self->events) {
            depart(self, "the recorded run had %llu events before it asked for %s, this one has %llu",
                   (unsigned long long)self->last_event, words_of(item->kind), (unsigned long long)self->events);
        } else if (item->kind == SL_ITEM_OTHER) {
            depart(self, "the recorded run ended here, this one asks for %s", words_of(kind));
        } else if (item->kind != kind) {
            depart(self, "the recorded run asked for %s, this one asks for %s", words_of(item->kind), words_of(kind));
        } else {
            return true;
        }
    }
    return false;
}

static uint64_t on_choice(void *data, const SlChoice *choice) {
    SlReplay *self = data;
    Item item;
    if (!take(self, (uint8_t)choice->kind, &item))
        return choice->kind <= SL_CHOOSE_SELECT ? UINT64_MAX : 0;
    self->choice++;
    pass_check(self);
    if (item.count == choice->count)
        return item.value;
    depart(self, "for %s the recorded run had %llu to choose from, this one has %u", words_of(choice->kind),
           (unsigned long long)item.count, choice->count);
    return choice->kind <= SL_CHOOSE_SELECT ? UINT64_MAX : 0;
}

static int64_t on_ask(void *data, char *bytes, size_t capacity, int64_t wait, int64_t *passed) {
    SlReplay *self = data;
    Item item;
    *passed = 0;
    if (!take(self, SL_ITEM_INPUT, &item))
        return wait ? SL_ASK_NOTHING : 0;
    *passed = (int64_t)item.passed;
    if (item.rest == SL_ANSWER_NOTHING)
        return SL_ASK_NOTHING;
    if (item.rest == SL_ANSWER_BYTES) {
        size_t count = item.count < capacity ? item.count : capacity;
        memcpy(bytes, item.bytes, count);
        return (int64_t)count;
    }
    return item.rest == SL_ANSWER_END ? 0 : -(int64_t)item.count;
}

static void on_event(void *data, const SlEvent *event) {
    SlReplay *self = data;
    self->events = event->number;
    self->hash = sl_record_mix(self->hash, event);
    if (!event->hidden && !self->departed)
        self->last = *event;
    if (self->event)
        self->event(self->event_data, event);
}

static void on_define(void *data, const SlDefinition *definition) {
    SlReplay *self = data;
    if (self->define)
        self->define(self->event_data, definition);
}

void sl_replay_attach(SlReplay *self, SlMachineOptions *options) {
    const SlRecordHead *head = &self->head;
    self->event = options->event;
    self->define = options->define;
    self->event_data = options->event_data;
    options->controlled = options->watch = true;
    options->seed = head->seed;
    options->workers = head->workers;
    options->memory_limit = head->memory_limit;
    options->goroutine_limit = head->goroutine_limit;
    options->stack_limit = head->stack_limit;
    options->output_limit = head->output_limit;
    options->args = head->args;
    options->arg_count = head->arg_count;
    options->env = head->env;
    options->choose = on_choice;
    options->ask = on_ask;
    options->event = on_event;
    options->define = self->define ? on_define : NULL;
    options->choose_data = options->ask_data = options->event_data = self;
}

void sl_replay_start(SlReplay *self, SlMachine *machine) {
    self->machine = machine;
}

// The run has ended as it should: so has the record?
static void check_end(SlReplay *self, int exit_code) {
    Item item;
    if (!self->departed && next_item(&self->at, self->end, &item)) {
        self->last_event += item.since;
        if (item.kind != SL_ITEM_OTHER)
            depart(self, "this run has ended, the recorded one went on and asked for %s", words_of(item.kind));
        else if (self->last_event != self->events)
            depart(self, "the recorded run ended after %llu events, this one after %llu",
                   (unsigned long long)self->last_event, (unsigned long long)self->events);
        else if (item.value != self->hash >> 32)
            depart(self, "this run has ended after as many events as were recorded, but they were others");
        else if ((exit_code & 0xff) != self->end_exit)
            depart(self, "the recorded run ended with exit status %d, this one with %d", self->end_exit,
                   exit_code & 0xff);
    }
}

const char *sl_replay_departure(SlReplay *self, const SlFiles *files, int exit_code, bool ended) {
    if (ended && self->whole)
        check_end(self, exit_code);
    if (ended && !self->whole && !self->departed) {
        self->cut = true;
        depart(self, "what followed in the recorded run is not in it");
    }
    if (!self->departed)
        return NULL;
    SlText text = {0};
    sl_text_printf(&text,
                   self->cut ? "the record ends after choice %llu, event %llu"
                             : "the run departs from its record after choice %llu, event %llu",
                   (unsigned long long)self->choice, (unsigned long long)self->last.number);
    SlPlace place = sl_files_place(files, self->last.pos);
    if (place.file)
        sl_text_printf(&text, " (%s:%d: goroutine %llu %s)", place.file->name, place.line,
                       (unsigned long long)self->last.goroutine, sl_event_texts[self->last.kind]);
    sl_text_printf(&text, ": %s", sl_text_cstr(&self->why));
    sl_text_free(&self->why);
    self->why = text;
    return sl_text_cstr(&self->why);
}
