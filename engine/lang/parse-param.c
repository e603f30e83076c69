// SPDX-License-Identifier: MIT
// Parameters, results, receivers and type parameters. In (a, b T) and (A, B) the same words are names or types: each
// entry is read as far as it goes, and what the names are is decided when the whole list is known.
#include "lang/parse.h"

typedef struct {
    SlExpr *name, *type; // one of them may be null; a name alone may turn out to be a type
    SlPos pos;
} Entry;

typedef SL_VEC(Entry) Entries;

// TypeTerm = Type | UnderlyingType .
// UnderlyingType = "~" Type .
static SlExpr *parse_term(SlParser *p) {
    SlPos pos = sl_pos(p);
    if (sl_got(p, SL_TOKEN_TILDE)) {
        SlExpr *term = sl_expr_new(p, SL_EXPR_UNARY, pos);
        term->op = SL_TOKEN_TILDE;
        term->op_pos = pos;
        term->x = sl_parse_type(p);
        return sl_expr_done(p, term);
    }
    SlExpr *type = sl_parse_type_or_null(p);
    if (type)
        return type;
    type = sl_expr_bad(p);
    sl_syntax_error(p, "expected ~ term or type");
    sl_advance(p, SL_TOKEN_OR, SL_TOKEN_TILDE, SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN, SL_TOKEN_RBRACK, SL_TOKEN_RBRACE);
    return type;
}

// TypeElem = TypeTerm { "|" TypeTerm } .
SlExpr *sl_parse_embedded_elem(SlParser *p, SlExpr *first) {
    SlExpr *elem = first ? first : parse_term(p);
    while (sl_tok(p) == SL_TOKEN_OR) {
        SlExpr *either = sl_expr_new(p, SL_EXPR_BINARY, elem->pos);
        either->op = SL_TOKEN_OR;
        either->op_pos = sl_pos(p);
        sl_next(p);
        either->x = elem;
        either->y = parse_term(p);
        elem = sl_expr_done(p, either);
    }
    return elem;
}

SlExpr *sl_parse_array_or_type_args(SlParser *p, SlExpr *name) {
    SlPos open = sl_pos(p);
    sl_want(p, SL_TOKEN_LBRACK);
    if (sl_got(p, SL_TOKEN_RBRACK))
        return sl_parse_slice_type(p, open);
    SlExprs list = {0};
    bool comma = false;
    if (sl_tok(p) == SL_TOKEN_DOTDOTDOT) {
        SlExpr *dots = sl_expr_new(p, SL_EXPR_ELLIPSIS, sl_pos(p));
        dots->op_pos = dots->pos;
        sl_next(p);
        sl_vec_push(&list, sl_expr_done(p, dots));
    } else {
        comma = sl_parse_type_list(p, &list, false);
    }
    sl_want(p, SL_TOKEN_RBRACK);
    SlExpr *elem = comma ? NULL : sl_parse_type_or_null(p);
    SlExpr *type;
    if (elem) {
        type = sl_expr_new(p, SL_EXPR_ARRAY_TYPE, open);
        type->lo = list.at[0];
        type->x = elem;
        sl_vec_free(&list);
    } else {
        type = sl_expr_new(p, SL_EXPR_INDEX, name->pos);
        type->x = name;
        type->count = list.count;
        type->list = sl_vec_take(&list, p->arena);
    }
    type->op_pos = open;
    return sl_expr_done(p, type);
}

static SlExpr *parse_variadic(SlParser *p) {
    SlExpr *dots = sl_expr_new(p, SL_EXPR_ELLIPSIS, sl_pos(p));
    dots->op_pos = dots->pos;
    sl_next(p);
    dots->x = sl_parse_type_or_null(p);
    if (!dots->x) {
        dots->x = sl_expr_bad(p);
        sl_syntax_error(p, "... is missing type");
    }
    return sl_expr_done(p, dots);
}

