// SPDX-License-Identifier: MIT
// sluice draw: the drawing of a function, of an instant of a run, or a run's timeline, as SVG, PDF or PNG; and sluice
// export: a run as a page. A program of its own beside sluice, which starts it: cairo and Graphviz are linked here and
// need no display.
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "app/source.h"
#include "ui/paint/paint.h"
#include "ui/paint/timeline.h"

static const char usage[] =
    "usage: sluice draw FILE.go... | FOLDER -o FILE.svg|pdf|png [FLAGS]\n"
    "\n"
    "  --function NAME   that function's drawing instead of main's (as \"sluice draw\" without -o lists them)\n"
    "  --at EVENT        the instant behind that event of a run, one goroutine at a time; 0: its end\n"
    "  --seed N          of that run (default 1)\n"
    "  --timeline        the timeline of the run up to that event\n"
    "  --dark            light on dark\n"
    "  --scale N         of a PNG: pixels a point (default 2)\n"
    "\n"
    "usage: sluice export FILE.go... | FOLDER -o FILE.html [--seed N] [--events N]\n"
    "\n"
    "Writes a page that plays the run, one goroutine at a time, in any browser (the first 20000 events, or N).\n"
    "A program that reads standard input has it.\n";

enum { MOST_EVENTS = 1000000, SECONDS = 20, MARGIN = 24, WORLD_BUDGET = 2000 };

typedef struct {
    const char *out, *function;
    bool at_event, timeline, dark, page;
    uint64_t event, seed, events;
    double scale;
    const char *paths[256];
    int path_count;
} Options;

static int misuse(const char *what, const char *word) {
    fprintf(stderr, "sluice: %s%s%s\n%s", what, *word ? " " : "", word, usage);
    return 2;
}

static bool parse(Options *options, int argc, char **argv) {
    *options = (Options){.seed = 1, .scale = 2, .page = argc > 1 && strcmp(argv[1], "export") == 0};
    for (int i = 2; i < argc; i++) {
        const char *word = argv[i], *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(word, "--timeline") == 0)
            options->timeline = true;
        else if (strcmp(word, "--dark") == 0)
            options->dark = true;
        else if (word[0] != '-' && options->path_count < 256)
            options->paths[options->path_count++] = word;
        else if (!next)
            return false;
        else if (strcmp(word, "-o") == 0)
            options->out = argv[++i];
        else if (strcmp(word, "--function") == 0)
            options->function = argv[++i];
        else if (strcmp(word, "--at") == 0)
            options->event = strtoull(argv[++i], NULL, 10), options->at_event = true;
        else if (strcmp(word, "--seed") == 0)
            options->seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(word, "--events") == 0)
            options->events = strtoull(argv[++i], NULL, 10);
        else if (strcmp(word, "--scale") == 0)
            options->scale = atof(argv[++i]);
        else
            return false;
    }
    return options->path_count > 0 && options->scale > 0 && options->scale <= 16;
}

// ---- the run ----

static void on_event(void *data, const SlEvent *event) {
    sl_log_add(data, event);
}

static void on_define(void *data, const SlDefinition *definition) {
    sl_log_define(data, definition);
}

static void discard(void *data, int fd, const char *bytes, size_t count) {
    (void)data;
    (void)fd;
    (void)bytes;
    (void)count;
}

// The World behind the event, and the events up to there. Null: the program does not compile for the machine.
static SlWorld *run(SlProgram *program, const Options *options, SlLog *log, const char **why) {
    SlCode *code = sl_code_new(program, sl_engine_natives());
    if (!code || program->diags->list.count)
        return NULL;
    SlMachineOptions machine_options = {.controlled = true,
                                        .seed = options->seed ? options->seed : 1,
                                        .output = discard,
                                        .stdin_fd = -1,
                                        .event = on_event,
                                        .define = on_define,
                                        .event_data = log,
                                        .watch = true};
    SlMachine *machine = sl_machine_new(code, &machine_options);
    if (!machine)
        return NULL;
    uint64_t most = options->at_event && options->event ? options->event : MOST_EVENTS;
    SlStopReason reason = SL_STOP_RUNNING;
    for (int tenth = 0; tenth < 10 * SECONDS; tenth++) {
        uint64_t done = sl_machine_events(machine);
        reason = done >= most ? SL_STOP_EVENT : sl_machine_run(machine, 100000000, most - done);
        tenth -= reason == SL_STOP_EVENT && sl_machine_events(machine) < most; // only time that passes without events
        if (reason == SL_STOP_INPUT)
            sl_input_feed(machine);
        else if (reason != SL_STOP_RUNNING && (reason != SL_STOP_EVENT || sl_machine_events(machine) >= most))
            break;
    }
    if (reason == SL_STOP_RUNNING)
        *why = "the run takes too long between two events";
    SlWorld *world = sl_machine_world(machine, WORLD_BUDGET);
    sl_machine_free(machine);
    sl_code_free(code);
    return world;
}

