// SPDX-License-Identifier: MIT
// The door's own piece: the names of natives, for the code generator.
#include "engine.h"

#include "run/impl.h"

const SlNativeNames *sl_engine_natives(void) {
    static const SlNativeNames names = {sl_native_names_find, NULL};
    return &names;
}
