// SPDX-License-Identifier: MIT
// Natives of packages math/rand and math/rand/v2: the seeding of the lagged Fibonacci generator, ChaCha8 blocks, and
// seeds that are recorded choices of the run.
#include "std/impl.h"

#include "run/natives.h"
#include "std/rand-cooked.inc"

enum { LENGTH = 607 };

static uint32_t next_seed(uint32_t x) {
    return (uint32_t)((uint64_t)x * 48271 % 0x7fffffff);
}

// func seedState(vec *[607]uint64, seed int64)
static SlOutcome seed_state(SlWorker *worker, SlSlot *s) {
    (void)worker;
    uint64_t *vec = s[0].p;
    int64_t seed = s[1].i % 0x7fffffff;
    if (seed < 0)
        seed += 0x7fffffff;
    if (seed == 0)
        seed = 89482311;
    uint32_t x = (uint32_t)seed;
    for (int i = 0; i < 20; i++)
        x = next_seed(x);
    for (int i = 0; i < LENGTH; i++) {
        uint64_t high = next_seed(x), middle = next_seed((uint32_t)high);
        x = next_seed((uint32_t)middle);
        __atomic_store_n(&vec[i], (high << 40 ^ middle << 20 ^ x) ^ cooked[i], __ATOMIC_RELAXED);
    }
    return SL_DONE;
}

static uint32_t turn(uint32_t x, int k) {
    return x << k | x >> (32 - k);
}

static void quarter(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
    *a += *b, *d = turn(*d ^ *a, 16);
    *c += *d, *b = turn(*b ^ *c, 12);
    *a += *b, *d = turn(*d ^ *a, 8);
    *c += *d, *b = turn(*b ^ *c, 7);
}

// func block(seed *[4]uint64, buf *[32]uint64, counter uint32): four blocks, word by word side by side (C2SP
// chacha8rand). Only the key is added to the result.
static SlOutcome block(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const uint32_t *key = s[0].p;
    uint32_t *buf = s[1].p;
    for (uint32_t lane = 0; lane < 4; lane++) {
        uint32_t w[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
        memcpy(w + 4, key, 32);
        w[12] = (uint32_t)s[2].u + lane;
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 4; i++)
                quarter(&w[i], &w[4 + i], &w[8 + i], &w[12 + i]);
            for (int i = 0; i < 4; i++)
                quarter(&w[i], &w[4 + (i + 1) % 4], &w[8 + (i + 2) % 4], &w[12 + (i + 3) % 4]);
        }
        for (int i = 0; i < 16; i++)
            buf[i * 4 + (int)lane] = w[i] + (i >= 4 && i < 12 ? key[i - 4] : 0);
    }
    return SL_DONE;
}

const SlNative sl_natives_rand[] = {
    {"math/rand.seedState", seed_state, false},       {"math/rand.random", sl_native_random, false},
    {"math/rand/v2.random", sl_native_random, false}, {"math/rand/v2.block", block, false},
    {"hash/maphash.random", sl_native_random, false}, {NULL, NULL, false},
};
