#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# Writes rand-cooked.inc: the state from which package math/rand's generators start. It is that of the additive lagged
# Fibonacci generator s[k] = s[k-607] + s[k-273] (mod 2^64), begun from seed 1, after 7.8e12 steps. The generator is
# linear, so those steps are one power of x modulo x^607 - x^334 - 1.
LENGTH, TAP, STEPS, MASK = 607, 273, 7800000000000, (1 << 64) - 1


def lcg(x):
    return 48271 * x % ((1 << 31) - 1)


def start():
    vec, x = [0] * LENGTH, 1
    for i in range(-20, LENGTH):
        x = lcg(x)
        if i >= 0:
            u = x << 20
            x = lcg(x)
            u ^= x << 10
            x = lcg(x)
            vec[i] = u ^ x
    return vec


def reduce(p):
    for i in range(len(p) - 1, LENGTH - 1, -1):
        c = p[i]
        p[i - LENGTH] = (p[i - LENGTH] + c) & MASK
        p[i - LENGTH + (LENGTH - TAP)] = (p[i - LENGTH + (LENGTH - TAP)] + c) & MASK
    return p[:LENGTH]


def square(p):
    bits = 140  # room for 607 products of 64 x 64 bits
    packed = 0
    for i, c in enumerate(p):
        packed |= c << (bits * i)
    packed *= packed
    return reduce([(packed >> (bits * i)) & MASK for i in range(2 * LENGTH - 1)])


def main():
    vec = start()
    at = lambda k: (LENGTH - TAP - 1 - k) % LENGTH  # where step k writes
    before = [vec[at(k)] for k in range(-LENGTH, 0)]
    power = [1] + [0] * (LENGTH - 1)
    for bit in bin(STEPS)[2:]:
        power = square(power)
        if bit == '1':
            power = reduce([0] + power)
    out = [0] * LENGTH
    for k in range(STEPS - LENGTH, STEPS):
        out[at(k)] = sum(a * b for a, b in zip(power, before)) & MASK
        power = reduce([0] + power)
    with open('rand-cooked.inc', 'w') as f:
        f.write('// SPDX-License-Identifier: MIT\n// Written by rand-cooked.py.\n')
        f.write('static const uint64_t cooked[] = {\n')
        for i in range(0, LENGTH, 5):
            f.write('    ' + ' '.join('0x%016x,' % v for v in out[i:i + 5]) + '\n')
        f.write('};\n')


main()
