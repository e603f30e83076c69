// SPDX-License-Identifier: MIT
// Quoting as Go's literals.
#include "std/impl.h"

#include "base/text.h"

static void add_hex(SlOut *out, uint32_t value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        sl_out_addc(out, "0123456789abcdef"[value >> shift & 15]);
}

static void add_escaped(SlOut *out, int32_t rune, char quote, bool ascii, bool graphic) {
    if (rune == quote || rune == '\\') {
        sl_out_addc(out, '\\');
        sl_out_addc(out, (char)rune);
        return;
    }
    if (ascii ? rune < 0x80 && sl_rune_printable(rune)
              : sl_rune_printable(rune) || (graphic && sl_rune_graphic(rune))) {
        sl_out_rune(out, rune);
        return;
    }
    static const char names[] = "abtnvfr"; // from 7
    sl_out_addc(out, '\\');
    if (rune >= 7 && rune <= 13) {
        sl_out_addc(out, names[rune - 7]);
    } else if ((rune >= 0 && rune < ' ') || rune == 0x7f) {
        sl_out_addc(out, 'x');
        add_hex(out, (uint32_t)rune, 2);
    } else {
        if (rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
            rune = 0xfffd;
        sl_out_addc(out, rune < 0x10000 ? 'u' : 'U');
        add_hex(out, (uint32_t)rune, rune < 0x10000 ? 4 : 8);
    }
}

void sl_quote_add(SlOut *out, const char *bytes, size_t length, char quote, bool ascii, bool graphic) {
    sl_out_addc(out, quote);
    for (size_t i = 0; i < length;) {
        int width = 1;
        int32_t rune = (unsigned char)bytes[i];
        if (rune >= 0x80)
            rune = sl_utf8_decode(bytes + i, length - i, &width);
        if (width == 1 && rune == 0xfffd) {
            sl_out_adds(out, "\\x");
            add_hex(out, (unsigned char)bytes[i], 2);
        } else {
            add_escaped(out, rune, quote, ascii, graphic);
        }
        i += (size_t)width;
    }
    sl_out_addc(out, quote);
}

void sl_quote_rune_add(SlOut *out, int32_t rune, bool ascii, bool graphic) {
    if (rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
        rune = 0xfffd;
    sl_out_addc(out, '\'');
    add_escaped(out, rune, '\'', ascii, graphic);
    sl_out_addc(out, '\'');
}

bool sl_can_backquote(const char *bytes, size_t length) {
    for (size_t i = 0; i < length;) {
        int width;
        int32_t rune = sl_utf8_decode(bytes + i, length - i, &width);
        if ((width == 1 && rune == 0xfffd) || rune == 0xfeff || (rune < ' ' && rune != '\t') || rune == '`' ||
            rune == 0x7f)
            return false;
        i += (size_t)width;
    }
    return true;
}

// func quote(s string, mode int) string: mode 0 plain, 1 ASCII, 2 graphic
static SlOutcome quote_string(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    SlStr text = str_at(s + 2);
    sl_quote_add(&out, text.bytes, (size_t)text.length, '"', s[4].i == 1, s[4].i == 2);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func quoteRune(r rune, mode int) string
static SlOutcome quote_rune(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    sl_quote_rune_add(&out, (int32_t)s[2].i, s[3].i == 1, s[3].i == 2);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func CanBackquote(s string) bool
static SlOutcome can_backquote(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 1);
    s[0].i = sl_can_backquote(text.bytes, (size_t)text.length);
    return SL_DONE;
}

const SlNative sl_natives_quote[] = {
    {"strconv.quote", quote_string, false},
    {"strconv.quoteRune", quote_rune, false},
    {"strconv.CanBackquote", can_backquote, false},
    {NULL, NULL, false},
};
