// SPDX-License-Identifier: MIT
// Words of the picture in the user's language: the C library's gettext, for what the window's program has chosen; in
// the others, which choose nothing, they stay as they are.
#ifndef SL_SCENE_TRANSLATE_H
#define SL_SCENE_TRANSLATE_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text // translated where it is used

#endif
