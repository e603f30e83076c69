// SPDX-License-Identifier: MIT
// Wires: connecting and disconnecting ports, and putting a process into a wire.
#include "graph/rewrite.h"

static const SlWirePort *port_at(const SlRewrite *rw, int port) {
    return port >= 0 && port < rw->wiring->port_count ? &rw->wiring->ports[port] : NULL;
}

static const char *node_name(const SlRewrite *rw, int node) {
    return rw->wiring->nodes[node].name;
}

static bool is_channel_port(const SlWirePort *port) {
    return port->kind == SL_PORT_IN || port->kind == SL_PORT_OUT || port->kind == SL_PORT_BOTH;
}

// Why the text at a port cannot be replaced; null: it can.
static const char *fixed(SlRewrite *rw, int index) {
    const SlWirePort *port = port_at(rw, index);
    if (!port)
        return "there is no such port";
    if (!is_channel_port(port))
        return sl_rewrite_printf(rw, "%s takes no channel", port->name);
    if (port->way == SL_PORT_RESULT)
        return sl_rewrite_printf(rw, "%s makes %s itself", node_name(rw, port->node), port->name);
    if (port->way == SL_PORT_BUNDLE)
        return sl_rewrite_printf(rw, "%s is a bundle of channels: edit it in the text", port->name);
    if (port->way == SL_PORT_FIELD)
        return sl_rewrite_printf(rw, "%s is a field, given where the value is made: edit it in the text", port->name);
    if (port->way != SL_PORT_PARAM || !port->pos)
        return sl_rewrite_printf(rw, "%s uses %s in its own body: edit it in the text", node_name(rw, port->node),
                                 port->name);
    if (!sl_call_with(rw, rw->wiring->tree->args[index]))
        return sl_rewrite_printf(rw, "%s is started elsewhere: open the function that does so",
                                 node_name(rw, port->node));
    return NULL;
}

// The channel's element type that a port has now, and whether its function may take another.
static const SlType *carried(const SlRewrite *rw, int port) {
    return sl_wire_carried(rw->wiring->tree->carries[port]);
}

static bool is_flexible(SlRewrite *rw, int port, const SlType *elem) {
    const char *list;
    SlExpr *call;
    const SlType *type = sl_type_chan(rw->program->types, SL_DIR_BOTH, elem);
    return !sl_edit_retype(rw, rw->wiring->tree->args[port], type, &list, &call);
}

static const char *verb(const SlWirePort *port) {
    return port->kind == SL_PORT_OUT ? "sends" : "receives";
}

static const char *other_type(SlRewrite *rw, const SlWirePort *port, const char *who, const char *does,
                              const char *type) {
    return sl_rewrite_printf(rw, "%s %s %s, and %s %s %s", node_name(rw, port->node), verb(port), port->type, who, does,
                             type);
}

static const char *joins(SlRewrite *rw, int index, int channel) {
    const SlWirePort *port = port_at(rw, index);
    bool captured = port && port->way == SL_PORT_CAPTURED && is_channel_port(port);
    const char *reason = captured ? NULL : fixed(rw, index);
    const SlWireNode *node = &rw->wiring->nodes[channel];
    if (reason)
        return reason;
    if (node->kind != SL_WIRE_CHANNEL && !(node->kind == SL_WIRE_UNKNOWN && node->outside))
        return sl_rewrite_printf(rw, "%s is no channel", node->name);
    SlChanPlace place;
    if (!sl_chan_place(rw, channel, &place))
        return sl_rewrite_printf(rw, "%s has no name in %s that another process could be given", node->name,
                                 rw->wiring->function);
    const SlType *type = place.var->type, *elem = sl_wire_carried(type);
    const SlType *under = sl_under(type);
    if (!elem)
        return sl_rewrite_printf(rw, "%s is no single channel", node->name);
    if (under->dir == SL_DIR_RECV && port->kind == SL_PORT_OUT)
        return sl_rewrite_printf(rw, "%s can only be received from here", node->name);
    if (under->dir == SL_DIR_SEND && port->kind == SL_PORT_IN)
        return sl_rewrite_printf(rw, "%s can only be sent on here", node->name);
    if (captured)
        return sl_edit_recapture_why(rw, index, channel);
    if (!is_flexible(rw, index, elem) && !sl_type_identical(elem, carried(rw, index)))
        return other_type(rw, port, node->name, "carries", sl_type_words(rw, elem));
    const char *list;
    SlExpr *call;
    return sl_edit_retype(rw, rw->wiring->tree->args[index], type, &list, &call);
}

