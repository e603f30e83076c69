// SPDX-License-Identifier: MIT
// Expressions from text to answer: parsed once, bound once for each function (and place) that they are evaluated in.
#include "run/expression.h"

#include <stdlib.h>

#include "run/expression-impl.h"

enum { KNOWN_MOST = 256, TEXT_MOST = 1 << 16 };

// The innermost function whose source has the position.
static const SlFunc *func_at(const SlCode *code, SlPos pos) {
    const SlFunc *best = NULL;
    for (uint32_t i = 0; i < code->func_count; i++) {
        const SlFunc *func = code->funcs[i];
        if (func->flags & SL_FUNC_WRAPPER || func->pos > pos || func->end < pos || !func->pos)
            continue;
        if (!best || func->end - func->pos < best->end - best->pos)
            best = func;
    }
    return best;
}

static bool same_given(const SlGiven *given, const SlRtype *type) {
    return given ? given->type == type : !type;
}

// Null with error: it cannot be evaluated there.
static const Bound *bind_for(SlExpression *expression, const SlFunc *func, SlPos pos, const SlGiven *given,
                             const char **error) {
    for (int i = 0; i < expression->known.count; i++) {
        const struct ForFunc *known = &expression->known.at[i];
        if (known->func == func && known->pos == pos && same_given(given, known->given)) {
            *error = known->error;
            return known->bound;
        }
    }
    SlText text = {0};
    Binder b = {expression, expression->code, func, pos, given, &text};
    Bound *bound = sl_bind(&b, expression->tree, 0);
    if (bound && !bound->type && bound->kind == BOUND_NIL)
        bound = sl_bind_fail(&b, "nil has no type here");
    if (bound && !bound->type && !sl_expression_give_type(&b, &bound, sl_expression_default(expression->code, bound)))
        bound = NULL;
    if (bound && expression->is_condition && bound->type->kind != SL_KIND_BOOL)
        bound = sl_bind_fail(&b, "a condition is true or false; this is of type %s",
                             sl_expression_type_text(expression, bound->type));
    *error = bound ? NULL : sl_arena_strndup(expression->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    if (expression->known.count == KNOWN_MOST)
        expression->known.count = 0;
    sl_vec_push(&expression->known, (struct ForFunc){func, pos, given ? given->type : NULL, bound, *error});
    return bound;
}

static SlExpr *parse(SlExpression *expression, const char *text, char **error) {
    SlDiags *diags = sl_diags_new();
    size_t length = strlen(text);
    SlFile *file = length <= TEXT_MOST ? sl_files_add(expression->files, "expression", text, length) : NULL;
    SlExpr *tree = NULL;
    if (!length || strspn(text, " \t") == length)
        *error = strdup("the expression is empty");
    else if (!file)
        *error = strdup("the expression is too long");
    else
        tree = sl_parse_alone(expression->arena, expression->code->program->names, file, diags);
    if (diags->list.count) {
        static const char prefix[] = "syntax error: ";
        const char *message = diags->list.at[0].message;
        *error = strdup(strncmp(message, prefix, sizeof prefix - 1) == 0 ? message + sizeof prefix - 1 : message);
        tree = NULL;
    }
    sl_diags_free(diags);
    return tree;
}

static SlExpression *make(const SlCode *code, const char *text, SlPos pos, const SlGiven *given, bool is_condition,
                          char **error) {
    SlArena *arena = sl_arena_new();
    SlExpression *made = SL_NEW(arena, SlExpression);
    made->arena = arena;
    made->files = sl_files_new();
    made->code = code;
    made->is_condition = is_condition;
    made->tree = parse(made, text, error);
    const char *why = NULL;
    const SlFunc *func = pos ? func_at(code, pos) : NULL;
    if (made->tree && pos && !bind_for(made, func, pos, given, &why))
        *error = strdup(why);
    if (made->tree && !why)
        return made;
    sl_expression_free(made);
    return NULL;
}

SlExpression *sl_expression_new(const SlCode *code, const char *text, SlPos pos, char **error) {
    return make(code, text, pos, NULL, false, error);
}

SlExpression *sl_condition_new(const SlCode *code, const char *text, SlPos pos, const SlGiven *given, char **error) {
    return make(code, text, pos, given, true, error);
}

void sl_expression_free(SlExpression *expression) {
    if (!expression)
        return;
    sl_vec_free(&expression->known);
    sl_files_free(expression->files);
    sl_arena_free(expression->scratch);
    sl_arena_free(expression->arena);
}

static bool run(SlExpression *expression, SlMachine *machine, const SlGoroutine *g, uint32_t index,
                const SlGiven *given, Value *out, SlText *error) {
    SlFrame frame = {0};
    Eval eval = {expression, NULL, machine, given, error};
    if (expression->scratch_bytes) {
        sl_arena_free(expression->scratch);
        expression->scratch = NULL;
        expression->scratch_bytes = 0;
    }
    if (g && sl_frame_open(machine, g, index, &frame))
        eval.frame = &frame;
    const char *why;
    const Bound *bound = eval.frame ? bind_for(expression, frame.info.func, frame.info.pos, given, &why)
                                    : bind_for(expression, NULL, 0, given, &why);
    bool fine = bound ? sl_expression_run(&eval, bound, out) : sl_eval_fail(&eval, "%s", why);
    sl_frame_close(&frame);
    return fine;
}

bool sl_expression_eval(SlExpression *expression, SlMachine *machine, const SlGoroutine *g, uint32_t frame,
                        const SlGiven *given, SlArena *arena, SlView *out, SlText *error) {
    Value value;
    if (!run(expression, machine, g, frame, given, &value, error))
        return false;
    *out = value.place;
    if (!value.place.at && !sl_view_is_aggregate((SlView){.type = value.type}))
        *out = (SlView){value.type, sl_arena_copy(arena, value.slots, sizeof value.slots), true};
    out->type = value.type;
    return true;
}

SlTruth sl_condition_test(SlExpression *condition, SlMachine *machine, const SlGoroutine *g, uint32_t frame,
                          const SlGiven *given, SlText *error) {
    Value value;
    SlText own = {0};
    bool fine = run(condition, machine, g, frame, given, &value, &own);
    if (!fine && error)
        sl_text_add(error, sl_text_cstr(&own), own.length);
    sl_text_free(&own);
    return !fine ? SL_TRUTH_ERROR : value.slots[0].u ? SL_TRUTH_TRUE : SL_TRUTH_FALSE;
}