// ---- output ----

static bool ends_with(const char *text, const char *tail) {
    size_t n = strlen(text), m = strlen(tail);
    return n >= m && strcmp(text + n - m, tail) == 0;
}

static cairo_surface_t *surface_new(const Options *options, double width, double height) {
    if (ends_with(options->out, ".svg"))
        return cairo_svg_surface_create(options->out, width, height);
    if (ends_with(options->out, ".pdf"))
        return cairo_pdf_surface_create(options->out, width, height);
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width * options->scale),
                                      (int)ceil(height * options->scale));
}

static int finish(const Options *options, cairo_t *cairo, cairo_surface_t *surface) {
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS && ends_with(options->out, ".png"))
        status = cairo_surface_write_to_png(surface, options->out);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "sluice draw: %s: %s\n", options->out, cairo_status_to_string(status));
    return status != CAIRO_STATUS_SUCCESS;
}

static cairo_t *begin(const Options *options, cairo_surface_t *surface) {
    cairo_t *cairo = cairo_create(surface);
    if (ends_with(options->out, ".png"))
        cairo_scale(cairo, options->scale, options->scale);
    return cairo;
}

static int draw_scene(const Options *options, const SlScene *scene) {
    SlLayout *layout = sl_layout_new();
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    SlRect bounds = geometry->bounds;
    bounds.x -= MARGIN;
    bounds.y -= MARGIN;
    bounds.w = fmax(bounds.w + 2 * MARGIN, 2 * MARGIN);
    bounds.h = fmax(bounds.h + 2 * MARGIN, 2 * MARGIN);
    double largest = 30000 / fmax(bounds.w, bounds.h); // cairo's images end at 32767 pixels
    Options fitting = *options;
    fitting.scale = fmin(options->scale, largest);
    cairo_surface_t *surface = surface_new(&fitting, bounds.w, bounds.h);
    cairo_t *cairo = begin(&fitting, surface);
    SlPaintStyle style = {.dark = options->dark, .detail = 1};
    SlColour paper = sl_palette(options->dark)->paper;
    cairo_set_source_rgb(cairo, paper.r, paper.g, paper.b);
    cairo_paint(cairo);
    cairo_translate(cairo, -bounds.x, -bounds.y);
    sl_paint_scene(cairo, scene, geometry, bounds, &style);
    int status = finish(&fitting, cairo, surface);
    sl_layout_free(layout);
    return status;
}

static int draw_timeline(const Options *options, const SlLog *log, const SlWorld *world) {
    enum { WIDEST = 4000, EACH = 18 };
    SlTimeline *timeline = sl_timeline_new();
    SlRows rows = {0};
    sl_timeline_update(timeline, log);
    sl_timeline_fold(timeline, &(SlRowOptions){0}, &rows);
    double count = fmax(1, (double)(timeline->last - timeline->first + 1));
    double each = fmin(EACH, WIDEST / count);
    double width = SL_LANE_NAMES + count * each + 2 * MARGIN;
    double height = SL_TIMELINE_TOP + rows.rows.count * (double)SL_LANE_H + MARGIN;
    cairo_surface_t *surface = surface_new(options, width, fmin(height, 15000));
    cairo_t *cairo = begin(options, surface);
    SlPaintStyle style = {.dark = options->dark, .detail = 1};
    SlTimelineView view = {.from = (double)timeline->first,
                           .scale = each,
                           .cursor = timeline->last,
                           .stuck_from = world->deadlock ? sl_timeline_last_act(timeline) : INT64_MAX,
                           .event = UINT32_MAX,
                           .other = UINT32_MAX};
    sl_paint_timeline(cairo, timeline, &rows, &view, width, fmin(height, 15000), &style);
    int status = finish(options, cairo, surface);
    sl_timeline_rows_free(&rows);
    sl_timeline_free(timeline);
    return status;
}

