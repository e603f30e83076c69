// SPDX-License-Identifier: MIT
// Export: the picture that the canvas shows, or the timeline, as SVG, PDF or PNG by the file's name.
#ifndef SL_PICTURE_EXPORT_H
#define SL_PICTURE_EXPORT_H

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

typedef enum { SL_PICTURE_EXPORT_SCENE, SL_PICTURE_EXPORT_TIMELINE } SlPictureExport;
gboolean sl_picture_export(SlSession *session, SlPictureExport kind, const char *path, GError **error);
typedef void (*SlPictureExported)(void *data, const char *message);
// Asks where to; tells what became of it unless the user thought better of it.
void sl_picture_export_ask(GtkWindow *parent, SlSession *session, SlPictureExport kind, SlPictureExported done,
                           void *data);

G_END_DECLS

#endif
