// SPDX-License-Identifier: MIT
// Observers: files to write while a program runs. The machine's events come from its workers' threads, one at a time.
#include "app/observe.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { DEPARTED = 4 };

struct SlObserver {
    const SlProgram *program;
    FILE *events, *trace, *record;
    const char *failed; // a file that could not be written
    SlChoosing *choosing;
    char *script;
    SlExport *export;
    SlRecorder *recorder;
    SlReplay *replay;
    SlMachine *machine;
};

// ---- files ----

static bool open_to_write(const char *path, FILE **file) {
    if (!path)
        return true;
    *file = fopen(path, "wb");
    if (!*file)
        fprintf(stderr, "sluice: %s: %s\n", path, strerror(errno));
    return *file;
}

// The whole file; null with a line on standard error.
static char *read_file(const char *path, size_t *length) {
    SlText text = {0};
    char piece[65536];
    FILE *file = fopen(path, "rb");
    size_t count;
    while (file && (count = fread(piece, 1, sizeof piece, file)) > 0)
        sl_text_add(&text, piece, count);
    bool bad = !file || ferror(file);
    if (bad)
        fprintf(stderr, "sluice: %s: %s\n", path, strerror(errno));
    if (file)
        fclose(file);
    *length = text.length;
    char *bytes = sl_text_take(&text);
    if (bad) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

static void write_file(void *data, const char *bytes, size_t count) {
    fwrite(bytes, 1, count, data); // a failure is told by ferror at the end
}

static bool close_file(FILE *file, const char *what) {
    if (!file)
        return true;
    bool bad = ferror(file);
    bad |= fclose(file) != 0;
    if (bad)
        fprintf(stderr, "sluice: the %s could not be written whole: %s\n", what, strerror(errno));
    return !bad;
}

// ---- events as lines ----

// number, clock, goroutine, what, object.sequence, partner, message, case or delta, flags, place, value; tabs between
// them, - for what is not.
static void write_event(FILE *file, const SlFiles *files, const SlEvent *event) {
    SlPlace place = event->pos ? sl_files_place(files, event->pos) : (SlPlace){0};
    fprintf(file, "%llu\t%lld\tG%llu\t%s\t%llu.%llu\tG%llu\t%u\t%d\t%s%s%s%s\t", (unsigned long long)event->number,
            (long long)event->time, (unsigned long long)event->goroutine, sl_event_texts[event->kind],
            (unsigned long long)event->object, (unsigned long long)event->sequence, (unsigned long long)event->partner,
            event->message, event->count, event->ok ? "o" : "-", event->select ? "s" : "-", event->woken ? "w" : "-",
            event->hidden ? "h" : "-");
    if (place.file)
        fprintf(file, "%s:%d:%d\t", place.file->name, place.line, place.column);
    else
        fputs("-\t", file);
    for (const unsigned char *at = (const unsigned char *)event->text; *at; at++)
        if (*at < 0x20 || *at == '\\' || *at == 0x7f)
            fprintf(file, "\\x%02x", *at);
        else
            fputc(*at, file);
    fputc('\n', file);
}

static void on_event(void *data, const SlEvent *event) {
    SlObserver *self = data;
    if (self->events)
        write_event(self->events, self->program->files, event);
    if (self->export)
        sl_export_event(self->export, event);
}

static void on_define(void *data, const SlDefinition *definition) {
    SlObserver *self = data;
    if (self->export)
        sl_export_define(self->export, definition);
}

// ---- the program's identity ----

// The last part of a path: a record is good wherever the program lies.
static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static uint64_t hash_of(const SlProgram *program, bool library) {
    uint64_t hash = 0;
    for (int i = 0; i < program->files->files.count; i++) {
        const SlFile *file = program->files->files.at[i];
        const char *name = library ? file->name : base_name(file->name);
        if (file->library == library)
            hash = sl_hash_bytes(file->text, file->length, sl_hash_bytes(name, strlen(name), hash));
    }
    return hash;
}

static uint64_t some_seed(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t mixed = ((uint64_t)now.tv_nsec << 20 ^ (uint64_t)now.tv_sec ^ (uint64_t)getpid() << 40) | 1;
    return mixed & INT64_MAX;
}

// ---- setting up ----

static bool set_choosing(SlObserver *self, SlFlags *flags) {
    char *error = NULL;
    size_t length;
    if (!flags->chooser || flags->replay)
        return true;
    if (strncmp(flags->chooser, "script:", 7) == 0 && !(self->script = read_file(flags->chooser + 7, &length)))
        return false;
    self->choosing = sl_choosing_new(flags->chooser, flags->machine.seed, self->script, &error);
    if (!self->choosing) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        return false;
    }
    flags->machine.choose = sl_choosing_choose;
    flags->machine.choose_data = self->choosing;
    return true;
}

