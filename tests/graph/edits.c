// SPDX-License-Identifier: MIT
// Edits from outside, for tests/edits.py: a script of edits over a program, random sequences of them, and what a
// drawing is read as. After each edit the text is checked by the front end, undone, and redone.
//
//     edits show FILE [FUNCTION]             nodes, ports and edges
//     edits script FILE < commands           prints the text; refusals go to standard error
//     edits random FILE SEED COUNT OUT       COUNT random edits, the last text into OUT
//     edits hints FILE                       the design help
//     edits parts                            the palette
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"

typedef struct {
    char *text;
    size_t length;
    SlSources *sources;
    SlImporter importer;
    SlProgram *program;
    SlWiring *wiring;
    const char *function; // opened; null: main
} Document;

static SlParts *parts;

static void fail(const char *what, const char *more) {
    fprintf(stderr, "edits: %s%s%s\n", what, *more ? ": " : "", more);
    exit(1);
}

static void unload(Document *document) {
    sl_wiring_free(document->wiring);
    sl_program_free(document->program);
    sl_sources_free(document->sources);
}

static void load(Document *document) {
    document->sources = sl_sources_from_text("main.go", document->text, document->length, NULL);
    document->importer = sl_sources_importer(document->sources);
    document->program =
        sl_program_load(document->sources->files.at, 1, &document->importer, &(SlLangOptions){.tests = true});
    if (document->program->diags->list.count) {
        char *all = sl_diags_format(document->program->diags, document->program->files, true);
        fprintf(stderr, "%s\n%s", document->text, all);
        fail("does not compile", "");
    }
    SlPos pos = 0;
    int count = 0;
    SlArena *arena = sl_arena_new();
    SlWireFunction *functions = sl_wiring_functions(document->program, arena, &count);
    for (int i = 0; document->function && i < count; i++)
        if (strcmp(functions[i].name, document->function) == 0)
            pos = functions[i].pos;
    sl_arena_free(arena);
    document->wiring = sl_wiring_open(document->program, pos);
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("cannot read", path);
    SlText text = {0};
    char block[4096];
    size_t got;
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        sl_text_add(&text, block, got);
    fclose(file);
    *length = text.length;
    return sl_text_take(&text);
}

static Document open_file(const char *path, const char *function) {
    Document document = {.function = function};
    document.text = read_file(path, &document.length);
    load(&document);
    return document;
}

static void close_document(Document *document) {
    unload(document);
    free(document->text);
}

// Plans, applies, checks, and tries the way back. False: refused.
static bool edit(Document *document, const SlEditOp *op, const char **refused) {
    static char reason[600];
    SlEditContext context = {document->program, document->wiring, &document->importer};
    SlEdit *planned = sl_edit_plan(&context, op);
    *refused = reason;
    snprintf(reason, sizeof reason, "%s", planned->refused ? planned->refused : "");
    if (planned->refused) {
        if (planned->change_count)
            fail("a refused edit has changes", reason);
        if (strstr(reason, "would not compile") && getenv("EDITS_STRICT"))
            fail("refused by the compiler", reason);
        sl_edit_free(planned);
        return false;
    }
    size_t length, back_length;
    char *after = sl_edit_apply(planned, 0, document->text, document->length, &length);
    const char *before = document->text;
    SlEdit *undo = sl_edit_undo(planned, &before, 1);
    char *back = sl_edit_apply(undo, 0, after, length, &back_length);
    if (back_length != document->length || memcmp(back, document->text, length < back_length ? length : back_length))
        fail("undo does not lead back", "");
    sl_edit_free(undo);
    free(back);
    for (int i = 0; i < planned->made_count; i++)
        if (planned->made[i] >= length)
            fail("what was made is nowhere", "");
    unload(document);
    free(document->text);
    document->text = after;
    document->length = length;
    load(document);
    sl_edit_free(planned);
    return true;
}

// ---- names of things in commands ----

static int find_node(const Document *document, const char *name) {
    char base[100];
    int number = 1;
    snprintf(base, sizeof base, "%s", name);
    char *hash = strchr(base, '#');
    if (hash) {
        number = atoi(hash + 1);
        *hash = 0;
    }
    for (int i = 0; i < document->wiring->node_count; i++)
        if (strcmp(document->wiring->nodes[i].name, base) == 0 && --number == 0)
            return i;
    fail("no node", name);
    return -1;
}