static const char *fits_ports(SlRewrite *rw, int a, int b) {
    const SlWirePort *from = port_at(rw, a), *to = port_at(rw, b);
    if (!from || !to)
        return "there is no such port";
    // A port that cannot be led elsewhere keeps its channel: the other one joins that.
    bool keeps = from->object >= 0 && !from->several && to->object < 0;
    bool moves = from->way == SL_PORT_CAPTURED && from->object >= 0 && to->object >= 0;
    const char *reason = keeps || moves ? NULL : fixed(rw, a);
    if (!reason && to->object < 0)
        reason = fixed(rw, b);
    if (reason)
        return reason;
    if (!is_channel_port(from))
        return sl_rewrite_printf(rw, "%s takes no channel", from->name);
    if (a == b || (from->node == to->node && from->node != 0))
        return sl_rewrite_printf(rw, "%s would only talk to itself", node_name(rw, from->node));
    if (!is_channel_port(to))
        return sl_rewrite_printf(rw, "%s takes no channel", to->name);
    if (from->kind == to->kind && from->kind != SL_PORT_BOTH)
        return sl_rewrite_printf(rw, "both %s: a wire leads from a sender to a receiver",
                                 from->kind == SL_PORT_OUT ? "send" : "receive");
    if (to->object >= 0)
        return joins(rw, a, to->object);
    if (from->object >= 0)
        return joins(rw, b, from->object);
    const SlType *x = carried(rw, a), *y = carried(rw, b);
    if (!x || !y || sl_type_identical(x, y) || is_flexible(rw, b, x) || is_flexible(rw, a, y))
        return NULL;
    return other_type(rw, from, node_name(rw, to->node), verb(to), to->type);
}

const char *sl_edit_fits(const SlEditContext *context, SlArena *arena, int port, int to_node, int to_port) {
    if (!context->wiring->tree || port < 0 || port >= context->wiring->port_count ||
        to_port >= context->wiring->port_count || to_node >= context->wiring->node_count)
        return "there is no such port";
    SlRewrite rw = {.context = context, .arena = arena, .program = context->program, .wiring = context->wiring};
    return to_port >= 0   ? fits_ports(&rw, port, to_port)
           : to_node >= 0 ? joins(&rw, port, to_node)
                          : "there is nothing";
}

// ---- connecting ----

// Moves whole lines of a statement, with what stands above it, to before the line that starts at place.
static bool move_before(SlRewrite *rw, const SlStmt *stmt, SlPos place) {
    SlPos from = sl_top_of(rw, stmt->pos), to = sl_line_end(rw, stmt->end);
    if (!sl_alone(rw, stmt->pos, stmt->end))
        return sl_rewrite_refuse(rw, "the line where the channel is made has other statements in it");
    sl_rewrite_replace(rw, place, place, sl_rewrite_text(rw, from, to));
    sl_cut_lines(rw, from, to);
    return true;
}

bool sl_edit_declare_before(SlRewrite *rw, const SlChanPlace *place, SlPos user) {
    if (!place->stmt)
        return true;
    int declared = sl_top_index(rw, place->stmt->pos), used = sl_top_index(rw, user);
    if (declared < 0 || used < 0)
        return sl_rewrite_refuse(rw, "the channel is not known there");
    const SlStmt *body = sl_root(rw)->body;
    const SlStmt *top = body->list[declared];
    if (top != place->stmt) { // in an inner block
        const SlStmt *inner = sl_stmt_at(rw, user);
        const SlStmt *home = sl_parent_of(rw, place->stmt, false);
        for (const SlStmt *at = inner; at && at != home; at = sl_parent_of(rw, at, false))
            inner = at;
        return (home && inner && sl_parent_of(rw, inner, false) == home && place->stmt->pos < inner->pos) ||
               sl_rewrite_refuse(rw, "%s is made inside a block of its own", place->var->name);
    }
    if (declared < used)
        return true;
    SlPos before = sl_top_of(rw, body->list[used]->pos);
    bool plain = place->make && (place->make->count < 2 || place->make->list[1]->value) && place->single;
    if (plain)
        return move_before(rw, place->stmt, before);
    return sl_rewrite_refuse(rw, "%s is made only after %s starts", place->var->name, "that process");
}