static bool set_replay(SlObserver *self, SlFlags *flags) {
    if (!flags->replay)
        return true;
    size_t length;
    char *error, *bytes = read_file(flags->replay, &length);
    if (!bytes)
        return false;
    self->replay = sl_replay_read(bytes, length, &error);
    free(bytes);
    if (!self->replay) {
        fprintf(stderr, "sluice: %s: %s\n", flags->replay, error);
        free(error);
        return false;
    }
    const SlRecordHead *head = sl_replay_head(self->replay);
    if (strcmp(head->version, SL_VERSION) != 0)
        fprintf(stderr, "sluice: %s was recorded by Sluice %s, this is " SL_VERSION "\n", flags->replay, head->version);
    if (head->program_hash != hash_of(self->program, false) || head->go_minor != self->program->main->go_minor)
        fprintf(stderr,
                "sluice: the program is not the one that was recorded; it is run as long as it does the same\n");
    else if (head->library_hash != hash_of(self->program, true))
        fprintf(stderr, "sluice: the standard library is not the one of the recorded run\n");
    sl_replay_attach(self->replay, &flags->machine);
    return true;
}

static void set_record(SlObserver *self, SlFlags *flags) {
    const SlMachineOptions *options = &flags->machine;
    if (!flags->record)
        return;
    SlRecordHead head = {.version = SL_VERSION,
                         .chooser = flags->chooser ? flags->chooser : "random",
                         .program_hash = hash_of(self->program, false),
                         .library_hash = hash_of(self->program, true),
                         .seed = options->seed,
                         .go_minor = self->program->main->go_minor,
                         .workers = options->workers,
                         .memory_limit = options->memory_limit,
                         .goroutine_limit = options->goroutine_limit,
                         .stack_limit = options->stack_limit,
                         .output_limit = options->output_limit,
                         .args = options->args,
                         .arg_count = options->arg_count,
                         .env = options->env};
    self->recorder = sl_recorder_new(&head, &flags->machine, write_file, self->record);
}

SlObserver *sl_observer_new(SlFlags *flags, const SlProgram *program, const char *name) {
    enum { CPUS = 4 }; // of a controlled run: the same on every machine
    SlMachineOptions *options = &flags->machine;
    SlObserver *self = calloc(1, sizeof *self);
    if (!self)
        abort();
    self->program = program;
    if (options->controlled && !options->workers)
        options->workers = CPUS;
    if (options->controlled && !options->seed)
        options->seed = some_seed();
    if (flags->events || flags->trace) {
        options->event = on_event;
        options->define = on_define;
        options->event_data = self;
        options->watch = true;
    }
    if (!open_to_write(flags->events, &self->events) || !open_to_write(flags->trace, &self->trace) ||
        !open_to_write(flags->record, &self->record) || !set_choosing(self, flags) || !set_replay(self, flags)) {
        free(self); // the command ends
        return NULL;
    }
    if (self->trace)
        self->export = sl_export_new(name, options->controlled, program->files, write_file, self->trace);
    set_record(self, flags);
    return self;
}

void sl_observer_start(SlObserver *self, SlMachine *machine) {
    self->machine = machine;
    if (self->replay)
        sl_replay_start(self->replay, machine);
}

bool sl_observer_stops(SlObserver *self) {
    return self->replay || (self->choosing && sl_choosing_problem(self->choosing));
}

int sl_observer_end(SlObserver *self, int exit_code, bool ended) {
    if (self->export)
        sl_export_end(self->export);
    if (self->recorder)
        sl_recorder_end(self->recorder, exit_code);
    const char *problem = self->choosing ? sl_choosing_problem(self->choosing) : NULL;
    const char *departure =
        self->replay ? sl_replay_departure(self->replay, self->program->files, exit_code, ended) : NULL;
    if (problem)
        fprintf(stderr, "sluice: %s\n", problem);
    if (departure)
        fprintf(stderr, "sluice: %s\n", departure);
    bool whole = close_file(self->events, "events");
    whole &= close_file(self->trace, "trace");
    whole &= close_file(self->record, "record");
    sl_replay_free(self->replay);
    sl_choosing_free(self->choosing);
    free(self->script);
    free(self);
    return problem || departure ? DEPARTED : whole || exit_code ? exit_code : 1;
}