static int find_port(const Document *document, const char *name) {
    char node[100];
    const char *dot = strrchr(name, '.');
    if (!dot)
        fail("no port", name);
    snprintf(node, sizeof node, "%.*s", (int)(dot - name), name);
    int of = find_node(document, node);
    for (int i = 0; i < document->wiring->port_count; i++)
        if (document->wiring->ports[i].node == of && strcmp(document->wiring->ports[i].name, dot + 1) == 0)
            return i;
    fail("no port", name);
    return -1;
}

static const SlPart *find_part(const char *name) {
    for (int i = 0; i < parts->count; i++)
        if (strcmp(parts->list[i].name, name) == 0)
            return &parts->list[i];
    fail("no part", name);
    return NULL;
}

static const char *copied;

static SlEditOp read_command(Document *document, char *line) {
    static int nodes[16];
    static SlEditPlace places[16];
    char *words[8] = {0};
    int count = 0;
    for (char *at = line; count < 8 && (words[count] = strsep(&at, " "));)
        count++;
    const char *verb = words[0];
    SlEditOp op = SL_EDIT_OP(SL_EDIT_KIND_COUNT_);
    op.nodes = nodes;
    op.places = places;
    if (strcmp(verb, "add") == 0 || strcmp(verb, "own") == 0) {
        op.kind = SL_EDIT_ADD;
        if (*verb == 'a')
            op.text = find_part(words[1])->text;
        op.name = words[1];
        op.placed = words[2] && words[3];
        op.x = op.placed ? atof(words[2]) : 0;
        op.y = op.placed ? atof(words[3]) : 0;
    } else if (strcmp(verb, "drop") == 0) {
        op.kind = SL_EDIT_ADD;
        op.text = find_part(words[1])->text;
        op.node = find_node(document, words[2]);
    } else if (strcmp(verb, "pull") == 0 || strcmp(verb, "pullown") == 0) { // a wire to an empty place
        op.kind = SL_EDIT_ADD;
        if (!verb[4])
            op.text = find_part(words[2])->text;
        op.name = words[2];
        if (strchr(words[1], '.'))
            op.to_port = find_port(document, words[1]);
        else
            op.to_node = find_node(document, words[1]);
        op.number = words[3] ? atoi(words[3]) : 0;
    } else if (strcmp(verb, "new") == 0) {
        op.kind = SL_EDIT_NEW;
        op.name = words[1];
        static char ports[400];
        ports[0] = 0;
        for (int i = 2; i < count; i++)
            snprintf(ports + strlen(ports), sizeof ports - strlen(ports), "%s%s", i > 2 ? " " : "", words[i]);
        op.ports = ports;
    } else if (strcmp(verb, "connect") == 0) {
        op.kind = SL_EDIT_CONNECT;
        op.port = find_port(document, words[1]);
        if (strchr(words[2], '.'))
            op.to_port = find_port(document, words[2]);
        else
            op.to_node = find_node(document, words[2]);
    } else if (strcmp(verb, "insert") == 0) {
        op.kind = SL_EDIT_INSERT;
        op.node = find_node(document, words[1]);
        op.to_node = find_node(document, words[2]);
    } else if (strcmp(verb, "disconnect") == 0) {
        op.kind = SL_EDIT_DISCONNECT;
        if (strchr(words[1], '.'))
            op.port = find_port(document, words[1]);
        else
            op.node = find_node(document, words[1]);
    } else if (strcmp(verb, "rename") == 0) {
        op.kind = SL_EDIT_RENAME;
        op.node = find_node(document, words[1]);
        op.name = words[2];
    } else if (strcmp(verb, "buffer") == 0 || strcmp(verb, "multiply") == 0) {
        op.kind = *verb == 'b' ? SL_EDIT_BUFFER : SL_EDIT_MULTIPLY;
        op.node = find_node(document, words[1]);
        op.number = atoi(words[2]);
    } else if (strcmp(verb, "element") == 0) {
        op.kind = SL_EDIT_ELEMENT;
        op.node = find_node(document, words[1]);
        op.text = words[2];
    } else if (strcmp(verb, "delete") == 0 || strcmp(verb, "duplicate") == 0 || strcmp(verb, "copy") == 0) {
        op.kind = *verb == 'd' && verb[1] == 'e' ? SL_EDIT_DELETE : SL_EDIT_DUPLICATE;
        for (int i = 1; i < count; i++)
            nodes[op.node_count++] = find_node(document, words[i]);
        op.placed = true;
        op.x = 50;
        op.y = 60;
    } else if (strcmp(verb, "paste") == 0) {
        op.kind = SL_EDIT_PASTE;
        op.text = copied;
    } else if (strcmp(verb, "move") == 0) {
        op.kind = SL_EDIT_MOVE;
        nodes[0] = find_node(document, words[1]);
        op.node_count = 1;
        places[0] = (SlEditPlace){atof(words[2]), atof(words[3])};
    } else if (strcmp(verb, "color") == 0 || strcmp(verb, "title") == 0) {
        op.kind = *verb == 'c' ? SL_EDIT_COLOR : SL_EDIT_TITLE;
        op.node = strcmp(words[1], "-") ? find_node(document, words[1]) : -1;
        op.text = words[2];
    } else if (strcmp(verb, "body") == 0) {
        op.kind = SL_EDIT_BODY;
        op.node = find_node(document, words[1]);
        op.text = "for i := 0; i < 3; i++ {\n  println(i)\n}";
    } else if (strcmp(verb, "argument") == 0) {
        op.kind = SL_EDIT_ARGUMENT;
        op.port = find_port(document, words[1]);
        op.text = words[2];
    } else {
        fail("no command", verb);
    }
    return op;
}

