// SPDX-License-Identifier: MIT
// Document: files in and out, and the checker's word on them.
#include "ui/document.h"

#include <gio/gio.h>
#include <string.h>

#include "ui/difference.h"

typedef struct {
    char *name, *text; // text null: the shown one's is the document
    char *saved;       // of another one: as the disk has it
} File;

struct SlDocument {
    char *path, *name;
    GString *text;
    char *saved;      // text as last saved
    char *folder;     // opened as a package: its other files count; null: a file by itself
    GPtrArray *files; // File: all of the program in their order, the shown one among them
    guint shown;      // index of the shown one
    // of the last good state
    SlProgram *program;
    SlDocumentImports *imports; // that its packages came through
    SlWiring *wiring, *drawing;
    SlArena *arena; // functions
    SlWireFunction *functions;
    int function_count;
    SlParts *parts;
    SlHints *hints;
    char *function;       // that is drawn; null: main
    char *wired_text;     // all of the program as it was then
    GArray *replacements; // SlReplacement, found by the last check; null: none
    SlHistory *history;
    GArray *problems;
};

// ---- the program's files ----

static void file_free(void *data) {
    File *file = data;
    g_free(file->name);
    g_free(file->text);
    g_free(file->saved);
    g_free(file);
}

static void add_file(SlDocument *self, const char *name, char *text) {
    File *file = g_new0(File, 1);
    file->name = g_strdup(name);
    file->text = text;
    file->saved = g_strdup(text);
    g_ptr_array_add(self->files, file);
}

SlSource *sl_document_sources(SlDocument *self, int *count) {
    SlSource *sources = g_new0(SlSource, self->files->len);
    for (guint i = 0; i < self->files->len; i++) {
        const File *file = g_ptr_array_index(self->files, i);
        const char *text = file->text ? file->text : self->text->str;
        sources[i] = (SlSource){file->name, text, strlen(text)};
    }
    *count = (int)self->files->len;
    return sources;
}

char *sl_document_whole(SlDocument *self) {
    GString *whole = g_string_new("");
    for (guint i = 0; i < self->files->len; i++) {
        const File *file = g_ptr_array_index(self->files, i);
        g_string_append(whole, file->text ? file->text : self->text->str);
        if (i + 1 < self->files->len)
            g_string_append_c(whole, '\n');
    }
    return g_string_free(whole, FALSE);
}

gsize sl_document_offset(SlDocument *self) {
    gsize offset = 0;
    for (guint i = 0; i < self->shown; i++)
        offset += strlen(((File *)g_ptr_array_index(self->files, i))->text) + 1;
    return offset;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// Names of the folder's Go files in their order; an empty array when there are none.
static GPtrArray *list_folder(const char *folder) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, ".go") && !g_str_has_suffix(name, "_test.go") && *name != '.' && *name != '_')
            g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

static bool is_unsaved(const File *file) {
    return file->text && g_strcmp0(file->text, file->saved);
}

// What was changed and not saved yet stays, whatever the disk has.
static void keep_unsaved(SlDocument *self, GPtrArray *before) {
    for (guint i = 0; i < before->len; i++) {
        const File *old = g_ptr_array_index(before, i);
        for (guint k = 0; is_unsaved(old) && k < self->files->len; k++) {
            File *file = g_ptr_array_index(self->files, k);
            if (file->text && strcmp(file->name, old->name) == 0) {
                g_free(file->text);
                file->text = g_strdup(old->text);
            }
        }
    }
}

static void read_files(SlDocument *self);

void sl_document_load_files(SlDocument *self) {
    g_autoptr(GPtrArray) before = g_steal_pointer(&self->files);
    self->files = g_ptr_array_new_with_free_func(file_free);
    read_files(self);
    keep_unsaved(self, before);
}

