// SPDX-License-Identifier: MIT
// Confinement of the child by the system itself: from here on no files, no network, no other processes.
#ifndef SL_CONFINE_H
#define SL_CONFINE_H

#include <stdbool.h>

// Threads, memory, clocks and the descriptors already open stay usable; everything else fails with EPERM. False when
// the system refuses the filter: the caller must then not run the program.
bool sl_confine(bool checkpoints);

#endif
