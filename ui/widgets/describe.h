// SPDX-License-Identifier: MIT
// Describe: where everything in the window is, for tests that drive it with a real pointer. Only when the environment
// has SLUICE_DESCRIBE, the path of the file that SIGUSR1 makes the window write.
#ifndef SL_DESCRIBE_H
#define SL_DESCRIBE_H

#include "ui/widgets/canvas.h"

void sl_describe_add(GtkWindow *window, SlSession *session, SlCanvas *canvas);

#endif
