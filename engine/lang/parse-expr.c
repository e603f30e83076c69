// SPDX-License-Identifier: MIT
// Expressions (Go specification, "Expressions"). Types are expressions too: which of the two one is, only the checker
// knows. Whether "{" begins a composite literal or a block is decided by p->nest.
#include "lang/parse.h"

#include <string.h>

#include "base/text.h"

static SlExpr *parse_unary(SlParser *p);

SlExpr *sl_parse_name(SlParser *p) {
    SlExpr *name = sl_expr_new(p, SL_EXPR_IDENT, sl_pos(p));
    if (sl_tok(p) == SL_TOKEN_NAME) {
        name->name = p->scan.lit;
        name->length = p->scan.lit_length;
        sl_next(p);
        return sl_expr_done(p, name);
    }
    name->name = sl_names_get(p->scan.names, "_", 1);
    name->length = 1;
    name->end = name->pos;
    name->height = 1;
    sl_want(p, SL_TOKEN_NAME);
    return name;
}

// IdentifierList = identifier { "," identifier } .
void sl_parse_name_list(SlParser *p, SlExprs *list, SlExpr *first) {
    sl_vec_push(list, first);
    while (sl_got(p, SL_TOKEN_COMMA))
        sl_vec_push(list, sl_parse_name(p));
}

// ExpressionList = Expression { "," Expression } .
void sl_parse_expr_list(SlParser *p, SlExprs *list) {
    sl_vec_push(list, sl_parse_expr(p));
    while (sl_got(p, SL_TOKEN_COMMA))
        sl_vec_push(list, sl_parse_expr(p));
}

// Expression = UnaryExpr | Expression binary_op Expression .
SlExpr *sl_parse_expr(SlParser *p) {
    return sl_parse_binary(p, NULL, 0);
}

SlExpr *sl_parse_binary(SlParser *p, SlExpr *x, int precedence) {
    if (!x)
        x = parse_unary(p);
    while (sl_token_precedence[sl_tok(p)] > precedence) {
        SlExpr *binary = sl_expr_new(p, SL_EXPR_BINARY, x->pos);
        binary->op = sl_tok(p);
        binary->op_pos = sl_pos(p);
        sl_next(p);
        binary->x = x;
        binary->y = sl_parse_binary(p, NULL, sl_token_precedence[binary->op]);
        x = sl_expr_done(p, binary);
    }
    return x;
}

// "<-" stands before x, which is a channel type: it belongs to the type, as in <-chan chan<- int, and what was
// read as chan<- turns around.
static void receive_only(SlParser *p, SlExpr *x, SlPos arrow) {
    SlDir dir = SL_DIR_SEND;
    SlExpr *type = x;
    while (dir == SL_DIR_SEND && type->kind == SL_EXPR_CHAN_TYPE) {
        dir = type->dir;
        if (dir == SL_DIR_RECV)
            sl_syntax_error(p, "unexpected <-, expected chan");
        type->dir = SL_DIR_RECV;
        type->op_pos = type->pos;
        type = type->x;
    }
    if (dir == SL_DIR_SEND) {
        char *words = sl_expr_format(type);
        sl_syntax_error(p, "unexpected %s, expected chan", words);
        free(words);
    }
    x->pos = arrow;
}

static SlExpr *parse_operator(SlParser *p) {
    SlPos pos = sl_pos(p);
    SlToken op = sl_tok(p);
    sl_next(p);
    SlExpr *x = parse_unary(p);
    if (op == SL_TOKEN_ARROW && x->kind == SL_EXPR_CHAN_TYPE) {
        receive_only(p, x, pos);
        return x;
    }
    SlExpr *unary = sl_expr_new(p, op == SL_TOKEN_MUL ? SL_EXPR_STAR : SL_EXPR_UNARY, pos);
    unary->op = op;
    unary->op_pos = pos;
    unary->x = x;
    return sl_expr_done(p, unary);
}

