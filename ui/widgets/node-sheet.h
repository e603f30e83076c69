// SPDX-License-Identifier: MIT
// The sheet of a node: a popover with all that can be changed about the leading node by words and numbers: name, how
// many of it, values it is started with; of a channel its room and what it carries.
#ifndef SL_NODE_SHEET_H
#define SL_NODE_SHEET_H

#include "ui/paint/paint.h"
#include "ui/session-edit.h"
#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

typedef enum { SL_SHEET_ALL, SL_SHEET_NAME, SL_SHEET_COUNT } SlSheetField; // what has the focus first
void sl_node_sheet(SlCanvas *canvas, SlSession *session, SlSheetField field);

G_END_DECLS

#endif
