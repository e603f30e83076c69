// SPDX-License-Identifier: MIT
// A walk over everything in a piece of the tree, in source order.
#ifndef SL_GRAPH_VISIT_H
#define SL_GRAPH_VISIT_H

#include "lang/tree.h"

// Each is called before what is inside, which is left out when it returns false; null: go on. Function literals are
// expressions whose body is inside.
typedef struct {
    bool (*expr)(void *data, SlExpr *expr);
    bool (*stmt)(void *data, SlStmt *stmt);
    void *data;
} SlVisit;

void sl_visit_expr(const SlVisit *visit, SlExpr *expr); // null is allowed
void sl_visit_stmt(const SlVisit *visit, SlStmt *stmt);

#endif
