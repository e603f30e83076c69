// SPDX-License-Identifier: MIT
// Types (Go specification, "Types"), and the parts of struct and interface types.
#include "lang/parse.h"

static SlExpr *parse_type_kind(SlParser *p);

// Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" .
SlExpr *sl_parse_type_or_null(SlParser *p) {
    if (!sl_enter(p))
        return sl_expr_bad(p);
    SlExpr *type = parse_type_kind(p);
    sl_leave(p);
    return type;
}

SlExpr *sl_parse_type(SlParser *p) {
    SlExpr *type = sl_parse_type_or_null(p);
    if (type)
        return type;
    type = sl_expr_bad(p);
    sl_syntax_error(p, "expected type");
    sl_advance(p, SL_TOKEN_COMMA, SL_TOKEN_COLON, SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN, SL_TOKEN_RBRACK,
               SL_TOKEN_RBRACE);
    return type;
}

// SliceType = "[" "]" ElementType .
SlExpr *sl_parse_slice_type(SlParser *p, SlPos pos) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_ARRAY_TYPE, pos);
    type->op_pos = pos;
    type->x = sl_parse_type(p);
    return sl_expr_done(p, type);
}

// ArrayType = "[" ArrayLength "]" ElementType .
// ArrayLength = Expression | "..." .
SlExpr *sl_parse_array_type(SlParser *p, SlPos pos, SlExpr *length) {
    if (!length && sl_tok(p) == SL_TOKEN_DOTDOTDOT) {
        length = sl_expr_new(p, SL_EXPR_ELLIPSIS, sl_pos(p));
        length->op_pos = length->pos;
        sl_next(p);
        sl_expr_done(p, length);
    } else if (!length) {
        p->nest++;
        length = sl_parse_expr(p);
        p->nest--;
    }
    if (sl_tok(p) == SL_TOKEN_COMMA) {
        sl_syntax_error(p, "unexpected comma; expected ]");
        sl_next(p);
    }
    sl_want(p, SL_TOKEN_RBRACK);
    SlExpr *type = sl_expr_new(p, SL_EXPR_ARRAY_TYPE, pos);
    type->op_pos = pos;
    type->lo = length;
    type->x = sl_parse_type(p);
    return sl_expr_done(p, type);
}

// ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType .
static SlExpr *parse_chan_type(SlParser *p) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_CHAN_TYPE, sl_pos(p));
    type->op_pos = type->pos;
    if (sl_got(p, SL_TOKEN_ARROW)) {
        type->dir = SL_DIR_RECV;
        sl_want(p, SL_TOKEN_CHAN);
    } else {
        sl_next(p);
        type->op_pos = sl_pos(p);
        type->dir = sl_got(p, SL_TOKEN_ARROW) ? SL_DIR_SEND : SL_DIR_BOTH;
        if (type->dir == SL_DIR_BOTH)
            type->op_pos = type->pos;
    }
    type->x = sl_parse_type_or_null(p);
    if (!type->x) {
        type->x = sl_expr_bad(p);
        sl_syntax_error(p, "missing channel element type");
    }
    return sl_expr_done(p, type);
}

// MapType = "map" "[" KeyType "]" ElementType .
static SlExpr *parse_map_type(SlParser *p) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_MAP_TYPE, sl_pos(p));
    sl_next(p);
    type->op_pos = sl_pos(p);
    sl_want(p, SL_TOKEN_LBRACK);
    type->x = sl_parse_type(p);
    sl_want(p, SL_TOKEN_RBRACK);
    type->y = sl_parse_type(p);
    return sl_expr_done(p, type);
}

// The type behind "*", as far as read: PointerType = "*" BaseType .
static SlExpr *pointer_to(SlParser *p, SlPos star, SlExpr *base) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_STAR, star);
    type->op = SL_TOKEN_MUL;
    type->op_pos = star;
    type->x = base;
    return sl_expr_done(p, type);
}

static void add_field(SlFieldList *fields, SlField field) {
    sl_vec_push(fields, field);
}

static void add_embedded(SlFieldList *fields, SlExpr *type, SlPos pos) {
    add_field(fields, (SlField){.type = type, .pos = pos});
}