static int script(const char *path, const char *function) {
    Document document = open_file(path, function);
    char line[500];
    int refusals = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (!*line || *line == '#')
            continue;
        char told[500];
        snprintf(told, sizeof told, "%s", line);
        SlEditOp op = read_command(&document, line);
        const char *refused;
        if (strncmp(told, "copy", 4) == 0) {
            SlEditContext context = {document.program, document.wiring, &document.importer};
            copied = sl_edit_copy(&context, op.nodes, op.node_count);
        } else if (!edit(&document, &op, &refused)) {
            fprintf(stderr, "%s: refused: %s\n", told, refused);
            refusals++;
        }
    }
    fputs(document.text, stdout);
    close_document(&document);
    return refusals ? 3 : 0;
}

// ---- random ----

static uint64_t state;

static int below(int n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return n > 0 ? (int)((state >> 11) % (uint64_t)n) : 0;
}

static int some_port(const SlWiring *wiring) {
    return wiring->port_count ? below(wiring->port_count) : -1;
}

static bool own_function(const Document *document, const char **name) {
    static char kept[100];
    SlParts *own = sl_parts_own(document->program);
    if (own->count)
        snprintf(kept, sizeof kept, "%s", own->list[below(own->count)].name);
    bool any = own->count > 0;
    *name = any ? kept : *name;
    sl_parts_free(own);
    return any;
}

static SlEditOp random_op(const Document *document) {
    static const uint8_t often[] = {SL_EDIT_ADD,        SL_EDIT_ADD,     SL_EDIT_CONNECT, SL_EDIT_CONNECT,
                                    SL_EDIT_CONNECT,    SL_EDIT_CONNECT, SL_EDIT_CONNECT, SL_EDIT_CONNECT,
                                    SL_EDIT_DISCONNECT, SL_EDIT_INSERT};
    static const char *const names[] = {"alpha", "beta", "gamma", "delta", "jobs", "fan"};
    static const char *const types[] = {"int", "string", "float64", "[]int", "struct{}"};
    static const char *const ports[] = {"in <-chan int, out chan<- int", "out chan<- string", "a, b <-chan int",
                                        "in  <-chan int,out chan<- string"};
    static const char *const bodies[] = {"\n\n  x := 1\n    _ = x\n\n\n", "if true {\nprintln(`a\n  b`)\n}", ""};
    static int nodes[3];
    static SlEditPlace places[3];
    const SlWiring *wiring = document->wiring;
    SlEditOp op = SL_EDIT_OP(below(3) ? often[below(sizeof often)] : (uint8_t)below(SL_EDIT_KIND_COUNT_));
    op.node = op.kind == SL_EDIT_ADD ? (below(4) ? -1 : below(wiring->node_count)) : below(wiring->node_count);
    op.port = op.kind == SL_EDIT_ADD || op.kind == SL_EDIT_INSERT ? -1 : some_port(wiring);
    bool adds = op.kind == SL_EDIT_ADD; // a third of them at the end of a wire
    op.to_node = adds && below(6) ? -1 : below(wiring->node_count);
    op.to_port = (op.kind == SL_EDIT_CONNECT && below(3)) || (adds && !below(4)) ? some_port(wiring) : -1;
    op.nodes = nodes;
    op.places = places;
    op.node_count = 1 + below(3);
    for (int i = 0; i < 3; i++) {
        nodes[i] = below(wiring->node_count);
        places[i] = (SlEditPlace){below(2000) - 500, below(1000) - 200};
    }
    op.placed = below(2);
    op.x = below(1000);
    op.y = below(1000);
    op.number = op.kind == SL_EDIT_MULTIPLY ? 1 + below(5) : below(9);
    op.name = names[below(6)];
    op.ports = ports[below(4)];
    op.text = op.kind == SL_EDIT_ADD
                  ? below(4) == 0 && own_function(document, &op.name) ? NULL : parts->list[below(parts->count)].text
              : op.kind == SL_EDIT_ELEMENT ? types[below(5)]
              : op.kind == SL_EDIT_BODY    ? bodies[below(3)]
              : op.kind == SL_EDIT_NEW     ? NULL
              : op.kind == SL_EDIT_COLOR   ? "green"
              : op.kind == SL_EDIT_TITLE   ? "A title"
                                           : "3";
    return op;
}