// UnaryExpr = PrimaryExpr | unary_op UnaryExpr .
// unary_op = "+" | "-" | "!" | "^" | "*" | "&" | "<-" .
static SlExpr *parse_unary(SlParser *p) {
    if (!sl_enter(p))
        return sl_expr_bad(p);
    SlExpr *expr;
    switch (sl_tok(p)) {
    case SL_TOKEN_ADD:
    case SL_TOKEN_SUB:
    case SL_TOKEN_NOT:
    case SL_TOKEN_XOR:
    case SL_TOKEN_MUL:
    case SL_TOKEN_AND:
    case SL_TOKEN_TILDE:
    case SL_TOKEN_ARROW:
        expr = parse_operator(p);
        break;
    default:
        expr = sl_parse_primary(p, NULL);
    }
    sl_leave(p);
    return expr;
}

// FunctionLit = "func" Signature FunctionBody .
static SlExpr *parse_func_literal(SlParser *p) {
    SlPos pos = sl_pos(p);
    sl_next(p);
    SlExpr *type = sl_expr_new(p, SL_EXPR_FUNC_TYPE, pos);
    sl_parse_signature(p, type, "function type");
    if (sl_tok(p) != SL_TOKEN_LBRACE)
        return type;
    SlExpr *literal = sl_expr_new(p, SL_EXPR_FUNC, pos);
    literal->op_pos = sl_pos(p);
    literal->func = SL_NEW(p->arena, SlFuncNode);
    literal->func->pos = pos;
    literal->func->type = type;
    uint32_t tallest = p->tallest;
    p->tallest = type->height;
    p->nest++;
    literal->func->body = sl_parse_func_body(p);
    p->nest--;
    literal->func->end = sl_last_end(p);
    sl_expr_done(p, literal);
    if (tallest > p->tallest)
        p->tallest = tallest;
    return literal;
}

// Operand = Literal | OperandName [ TypeArgs ] | "(" Expression ")" .
static SlExpr *parse_operand(SlParser *p) {
    SlExpr *expr;
    switch (sl_tok(p)) {
    case SL_TOKEN_NAME:
        return sl_parse_name(p);
    case SL_TOKEN_INT:
    case SL_TOKEN_FLOAT:
    case SL_TOKEN_IMAG:
    case SL_TOKEN_CHAR:
    case SL_TOKEN_STRING:
        expr = sl_expr_new(p, p->scan.bad ? SL_EXPR_BAD : SL_EXPR_LITERAL, sl_pos(p)); // bad: has been reported
        expr->op = sl_tok(p);
        expr->literal = p->scan.lit;
        expr->length = p->scan.lit_length;
        sl_next(p);
        return sl_expr_done(p, expr);
    case SL_TOKEN_LPAREN:
        expr = sl_expr_new(p, SL_EXPR_PAREN, sl_pos(p));
        expr->op_pos = expr->pos;
        sl_next(p);
        p->nest++;
        expr->x = sl_parse_expr(p);
        p->nest--;
        sl_want(p, SL_TOKEN_RPAREN);
        return sl_expr_done(p, expr);
    case SL_TOKEN_FUNC:
        return parse_func_literal(p);
    case SL_TOKEN_LBRACK:
    case SL_TOKEN_CHAN:
    case SL_TOKEN_MAP:
    case SL_TOKEN_STRUCT:
    case SL_TOKEN_INTERFACE:
        return sl_parse_type(p);
    default:
        expr = sl_expr_bad(p);
        sl_syntax_error(p, "expected expression");
        sl_advance(p, SL_TOKEN_RPAREN, SL_TOKEN_RBRACK, SL_TOKEN_RBRACE);
        return expr;
    }
}

bool sl_is_type_switch_guard(const SlExpr *expr) {
    return expr && expr->kind == SL_EXPR_ASSERT && !expr->type_expr;
}

// Selector = "." identifier .
// TypeAssertion = "." "(" Type ")" .
static SlExpr *parse_selector(SlParser *p, SlExpr *x) {
    SlPos dot = sl_pos(p);
    sl_next(p);
    SlExpr *expr;
    switch (sl_tok(p)) {
    case SL_TOKEN_NAME:
        expr = sl_expr_new(p, SL_EXPR_SELECTOR, x->pos);
        expr->name = p->scan.lit;
        expr->length = p->scan.lit_length;
        expr->name_pos = sl_pos(p);
        sl_next(p);
        break;
    case SL_TOKEN_LPAREN:
        expr = sl_expr_new(p, SL_EXPR_ASSERT, x->pos);
        sl_next(p);
        if (!sl_got(p, SL_TOKEN_TYPE))
            expr->type_expr = sl_parse_type(p);
        sl_want(p, SL_TOKEN_RPAREN);
        break;
    default:
        sl_syntax_error(p, "expected name or (");
        sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN);
        return x;
    }
    expr->op_pos = dot;
    expr->x = x;
    return sl_expr_done(p, expr);
}

