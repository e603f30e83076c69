// SPDX-License-Identifier: MIT
// The scanner. Wrong encoding (NUL, invalid UTF-8, a byte order mark that is not the first character) is looked for
// once, before the first token; afterwards such bytes are skipped or taken as U+FFFD.
#include "lang/scan.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/unicode.h"

enum { BOM = 0xFEFF };

int sl_scan_line(const SlScan *scan, size_t offset) {
    const SlLines *lines = sl_file_lines(scan->file);
    int low = 0, high = lines->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (lines->at[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void sl_scan_stop(SlScan *scan) {
    scan->stopped = true;
    scan->at = scan->length;
    scan->line_ends_statement = false;
    scan->token = SL_TOKEN_EOF;
}

void sl_scan_report(SlScan *scan, SlPos pos, const char *message) {
    if (scan->stopped)
        return;
    sl_diags_add(scan->diags, pos, "%s", message);
    if (++scan->errors < SL_SCAN_MOST_ERRORS)
        return;
    sl_diags_add(scan->diags, pos, "syntax error: too many errors");
    sl_scan_stop(scan);
}

bool sl_scan_is_quiet(const SlScan *scan, size_t offset) {
    return scan->stopped || sl_scan_line(scan, offset) == scan->last_line;
}

void sl_scan_error(SlScan *scan, size_t offset, const char *format, ...) {
    if (sl_scan_is_quiet(scan, offset))
        return;
    scan->last_line = sl_scan_line(scan, offset);
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    sl_scan_report(scan, scan->file->base + (SlPos)offset, sl_text_cstr(&text));
    sl_text_free(&text);
}

void sl_scan_count(SlScan *scan) {
    if (++scan->nodes < SL_SCAN_MOST_NODES || scan->stopped)
        return;
    sl_scan_report(scan, scan->file->base + (SlPos)scan->start, "syntax error: source file is too large");
    sl_scan_stop(scan);
}

// Reports the first wrong byte of each line.
static void check_encoding(SlScan *scan) {
    const char *text = scan->text;
    for (size_t i = 0; i < scan->length && !scan->stopped;) {
        unsigned char byte = (unsigned char)text[i];
        if (byte && byte < 0x80) {
            i++;
            continue;
        }
        int width = 1;
        int32_t rune = byte ? sl_utf8_decode(text + i, scan->length - i, &width) : 0;
        const char *wrong = !byte                          ? "invalid NUL character"
                            : rune == 0xFFFD && width == 1 ? "invalid UTF-8 encoding"
                            : rune == BOM && i > 0         ? "invalid BOM in the middle of the file"
                                                           : NULL;
        if (!wrong) {
            i += (size_t)width;
            continue;
        }
        sl_scan_error(scan, i, "%s", wrong);
        const char *end = memchr(text + i, '\n', scan->length - i);
        i = end ? (size_t)(end - text) : scan->length;
    }
    scan->last_line = 0; // a lexical error further left may come yet
}

void sl_scan_init(SlScan *scan, const SlFile *file, SlNames *names, SlDiags *diags) {
    *scan = (SlScan){.file = file, .text = file->text, .length = file->length, .names = names, .diags = diags};
    if (!file->library) // ours is well-formed
        check_encoding(scan);
    if (scan->length >= 3 && memcmp(scan->text, "\xEF\xBB\xBF", 3) == 0)
        scan->at = 3;
}

void sl_scan_free(SlScan *scan) {
    sl_vec_free(&scan->comments);
}

static bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_decimal(unsigned char c) {
    return c >= '0' && c <= '9';
}

// How long the keywords with a first letter are: a bit for each length.
static const uint16_t keyword_lengths[26] = {
    ['b' - 'a'] = 1 << 5,
    ['c' - 'a'] = 1 << 4 | 1 << 5 | 1 << 8,
    ['d' - 'a'] = 1 << 5 | 1 << 7,
    ['e' - 'a'] = 1 << 4,
    ['f' - 'a'] = 1 << 3 | 1 << 4 | 1 << 11,
    ['g' - 'a'] = 1 << 2 | 1 << 4,
    ['i' - 'a'] = 1 << 2 | 1 << 6 | 1 << 9,
    ['m' - 'a'] = 1 << 3,
    ['p' - 'a'] = 1 << 7,
    ['r' - 'a'] = 1 << 5 | 1 << 6,
    ['s' - 'a'] = 1 << 6,
    ['t' - 'a'] = 1 << 4,
    ['v' - 'a'] = 1 << 3,
};

static SlToken keyword(const char *text, size_t length) {
    unsigned letter = (unsigned char)text[0] - (unsigned)'a';
    if (length > 11 || letter >= 26 || !(keyword_lengths[letter] >> length & 1))
        return SL_TOKEN_NAME;                      // as nearly every name
    int low = SL_TOKEN_BREAK, high = SL_TOKEN_VAR; // alphabetical
    while (low <= high) {
        int middle = (low + high) / 2;
        int order = strncmp(text, sl_token_names[middle], length);
        if (order == 0)
            order = sl_token_names[middle][length] ? -1 : 0;
        if (order == 0)
            return (SlToken)middle;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return SL_TOKEN_NAME;
}

static void unicode_error(SlScan *scan, size_t offset, const char *before, int32_t rune, const char *after) {
    if (sl_scan_is_quiet(scan, offset))
        return;
    SlText text = {0};
    sl_text_add_unicode(&text, rune);
    sl_scan_error(scan, offset, "%s %s%s", before, sl_text_cstr(&text), after);
    sl_text_free(&text);
}

// identifier = letter { letter | unicode_digit } .
// Any byte beyond ASCII counts as part of an identifier, with an error when it is no letter.
static void scan_name(SlScan *scan) {
    size_t at = scan->at;
    for (;;) {
        unsigned char c = (unsigned char)scan->text[at];
        if (is_letter(c) || is_decimal(c)) {
            at++;
            continue;
        }
        if (c < 0x80)
            break;
        int width;
        int32_t rune = sl_utf8_decode(scan->text + at, scan->length - at, &width);
        if (rune == BOM)
            break;
        if (sl_rune_is_digit(rune)) {
            if (at == scan->start)
                unicode_error(scan, at, "identifier cannot begin with digit", rune, "");
        } else if (!sl_rune_is_letter(rune)) {
            unicode_error(scan, at, "invalid character", rune, " in identifier");
        }
        at += (size_t)width;
    }
    if (scan->stopped)
        return;
    const char *text = scan->text + scan->start;
    size_t length = at - scan->start;
    scan->at = at;
    scan->token = keyword(text, length);
    if (scan->token == SL_TOKEN_NAME) {
        scan->lit = sl_names_get(scan->names, text, length);
        scan->lit_length = length;
    }
    scan->line_ends_statement = scan->token == SL_TOKEN_NAME || scan->token == SL_TOKEN_BREAK ||
                                scan->token == SL_TOKEN_CONTINUE || scan->token == SL_TOKEN_FALLTHROUGH ||
                                scan->token == SL_TOKEN_RETURN;
}

static void keep_comment(SlScan *scan, size_t end) {
    size_t length = end - scan->start;
    if (scan->text[scan->start + 1] == '/' && scan->text[end - 1] == '\r')
        length--;
    SlPos pos = scan->file->base + (SlPos)scan->start;
    sl_vec_push(&scan->comments, (SlComment){pos, pos + (SlPos)length, scan->text + scan->start, length});
    sl_scan_count(scan);
}

// Passes the comment at scan->start; true when it holds a newline.
static bool skip_comment(SlScan *scan) {
    const char *text = scan->text + scan->start;
    size_t rest = scan->length - scan->start;
    if (text[1] == '/') {
        const char *end = memchr(text, '\n', rest);
        scan->at = end ? (size_t)(end - scan->text) : scan->length;
        keep_comment(scan, scan->at);
        return false;
    }
    const char *end = rest > 2 ? memmem(text + 2, rest - 2, "*/", 2) : NULL;
    if (!end) {
        sl_scan_error(scan, scan->start, "comment not terminated");
        scan->at = scan->length;
        return memchr(text, '\n', rest) != NULL;
    }
    scan->at = (size_t)(end - scan->text) + 2;
    size_t length = scan->at - scan->start;
    keep_comment(scan, scan->at);
    return memchr(text, '\n', length) != NULL;
}

static void semicolon(SlScan *scan, const char *lit) {
    scan->token = SL_TOKEN_SEMICOLON;
    scan->lit = lit;
    scan->lit_length = strlen(lit);
}

// What begins with a character: that alone, with "=" behind it, twice, twice with "=". 0 (EOF) where there is none.
typedef struct {
    uint8_t alone, assign, twice, twice_assign;
} Operators;

static const Operators operators[128] = {
    ['+'] = {SL_TOKEN_ADD, SL_TOKEN_ADD_ASSIGN, SL_TOKEN_INC, 0},
    ['-'] = {SL_TOKEN_SUB, SL_TOKEN_SUB_ASSIGN, SL_TOKEN_DEC, 0},
    ['*'] = {SL_TOKEN_MUL, SL_TOKEN_MUL_ASSIGN, 0, 0},
    ['/'] = {SL_TOKEN_DIV, SL_TOKEN_DIV_ASSIGN, 0, 0},
    ['%'] = {SL_TOKEN_REM, SL_TOKEN_REM_ASSIGN, 0, 0},
    ['&'] = {SL_TOKEN_AND, SL_TOKEN_AND_ASSIGN, SL_TOKEN_ANDAND, 0},
    ['|'] = {SL_TOKEN_OR, SL_TOKEN_OR_ASSIGN, SL_TOKEN_OROR, 0},
    ['^'] = {SL_TOKEN_XOR, SL_TOKEN_XOR_ASSIGN, 0, 0},
    ['<'] = {SL_TOKEN_LT, SL_TOKEN_LE, SL_TOKEN_SHL, SL_TOKEN_SHL_ASSIGN},
    ['>'] = {SL_TOKEN_GT, SL_TOKEN_GE, SL_TOKEN_SHR, SL_TOKEN_SHR_ASSIGN},
    ['='] = {SL_TOKEN_ASSIGN, SL_TOKEN_EQ, 0, 0},
    ['!'] = {SL_TOKEN_NOT, SL_TOKEN_NE, 0, 0},
    [':'] = {SL_TOKEN_COLON, SL_TOKEN_DEFINE, 0, 0},
    ['~'] = {SL_TOKEN_TILDE, 0, 0, 0},
    ['('] = {SL_TOKEN_LPAREN, 0, 0, 0},
    [')'] = {SL_TOKEN_RPAREN, 0, 0, 0},
    ['['] = {SL_TOKEN_LBRACK, 0, 0, 0},
    [']'] = {SL_TOKEN_RBRACK, 0, 0, 0},
    ['{'] = {SL_TOKEN_LBRACE, 0, 0, 0},
    ['}'] = {SL_TOKEN_RBRACE, 0, 0, 0},
    [','] = {SL_TOKEN_COMMA, 0, 0, 0},
    [';'] = {SL_TOKEN_SEMICOLON, 0, 0, 0},
    ['.'] = {SL_TOKEN_DOT, 0, 0, 0},
};

// The longest operator at text; its length is 0 and it is EOF when there is none.
static SlToken operator_at(const char *text, size_t *length) {
    const Operators *of = &operators[(unsigned char)text[0] & 127];
    if (text[0] == '&' && text[1] == '^') {
        *length = text[2] == '=' ? 3 : 2;
        return text[2] == '=' ? SL_TOKEN_ANDNOT_ASSIGN : SL_TOKEN_ANDNOT;
    }
    if (text[0] == '.' && text[1] == '.' && text[2] == '.') {
        *length = 3;
        return SL_TOKEN_DOTDOTDOT;
    }
    *length = 2;
    if (text[0] == '<' && text[1] == '-')
        return SL_TOKEN_ARROW;
    if (of->twice && text[1] == text[0]) {
        *length += of->twice_assign && text[2] == '=';
        return *length == 3 ? of->twice_assign : of->twice;
    }
    if (of->assign && text[1] == '=')
        return of->assign;
    *length = of->alone != SL_TOKEN_EOF;
    return of->alone;
}

static void scan_operator(SlScan *scan) {
    size_t length;
    scan->token = operator_at(scan->text + scan->start, &length); // the text ends with a zero
    scan->at = scan->start + length;
    if (scan->token == SL_TOKEN_SEMICOLON)
        semicolon(scan, "semicolon");
    scan->line_ends_statement = scan->token == SL_TOKEN_INC || scan->token == SL_TOKEN_DEC ||
                                scan->token == SL_TOKEN_RPAREN || scan->token == SL_TOKEN_RBRACK ||
                                scan->token == SL_TOKEN_RBRACE;
}

static void scan_token(SlScan *scan, unsigned char c) {
    bool after_point = c == '.' && is_decimal((unsigned char)scan->text[scan->start + 1]);
    if (is_letter(c) || c >= 0x80)
        scan_name(scan);
    else if (is_decimal(c) || after_point)
        sl_scan_number(scan);
    else if (c == '"')
        sl_scan_string(scan);
    else if (c == '`')
        sl_scan_raw_string(scan);
    else if (c == '\'')
        sl_scan_rune(scan);
    else
        scan_operator(scan);
    if (scan->token >= SL_TOKEN_INT && scan->token <= SL_TOKEN_STRING) {
        scan->line_ends_statement = true;
        scan->lit = scan->text + scan->start;
        scan->lit_length = scan->at - scan->start;
    }
}

void sl_scan_next(SlScan *scan) {
    bool ends = scan->line_ends_statement;
    scan->line_ends_statement = false;
    scan->bad = false;
    scan->last_end = scan->at;
    for (;;) {
        const char *text = scan->text;
        size_t at = scan->at;
        // NUL stands inside the text as well as at its end.
        while (at < scan->length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == 0 ||
                                     (text[at] == '\n' && !ends)))
            at++;
        scan->start = scan->at = at;
        if (at >= scan->length) {
            if (ends && !scan->stopped)
                semicolon(scan, "EOF");
            else
                scan->token = SL_TOKEN_EOF;
            return;
        }
        unsigned char c = (unsigned char)text[at];
        if (c == '\n') {
            scan->at++;
            semicolon(scan, "newline");
            return;
        }
        if (c == '/' && (text[at + 1] == '/' || text[at + 1] == '*')) {
            if (skip_comment(scan) && ends && !scan->stopped) {
                semicolon(scan, "newline");
                return;
            }
            continue;
        }
        if (c == 0xEF && memcmp(text + at, "\xEF\xBB\xBF", scan->length - at < 3 ? scan->length - at : 3) == 0 &&
            scan->length - at >= 3) {
            scan->at += 3;
            continue;
        }
        scan_token(scan, c);
        if (scan->stopped) {
            scan->token = SL_TOKEN_EOF;
            return;
        }
        if (scan->token != SL_TOKEN_EOF)
            return;
        unicode_error(scan, at, "invalid character", c, "");
        if (!scan->stopped)
            scan->at = at + 1;
    }
}