// All that a drawing is but for notes: what a move, a colour or a title leaves alone. Names that tell a line
// move on with it.
static char *shape_of(const SlWiring *wiring) {
    SlText out = {0};
    for (int i = 0; i < wiring->node_count; i++) {
        const char *name = wiring->nodes[i].name, *line = strstr(name, ", line ");
        sl_text_printf(&out, "%d %.*s %d %lld;", wiring->nodes[i].kind, line ? (int)(line - name) : 100, name,
                       wiring->nodes[i].many, (long long)wiring->nodes[i].buffer);
    }
    for (int i = 0; i < wiring->edge_count; i++)
        sl_text_printf(&out, "%d %d %d;", wiring->edges[i].process, wiring->edges[i].object, wiring->edges[i].use);
    for (int i = 0; i < wiring->port_count; i++)
        sl_text_printf(&out, "%d %d;", wiring->ports[i].kind, wiring->ports[i].object);
    return sl_text_take(&out);
}

// Reading what was written gives the drawing that was meant: every node stands where it was put.
static void check_places(const Document *document, const SlEditOp *op) {
    for (int i = 0; i < op->node_count; i++) {
        bool later = false;
        for (int j = i + 1; j < op->node_count; j++)
            later |= op->nodes[j] == op->nodes[i];
        const SlWireNode *node = &document->wiring->nodes[op->nodes[i]];
        bool field = node->kind == SL_WIRE_MUTEX || node->kind == SL_WIRE_RWMUTEX || node->kind == SL_WIRE_GROUP;
        if (!later && !(field && !node->placed) &&
            (!node->placed || node->x != op->places[i].x || node->y != op->places[i].y))
            fail("a node does not stand where it was put", node->name);
    }
}

static int play_random(const char *path, uint64_t seed, int count, const char *out) {
    Document document = open_file(path, NULL);
    state = seed * 0x9e3779b97f4a7c15u + 88172645463325252u;
    int done = 0, kinds[SL_EDIT_KIND_COUNT_] = {0};
    char *pasted = NULL;
    for (int i = 0; i < count; i++) {
        SlEditOp op = random_op(&document);
        SlEditContext context = {document.program, document.wiring, &document.importer};
        if (op.kind == SL_EDIT_PASTE) {
            free(pasted);
            op.text = pasted = sl_edit_copy(&context, op.nodes, op.node_count);
        }
        // What fits by type and direction alone is what the plan says as well.
        SlArena *arena = sl_arena_new();
        const char *fits = op.kind == SL_EDIT_CONNECT && op.port >= 0
                               ? sl_edit_fits(&context, arena, op.port, op.to_node, op.to_port)
                               : NULL;
        bool unfit = fits != NULL;
        sl_arena_free(arena);
        const char *refused;
        int kind = op.kind;
        bool note = kind == SL_EDIT_MOVE || kind == SL_EDIT_COLOR || kind == SL_EDIT_TITLE;
        char *before = note ? shape_of(document.wiring) : NULL;
        bool accepted = edit(&document, &op, &refused);
        char *after = note ? shape_of(document.wiring) : NULL;
        if (note && strcmp(before, after))
            fail("a note has changed the drawing", "");
        free(before);
        free(after);
        if (accepted && kind == SL_EDIT_MOVE)
            check_places(&document, &op);
        if (getenv("EDITS_TELL"))
            fprintf(stderr, "%d: kind %d node %d port %d to %d %d number %d: %s\n", i, kind, op.node, op.port,
                    op.to_node, op.to_port, (int)op.number, accepted ? "done" : refused);
        if (accepted && unfit)
            fail("an edit was done that does not fit", "");
        done += accepted;
        kinds[kind] += accepted;
    }
    FILE *file = fopen(out, "wb");
    if (!file)
        fail("cannot write", out);
    fwrite(document.text, 1, document.length, file);
    fclose(file);
    printf("%d of %d done:", done, count);
    for (int i = 0; i < SL_EDIT_KIND_COUNT_; i++)
        printf(" %d", kinds[i]);
    printf("\n");
    free(pasted);
    close_document(&document);
    return 0;
}