static void read_files(SlDocument *self) {
    self->shown = 0;
    bool found = false;
    if (self->folder) {
        g_autoptr(GPtrArray) names = list_folder(self->folder);
        for (guint i = 0; i < names->len; i++) {
            const char *name = g_ptr_array_index(names, i);
            g_autofree char *path = g_build_filename(self->folder, name, NULL);
            char *text = NULL;
            bool is_shown = !found && g_strcmp0(name, self->name) == 0;
            if (!is_shown && !g_file_get_contents(path, &text, NULL, NULL))
                continue;
            if (is_shown)
                self->shown = self->files->len;
            found |= is_shown;
            add_file(self, name, text);
        }
    }
    if (!found) {
        self->shown = self->files->len;
        add_file(self, self->name, NULL);
    }
}

// ---- in and out ----

static void forget_program(SlDocument *self) {
    sl_wiring_free(self->wiring);
    sl_wiring_free(self->drawing);
    self->wiring = self->drawing = NULL;
    self->functions = NULL;
    if (self->parts)
        sl_parts_free(self->parts);
    self->parts = NULL;
    if (self->hints)
        sl_hints_free(self->hints);
    self->hints = NULL;
    if (!self->program)
        return;
    sl_program_free(self->program);
    sl_arena_free(self->arena);
    self->imports->free_owner(self->imports->owner);
    g_free(self->imports);
    self->program = NULL;
}

static void set_document(SlDocument *self, const char *path, const char *name, const char *text, const char *folder) {
    g_free(self->folder);
    self->folder = g_strdup(folder);
    g_free(self->path);
    self->path = g_strdup(path);
    g_free(self->name);
    self->name = g_strdup(name);
    g_string_assign(self->text, text);
    sl_history_clear(self->history);
    g_free(self->saved);
    self->saved = g_strdup(text);
    forget_program(self);
    g_clear_pointer(&self->function, g_free);
    g_clear_pointer(&self->wired_text, g_free);
    g_ptr_array_set_size(self->files, 0); // another document's
    sl_document_load_files(self);
}

void sl_document_set(SlDocument *self, const char *name, const char *text) {
    set_document(self, NULL, name, text, NULL);
}

// The file of a folder to show: the one with func main, else the first.
static char *main_file(const char *folder, GError **error) {
    g_autoptr(GPtrArray) names = list_folder(folder);
    if (!names->len) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no Go files in %s", folder);
        return NULL;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
        g_autofree char *text = NULL;
        if (g_file_get_contents(path, &text, NULL, NULL) &&
            (g_str_has_prefix(text, "func main(") || strstr(text, "\nfunc main(")))
            return g_steal_pointer(&path);
    }
    return g_build_filename(folder, g_ptr_array_index(names, 0), NULL);
}

bool sl_document_open(SlDocument *self, const char *path, GError **error) {
    char *text;
    gsize length;
    g_autofree char *shown = NULL;
    const char *folder = g_file_test(path, G_FILE_TEST_IS_DIR) ? path : NULL;
    if (folder && !(path = shown = main_file(folder, error)))
        return false;
    if (!g_file_get_contents(path, &text, &length, error))
        return false;
    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not UTF-8 text, so it is no Go file", path);
        g_free(text);
        return false;
    }
    g_autofree char *name = g_path_get_basename(path);
    set_document(self, path, name, text, folder);
    g_free(text);
    return true;
}

// Other files of the package that an edit of the drawing has changed.
static bool save_others(SlDocument *self, GError **error) {
    for (guint i = 0; self->folder && i < self->files->len; i++) {
        File *file = g_ptr_array_index(self->files, i);
        if (!is_unsaved(file))
            continue;
        g_autofree char *path = g_build_filename(self->folder, file->name, NULL);
        if (!g_file_set_contents_full(path, file->text, -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error))
            return false;
        g_free(file->saved);
        file->saved = g_strdup(file->text);
    }
    return true;
}

