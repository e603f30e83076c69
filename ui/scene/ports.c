// SPDX-License-Identifier: MIT
// The ports of a process while it is edited: those of the wiring that channels can be put to. Values and what is shared
// (locks, wait groups) need no place of their own.
#include <string.h>

#include "ui/scene/impl.h"

static bool is_shown(const SlWirePort *port) {
    return port->kind == SL_PORT_IN || port->kind == SL_PORT_OUT || port->kind == SL_PORT_BOTH;
}

void sl_scene_add_ports(SlSceneMaker *make, SlNode *node, int site) {
    const SlWiring *wiring = make->wiring;
    SlArena *arena = make->scene->arena;
    int count = 0, rows[2] = {0};
    for (int i = 0; i < wiring->port_count; i++)
        count += wiring->ports[i].node == site && is_shown(&wiring->ports[i]);
    SlPort *ports = SL_NEW_N(arena, SlPort, count + 1);
    for (int i = 0; i < wiring->port_count; i++) {
        const SlWirePort *wire = &wiring->ports[i];
        if (wire->node != site || !is_shown(wire))
            continue;
        bool sends = wire->kind == SL_PORT_OUT;
        ports[node->port_count++] = (SlPort){
            .index = i,
            .name = sl_arena_strndup(arena, wire->name, strlen(wire->name)),
            .type = sl_arena_strndup(arena, wire->type, strlen(wire->type)),
            .sends = sends,
            .connected = wire->object >= 0,
            .row = rows[sends]++,
        };
    }
    node->ports = ports;
}
