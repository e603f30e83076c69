// SPDX-License-Identifier: MIT
// What the user calls a thing: names for the picture, read off the source line that made it.
#ifndef SL_NAMES_H
#define SL_NAMES_H

#include "base/arena.h"
#include "base/diag.h"

const char *sl_name_short(
    SlArena *arena,
    const char *function); // "main.worker": "worker"; "main.main.func1": "func1"; "main.source.func1": "source.func1"
// The variable or field that a channel made at pos was stored in; else type and line ("chan int:12").
const char *sl_name_chan(SlArena *arena, const SlFiles *files, SlPos pos, const char *type);
const char *sl_name_timer(SlArena *arena, const SlFiles *files, SlPos pos); // likewise; else "timer:12"
// What stands before .Lock(), .Add( and so on at pos.
const char *sl_name_lock(SlArena *arena, const SlFiles *files, SlPos pos, const char *type);

#endif