bool sl_document_save(SlDocument *self, const char *path, GError **error) {
    const char *target = path ? path : self->path;
    g_return_val_if_fail(target, false);
    if (!save_others(self, error))
        return false;
    if (!g_file_set_contents_full(target, self->text->str, (gssize)self->text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error))
        return false;
    if (path && g_strcmp0(path, self->path)) {
        g_free(self->path);
        self->path = g_strdup(path);
        g_free(self->name);
        self->name = g_path_get_basename(path);
        g_autofree char *folder = g_path_get_dirname(path);
        if (self->folder && g_strcmp0(folder, self->folder)) // it has left its package
            g_clear_pointer(&self->folder, g_free);
        sl_document_load_files(self);
        g_clear_pointer(&self->wired_text, g_free);
    }
    g_free(self->saved);
    self->saved = g_strdup(self->text->str);
    return true;
}

bool sl_document_edit(SlDocument *self, const char *text, const char *what) {
    if (strcmp(text, self->text->str) == 0)
        return false;
    sl_history_record(self->history, self->text->str, text, what, g_get_monotonic_time());
    g_string_assign(self->text, text);
    return true;
}

bool sl_document_apply(SlDocument *self, const SlEdit *edit, const char *what) {
    bool others = false;
    for (int i = 0; i < edit->change_count; i++)
        others |= edit->changes[i].file != (int)self->shown;
    char *after = sl_edit_apply(edit, (int)self->shown, self->text->str, self->text->len, NULL);
    if (!others) {
        bool changed = sl_document_edit(self, after, what);
        free(after);
        return changed;
    }
    sl_history_record_edit(self->history, self->text->str, after, what, g_get_monotonic_time());
    g_string_assign(self->text, after);
    free(after);
    for (guint f = 0; f < self->files->len; f++) {
        File *file = g_ptr_array_index(self->files, f);
        if (!file->text)
            continue;
        char *text = sl_edit_apply(edit, (int)f, file->text, strlen(file->text), NULL);
        if (strcmp(text, file->text)) {
            sl_history_record_beside(self->history, file->name, file->text, text);
            g_free(file->text);
            file->text = g_strdup(text);
        }
        free(text);
    }
    return true;
}

static void on_beside(void *data, const char *name, gsize at, const char *old, const char *new) {
    SlDocument *self = data;
    for (guint i = 0; i < self->files->len; i++) {
        File *file = g_ptr_array_index(self->files, i);
        gsize length = strlen(old);
        if (!file->text || strcmp(file->name, name) || strlen(file->text) < at || strncmp(file->text + at, old, length))
            continue;
        GString *text = g_string_new_len(file->text, (gssize)at);
        g_string_append(text, new);
        g_string_append(text, file->text + at + length);
        g_free(file->text);
        file->text = g_string_free(text, FALSE);
    }
}

static bool take_text(SlDocument *self, char *text) {
    if (text)
        g_string_assign(self->text, text);
    g_free(text);
    return text != NULL;
}

bool sl_document_undo(SlDocument *self) {
    bool done = take_text(self, sl_history_undo(self->history, self->text->str));
    if (done)
        sl_history_undone_beside(self->history, on_beside, self);
    return done;
}

bool sl_document_redo(SlDocument *self) {
    bool done = take_text(self, sl_history_redo(self->history, self->text->str));
    if (done)
        sl_history_redone_beside(self->history, on_beside, self);
    return done;
}

SlHistory *sl_document_history(SlDocument *self) {
    return self->history;
}

const char *sl_document_text(SlDocument *self) {
    return self->text->str;
}

const char *sl_document_name(SlDocument *self) {
    return self->name;
}

const char *sl_document_path(SlDocument *self) {
    return self->path;
}

bool sl_document_is_modified(SlDocument *self) {
    for (guint i = 0; i < self->files->len; i++)
        if (is_unsaved(g_ptr_array_index(self->files, i)))
            return true;
    return g_strcmp0(self->saved, self->text->str) != 0;
}

