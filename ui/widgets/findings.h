// SPDX-License-Identifier: MIT
// Findings: why goroutines can never continue, one verdict under the other; the one that is open is lit on the canvas.
#ifndef SL_FINDINGS_PANEL_H
#define SL_FINDINGS_PANEL_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_findings_panel_new(SlSession *session);
// Opens it with the first verdict, or closes it.
void sl_findings_panel_toggle(GtkWidget *panel);
gboolean sl_findings_panel_is_open(GtkWidget *panel);

#endif
