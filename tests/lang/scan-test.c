// SPDX-License-Identifier: MIT
// The scanner by itself: tokens, automatic semicolons, comments, and the errors of each kind of literal.
#include <criterion/criterion.h>

#include "base/text.h"
#include "lang/scan.h"

static SlArena *arena;
static SlNames *names;
static SlFiles *files;
static SlDiags *diags;
static SlScan scan;

static void set_up(void) {
    arena = sl_arena_new();
    names = sl_names_new(arena);
    files = sl_files_new();
    diags = sl_diags_new();
}

static void tear_down(void) {
    sl_scan_free(&scan);
    sl_diags_free(diags);
    sl_files_free(files);
    sl_names_free(names);
    sl_arena_free(arena);
}

TestSuite(scan, .init = set_up, .fini = tear_down);

static void open_text(const char *text, size_t length) {
    sl_scan_init(&scan, sl_files_add(files, "x.go", text, length), names, diags);
    sl_scan_next(&scan);
}

// The tokens of a text, with blanks between; what they spell where that says more.
static char *tokens(const char *text) {
    SlText out = {0};
    for (open_text(text, strlen(text)); scan.token != SL_TOKEN_EOF; sl_scan_next(&scan)) {
        if (out.length)
            sl_text_addc(&out, ' ');
        bool spelled = scan.token == SL_TOKEN_NAME || scan.token == SL_TOKEN_SEMICOLON;
        if (spelled || (scan.token >= SL_TOKEN_INT && scan.token <= SL_TOKEN_STRING))
            sl_text_add(&out, scan.lit, scan.lit_length);
        else
            sl_text_adds(&out, sl_token_names[scan.token]);
    }
    return sl_text_take(&out);
}

static void expect_tokens(const char *text, const char *expected) {
    char *found = tokens(text);
    cr_expect_str_eq(found, expected, "%s: %s", text, found);
    free(found);
}

// The first error of a text, and where its line and column are.
static void expect_error(const char *text, size_t length, int line, int column, const char *message) {
    sl_diags_free(diags);
    diags = sl_diags_new();
    sl_scan_free(&scan);
    open_text(text, length);
    while (scan.token != SL_TOKEN_EOF)
        sl_scan_next(&scan);
    cr_assert_gt(diags->list.count, 0, "%s: no error, not %s", text, message);
    sl_diags_sort(diags, files);
    SlPlace place = sl_files_place(files, diags->list.at[0].pos);
    cr_expect_str_eq(diags->list.at[0].message, message, "%s: %s", text, diags->list.at[0].message);
    cr_expect(place.line == line && place.column == column, "%s: %d:%d", text, place.line, place.column);
}

#define EXPECT_ERROR(text, line, column, message) expect_error(text, sizeof text - 1, line, column, message)

Test(scan, every_operator_and_keyword_is_scanned_as_it_is_spelled) {
    for (int token = SL_TOKEN_OROR; token < SL_TOKEN_COUNT; token++) {
        sl_scan_free(&scan);
        open_text(sl_token_names[token], strlen(sl_token_names[token]));
        cr_expect_eq(scan.token, (SlToken)token, "%s", sl_token_names[token]);
        cr_expect_eq(scan.at, strlen(sl_token_names[token]));
    }
}

Test(scan, the_longest_operator_wins) {
    expect_tokens("a&^=b<<=c<-d&&e...", "a &^= b <<= c <- d && e ...");
}

Test(scan, a_newline_ends_a_statement_only_behind_what_can_end_one) {
    expect_tokens("x\n", "x newline");
    expect_tokens("x+\ny", "x + y EOF");
    expect_tokens("f()\n}\n", "f ( ) newline } newline");
    expect_tokens("return\nbreak;if\n", "return newline break semicolon if");
    expect_tokens("i++\n1\n'a'\n", "i ++ newline 1 newline 'a' newline");
}

Test(scan, a_comment_with_a_newline_acts_as_one) {
    expect_tokens("a /* 1 */ b /* 2\n */ c // 3\nd", "a b newline c newline d EOF");
    cr_expect_eq(scan.comments.count, 3);
    cr_expect_eq(scan.comments.at[2].length, strlen("// 3"));
}

Test(scan, equal_names_are_one_pointer) {
    open_text("héllo héllo", strlen("héllo héllo"));
    const char *first = scan.lit;
    sl_scan_next(&scan);
    cr_expect_eq(scan.lit, first);
}

