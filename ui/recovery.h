// SPDX-License-Identifier: MIT
// Recovery: the unsaved text of each open window, kept in the user's state folder ($XDG_STATE_HOME/sluice/recovery) so
// that it survives a crash. Each copy has a lock that its window's process holds: a copy nobody holds was left behind.
// Main thread.
#ifndef SL_RECOVERY_H
#define SL_RECOVERY_H

#include <glib.h>

typedef struct SlRecovery SlRecovery;
SlRecovery *sl_recovery_new(void);
void sl_recovery_free(SlRecovery *self); // its copy goes: the user has closed the window
// Failing to write is no error of the user's; the next try may succeed.
void sl_recovery_keep(SlRecovery *self, const char *path, const char *name, const char *text); // path may be null
void sl_recovery_forget(SlRecovery *self); // nothing is unsaved any more

typedef struct {
    char *id, *path, *name, *text; // path null: never saved
} SlRecovered;
GPtrArray *sl_recovery_list(void);     // SlRecovered; what was left behind; g_ptr_array_unref it
void sl_recovery_drop(const char *id); // taken over or not wanted

#endif