// Tag = string_lit .
static void parse_tag(SlParser *p, SlFieldList *fields) {
    if (sl_tok(p) < SL_TOKEN_INT || sl_tok(p) > SL_TOKEN_STRING)
        return;
    if (sl_tok(p) != SL_TOKEN_STRING) {
        sl_syntax_error(p, "struct field tag must be a string");
    } else if (fields->count) {
        SlField *field = &fields->at[fields->count - 1];
        field->tag = p->scan.lit;
        field->tag_length = p->scan.lit_length;
        field->tag_pos = sl_pos(p);
    }
    sl_next(p);
}

// EmbeddedField = [ "*" ] TypeName [ TypeArgs ] .
// With parentheses around it, which is an error.
static void parse_parenthesized_field(SlParser *p, SlFieldList *fields, SlPos pos, SlPos star) {
    sl_syntax_error(p, "cannot parenthesize embedded type");
    sl_next(p);
    if (!star && sl_tok(p) == SL_TOKEN_MUL) {
        star = sl_pos(p);
        sl_next(p);
    }
    SlExpr *type = sl_parse_qualified_name(p, NULL);
    if (star)
        type = pointer_to(p, star, type);
    sl_got(p, SL_TOKEN_RPAREN);
    add_embedded(fields, type, pos);
}

static void parse_named_field(SlParser *p, SlFieldList *fields) {
    SlPos pos = sl_pos(p);
    SlExpr *name = sl_parse_name(p), *type;
    switch (sl_tok(p)) {
    case SL_TOKEN_DOT:
    case SL_TOKEN_SEMICOLON:
    case SL_TOKEN_RBRACE:
    case SL_TOKEN_INT:
    case SL_TOKEN_FLOAT:
    case SL_TOKEN_IMAG:
    case SL_TOKEN_CHAR:
    case SL_TOKEN_STRING:
        add_embedded(fields, sl_parse_qualified_name(p, name), pos);
        return;
    default:
        break;
    }
    SlExprs names = {0};
    sl_parse_name_list(p, &names, name);
    if (names.count == 1 && sl_tok(p) == SL_TOKEN_LBRACK) {
        type = sl_parse_array_or_type_args(p, name);
        if (type->kind == SL_EXPR_INDEX) {
            sl_vec_free(&names);
            add_embedded(fields, type, pos);
            return;
        }
    } else {
        type = sl_parse_type(p);
    }
    SlField field = {.type = type, .pos = pos, .name_count = names.count};
    field.names = sl_vec_take(&names, p->arena);
    add_field(fields, field);
}

// FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
static void parse_field(SlParser *p, SlFieldList *fields) {
    SlPos pos = sl_pos(p);
    switch (sl_tok(p)) {
    case SL_TOKEN_NAME:
        parse_named_field(p, fields);
        break;
    case SL_TOKEN_MUL:
        sl_next(p);
        if (sl_tok(p) == SL_TOKEN_LPAREN)
            parse_parenthesized_field(p, fields, pos, pos);
        else
            add_embedded(fields, pointer_to(p, pos, sl_parse_qualified_name(p, NULL)), pos);
        break;
    case SL_TOKEN_LPAREN:
        parse_parenthesized_field(p, fields, pos, 0);
        break;
    default:
        sl_syntax_error(p, "expected field name or embedded type");
        sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE);
        return;
    }
    parse_tag(p, fields);
}

static SlExpr *finish_fields(SlParser *p, SlExpr *type, SlFieldList *fields, const SlList *list) {
    type->fields.close = sl_list_close(p, list);
    type->fields.count = fields->count;
    type->fields.at = sl_vec_take(fields, p->arena);
    return sl_expr_done(p, type);
}

// StructType = "struct" "{" { FieldDecl ";" } "}" .
static SlExpr *parse_struct_type(SlParser *p) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_STRUCT_TYPE, sl_pos(p));
    sl_next(p);
    type->op_pos = type->fields.open = sl_pos(p);
    sl_want(p, SL_TOKEN_LBRACE);
    SlFieldList fields = {0};
    SlList list = {"struct type", SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE, false, false};
    while (sl_list_more(p, &list)) {
        sl_scan_count(&p->scan);
        parse_field(p, &fields);
        sl_list_next(p, &list);
    }
    return finish_fields(p, type, &fields, &list);
}