static bool join(SlRewrite *rw, int port, int channel) {
    const char *reason = joins(rw, port, channel);
    if (reason)
        return sl_rewrite_refuse(rw, "%s", reason);
    SlChanPlace place;
    sl_chan_place(rw, channel, &place);
    const SlExpr *arg = rw->wiring->tree->args[port];
    const char *name = sl_rewrite_printf(rw, "%s", place.var->name);
    const SlType *type = place.var->type;
    if (rw->wiring->ports[port].way == SL_PORT_CAPTURED)
        return sl_edit_recapture(rw, port, channel);
    int mark = sl_rewrite_mark(rw, arg->pos);
    if (!sl_edit_declare_before(rw, &place, arg->pos) || !sl_rewrite_step(rw))
        return false;
    // The tree may be another now: the argument is found by its place.
    port = sl_port_marked(rw, mark);
    if (rw->owned) {
        const SlType *again = NULL;
        for (int n = 0; n < rw->wiring->node_count && !again; n++)
            if (sl_chan_place(rw, n, &place) && strcmp(place.var->name, name) == 0)
                again = place.var->type;
        type = again ? again : type;
    }
    if (!sl_edit_set_argument(rw, rw->wiring->tree->args[port], name, type) || !sl_rewrite_step(rw))
        return false;
    port = sl_port_marked(rw, mark);
    bool writes = port >= 0 && rw->wiring->ports[port].kind == SL_PORT_OUT && rw->wiring->ports[port].object >= 0;
    return !writes || sl_edit_share_close(rw, rw->wiring->ports[port].object);
}

static const char *channel_name(SlRewrite *rw, int sender, int receiver) {
    const SlWirePort *out = port_at(rw, sender), *in = port_at(rw, receiver);
    static const char *const plain[] = {"out", "in", "c", "ch", "to", "from", "dst", "src"};
    const char *name = out->name;
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (strcmp(out->name, plain[i]) == 0)
            name = NULL;
    if (!name || !sl_valid_name(name))
        name = sl_rewrite_printf(rw, "%sOut", node_name(rw, out->node));
    if (out->node == 0 || !sl_valid_name(name))
        name = sl_valid_name(in->name) && out->node == 0 ? in->name : "wire";
    return sl_free_local(rw, name);
}

// A new channel between two ports that have none.
static bool create(SlRewrite *rw, int a, int b) {
    const char *reason = fits_ports(rw, a, b);
    if (reason)
        return sl_rewrite_refuse(rw, "%s", reason);
    const SlExpr *args[2] = {rw->wiring->tree->args[a], rw->wiring->tree->args[b]};
    const SlType *x = carried(rw, a), *y = carried(rw, b);
    bool backwards = port_at(rw, a)->kind == SL_PORT_IN;
    const SlType *elem = is_flexible(rw, backwards ? a : b, backwards ? y : x)   ? (backwards ? y : x)
                         : is_flexible(rw, backwards ? b : a, backwards ? x : y) ? (backwards ? x : y)
                                                                                 : x;
    int first = sl_top_index(rw, args[0]->pos), second = sl_top_index(rw, args[1]->pos);
    if (first < 0 || second < 0)
        return sl_rewrite_refuse(rw, "they are started elsewhere: open the function that does so");
    const SlStmt *user = sl_root(rw)->body->list[first < second ? first : second];
    const char *name = backwards ? channel_name(rw, b, a) : channel_name(rw, a, b);
    SlPos top = sl_top_of(rw, user->pos);
    sl_rewrite_replace(
        rw, top, top,
        sl_rewrite_printf(rw, "%s%s := make(chan %s)\n", sl_line_indent(rw, user->pos), name, sl_type_words(rw, elem)));
    const SlType *type = sl_type_chan(rw->program->types, SL_DIR_BOTH, elem);
    return sl_edit_set_argument(rw, args[0], name, type) && sl_edit_set_argument(rw, args[1], name, type) &&
           sl_rewrite_step(rw);
}

