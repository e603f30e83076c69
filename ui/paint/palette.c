// SPDX-License-Identifier: MIT
// Colours, light and dark. The states' hues come from the Okabe and Ito (2008) set's idea: told apart without red-green
// vision by lightness too, and never by colour alone (each has a symbol and a word).
#include <string.h>

#include "trace/world.h"
#include "ui/paint/impl.h"

#define RGB(hex)                                                                                                       \
    { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex)&255) / 255.0 }

static const SlPalette light = {
    .paper = RGB(0xfafafa),
    .dots = RGB(0xe2e2e4),
    .ink = RGB(0x241f31),
    .muted = RGB(0x5e5c64),
    .line = RGB(0x8d8b94),
    .box = RGB(0xffffff),
    .code = RGB(0xf1f1f3),
    .accent = RGB(0x1c71d8),
    .cell = RGB(0x1a6ad0),
    .cell_text = RGB(0xffffff),
    .cell_border = RGB(0x8fb6e6),
    .soft = RGB(0xe4effc),
};
static const SlPalette dark = {
    .paper = RGB(0x1e1e20),
    .dots = RGB(0x333337),
    .ink = RGB(0xf4f4f6),
    .muted = RGB(0xb5b3bd),
    .line = RGB(0x8d8b94),
    .box = RGB(0x2b2b2f),
    .code = RGB(0x3a3a3f),
    .accent = RGB(0x78aeed),
    .cell = RGB(0x99c1f1),
    .cell_text = RGB(0x10233b),
    .cell_border = RGB(0x4b76ab),
    .soft = RGB(0x22354f),
};

const SlPalette *sl_palette(bool is_dark) {
    return is_dark ? &dark : &light;
}

typedef struct {
    SlColour light, dark;
} Pair;

static const Pair stuck_pair = {RGB(0xa51d2d), RGB(0xff7b85)};
static const Pair pairs[] = {
    [SL_STATE_RUNNING] = {RGB(0x1a7a4c), RGB(0x57d39a)}, [SL_STATE_READY] = {RGB(0x6b6972), RGB(0xb9b7c2)},
    [SL_STATE_SENDING] = {RGB(0xb3530a), RGB(0xffa348)}, [SL_STATE_RECEIVING] = {RGB(0x1a63c9), RGB(0x7db4f5)},
    [SL_STATE_SELECT] = {RGB(0x8a35b5), RGB(0xd79bf3)},  [SL_STATE_LOCKING] = {RGB(0x7a5c00), RGB(0xe5c453)},
    [SL_STATE_WAITING] = {RGB(0x0c7483), RGB(0x5fd0df)}, [SL_STATE_SLEEPING] = {RGB(0x52628a), RGB(0xa9b9e6)},
    [SL_STATE_INPUT] = {RGB(0x0c7483), RGB(0x5fd0df)},   [SL_STATE_PARKED] = {RGB(0x6b6972), RGB(0xb9b7c2)},
    [SL_STATE_ENDED] = {RGB(0x77757e), RGB(0x9c9aa3)},   [SL_STATE_PANICKED] = {RGB(0xa51d2d), RGB(0xff7b85)},
    [SL_STATE_UNKNOWN] = {RGB(0x8d8b94), RGB(0x8d8b94)},
};

SlColour sl_state_colour(uint8_t state, bool stuck, bool is_dark) {
    const Pair *pair = stuck ? &stuck_pair : state <= SL_STATE_UNKNOWN ? &pairs[state] : &pairs[SL_STATE_UNKNOWN];
    return is_dark ? pair->dark : pair->light;
}

SlColour sl_state_text_colour(uint8_t state, bool stuck, bool is_dark) {
    if (!stuck && state >= SL_STATE_UNKNOWN)
        return sl_palette(is_dark)->muted;
    if (!stuck && state == SL_STATE_ENDED)
        return sl_palette(is_dark)->muted;
    return sl_state_colour(state, stuck, is_dark);
}

// ---- what the user may give ----

const char *const sl_colour_names[] = {"blue", "teal", "green", "yellow", "orange", "red", "purple", "gray", NULL};
static const Pair named[] = {
    {RGB(0x3584e4), RGB(0x3f7fd0)}, {RGB(0x2190a4), RGB(0x2c8796)}, {RGB(0x3a944a), RGB(0x3f8a4c)},
    {RGB(0xe5a50a), RGB(0xa8801c)}, {RGB(0xe66100), RGB(0xb75a16)}, {RGB(0xd5434f), RGB(0xb04650)},
    {RGB(0x9141ac), RGB(0x8f56a6)}, {RGB(0x77767b), RGB(0x7a7880)},
};

bool sl_named_colour(const char *name, bool is_dark, SlColour *colour) {
    for (int i = 0; sl_colour_names[i]; i++)
        if (strcmp(sl_colour_names[i], name) == 0) {
            *colour = is_dark ? named[i].dark : named[i].light;
            return true;
        }
    return false;
}