// ParameterDecl = [ IdentifierList ] [ "..." ] Type .
// TypeParamDecl = IdentifierList TypeConstraint .
// One name or type of it; both null after an error.
static Entry parse_param(SlParser *p, SlExpr *name, SlToken close) {
    bool sets = close == SL_TOKEN_RBRACK; // of types are allowed: a constraint
    Entry entry = {NULL, NULL, name ? name->pos : sl_pos(p)};
    if (!name && sl_tok(p) == SL_TOKEN_NAME)
        name = sl_parse_name(p);
    if (name && sl_tok(p) == SL_TOKEN_LBRACK) {
        entry.type = sl_parse_array_or_type_args(p, name);
        if (entry.type->kind != SL_EXPR_INDEX)
            entry.name = name;
    } else if (name && sl_tok(p) == SL_TOKEN_DOT) {
        entry.type = sl_parse_qualified_name(p, name);
    } else if (name && sets && sl_tok(p) == SL_TOKEN_OR) {
        entry.type = name;
    } else {
        entry.name = name;
    }
    if (!entry.type && sl_tok(p) == SL_TOKEN_DOTDOTDOT) {
        entry.type = parse_variadic(p);
        return entry;
    }
    if (!entry.type)
        entry.type = sets && sl_tok(p) == SL_TOKEN_TILDE ? sl_parse_embedded_elem(p, NULL) : sl_parse_type_or_null(p);
    if (entry.type && sets && sl_tok(p) == SL_TOKEN_OR)
        entry.type = sl_parse_embedded_elem(p, entry.type);
    if (!entry.name && !entry.type) {
        sl_syntax_error(p, "expected %s", sl_token_words(close));
        sl_advance(p, SL_TOKEN_COMMA, close);
    }
    return entry;
}

// Gives each entry a name and a type, from right to left as (a, b T) wants it, and says what is missing.
static void name_all(SlParser *p, Entries *entries, bool named_all_typed, bool type_params, SlPos close) {
    SlPos wrong = 0;
    SlExpr *type = NULL;
    for (int i = entries->count - 1; i >= 0; i--) {
        Entry *entry = &entries->at[i];
        if (entry->type) {
            type = entry->type;
            if (entry->name)
                continue;
            wrong = type->pos;
            entry->name = sl_expr_new(p, SL_EXPR_IDENT, wrong);
            entry->name->name = sl_names_get(p->scan.names, "_", 1);
            entry->name->length = 1;
            entry->name->end = wrong;
        } else if (type) {
            entry->type = type;
        } else {
            wrong = entry->name->pos;
            entry->type = sl_expr_bad(p);
            entry->type->pos = entry->type->end = wrong;
        }
    }
    if (!wrong)
        return;
    if (named_all_typed)
        sl_syntax_error_at(p, close, type_params ? "missing type constraint" : "missing parameter type");
    else if (type_params)
        sl_syntax_error_at(p, wrong, "missing type parameter name%s",
                           entries->count == 1 ? " or invalid array length" : "");
    else
        sl_syntax_error_at(p, wrong, "missing parameter name");
}

// Joins neighbours that share a type into one field.
static SlFields make_fields(SlParser *p, const Entries *entries) {
    SlFieldList fields = {0};
    for (int i = 0; i < entries->count;) {
        const Entry *entry = &entries->at[i];
        SlField field = {.type = entry->type, .pos = entry->pos};
        SlExprs names = {0};
        do {
            if (entries->at[i].name)
                sl_vec_push(&names, entries->at[i].name);
            i++;
        } while (entry->name && i < entries->count && entries->at[i].type == field.type);
        field.name_count = names.count;
        field.names = sl_vec_take(&names, p->arena);
        sl_vec_push(&fields, field);
    }
    SlFields result = {.count = fields.count};
    result.at = sl_vec_take(&fields, p->arena);
    return result;
}

// Parameters = "(" [ ParameterList [ "," ] ] ")" .
// TypeParameters = "[" TypeParamList [ "," ] "]" .
SlFields sl_parse_params(SlParser *p, SlPos open, SlExpr *name, SlExpr *type, SlToken close, bool type_params) {
    Entries entries = {0};
    SlPos end;
    if (name && type && sl_tok(p) == close) { // the list would not ask for an element
        sl_vec_push(&entries, (Entry){name, type, name->pos});
        end = sl_pos(p);
        sl_next(p);
    } else {
        SlList list = {"parameter list", SL_TOKEN_COMMA, close, false, false};
        while (sl_list_more(p, &list) || (name && !list.broken)) {
            Entry entry = type ? (Entry){name, type, name->pos} : parse_param(p, name, close);
            name = type = NULL;
            sl_scan_count(&p->scan);
            if (entry.name || entry.type)
                sl_vec_push(&entries, entry);
            sl_list_next(p, &list);
        }
        end = sl_list_close(p, &list);
    }
    int named = 0, typed = 0;
    for (int i = 0; i < entries.count; i++) {
        typed += entries.at[i].type != NULL;
        named += entries.at[i].type && entries.at[i].name;
    }
    if (named == 0 && !type_params) {
        for (int i = 0; i < entries.count; i++) {
            if (entries.at[i].name)
                entries.at[i].type = entries.at[i].name;
            entries.at[i].name = NULL;
        }
    } else if (named != entries.count) {
        name_all(p, &entries, named == typed, type_params, end);
    }
    SlFields fields = make_fields(p, &entries);
    fields.open = open;
    fields.close = end;
    sl_vec_free(&entries);
    return fields;
}