Test(scan, numbers_of_every_form_are_one_token_each) {
    expect_tokens("0 0x_1F 0b1_0 0o17 017 1_000 1. .5 1e+9 0x1p-2 0X.8P1 1i 089i 0x1.8p1i",
                  "0 0x_1F 0b1_0 0o17 017 1_000 1. .5 1e+9 0x1p-2 0X.8P1 1i 089i 0x1.8p1i EOF");
    cr_expect_eq(diags->list.count, 0);
}

Test(scan, wrong_numbers_are_reported_at_the_wrong_byte) {
    EXPECT_ERROR("089", 1, 2, "invalid digit '8' in octal literal");
    EXPECT_ERROR("0b12", 1, 4, "invalid digit '2' in binary literal");
    EXPECT_ERROR("0x", 1, 3, "hexadecimal literal has no digits");
    EXPECT_ERROR("1__0", 1, 3, "'_' must separate successive digits");
    EXPECT_ERROR("1_", 1, 2, "'_' must separate successive digits");
    EXPECT_ERROR("0x1.0", 1, 6, "hexadecimal mantissa requires a 'p' exponent");
    EXPECT_ERROR("1p3", 1, 2, "'p' exponent requires hexadecimal mantissa");
    EXPECT_ERROR("0b1e3", 1, 4, "'e' exponent requires decimal mantissa");
    EXPECT_ERROR("1e+", 1, 4, "exponent has no digits");
    EXPECT_ERROR("0o1.5", 1, 4, "invalid radix point in octal literal");
}

Test(scan, wrong_strings_and_runes_are_reported) {
    EXPECT_ERROR("\"abc\n", 1, 5, "newline in string");
    EXPECT_ERROR("\"abc", 1, 1, "string not terminated");
    EXPECT_ERROR("`abc", 1, 1, "string not terminated");
    EXPECT_ERROR("''", 1, 2, "empty rune literal or unescaped '");
    EXPECT_ERROR("'ab'", 1, 1, "more than one character in rune literal");
    EXPECT_ERROR("'a\n", 1, 3, "newline in rune literal");
    EXPECT_ERROR("'a", 1, 1, "rune literal not terminated");
    EXPECT_ERROR("\"\\q\"", 1, 3, "unknown escape");
    EXPECT_ERROR("\"\\xg0\"", 1, 4, "invalid character 'g' in hexadecimal escape");
    EXPECT_ERROR("\"\\400\"", 1, 6, "octal escape value 256 > 255");
    EXPECT_ERROR("\"\\ud800\"", 1, 8, "escape is invalid Unicode code point U+D800");
    EXPECT_ERROR("/* abc", 1, 1, "comment not terminated");
}

Test(scan, bytes_that_are_no_go_are_reported) {
    EXPECT_ERROR("a @", 1, 3, "invalid character U+0040 '@'");
    EXPECT_ERROR("a\n\0", 2, 1, "invalid NUL character");
    EXPECT_ERROR("\"\xff\"", 1, 2, "invalid UTF-8 encoding");
    EXPECT_ERROR("a \xEF\xBB\xBF", 1, 3, "invalid BOM in the middle of the file");
    EXPECT_ERROR("“", 1, 1, "invalid character U+201C '“' in identifier");
    EXPECT_ERROR("\u0661x", 1, 1, "identifier cannot begin with digit U+0661 '\u0661'");
}

Test(scan, a_byte_order_mark_at_the_start_is_skipped) {
    expect_tokens("\xEF\xBB\xBF"
                  "x",
                  "x EOF");
    cr_expect_eq(diags->list.count, 0);
}

Test(scan, only_the_first_lexical_error_of_a_line_is_kept) {
    free(tokens("@ @ @\n@\n"));
    cr_expect_eq(diags->list.count, 2);
}

Test(scan, a_file_full_of_errors_ends_after_many) {
    SlText text = {0};
    for (int i = 0; i < 2 * SL_SCAN_MOST_ERRORS; i++)
        sl_text_adds(&text, "@\n");
    free(tokens(text.at));
    cr_expect_eq(diags->list.count, SL_SCAN_MOST_ERRORS + 1);
    cr_expect_str_eq(diags->list.at[SL_SCAN_MOST_ERRORS].message, "syntax error: too many errors");
    sl_text_free(&text);
}