// Slice = "[" [ Expression ] ":" [ Expression ] "]" | "[" [ Expression ] ":" Expression ":" Expression "]" .
static SlExpr *parse_slice(SlParser *p, SlExpr *x, SlExpr *low, SlPos open) {
    if (!sl_got(p, SL_TOKEN_COLON)) {
        sl_syntax_error(p, "expected comma, : or ]");
        sl_advance(p, SL_TOKEN_COMMA, SL_TOKEN_COLON, SL_TOKEN_RBRACK);
    }
    p->nest++;
    SlExpr *slice = sl_expr_new(p, SL_EXPR_SLICE, x->pos);
    slice->op_pos = open;
    slice->x = x;
    slice->lo = low;
    if (sl_tok(p) != SL_TOKEN_COLON && sl_tok(p) != SL_TOKEN_RBRACK)
        slice->hi = sl_parse_expr(p);
    if (sl_tok(p) == SL_TOKEN_COLON) {
        slice->full = true;
        if (!slice->hi) {
            sl_error_at(p, sl_pos(p), "middle index required in 3-index slice");
            slice->hi = sl_expr_bad(p);
        }
        sl_next(p);
        if (sl_tok(p) == SL_TOKEN_RBRACK) {
            sl_error_at(p, sl_pos(p), "final index required in 3-index slice");
            slice->max = sl_expr_bad(p);
        } else {
            slice->max = sl_parse_expr(p);
        }
    }
    p->nest--;
    sl_want(p, SL_TOKEN_RBRACK);
    return sl_expr_done(p, slice);
}

// Index = "[" Expression [ "," ] "]" .
// TypeArgs = "[" TypeList [ "," ] "]" .
static SlExpr *parse_index(SlParser *p, SlExpr *x) {
    SlPos open = sl_pos(p);
    sl_next(p);
    SlExprs list = {0};
    bool comma = false;
    if (sl_tok(p) == SL_TOKEN_RBRACK) {
        sl_syntax_error(p, "expected operand");
        sl_vec_push(&list, sl_expr_bad(p));
    } else if (sl_tok(p) != SL_TOKEN_COLON) {
        comma = sl_parse_type_list(p, &list, false);
    }
    if (list.count && (comma || sl_tok(p) == SL_TOKEN_RBRACK)) {
        sl_want(p, SL_TOKEN_RBRACK);
        SlExpr *index = sl_expr_new(p, SL_EXPR_INDEX, x->pos);
        index->op_pos = open;
        index->x = x;
        index->count = list.count;
        index->list = sl_vec_take(&list, p->arena);
        return sl_expr_done(p, index);
    }
    SlExpr *low = list.count ? list.at[0] : NULL;
    sl_vec_free(&list);
    return parse_slice(p, x, low, open);
}

// Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" .
static SlExpr *parse_call(SlParser *p, SlExpr *x) {
    SlExpr *call = sl_expr_new(p, SL_EXPR_CALL, x->pos);
    call->op_pos = sl_pos(p);
    call->x = x;
    sl_next(p);
    p->nest++;
    SlExprs args = {0};
    SlList list = {"argument list", SL_TOKEN_COMMA, SL_TOKEN_RPAREN, false, false};
    while (sl_list_more(p, &list)) {
        sl_vec_push(&args, sl_parse_expr(p));
        call->dots = list.done = sl_got(p, SL_TOKEN_DOTDOTDOT);
        sl_list_next(p, &list);
    }
    sl_list_close(p, &list);
    p->nest--;
    call->count = args.count;
    call->list = sl_vec_take(&args, p->arena);
    return sl_expr_done(p, call);
}

static SlExpr *parse_composite(SlParser *p, SlExpr *type);