static SlField method(SlParser *p, SlExpr *name, SlExpr *type) {
    SlField field = {.type = type, .pos = name->pos, .name_count = 1};
    field.names = sl_arena_copy(p->arena, &name, sizeof(SlExpr *));
    return field;
}

static SlField parse_method_signature(SlParser *p, SlExpr *name) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_FUNC_TYPE, sl_pos(p));
    sl_parse_signature(p, type, "interface method");
    return method(p, name, type);
}

// name "[" in an interface: a generic method, which is refused, or an embedded T[A, B]. Both can be read as parameters.
static SlField parse_method_or_instance(SlParser *p, SlExpr *name) {
    SlField embedded = {.type = name, .pos = name->pos};
    SlPos open = sl_pos(p);
    sl_next(p);
    if (sl_tok(p) == SL_TOKEN_RBRACK) {
        SlPos pos = sl_pos(p);
        sl_next(p);
        bool is_method = sl_tok(p) == SL_TOKEN_LPAREN;
        sl_error_at(p, pos, is_method ? "empty type parameter list" : "empty type argument list");
        return is_method ? parse_method_signature(p, name) : embedded;
    }
    SlFields list = sl_parse_params(p, open, NULL, NULL, SL_TOKEN_RBRACK, false);
    if (!list.count)
        return sl_tok(p) == SL_TOKEN_LPAREN ? parse_method_signature(p, name) : embedded;
    if (list.at[0].name_count) {
        SlField field = parse_method_signature(p, name);
        sl_error_at(p, open, "interface method must have no type parameters");
        return field;
    }
    SlExpr *instance = sl_expr_new(p, SL_EXPR_INDEX, name->pos);
    instance->op_pos = open;
    instance->x = name;
    instance->count = list.count;
    instance->list = SL_NEW_N(p->arena, SlExpr *, list.count);
    for (int i = 0; i < list.count; i++)
        instance->list[i] = list.at[i].type;
    embedded.type = sl_expr_done(p, instance);
    return embedded;
}

// InterfaceElem = MethodElem | TypeElem .
// MethodElem = MethodName Signature .
static SlField parse_interface_elem(SlParser *p) {
    SlField field = {.pos = sl_pos(p)};
    if (sl_tok(p) == SL_TOKEN_NAME) {
        SlExpr *name = sl_parse_name(p);
        if (sl_tok(p) == SL_TOKEN_LPAREN)
            return parse_method_signature(p, name);
        if (sl_tok(p) == SL_TOKEN_LBRACK)
            field = parse_method_or_instance(p, name);
        else
            field.type = sl_parse_qualified_name(p, name);
    }
    if (!field.name_count)
        field.type = sl_parse_embedded_elem(p, field.type);
    return field;
}

// InterfaceType = "interface" "{" { InterfaceElem ";" } "}" .
static SlExpr *parse_interface_type(SlParser *p) {
    SlExpr *type = sl_expr_new(p, SL_EXPR_INTERFACE_TYPE, sl_pos(p));
    sl_next(p);
    type->op_pos = type->fields.open = sl_pos(p);
    sl_want(p, SL_TOKEN_LBRACE);
    SlFieldList fields = {0};
    SlList list = {"interface type", SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE, false, false};
    while (sl_list_more(p, &list)) {
        sl_scan_count(&p->scan);
        add_field(&fields, parse_interface_elem(p));
        sl_list_next(p, &list);
    }
    return finish_fields(p, type, &fields, &list);
}

// TypeArgs = "[" TypeList [ "," ] "]" .
// TypeList = Type { "," Type } .
bool sl_parse_type_list(SlParser *p, SlExprs *list, bool strict) {
    p->nest++;
    sl_vec_push(list, strict ? sl_parse_type(p) : sl_parse_expr(p));
    bool comma = false;
    while (sl_got(p, SL_TOKEN_COMMA)) {
        comma = true;
        SlExpr *type = sl_parse_type_or_null(p);
        if (!type)
            break;
        sl_vec_push(list, type);
    }
    p->nest--;
    return comma;
}

