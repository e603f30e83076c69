// SPDX-License-Identifier: MIT
// What writing and reading records share: numbers, checks, items. Only record.c and replay.c include this.
#ifndef SL_RECORD_IMPL_H
#define SL_RECORD_IMPL_H

#include "run/record.h"

#define SL_RECORD_MAGIC "SLUICERUN\n"
enum {
    SL_RECORD_VERSION = 1,
    SL_RECORD_BLOCK = 16384,      // items are written out when they pass this
    SL_RECORD_LARGEST = 64 << 20, // no block is larger
};

// An item's first byte: three bits of kind, the rest as the kind says. A choice's kind is its SlChoiceKind.
enum {
    SL_ITEM_INPUT = 6, // what standard input answered: SlAnswer in the rest
    SL_ITEM_OTHER = 7, // SlOther in the rest
};
typedef enum { SL_ANSWER_NOTHING, SL_ANSWER_BYTES, SL_ANSWER_END, SL_ANSWER_ERROR } SlAnswer;
typedef enum { SL_OTHER_CHECK, SL_OTHER_END } SlOther;
// A choice's rest: bit 3 set: the next byte holds count and value, a half each, and bits 4 to 7 how many events have
// happened since the item before; else three numbers follow: events, count, value.
enum { SL_ITEM_SHORT = 8, SL_CHECK_EVERY = 128 };

// Of all that happened, but for positions: those move when a comment is edited.
uint64_t sl_record_mix(uint64_t hash, const SlEvent *event);
uint32_t sl_record_crc(const void *bytes, size_t count); // CRC-32 as in ISO 3309
void sl_record_put(SlText *text, uint64_t number);       // seven bits a byte, the lowest first (LEB128)

#endif