char *sl_document_unsaved(SlDocument *self, int index, const char **text) {
    for (guint i = 0; self->folder && i < self->files->len; i++) {
        const File *file = g_ptr_array_index(self->files, i);
        if (!is_unsaved(file) || index-- > 0)
            continue;
        *text = file->text;
        return g_build_filename(self->folder, file->name, NULL);
    }
    return NULL;
}

const char *sl_document_saved(SlDocument *self) {
    return self->saved;
}

void sl_document_set_saved(SlDocument *self, const char *text) {
    g_free(self->saved);
    self->saved = g_strdup(text);
}

bool sl_document_is_package(SlDocument *self) {
    return self->folder != NULL;
}

char *sl_document_place(SlDocument *self) {
    return self->path ? g_path_get_dirname(self->path) : NULL;
}

// ---- checked ----

static void clear_problem(void *data) {
    g_free(((SlProblem *)data)->message);
}

static void take_problems(SlDocument *self, SlProgram *program) {
    g_array_set_size(self->problems, 0);
    sl_diags_sort(program->diags, program->files);
    for (int i = 0; i < program->diags->list.count; i++) {
        const SlDiag *diag = &program->diags->list.at[i];
        SlPlace place = sl_files_place(program->files, diag->pos);
        SlProblem problem = {place.line ? place.line : 1, place.column ? place.column : 1, NULL};
        const char *name = ((File *)g_ptr_array_index(self->files, self->shown))->name;
        if (place.file && g_strcmp0(place.file->name, name)) // it stands elsewhere
            problem = (SlProblem){
                1, 1, g_strdup_printf("%s:%d:%d: %s", place.file->name, place.line, place.column, diag->message)};
        else
            problem.message = g_strdup(diag->message);
        g_array_append_val(self->problems, problem);
    }
}

static void compare(SlDocument *self) {
    char *text = sl_document_whole(self);
    if (self->wired_text && strcmp(text, self->wired_text))
        self->replacements = sl_difference(self->wired_text, text);
    g_free(self->wired_text);
    self->wired_text = text;
}

static void draw(SlDocument *self) {
    sl_wiring_free(self->drawing);
    SlPos pos = 0;
    for (int i = 0; self->function && i < self->function_count; i++)
        if (strcmp(self->functions[i].name, self->function) == 0)
            pos = self->functions[i].pos;
    self->drawing = sl_wiring_open(self->program, pos);
}

// The first state is shown as far as it goes; from then on only good ones are.
void sl_document_check(SlDocument *self, const SlDocumentImports *imports, bool rewire) {
    int count;
    g_autofree SlSource *sources = sl_document_sources(self, &count);
    SlDocumentImports *own = g_memdup2(imports, sizeof *imports); // the program may refer to it
    SlProgram *program = sl_program_load(sources, count, &own->importer, &(SlLangOptions){0});
    take_problems(self, program);
    g_clear_pointer(&self->replacements, g_array_unref);
    if (!rewire || (self->problems->len && self->wiring)) {
        sl_program_free(program);
        own->free_owner(own->owner);
        g_free(own);
        return;
    }
    forget_program(self);
    self->imports = own;
    self->program = program;
    self->arena = sl_arena_new();
    self->functions = sl_wiring_functions(program, self->arena, &self->function_count);
    self->parts = sl_parts_own(program);
    self->hints = self->problems->len ? NULL : sl_hints_new(program);
    self->wiring = sl_wiring_new(program);
    draw(self);
    compare(self);
}

const GArray *sl_document_replacements(SlDocument *self) {
    return self->replacements;
}

const SlProblem *sl_document_problems(SlDocument *self, int *count) {
    *count = (int)self->problems->len;
    return (const SlProblem *)self->problems->data;
}

const SlWiring *sl_document_wiring(SlDocument *self) {
    return self->wiring;
}

const SlWiring *sl_document_drawing(SlDocument *self) {
    return self->drawing;
}