// TypeName = identifier | QualifiedIdent .
// QualifiedIdent = PackageName "." identifier .
SlExpr *sl_parse_qualified_name(SlParser *p, SlExpr *name) {
    SlExpr *type = name;
    if (!type && sl_tok(p) == SL_TOKEN_NAME) {
        type = sl_parse_name(p);
    } else if (!type) {
        type = sl_expr_bad(p);
        sl_syntax_error(p, "expected name");
        sl_advance(p, SL_TOKEN_DOT, SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE);
    }
    if (sl_tok(p) == SL_TOKEN_DOT) {
        SlExpr *selector = sl_expr_new(p, SL_EXPR_SELECTOR, type->pos);
        selector->op_pos = sl_pos(p);
        sl_next(p);
        SlExpr *member = sl_parse_name(p);
        selector->x = type;
        selector->name = member->name;
        selector->length = member->length;
        selector->name_pos = member->pos;
        type = sl_expr_done(p, selector);
    }
    if (sl_tok(p) == SL_TOKEN_LBRACK) {
        SlExpr *instance = sl_expr_new(p, SL_EXPR_INDEX, type->pos);
        instance->op_pos = sl_pos(p);
        instance->x = type;
        sl_next(p);
        SlExprs list = {0};
        sl_parse_type_list(p, &list, true);
        sl_want(p, SL_TOKEN_RBRACK);
        instance->count = list.count;
        instance->list = sl_vec_take(&list, p->arena);
        type = sl_expr_done(p, instance);
    }
    return type;
}

// Signature = Parameters [ Result ] .
// Result = Parameters | Type .
void sl_parse_signature(SlParser *p, SlExpr *type, const char *context) {
    SlPos start = sl_pos(p);
    if (sl_got(p, SL_TOKEN_LBRACK)) {
        if (context)
            sl_syntax_error_at(p, start, "%s must have no type parameters", context);
        if (sl_tok(p) == SL_TOKEN_RBRACK) {
            sl_syntax_error(p, "empty type parameter list");
            sl_next(p);
        } else {
            type->tparams = sl_parse_params(p, start, NULL, NULL, SL_TOKEN_RBRACK, true);
        }
    }
    type->op_pos = sl_pos(p);
    sl_want(p, SL_TOKEN_LPAREN);
    type->fields = sl_parse_params(p, type->op_pos, NULL, NULL, SL_TOKEN_RPAREN, false);
    SlPos open = sl_pos(p);
    if (sl_got(p, SL_TOKEN_LPAREN)) {
        type->results = sl_parse_params(p, open, NULL, NULL, SL_TOKEN_RPAREN, false);
    } else {
        SlExpr *result = sl_parse_type_or_null(p);
        if (result) {
            type->results.at = SL_NEW(p->arena, SlField);
            type->results.at[0] = (SlField){.type = result, .pos = result->pos};
            type->results.count = 1;
        }
    }
    sl_expr_done(p, type);
}

// TypeLit = ArrayType | StructType | PointerType | FunctionType | InterfaceType | SliceType | MapType | ChannelType .
static SlExpr *parse_type_kind(SlParser *p) {
    SlPos pos = sl_pos(p);
    SlExpr *type;
    switch (sl_tok(p)) {
    case SL_TOKEN_NAME:
        return sl_parse_qualified_name(p, NULL);
    case SL_TOKEN_MUL:
        sl_next(p);
        return pointer_to(p, pos, sl_parse_type(p));
    case SL_TOKEN_LBRACK:
        sl_next(p);
        return sl_got(p, SL_TOKEN_RBRACK) ? sl_parse_slice_type(p, pos) : sl_parse_array_type(p, pos, NULL);
    case SL_TOKEN_ARROW:
    case SL_TOKEN_CHAN:
        return parse_chan_type(p);
    case SL_TOKEN_FUNC: // FunctionType = "func" Signature .
        type = sl_expr_new(p, SL_EXPR_FUNC_TYPE, pos);
        sl_next(p);
        sl_parse_signature(p, type, "function type");
        return type;
    case SL_TOKEN_MAP:
        return parse_map_type(p);
    case SL_TOKEN_STRUCT:
        return parse_struct_type(p);
    case SL_TOKEN_INTERFACE:
        return parse_interface_type(p);
    case SL_TOKEN_LPAREN:
        type = sl_expr_new(p, SL_EXPR_PAREN, pos);
        type->op_pos = pos;
        sl_next(p);
        type->x = sl_parse_type(p);
        sl_want(p, SL_TOKEN_RPAREN);
        return sl_expr_done(p, type);
    default:
        return NULL;
    }
}