// Element = Expression | LiteralValue .
static SlExpr *parse_element(SlParser *p) {
    if (sl_tok(p) != SL_TOKEN_LBRACE)
        return sl_parse_expr(p);
    if (!sl_enter(p))
        return sl_expr_bad(p);
    SlExpr *expr = parse_composite(p, NULL);
    sl_leave(p);
    return expr;
}

// LiteralValue = "{" [ ElementList [ "," ] ] "}" .
// ElementList = KeyedElement { "," KeyedElement } .
// KeyedElement = [ Element ":" ] Element .
static SlExpr *parse_composite(SlParser *p, SlExpr *type) {
    SlExpr *literal = sl_expr_new(p, SL_EXPR_COMPOSITE, type ? type->pos : sl_pos(p));
    literal->op_pos = sl_pos(p);
    literal->type_expr = type;
    p->nest++;
    sl_want(p, SL_TOKEN_LBRACE);
    SlExprs elements = {0};
    SlList list = {"composite literal", SL_TOKEN_COMMA, SL_TOKEN_RBRACE, false, false};
    while (sl_list_more(p, &list)) {
        SlExpr *element = parse_element(p);
        if (sl_tok(p) == SL_TOKEN_COLON) {
            SlExpr *pair = sl_expr_new(p, SL_EXPR_KEY_VALUE, element->pos);
            pair->op_pos = sl_pos(p);
            sl_next(p);
            pair->x = element;
            pair->y = parse_element(p);
            element = sl_expr_done(p, pair);
        }
        sl_vec_push(&elements, element);
        sl_list_next(p, &list);
    }
    sl_list_close(p, &list);
    p->nest--;
    literal->count = elements.count;
    literal->list = sl_vec_take(&elements, p->arena);
    return sl_expr_done(p, literal);
}

// Whether an index can be no type argument, so that x[index] {} is no composite literal in a statement's header.
static bool is_value(const SlExpr *expr) {
    switch (expr->kind) {
    case SL_EXPR_LITERAL:
    case SL_EXPR_COMPOSITE:
    case SL_EXPR_FUNC:
    case SL_EXPR_SLICE:
    case SL_EXPR_ASSERT:
    case SL_EXPR_CALL:
    case SL_EXPR_UNARY:
    case SL_EXPR_BINARY:
        return true;
    case SL_EXPR_PAREN:
        return is_value(expr->x);
    case SL_EXPR_INDEX:
        if (is_value(expr->x))
            return true;
        for (int i = 0; i < expr->count; i++)
            if (is_value(expr->list[i]))
                return true;
        return false;
    default:
        return false;
    }
}

// Whether "{" behind x begins a composite literal of type x.
static bool is_literal_type(const SlParser *p, const SlExpr *x) {
    switch (x->kind) {
    case SL_EXPR_IDENT:
    case SL_EXPR_SELECTOR:
        return p->nest >= 0;
    case SL_EXPR_INDEX:
        if (p->nest < 0)
            return false;
        for (int i = 0; i < x->count; i++)
            if (is_value(x->list[i]))
                return false;
        return true;
    case SL_EXPR_ARRAY_TYPE:
    case SL_EXPR_STRUCT_TYPE:
    case SL_EXPR_MAP_TYPE:
        return true;
    default:
        return false;
    }
}

// PrimaryExpr = Operand | Conversion | MethodExpr | PrimaryExpr ( Selector | Index | Slice | TypeAssertion | Arguments
// ) .
SlExpr *sl_parse_primary(SlParser *p, SlExpr *x) {
    if (!x)
        x = parse_operand(p);
    for (;;) {
        switch (sl_tok(p)) {
        case SL_TOKEN_DOT:
            x = parse_selector(p, x);
            break;
        case SL_TOKEN_LBRACK:
            x = parse_index(p, x);
            break;
        case SL_TOKEN_LPAREN:
            x = parse_call(p, x);
            break;
        case SL_TOKEN_LBRACE: {
            const SlExpr *type = sl_unparen(x);
            if (!is_literal_type(p, type))
                return x;
            if (type != x)
                sl_syntax_error(p, "cannot parenthesize type in composite literal");
            x = parse_composite(p, x);
            break;
        }
        default:
            return x;
        }
    }
}
