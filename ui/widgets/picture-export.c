// SPDX-License-Identifier: MIT
// Export: paints the session's scene (of the drawing, or of the instant shown) on another surface.
#include "ui/widgets/picture-export.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/paint/paint.h"
#include "ui/paint/timeline.h"

enum { MARGIN = 32, PNG_SCALE = 2, LARGEST = 30000 }; // cairo's images end at 32767 pixels

static cairo_surface_t *surface_new(const char *path, double w, double h, double scale) {
    if (g_str_has_suffix(path, ".svg"))
        return cairo_svg_surface_create(path, w, h);
    if (g_str_has_suffix(path, ".pdf"))
        return cairo_pdf_surface_create(path, w, h);
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(w * scale), (int)ceil(h * scale));
}

static void paint_picture(cairo_t *cairo, SlSession *session, SlRect all, const SlPaintStyle *style) {
    SlColour paper = sl_palette(style->dark)->paper;
    cairo_set_source_rgb(cairo, paper.r, paper.g, paper.b);
    cairo_paint(cairo);
    cairo_translate(cairo, -all.x, -all.y);
    sl_paint_scene(cairo, sl_session_scene(session), sl_session_geometry(session), all, style);
}

static SlRect picture_size(SlSession *session) {
    SlRect b = sl_session_geometry(session)->bounds;
    return (SlRect){b.x - MARGIN, b.y - MARGIN, b.w + 2 * MARGIN, b.h + 2 * MARGIN};
}

static SlTimelineView timeline_view(const SlTimeline *timeline, const SlRows *rows, const SlWorld *world,
                                    SlRect *size) {
    enum { EACH = 18, WIDEST = 4000 };
    double count = fmax(1, (double)(timeline->last - timeline->first + 1));
    double each = fmin(EACH, WIDEST / count);
    *size = (SlRect){0, 0, SL_LANE_NAMES + count * each + 2 * MARGIN,
                     fmin(SL_TIMELINE_TOP + rows->rows.count * (double)SL_LANE_H + MARGIN, LARGEST / 2)};
    return (SlTimelineView){.from = (double)timeline->first,
                            .scale = each,
                            .cursor = timeline->last,
                            .stuck_from = world && world->deadlock ? sl_timeline_last_act(timeline) : INT64_MAX,
                            .event = UINT32_MAX,
                            .other = UINT32_MAX};
}

static gboolean finish(cairo_t *cairo, cairo_surface_t *surface, const char *path, GError **error) {
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS && cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE)
        status = cairo_surface_write_to_png(surface, path);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

gboolean sl_picture_export(SlSession *session, SlPictureExport kind, const char *path, GError **error) {
    SlPaintStyle style = {.dark = adw_style_manager_get_dark(adw_style_manager_get_default()), .detail = 1};
    SlTimeline *timeline = NULL;
    SlTimelineView view = {0};
    SlRows rows = {0};
    SlRect size = picture_size(session);
    if (kind == SL_PICTURE_EXPORT_TIMELINE) {
        timeline = sl_timeline_new();
        sl_timeline_update(timeline, sl_session_log(session));
        sl_timeline_fold(timeline, &(SlRowOptions){0}, &rows);
        view = timeline_view(timeline, &rows, sl_session_world(session), &size);
    }
    double scale = fmin(PNG_SCALE, LARGEST / fmax(size.w, size.h));
    cairo_surface_t *surface = surface_new(path, size.w, size.h, scale);
    cairo_t *cairo = cairo_create(surface);
    if (cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE)
        cairo_scale(cairo, scale, scale);
    if (timeline)
        sl_paint_timeline(cairo, timeline, &rows, &view, size.w, size.h, &style);
    else
        paint_picture(cairo, session, size, &style);
    if (timeline) {
        sl_timeline_rows_free(&rows);
        sl_timeline_free(timeline);
    }
    return finish(cairo, surface, path, error);
}

// ---- where to ----

typedef struct {
    SlSession *session;
    SlPictureExport kind;
    SlPictureExported done;
    void *data;
} Ask;

static void on_response(GtkNativeDialog *dialog, int response, Ask *ask) {
    if (response == GTK_RESPONSE_ACCEPT) {
        g_autoptr(GFile) file = gtk_file_chooser_get_file(GTK_FILE_CHOOSER(dialog));
        g_autofree char *path = g_file_get_path(file), *name = path ? g_path_get_basename(path) : NULL;
        g_autoptr(GError) error = NULL;
        g_autofree char *said = NULL;
        if (!path || !sl_picture_export(ask->session, ask->kind, path, &error))
            said = g_strdup(error ? error->message : _("This place cannot be written"));
        else
            said = g_strdup_printf(_("“%s” has been written"), name);
        ask->done(ask->data, said);
    }
    g_object_unref(ask->session);
    g_free(ask);
    g_object_unref(dialog);
}

void sl_picture_export_ask(GtkWindow *parent, SlSession *session, SlPictureExport kind, SlPictureExported done,
                           void *data) {
    static const char *const endings[] = {"svg", "pdf", "png"};
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new(
        kind == SL_PICTURE_EXPORT_SCENE ? _("Export the Picture") : _("Export the Timeline"), parent,
        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
    g_autofree char *name = g_strdup(sl_session_name(session));
    if (g_str_has_suffix(name, ".go"))
        name[strlen(name) - 3] = '\0';
    g_autofree char *proposed =
        g_strdup_printf("%s%s.svg", name, kind == SL_PICTURE_EXPORT_TIMELINE ? "-timeline" : "");
    gtk_file_chooser_set_current_name(GTK_FILE_CHOOSER(dialog), proposed);
    g_autoptr(GtkFileFilter) filter = gtk_file_filter_new();
    gtk_file_filter_set_name(filter, _("Pictures: .svg, .pdf, .png"));
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        gtk_file_filter_add_suffix(filter, endings[i]);
    gtk_file_chooser_add_filter(GTK_FILE_CHOOSER(dialog), filter);
    gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(dialog), TRUE);
    Ask *ask = g_new0(Ask, 1);
    *ask = (Ask){g_object_ref(session), kind, done, data};
    g_signal_connect(dialog, "response", G_CALLBACK(on_response), ask);
    gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}
