// SPDX-License-Identifier: MIT
// The natives by name: the tables of run/ and std/ in one list. Looked up once, when a program is compiled and when a
// machine is made; never while it runs.
#include "run/natives.h"

const SlNative sl_natives_run[] = {
#define NATIVE(name, fn, blocks) {name, fn, blocks},
    SL_NATIVES_RUN(NATIVE)
#undef NATIVE
        {NULL, NULL, false},
};

extern const SlNative sl_natives_big[], sl_natives_digest[], sl_natives_errors[], sl_natives_files[],
    sl_natives_float[], sl_natives_fmt[], sl_natives_integer[], sl_natives_math[], sl_natives_os[], sl_natives_quote[],
    sl_natives_rand[], sl_natives_reflect[], sl_natives_regexp[], sl_natives_runtime[], sl_natives_scan[],
    sl_natives_sort[], sl_natives_strings[], sl_natives_time[], sl_natives_unicode[];
const SlNative *const sl_native_tables[] = {
    sl_natives_run,     sl_natives_big,     sl_natives_digest,
    sl_natives_errors,  sl_natives_files,   sl_natives_float,
    sl_natives_fmt,     sl_natives_integer, sl_natives_math,
    sl_natives_os,      sl_natives_quote,   sl_natives_rand,
    sl_natives_reflect, sl_natives_regexp,  sl_natives_runtime,
    sl_natives_scan,    sl_natives_sort,    sl_natives_strings,
    sl_natives_time,    sl_natives_unicode, NULL,
};

const SlNative *sl_native_find(const char *name) {
    for (const SlNative *const *table = sl_native_tables; *table; table++)
        for (const SlNative *native = *table; native->name; native++)
            if (strcmp(native->name, name) == 0)
                return native;
    return NULL;
}

bool sl_native_names_find(void *data, const char *name, bool *blocks) {
    (void)data;
    const SlNative *native = sl_native_find(name);
    if (!native)
        return false;
    *blocks = native->blocks;
    return true;
}
