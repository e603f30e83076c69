// SPDX-License-Identifier: MIT
// Hash functions: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), in one go over a whole message.
#include "std/impl.h"

#include <math.h>

#include "base/map.h"
#include "run/natives.h"

enum { MD5, SHA1, SHA256, SHA512, SHA224, SHA384 };

static uint32_t left(uint32_t x, int n) {
    return x << n | x >> (32 - n);
}
static uint32_t right(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}
static uint64_t right64(uint64_t x, int n) {
    return x >> n | x << (64 - n);
}

static void md5_block(uint32_t *h, const unsigned char *p) {
    static const uint8_t turns[16] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
    uint32_t m[16], a = h[0], b = h[1], c = h[2], d = h[3];
    memcpy(m, p, 64);
    for (int i = 0; i < 64; i++) {
        uint32_t f;
        int g;
        switch (i / 16) {
        case 0:
            f = (b & c) | (~b & d), g = i;
            break;
        case 1:
            f = (d & b) | (~d & c), g = (5 * i + 1) % 16;
            break;
        case 2:
            f = b ^ c ^ d, g = (3 * i + 5) % 16;
            break;
        default:
            f = c ^ (b | ~d), g = 7 * i % 16;
        }
        uint32_t k = (uint32_t)(int64_t)floor(fabs(sin(i + 1)) * 4294967296.0);
        uint32_t next = b + left(a + f + k + m[g], turns[i / 16 * 4 + i % 4]);
        a = d, d = c, c = b, b = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d;
}

static uint32_t big32(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void sha1_block(uint32_t *h, const unsigned char *p) {
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? big32(p + 4 * i) : left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        uint32_t f, k;
        switch (i / 20) {
        case 0:
            f = (b & c) | (~b & d), k = 0x5a827999;
            break;
        case 1:
            f = b ^ c ^ d, k = 0x6ed9eba1;
            break;
        case 2:
            f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc;
            break;
        default:
            f = b ^ c ^ d, k = 0xca62c1d6;
        }
        uint32_t next = left(a, 5) + f + e + k + w[i];
        e = d, d = c, c = left(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

// The first 64 bits of the fractions of the cube roots of the first 80 primes; SHA-256 takes 64 of them, half of each.
static const uint64_t roots[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static void sha256_block(uint32_t *h, const unsigned char *p) {
    uint32_t w[64], v[8];
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
        if (i < 16) {
            w[i] = big32(p + 4 * i);
            continue;
        }
        uint32_t s0 = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    for (int i = 0; i < 64; i++) {
        uint32_t s1 = right(v[4], 6) ^ right(v[4], 11) ^ right(v[4], 25);
        uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + (uint32_t)(roots[i] >> 32) + w[i];
        uint32_t s0 = right(v[0], 2) ^ right(v[0], 13) ^ right(v[0], 22);
        uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

static void sha512_block(uint64_t *h, const unsigned char *p) {
    uint64_t w[80], v[8];
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 80; i++) {
        if (i < 16) {
            w[i] = (uint64_t)big32(p + 8 * i) << 32 | big32(p + 8 * i + 4);
            continue;
        }
        uint64_t s0 = right64(w[i - 15], 1) ^ right64(w[i - 15], 8) ^ w[i - 15] >> 7;
        uint64_t s1 = right64(w[i - 2], 19) ^ right64(w[i - 2], 61) ^ w[i - 2] >> 6;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    for (int i = 0; i < 80; i++) {
        uint64_t s1 = right64(v[4], 14) ^ right64(v[4], 18) ^ right64(v[4], 41);
        uint64_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + roots[i] + w[i];
        uint64_t s0 = right64(v[0], 28) ^ right64(v[0], 34) ^ right64(v[0], 39);
        uint64_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

typedef union {
    uint32_t w32[8];
    uint64_t w64[8];
} State;

static void start(State *state, int kind) {
    static const uint32_t plain[8] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    static const uint64_t sha512[8] = {
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    };
    static const uint64_t sha384[8] = {
        0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
        0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
    };
    memset(state, 0, sizeof *state);
    switch (kind) {
    case SHA256:
        for (int i = 0; i < 8; i++)
            state->w32[i] = (uint32_t)(sha512[i] >> 32);
        break;
    case SHA224:
        for (int i = 0; i < 8; i++)
            state->w32[i] = (uint32_t)sha384[i];
        break;
    case SHA512:
        memcpy(state->w64, sha512, sizeof sha512);
        break;
    case SHA384:
        memcpy(state->w64, sha384, sizeof sha384);
        break;
    default:
        memcpy(state->w32, plain, sizeof plain);
    }
}

static void block(State *state, int kind, const unsigned char *p) {
    switch (kind) {
    case MD5:
        md5_block(state->w32, p);
        break;
    case SHA1:
        sha1_block(state->w32, p);
        break;
    case SHA256:
    case SHA224:
        sha256_block(state->w32, p);
        break;
    default:
        sha512_block(state->w64, p);
    }
}

static size_t finish(State *state, int kind, unsigned char *out) {
    static const uint8_t sizes[] = {16, 20, 32, 64, 28, 48};
    bool wide = kind == SHA512 || kind == SHA384;
    for (size_t i = 0; i < sizes[kind]; i++) {
        if (wide)
            out[i] = (unsigned char)(state->w64[i / 8] >> (56 - 8 * (i % 8)));
        else
            out[i] = (unsigned char)(state->w32[i / 4] >> (kind == MD5 ? 8 * (i % 4) : 24 - 8 * (i % 4)));
    }
    return sizes[kind];
}

// func sum(kind int, data []byte) []byte
static SlOutcome sum(SlWorker *worker, SlSlot *s) {
    int kind = (int)s[3].i;
    SlSlice data = slice_at(s + 4);
    size_t size = kind == SHA512 || kind == SHA384 ? 128 : 64, at = 0, length = (size_t)data.length;
    State state;
    start(&state, kind);
    for (; length - at >= size; at += size)
        block(&state, kind, (unsigned char *)data.first + at);
    unsigned char last[256] = {0}, digest[64];
    if (length > at)
        memcpy(last, (char *)data.first + at, length - at);
    last[length - at] = 0x80;
    size_t total = length - at + 1 + size / 8 <= size ? size : 2 * size;
    uint64_t bits = (uint64_t)length * 8;
    for (int i = 0; i < 8; i++)
        last[kind == MD5 ? total - 8 + (size_t)i : total - 1 - (size_t)i] = (unsigned char)(bits >> (8 * i));
    for (size_t i = 0; i < total; i += size)
        block(&state, kind, last + i);
    size_t n = finish(&state, kind, digest);
    set_slice(s, sl_bytes_new(worker, digest, n));
    return SL_DONE;
}

// func hashBytes(seed uint64, s string) uint64
static SlOutcome hash_bytes(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].u = sl_hash_bytes(s[2].p ? s[2].p : "", (size_t)s[3].u, s[1].u);
    return SL_DONE;
}

static SlOutcome same_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0] = s[1];
    return SL_DONE;
}

static SlOutcome narrow_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    float f = (float)s[1].f;
    uint32_t bits;
    memcpy(&bits, &f, 4);
    s[0].u = bits;
    return SL_DONE;
}

static SlOutcome narrow_from(SlWorker *worker, SlSlot *s) {
    (void)worker;
    uint32_t bits = (uint32_t)s[1].u;
    float f;
    memcpy(&f, &bits, 4);
    s[0].f = (double)f;
    return SL_DONE;
}

const SlNative sl_natives_digest[] = {
    {"crypto/md5.sum", sum, false},
    {"crypto/sha1.sum", sum, false},
    {"crypto/sha256.sum", sum, false},
    {"crypto/sha512.sum", sum, false},
    {"crypto/rand.random", sl_native_random, false},
    {"hash/maphash.hashBytes", hash_bytes, false},
    {"encoding/binary.float64bits", same_bits, false},
    {"encoding/binary.float64from", same_bits, false},
    {"encoding/binary.float32bits", narrow_bits, false},
    {"encoding/binary.float32from", narrow_from, false},
    {NULL, NULL, false},
};
