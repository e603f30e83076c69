// SPDX-License-Identifier: MIT
// The recorder: passes each choice and each answer of standard input on, and writes it down.
#include "run/record.h"

#include "run/record-impl.h"
#include "run/sched.h"

struct SlRecorder {
    void (*write)(void *data, const char *bytes, size_t count);
    void *write_data;
    SlMachineOptions inner; // who is asked and told in truth
    uint64_t random[2];     // when nobody is set to choose: as the machine itself would
    SlText items;
    uint64_t events, last_event; // so far; at the item before
    uint64_t hash;
    uint32_t unchecked; // choices since the last check
};

uint32_t sl_record_crc(const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < count; i++) {
        crc ^= at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (0xedb88320u & (0u - (crc & 1)));
    }
    return ~crc;
}

uint64_t sl_record_mix(uint64_t hash, const SlEvent *event) {
    uint64_t words[] = {event->number,
                        (uint64_t)event->time,
                        event->goroutine,
                        event->object,
                        event->partner,
                        event->message,
                        (uint32_t)event->count,
                        event->kind,
                        event->ok,
                        event->select,
                        (uint64_t)event->woken << 1 | event->hidden};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        hash = sl_key_mix(hash, words[i]);
    for (const char *at = event->text; *at; at++)
        hash = hash * 0x100000001b3 ^ (uint8_t)*at;
    return hash;
}

void sl_record_put(SlText *text, uint64_t number) {
    for (; number >= 0x80; number >>= 7)
        sl_text_addc(text, (char)(number | 0x80));
    sl_text_addc(text, (char)number);
}

static void put_string(SlText *text, const char *string) {
    sl_record_put(text, strlen(string));
    sl_text_adds(text, string);
}

// ---- blocks ----

static void put_word(char *to, uint32_t word) {
    for (int i = 0; i < 4; i++)
        to[i] = (char)(word >> 8 * i);
}

static void write_block(SlRecorder *self, SlText *payload) {
    char head[8];
    if (!payload->length)
        return;
    put_word(head, (uint32_t)payload->length);
    put_word(head + 4, sl_record_crc(payload->at, payload->length));
    self->write(self->write_data, head, sizeof head);
    self->write(self->write_data, payload->at, payload->length);
    payload->length = 0;
}

static void write_head(SlRecorder *self, const SlRecordHead *head) {
    SlText text = {0};
    put_string(&text, head->version);
    put_string(&text, head->chooser);
    uint64_t numbers[] = {head->program_hash,       head->library_hash,      head->seed,
                          (uint64_t)head->go_minor, (uint64_t)head->workers, head->memory_limit,
                          head->goroutine_limit,    head->stack_limit,       head->output_limit};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sl_record_put(&text, numbers[i]);
    sl_record_put(&text, (uint64_t)head->arg_count);
    for (int i = 0; i < head->arg_count; i++)
        put_string(&text, head->args[i]);
    uint64_t count = 0;
    while (head->env && head->env[count])
        count++;
    sl_record_put(&text, count);
    for (uint64_t i = 0; i < count; i++)
        put_string(&text, head->env[i]);
    char version = SL_RECORD_VERSION;
    self->write(self->write_data, SL_RECORD_MAGIC, strlen(SL_RECORD_MAGIC));
    self->write(self->write_data, &version, 1);
    write_block(self, &text);
    sl_text_free(&text);
}

// ---- items ----

static void put_item(SlRecorder *self, uint8_t kind, uint8_t rest) {
    sl_text_addc(&self->items, (char)(kind | rest << 3));
    sl_record_put(&self->items, self->events - self->last_event);
    self->last_event = self->events;
}

static void put_choice(SlRecorder *self, const SlChoice *choice, uint64_t value) {
    uint64_t since = self->events - self->last_event;
    if (choice->count && choice->count < 16 && since < 16) {
        sl_text_addc(&self->items, (char)(choice->kind | SL_ITEM_SHORT | since << 4));
        sl_text_addc(&self->items, (char)(choice->count | value << 4));
        self->last_event = self->events;
    } else {
        put_item(self, (uint8_t)choice->kind, 0);
        sl_record_put(&self->items, choice->count);
        sl_record_put(&self->items, value);
    }
    if (++self->unchecked >= SL_CHECK_EVERY) {
        self->unchecked = 0;
        put_item(self, SL_ITEM_OTHER, SL_OTHER_CHECK);
        sl_record_put(&self->items, self->hash >> 32);
    }
    if (self->items.length >= SL_RECORD_BLOCK)
        write_block(self, &self->items);
}

static uint64_t on_choice(void *data, const SlChoice *choice) {
    SlRecorder *self = data;
    uint64_t value = self->inner.choose ? self->inner.choose(self->inner.choose_data, choice)
                     : choice->count    ? sl_random_below(self->random, choice->count)
                                        : sl_random_next(self->random);
    if (value != UINT64_MAX || !choice->count)
        put_choice(self, choice, value);
    return value;
}

static int64_t on_ask(void *data, char *bytes, size_t capacity, int64_t wait, int64_t *passed) {
    SlRecorder *self = data;
    int64_t got = self->inner.ask ? self->inner.ask(self->inner.ask_data, bytes, capacity, wait, passed)
                                  : sl_ask_fd(self->inner.stdin_fd, bytes, capacity, wait, passed);
    SlAnswer answer = got == SL_ASK_NOTHING ? SL_ANSWER_NOTHING
                      : got > 0             ? SL_ANSWER_BYTES
                      : got == 0            ? SL_ANSWER_END
                                            : SL_ANSWER_ERROR;
    put_item(self, SL_ITEM_INPUT, (uint8_t)answer);
    sl_record_put(&self->items, (uint64_t)*passed);
    if (answer == SL_ANSWER_BYTES || answer == SL_ANSWER_ERROR)
        sl_record_put(&self->items, (uint64_t)(got > 0 ? got : -got));
    if (answer == SL_ANSWER_BYTES)
        sl_text_add(&self->items, bytes, (size_t)got);
    write_block(self, &self->items); // somebody waits at the keyboard: what came so far is safe
    return got;
}

static void on_event(void *data, const SlEvent *event) {
    SlRecorder *self = data;
    self->events = event->number;
    self->hash = sl_record_mix(self->hash, event);
    if (self->inner.event)
        self->inner.event(self->inner.event_data, event);
}

static void on_define(void *data, const SlDefinition *definition) {
    SlRecorder *self = data;
    if (self->inner.define)
        self->inner.define(self->inner.event_data, definition);
}

SlRecorder *sl_recorder_new(const SlRecordHead *head, SlMachineOptions *options,
                            void (*write)(void *data, const char *bytes, size_t count), void *data) {
    SlRecorder *self = calloc(1, sizeof *self);
    if (!self)
        abort();
    self->write = write;
    self->write_data = data;
    self->inner = *options;
    sl_random_seed(self->random, head->seed);
    options->choose = on_choice;
    options->ask = on_ask;
    options->event = on_event;
    options->define = self->inner.define ? on_define : NULL;
    options->choose_data = options->ask_data = options->event_data = self;
    options->watch = true;
    write_head(self, head);
    return self;
}

void sl_recorder_end(SlRecorder *self, int exit_code) {
    put_item(self, SL_ITEM_OTHER, SL_OTHER_END);
    sl_record_put(&self->items, self->hash >> 32);
    sl_record_put(&self->items, (uint64_t)(exit_code & 0xff));
    write_block(self, &self->items);
    sl_text_free(&self->items);
    free(self);
}
