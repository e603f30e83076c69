// SPDX-License-Identifier: MIT
// A table from key to render node. GSK keeps the texture of a render node that stays, so what does not change costs a
// blit: painting all of a large scene with cairo in every frame would take longer than the frame.
//
// GSK fills whole pixels from the nearest ones of that texture: unless the node's edges are pixels at the zoom it is
// shown at, rows and columns get lost, and letters with them.
#include "ui/widgets/canvas-cache.h"

#include <math.h>

typedef struct {
    guint64 hash;
    GskRenderNode *node;
    guint generation;
} Entry;

struct SlCanvasCache {
    GHashTable *entries;
    guint generation;
};

static void entry_free(void *data) {
    Entry *entry = data;
    g_clear_pointer(&entry->node, gsk_render_node_unref);
    g_free(entry);
}

SlCanvasCache *sl_canvas_cache_new(void) {
    SlCanvasCache *cache = g_new0(SlCanvasCache, 1);
    cache->entries = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, entry_free);
    return cache;
}

void sl_canvas_cache_free(SlCanvasCache *cache) {
    g_hash_table_unref(cache->entries);
    g_free(cache);
}

// The entry of that key; its node is null when it has to be painted.
static Entry *entry_for(SlCanvasCache *cache, guint64 key, guint64 hash) {
    Entry *entry = g_hash_table_lookup(cache->entries, &key);
    if (!entry) {
        entry = g_new0(Entry, 1);
        guint64 *own = g_new(guint64, 1);
        *own = key;
        g_hash_table_insert(cache->entries, own, entry);
    }
    entry->generation = cache->generation;
    if (entry->hash != hash)
        g_clear_pointer(&entry->node, gsk_render_node_unref);
    entry->hash = hash;
    return entry;
}

static guint64 at_zoom(guint64 hash, double zoom) {
    return (hash ^ (guint64)llround(zoom * 65536)) * 0x9e3779b97f4a7c15u;
}

static GskRenderNode *node_for(SlRect r, double zoom) {
    double left = floor(r.x * zoom), top = floor(r.y * zoom);
    double width = ceil((r.x + r.w) * zoom) - left - 0.01, height = ceil((r.y + r.h) * zoom) - top - 0.01;
    return gsk_cairo_node_new(
        &GRAPHENE_RECT_INIT((float)(left / zoom), (float)(top / zoom), (float)(width / zoom), (float)(height / zoom)));
}

GskRenderNode *sl_canvas_cache_node(SlCanvasCache *cache, const SlNode *node, const SlPlaced *placed,
                                    const SlPaintStyle *style) {
    Entry *entry = entry_for(cache, node->key, at_zoom(sl_paint_node_hash(node, placed, style), style->detail));
    if (!entry->node) {
        SlPlaced local = *placed;
        local.box.x -= placed->body.x;
        local.box.y -= placed->body.y;
        local.body.x = local.body.y = 0;
        entry->node = node_for(sl_paint_node_extent(&local), style->detail);
        cairo_t *cairo = gsk_cairo_node_get_draw_context(entry->node);
        sl_paint_node(cairo, node, &local, style);
        cairo_destroy(cairo);
    }
    return entry->node;
}

GskRenderNode *sl_canvas_cache_edge(SlCanvasCache *cache, const SlEdge *edge, const SlRoute *route,
                                    const SlPaintStyle *style) {
    Entry *entry = entry_for(cache, edge->key, at_zoom(sl_paint_edge_hash(edge, route, style), style->detail));
    if (!entry->node) {
        SlRoute local = *route;
        for (int i = 0; i < 4; i++) {
            local.x[i] -= route->x[0];
            local.y[i] -= route->y[0];
        }
        local.label_x -= route->x[0];
        local.label_y -= route->y[0];
        entry->node = node_for(sl_paint_edge_extent(edge, &local), style->detail);
        cairo_t *cairo = gsk_cairo_node_get_draw_context(entry->node);
        sl_paint_edge(cairo, edge, &local, style);
        cairo_destroy(cairo);
    }
    return entry->node;
}

static gboolean is_old(void *key, void *value, void *data) {
    (void)key;
    return ((Entry *)value)->generation != ((SlCanvasCache *)data)->generation;
}

void sl_canvas_cache_sweep(SlCanvasCache *cache) {
    g_hash_table_foreach_remove(cache->entries, is_old, cache);
    cache->generation++;
}