static int mark_channel(SlRewrite *rw, int node) {
    SlChanPlace place;
    return node >= 0 && sl_chan_place(rw, node, &place) && place.stmt && place.make
               ? sl_rewrite_mark(rw, place.make->pos)
               : -1;
}

bool sl_edit_connect(SlRewrite *rw, int port, int to_node, int to_port) {
    const SlWirePort *from = port_at(rw, port), *to = port_at(rw, to_port);
    if (!from || (to_port >= 0 && !to) || (to_port < 0 && (to_node < 0 || to_node >= rw->wiring->node_count)))
        return sl_rewrite_refuse(rw, "there is no such port");
    if (to) {
        const char *reason = fits_ports(rw, port, to_port);
        if (reason)
            return sl_rewrite_refuse(rw, "%s", reason);
    }
    int channel = to ? to->object : to_node;
    if (channel >= 0 && from->object == channel)
        return sl_rewrite_refuse(rw, "they are connected already");
    int old = mark_channel(rw, from->object);
    SlPos touched = from->call;
    int mark = sl_rewrite_mark(rw, touched), other = to ? sl_rewrite_mark(rw, to->call ? to->call : touched) : mark;
    bool good = channel >= 0        ? join(rw, port, channel)
                : from->object >= 0 ? join(rw, to_port, from->object)
                                    : create(rw, port, to_port);
    return good && (old < 0 || sl_edit_drop_unused(rw, &old, 1)) && sl_edit_finish(rw, sl_rewrite_marked(rw, mark)) &&
           sl_edit_finish(rw, sl_rewrite_marked(rw, other));
}

bool sl_edit_disconnect(SlRewrite *rw, int port) {
    const char *reason = fixed(rw, port);
    if (reason)
        return sl_rewrite_refuse(rw, "%s", reason);
    const SlWirePort *at = port_at(rw, port);
    if (at->object < 0)
        return sl_rewrite_refuse(rw, "%s is not connected", at->name);
    int old = mark_channel(rw, at->object), call = sl_rewrite_mark(rw, at->call);
    return sl_edit_set_argument(rw, rw->wiring->tree->args[port], "nil", NULL) && sl_rewrite_step(rw) &&
           (old < 0 || sl_edit_drop_unused(rw, &old, 1)) && sl_edit_finish(rw, sl_rewrite_marked(rw, call));
}

bool sl_edit_disconnect_all(SlRewrite *rw, int node) {
    if (node < 0 || node >= rw->wiring->node_count)
        return sl_rewrite_refuse(rw, "there is no such thing in the drawing");
    int *marks = SL_NEW_N(rw->arena, int, rw->wiring->port_count + 1), count = 0;
    for (int i = 0; i < rw->wiring->port_count; i++) {
        const SlWirePort *port = &rw->wiring->ports[i];
        bool at = port->object >= 0 && (port->object == node || port->node == node);
        if (at && !fixed(rw, i))
            marks[count++] = sl_rewrite_mark(rw, port->pos);
    }
    if (!count)
        return sl_rewrite_refuse(rw, "%s has no wire that can be taken off", node_name(rw, node));
    for (int i = 0; i < count; i++) {
        int port = sl_port_marked(rw, marks[i]);
        if (port >= 0 && rw->wiring->ports[port].object >= 0 && !sl_edit_disconnect(rw, port))
            return false;
    }
    return true;
}

// ---- channels that nobody uses any more ----

// Takes the i-th of several names and values of one statement out.
static void cut_one(SlRewrite *rw, const SlStmt *stmt, int index) {
    bool decl = stmt->kind == SL_STMT_DECL;
    SlExpr **names = decl ? stmt->decls[0]->names : stmt->lhs, **values = decl ? stmt->decls[0]->values : stmt->rhs;
    for (int side = 0; side < 2; side++) {
        SlExpr **list = side ? values : names;
        if (index > 0)
            sl_rewrite_replace(rw, list[index - 1]->end, list[index]->end, "");
        else
            sl_rewrite_replace(rw, list[0]->pos, list[1]->pos, "");
    }
}

