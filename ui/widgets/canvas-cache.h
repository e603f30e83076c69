// SPDX-License-Identifier: MIT
// What the canvas has painted already: a render node for each thing, made anew only when its hash changes.
#ifndef SL_CANVAS_CACHE_H
#define SL_CANVAS_CACHE_H

#include <gtk/gtk.h>

#include "ui/paint/paint.h"

typedef struct SlCanvasCache SlCanvasCache;
SlCanvasCache *sl_canvas_cache_new(void);
void sl_canvas_cache_free(SlCanvasCache *cache);
// Borrowed render nodes. A node's is relative to the top left of its body, an edge's to its beginning.
GskRenderNode *sl_canvas_cache_node(SlCanvasCache *cache, const SlNode *node, const SlPlaced *placed,
                                    const SlPaintStyle *style);
GskRenderNode *sl_canvas_cache_edge(SlCanvasCache *cache, const SlEdge *edge, const SlRoute *route,
                                    const SlPaintStyle *style);
void sl_canvas_cache_sweep(SlCanvasCache *cache); // forgets what was not asked for since the last sweep

#endif