// ---- telling ----

static int show(const char *path, const char *function) {
    static const char *const kinds[] = {"process", "channel", "mutex",   "rwmutex", "group",
                                        "timer",   "context", "unknown", "stage"};
    static const char *const uses[] = {"sends", "receives", "closes", "locks", "waits", "done", "starts"};
    static const char *const port_kinds[] = {"in", "out", "both", "shared", "value"};
    static const char *const ways[] = {"param", "result", "field", "captured", "bundle"};
    Document document = open_file(path, function);
    const SlWiring *wiring = document.wiring;
    for (int i = 0; i < wiring->node_count; i++) {
        const SlWireNode *node = &wiring->nodes[i];
        printf("%d %s %s%s", i, kinds[node->kind], node->name, node->outside ? " (outside)" : "");
        if (node->many)
            printf(node->count ? " x%lld" : " xN", (long long)node->count);
        if (node->type && *node->type)
            printf(" %s[%lld]", node->type, (long long)node->buffer);
        if (node->placed)
            printf(" at %.0f %.0f", node->x, node->y);
        printf("\n");
        for (int p = 0; p < wiring->port_count; p++)
            if (wiring->ports[p].node == i)
                printf("    %s %s %s %s = %s -> %s%s\n", port_kinds[wiring->ports[p].kind], ways[wiring->ports[p].way],
                       wiring->ports[p].name, wiring->ports[p].type, wiring->ports[p].text,
                       wiring->ports[p].object >= 0 ? wiring->nodes[wiring->ports[p].object].name : "-",
                       wiring->ports[p].several ? " ..." : "");
    }
    for (int i = 0; i < wiring->edge_count; i++)
        printf("%s %s%s %s\n", wiring->nodes[wiring->edges[i].process].name, wiring->edges[i].select ? "~" : "",
               uses[wiring->edges[i].use], wiring->nodes[wiring->edges[i].object].name);
    close_document(&document);
    return 0;
}

static int hints(const char *path) {
    static const char *const names[] = {"no receiver", "no sender", "not closed", "closed twice",
                                        "all send",    "no end",    "lost",       "unconnected"};
    Document document = open_file(path, NULL);
    SlHints *found = sl_hints_new(document.program);
    for (int i = 0; i < found->count; i++) {
        const SlHint *hint = &found->list[i];
        printf("%s%s:", names[hint->kind], hint->advice ? " (advice)" : "");
        for (int p = 0; p < hint->place_count; p++)
            printf(" %d", sl_files_place(document.program->files, hint->places[p]).line);
        printf(": %s\n", hint->text);
    }
    sl_hints_free(found);
    close_document(&document);
    return 0;
}

int main(int argc, char **argv) {
    const char *texts[200];
    int count = 0;
    for (const SlEmbedded *file = sl_embedded_palette; file->folder && count < 200; file++)
        texts[count++] = file->bytes;
    parts = sl_parts_new(texts, count);
    const char *command = argc > 1 ? argv[1] : "";
    int status = 2;
    if (strcmp(command, "show") == 0 && argc > 2)
        status = show(argv[2], argc > 3 ? argv[3] : NULL);
    else if (strcmp(command, "hints") == 0 && argc > 2)
        status = hints(argv[2]);
    else if (strcmp(command, "script") == 0 && argc > 2)
        status = script(argv[2], argc > 3 ? argv[3] : NULL);
    else if (strcmp(command, "random") == 0 && argc > 5)
        status = play_random(argv[2], strtoull(argv[3], NULL, 10), atoi(argv[4]), argv[5]);
    for (int i = 0; strcmp(command, "parts") == 0 && i < parts->count; i++) {
        const SlPart *part = &parts->list[i];
        printf("%s\t%s\t%s\t%s\t%s\n", part->name, part->category, part->title, part->ports, part->about);
        status = 0;
    }
    sl_parts_free(parts);
    return status;
}
