// SPDX-License-Identifier: MIT
// Hashing of words and bytes by folded 64 x 64 bit multiplication (the idea of wyhash, Wang Yi 2019). Order of
// iteration never depends on hashes, so they need no seed.
#ifndef SL_HASH_H
#define SL_HASH_H

#include <stdint.h>
#include <string.h>

static inline uint64_t sl_hash_mix(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t sl_hash_word(uint64_t word) {
    return sl_hash_mix(word ^ 0x9E3779B97F4A7C15u, 0xD6E8FEB86659FD93u);
}

static inline uint64_t sl_hash_join(uint64_t hash, uint64_t other) {
    return sl_hash_mix(hash ^ 0xA0761D6478BD642Fu, other ^ 0xE7037ED1A0B428DBu);
}

static inline uint64_t sl_hash_text(const char *bytes, size_t length) {
    uint64_t hash = 0x8EBC6AF09C88C6E3u ^ length, a = 0, b = 0;
    for (; length > 16; length -= 16, bytes += 16) {
        memcpy(&a, bytes, 8);
        memcpy(&b, bytes + 8, 8);
        hash = sl_hash_mix(a ^ 0x589965CC75374CC3u, b ^ hash);
    }
    if (length >= 8) {
        memcpy(&a, bytes, 8);
        memcpy(&b, bytes + length - 8, 8);
    } else if (length >= 4) {
        uint32_t low, high;
        memcpy(&low, bytes, 4);
        memcpy(&high, bytes + length - 4, 4);
        a = (uint64_t)low << 32 | high;
        b = 0;
    } else if (length > 0) {
        a = (uint64_t)(uint8_t)bytes[0] << 16 | (uint64_t)(uint8_t)bytes[length >> 1] << 8 | (uint8_t)bytes[length - 1];
        b = 0;
    } else {
        a = b = 0;
    }
    return sl_hash_mix(0x1D8E4E27C47D124Fu ^ a, sl_hash_mix(a ^ 0x589965CC75374CC3u, b ^ hash));
}

#endif