// ---- what to draw ----

static SlPos find_function(const SlProgram *program, const char *name, bool *found) {
    SlArena *arena = sl_arena_new();
    int count;
    SlWireFunction *functions = sl_wiring_functions(program, arena, &count);
    SlPos pos = 0;
    *found = false;
    for (int i = 0; i < count; i++)
        if (strcmp(functions[i].name, name) == 0) {
            pos = functions[i].pos;
            *found = true;
        }
    sl_arena_free(arena);
    return pos;
}

static int list_functions(const SlProgram *program) {
    SlArena *arena = sl_arena_new();
    int count;
    SlWireFunction *functions = sl_wiring_functions(program, arena, &count);
    for (int i = 0; i < count; i++)
        printf("%s%s\n", functions[i].name, functions[i].starts ? "\tstarts goroutines" : "");
    sl_arena_free(arena);
    return 0;
}

// All files as the positions see them.
static char *all_text(const SlProgram *program, size_t *length) {
    SlText text = {0};
    for (int i = 0; program->main && i < program->main->file_count; i++) {
        const SlFile *file = program->main->files[i]->file;
        while (text.length + 1 < file->base)
            sl_text_addc(&text, '\n');
        sl_text_add(&text, file->text, file->length);
    }
    *length = text.length;
    return sl_text_take(&text);
}

static int draw(const Options *options, SlProgram *program) {
    bool found = true;
    SlPos pos = options->function ? find_function(program, options->function, &found) : 0;
    if (!found) {
        fprintf(stderr, "sluice draw: there is no function %s\n", options->function);
        return 1;
    }
    SlLog log = {.one_at_a_time = true};
    const char *why = NULL;
    bool runs = options->at_event || options->timeline;
    SlWorld *world = runs ? run(program, options, &log, &why) : NULL;
    if (runs && (!world || why)) {
        fprintf(stderr, "sluice draw: %s\n", why ? why : "the program cannot be run");
        return 1;
    }
    // A run is laid over everything that the program starts, whatever function is open.
    SlWiring *wiring = runs ? sl_wiring_new(program) : sl_wiring_open(program, pos);
    int status = 1;
    if (!wiring->node_count && !runs) {
        fputs("sluice draw: there is no main function; --function NAME draws another\n", stderr);
    } else if (options->timeline) {
        status = draw_timeline(options, &log, world);
    } else {
        size_t length;
        char *text = all_text(program, &length);
        SlScene *scene = sl_scene_new(wiring, world, &(SlSceneOptions){.text = text, .length = length});
        status = draw_scene(options, scene);
        sl_scene_free(scene);
        free(text);
    }
    sl_wiring_free(wiring);
    sl_world_free(world);
    sl_log_free(&log);
    return status;
}

int main(int argc, char **argv) {
    Options options;
    if (!parse(&options, argc, argv))
        return misuse("these arguments do not fit", "");
    if (options.page && (!options.out || !ends_with(options.out, ".html")))
        return misuse("a run is exported with -o FILE.html", "");
    if (!options.page && options.out && !ends_with(options.out, ".svg") && !ends_with(options.out, ".pdf") &&
        !ends_with(options.out, ".png"))
        return misuse("the output is an .svg, .pdf or .png file, not", options.out);
    char *error;
    SlSources *sources = sl_sources_read(options.paths, options.path_count, false, &error);
    if (!sources) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        return 1;
    }
    SlImporter importer = sl_sources_importer(sources);
    bool runs = options.at_event || options.timeline || options.page;
    SlLangOptions lang = {.go_minor = sources->go_minor, .tests = !runs};
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &lang);
    int status = 1;
    if (program->diags->list.count) {
        sl_diags_sort(program->diags, program->files);
        char *text = sl_diags_format(program->diags, program->files, false);
        fprintf(stderr, "# command-line-arguments\n%s", text);
        free(text);
    } else if (options.page) {
        const char *slash = strrchr(options.paths[0], '/');
        size_t length;
        char *text = all_text(program, &length);
        SlExportOptions page = {
            options.out, slash && slash[1] ? slash + 1 : options.paths[0], options.seed, options.events, text, length};
        status = sl_export(program, &page);
        free(text);
    } else {
        status = options.out ? draw(&options, program) : list_functions(program);
    }
    sl_program_free(program);
    sl_sources_free(sources);
    return status;
}