static bool drop(SlRewrite *rw, SlPos make) {
    SlChanPlace place;
    if (!sl_chan_made_at(rw, make, &place))
        return true;
    if (!place.stmt || !place.make || sl_uses_of(rw, place.var, NULL, 0))
        return true;
    if (!place.single) {
        cut_one(rw, place.stmt, place.index);
        return sl_rewrite_step(rw);
    }
    if (!sl_alone(rw, place.stmt->pos, place.stmt->end))
        return sl_rewrite_refuse(rw, "the line where %s is made has other statements in it", place.var->name);
    sl_cut_lines(rw, sl_words_of(rw, place.stmt->pos, place.stmt->end), sl_line_end(rw, place.stmt->end));
    return sl_rewrite_step(rw);
}

bool sl_edit_drop_unused(SlRewrite *rw, int *marks, int count) {
    for (int i = 0; i < count; i++)
        if (marks[i] >= 0 && !drop(rw, sl_rewrite_marked(rw, marks[i])))
            return false;
    return true;
}

// ---- into a wire ----

static int free_port(const SlRewrite *rw, int node, SlPortKind kind) {
    for (int i = 0; i < rw->wiring->port_count; i++)
        if (rw->wiring->ports[i].node == node && rw->wiring->ports[i].kind == kind &&
            rw->wiring->ports[i].way == SL_PORT_PARAM && rw->wiring->ports[i].object < 0)
            return i;
    return -1;
}

static bool moves(SlRewrite *rw, int port, int channel, SlPortKind kind, int only) {
    const SlWirePort *at = port_at(rw, port);
    return at->object == channel && at->kind == kind && (only < 0 || only == port);
}

// Whether all that receive from (or send on) the channel are arguments; their marks.
static bool find_moving(SlRewrite *rw, int channel, SlPortKind kind, int only, int *marks, int *count) {
    *count = 0;
    bool all = true;
    for (int i = 0; i < rw->wiring->port_count; i++) {
        if (!moves(rw, i, channel, kind, only))
            continue;
        if (fixed(rw, i))
            all = false;
        else
            marks[(*count)++] = sl_rewrite_mark(rw, rw->wiring->ports[i].pos);
    }
    return all && *count;
}

static bool reconnect(SlRewrite *rw, int mark, int to_mark) {
    int port = sl_port_marked(rw, mark), to = sl_port_marked(rw, to_mark);
    if (port < 0 || to < 0)
        return sl_rewrite_refuse(rw, "the wire cannot be led on");
    const SlWirePort *target = port_at(rw, to);
    if (target->object >= 0)
        return join(rw, port, target->object);
    // The first one: the new channel takes its place at both ends. What it had is left to the others.
    const SlExpr *arg = rw->wiring->tree->args[port];
    return sl_edit_set_argument(rw, arg, "nil", NULL) && sl_rewrite_step(rw) &&
           create(rw, sl_port_marked(rw, mark), sl_port_marked(rw, to_mark));
}

bool sl_edit_insert(SlRewrite *rw, int node, int channel, int only) {
    if (channel < 0 || channel >= rw->wiring->node_count || node <= 0 || node >= rw->wiring->node_count)
        return sl_rewrite_refuse(rw, "there is no such wire");
    int in = free_port(rw, node, SL_PORT_IN), out = free_port(rw, node, SL_PORT_OUT);
    if (in < 0 || out < 0)
        return sl_rewrite_refuse(rw, "%s has no free port to %s", node_name(rw, node),
                                 in < 0 ? "receive with" : "send with");
    int *marks = SL_NEW_N(rw->arena, int, rw->wiring->port_count + 1), count = 0;
    bool readers = find_moving(rw, channel, SL_PORT_IN, only, marks, &count);
    if (!readers && !find_moving(rw, channel, SL_PORT_OUT, only, marks, &count))
        return sl_rewrite_refuse(rw, "%s is used in the text in a way that cannot be led on", node_name(rw, channel));
    SlPos call = rw->wiring->ports[in].call;
    int stays = sl_rewrite_mark(rw, rw->wiring->ports[readers ? in : out].pos);
    int leads = sl_rewrite_mark(rw, rw->wiring->ports[readers ? out : in].pos);
    int mark = sl_rewrite_mark(rw, call);
    if (!join(rw, sl_port_marked(rw, stays), channel))
        return false;
    for (int i = 0; i < count; i++)
        if (!reconnect(rw, marks[i], leads))
            return false;
    return sl_edit_finish(rw, sl_rewrite_marked(rw, mark));
}