static const SlFuncNode *function_at(const SlFuncNode *func, SlPos pos) {
    const SlFuncNode *found = func->pos == pos ? func : NULL;
    for (int i = 0; i < func->literal_count && !found; i++)
        found = function_at(func->literals[i], pos);
    return found;
}

// Lines moved out by as many tabs as the line with the closing brace has, and one more.
static char *moved_out(const char *body, gsize tabs) {
    g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
    for (int n = 0; lines[n]; n++) {
        gsize skip = MIN(strspn(lines[n], "\t"), tabs + 1);
        memmove(lines[n], lines[n] + skip, strlen(lines[n] + skip) + 1);
    }
    return g_strjoinv("\n", lines);
}

char *sl_document_body(SlDocument *self, SlPos function) {
    gsize offset = sl_document_offset(self);
    const SlFuncNode *func = NULL;
    for (int i = 0; self->program && self->program->main && i < self->program->main->func_count && !func; i++)
        func = function_at(self->program->main->funcs[i], function);
    if (!func || !func->body || func->body->pos <= offset || func->body->end > offset + self->text->len + 1)
        return NULL;
    const char *from = self->text->str + (func->body->pos - 1 - offset);
    gsize length = func->body->end - func->body->pos;
    if (length < 2 || from[0] != '{' || from[length - 1] != '}')
        return NULL;
    const char *line = from + length - 1;
    while (line > self->text->str && line[-1] != '\n')
        line--;
    gsize tabs = strspn(line, "\t");
    for (from++, length -= 2; length && (*from == '\n' || *from == ' '); from++) // the braces' own lines
        length--;
    while (length && (from[length - 1] == '\n' || from[length - 1] == '\t' || from[length - 1] == ' '))
        length--;
    g_autofree char *body = g_strndup(from, length);
    return moved_out(body, tabs);
}

const SlParts *sl_document_parts(SlDocument *self) {
    return self->parts;
}

const SlHints *sl_document_hints(SlDocument *self) {
    return self->problems->len ? NULL : self->hints;
}

const SlProgram *sl_document_program(SlDocument *self) {
    return self->program;
}

SlEditContext sl_document_context(SlDocument *self) {
    return (SlEditContext){self->program, self->drawing, &self->imports->importer};
}

int sl_document_shown(SlDocument *self) {
    return (int)self->shown;
}

void sl_document_open_function(SlDocument *self, const char *name) {
    g_free(self->function);
    self->function = g_strdup(name);
    if (self->program)
        draw(self);
}

const char *sl_document_function_at(SlDocument *self, SlPos pos) {
    for (int i = 0; self->program && i < self->function_count; i++)
        if (self->functions[i].pos == pos)
            return self->functions[i].name;
    return NULL;
}

SlWireFunction *sl_document_functions(SlDocument *self, int *count) {
    *count = self->program ? self->function_count : 0;
    return self->functions;
}

// ---- life ----

SlDocument *sl_document_new(void) {
    SlDocument *self = g_new0(SlDocument, 1);
    self->text = g_string_new("");
    self->saved = g_strdup("");
    self->name = g_strdup("main.go");
    self->files = g_ptr_array_new_with_free_func(file_free);
    add_file(self, self->name, NULL);
    self->history = sl_history_new();
    self->problems = g_array_new(FALSE, TRUE, sizeof(SlProblem));
    g_array_set_clear_func(self->problems, clear_problem);
    return self;
}

void sl_document_free(SlDocument *self) {
    forget_program(self);
    g_free(self->function);
    sl_history_free(self->history);
    g_clear_pointer(&self->replacements, g_array_unref);
    g_array_unref(self->problems);
    g_string_free(self->text, TRUE);
    g_ptr_array_unref(self->files);
    g_free(self->path);
    g_free(self->name);
    g_free(self->saved);
    g_free(self->folder);
    g_free(self->wired_text);
    g_free(self);
}
