// SPDX-License-Identifier: MIT
// Exact constants: literals, arithmetic, rounding to machine floats, and the limits on size.
#include <criterion/criterion.h>
#include <math.h>

#include "base/text.h"
#include "lang/const.h"

static SlArena *arena;
static SlConsts *consts;

static void set_up(void) {
    arena = sl_arena_new();
    consts = sl_consts_new(arena);
}

static void tear_down(void) {
    sl_consts_free(consts);
    sl_arena_free(arena);
}

TestSuite(constants, .init = set_up, .fini = tear_down);

static const SlConst *literal(SlToken kind, const char *text) {
    return sl_const_literal(consts, kind, text, strlen(text));
}

#define INT(text) literal(SL_TOKEN_INT, text)
#define FLOAT(text) literal(SL_TOKEN_FLOAT, text)

static void expect_format(const SlConst *value, const char *expected) {
    char *text = sl_const_format(value);
    cr_expect_str_eq(text, expected, "%s is not %s", text, expected);
    free(text);
}

static const SlConst *binary(SlToken op, const SlConst *x, const SlConst *y) {
    const char *overflow;
    return sl_const_binary(consts, op, x, y, true, &overflow);
}

Test(constants, integers_of_every_base_are_read) {
    expect_format(INT("1_000"), "1000");
    expect_format(INT("0xFF"), "255");
    expect_format(INT("0b101"), "5");
    expect_format(INT("0o17"), "15");
    expect_format(INT("017"), "15");
    expect_format(INT("123456789012345678901234567890"), "123456789012345678901234567890");
}

Test(constants, floats_of_every_form_are_read_exactly) {
    cr_expect_eq(sl_const_double(FLOAT("0.1")), 0.1);
    cr_expect_eq(sl_const_double(FLOAT("1e23")), 1e23);
    cr_expect_eq(sl_const_double(FLOAT("0x1.8p1")), 3);
    cr_expect_eq(sl_const_double(FLOAT("4.9e-324")), 4.9e-324);
    cr_expect_eq(sl_const_double(FLOAT("1e-400")), 0);
    cr_expect_eq(sl_const_double(FLOAT("1e400")), INFINITY);
    cr_expect_eq(sl_const_single(FLOAT("16777217.0000001")), 16777218.0f, "rounded once, not by way of double");
    cr_expect(sl_const_compare(SL_TOKEN_EQ, binary(SL_TOKEN_MUL, FLOAT("0.1"), INT("10")), INT("1")));
}

Test(constants, imaginary_literals_keep_decimal_leading_zeros) {
    cr_expect_eq(sl_const_imag_double(literal(SL_TOKEN_IMAG, "0123i")), 123);
    cr_expect_eq(sl_const_imag_double(literal(SL_TOKEN_IMAG, "0x10i")), 16);
    cr_expect_eq(sl_const_imag_double(literal(SL_TOKEN_IMAG, "1.5e1i")), 15);
}

Test(constants, runes_and_strings_are_unquoted) {
    expect_format(literal(SL_TOKEN_CHAR, "'a'"), "97");
    expect_format(literal(SL_TOKEN_CHAR, "'\\''"), "39");
    expect_format(literal(SL_TOKEN_CHAR, "'\\xff'"), "255");
    expect_format(literal(SL_TOKEN_CHAR, "'世'"), "19990");
    size_t length;
    const char *bytes = sl_const_string_value(literal(SL_TOKEN_STRING, "\"a\\x00\\u4e16\\377\\n\""), &length);
    cr_expect_eq(length, 7);
    cr_expect_arr_eq(bytes, "a\0世\xff\n", 7);
    bytes = sl_const_string_value(literal(SL_TOKEN_STRING, "`a\r\n\\n`"), &length);
    cr_expect_arr_eq(bytes, "a\n\\n", length);
}

Test(constants, integer_arithmetic_leaves_the_machine_word) {
    const SlConst *most = INT("9223372036854775807"), *one = INT("1");
    expect_format(binary(SL_TOKEN_ADD, most, one), "9223372036854775808");
    expect_format(binary(SL_TOKEN_MUL, most, most), "85070591730234615847396907784232501249");
    expect_format(binary(SL_TOKEN_SUB, binary(SL_TOKEN_ADD, most, one), one), "9223372036854775807");
    expect_format(binary(SL_TOKEN_DIV, sl_const_int(consts, INT64_MIN), sl_const_int(consts, -1)),
                  "9223372036854775808");
    expect_format(binary(SL_TOKEN_DIV, sl_const_int(consts, -7), sl_const_int(consts, 2)), "-3");
    expect_format(binary(SL_TOKEN_REM, sl_const_int(consts, -7), sl_const_int(consts, 2)), "-1");
}

Test(constants, bit_operations_take_twos_complement) {
    expect_format(binary(SL_TOKEN_AND, sl_const_int(consts, -1), INT("0x1FFFFFFFFFFFFFFFF")), "36893488147419103231");
    expect_format(binary(SL_TOKEN_ANDNOT, INT("0xFF"), INT("0x0F")), "240");
    expect_format(sl_const_unary(consts, SL_TOKEN_XOR, INT("0"), 0, false), "-1");
    expect_format(sl_const_unary(consts, SL_TOKEN_XOR, INT("1"), 8, true), "254");
    expect_format(sl_const_shift(consts, SL_TOKEN_SHR, sl_const_int(consts, -5), 1, NULL), "-3");
    expect_format(sl_const_shift(consts, SL_TOKEN_SHL, INT("1"), 100, NULL), "1267650600228229401496703205376");
}

Test(constants, division_of_integers_as_numbers_is_exact) {
    const char *overflow;
    const SlConst *third = sl_const_binary(consts, SL_TOKEN_DIV, INT("1"), INT("3"), false, &overflow);
    cr_expect_eq(sl_const_kind(third), SL_CONST_FLOAT);
    const SlConst *one = binary(SL_TOKEN_MUL, third, INT("3"));
    cr_expect(sl_const_is_integral(one));
    int64_t value;
    cr_expect(sl_const_int64(one, &value) && value == 1);
}

Test(constants, complex_numbers_multiply_and_divide) {
    const SlConst *x = sl_const_make_complex(consts, INT("1"), INT("2"));
    const SlConst *square = binary(SL_TOKEN_MUL, x, x);
    expect_format(square, "(-3 + 4i)");
    cr_expect(sl_const_compare(SL_TOKEN_EQ, binary(SL_TOKEN_DIV, square, x), x));
    cr_expect_not(sl_const_is_integral(x));
    cr_expect(sl_const_is_integral(binary(SL_TOKEN_SUB, x, literal(SL_TOKEN_IMAG, "2i"))));
}

Test(constants, what_is_too_large_is_refused_at_once) {
    const char *overflow = NULL;
    const SlConst *x = sl_const_shift(consts, SL_TOKEN_SHL, INT("1"), (uint64_t)1 << 40, &overflow);
    cr_expect_eq(sl_const_kind(x), SL_CONST_UNKNOWN);
    cr_expect_str_eq(overflow, "constant shift overflow");
    x = sl_const_shift(consts, SL_TOKEN_SHL, INT("1"), SL_CONST_BITS - 1, &overflow);
    cr_assert_eq(sl_const_kind(x), SL_CONST_INT);
    x = sl_const_binary(consts, SL_TOKEN_MUL, x, x, true, &overflow);
    cr_expect_eq(sl_const_kind(x), SL_CONST_UNKNOWN);
    cr_expect_str_eq(overflow, "constant multiplication overflow");
    cr_expect_eq(sl_const_kind(FLOAT("1e1000000000")), SL_CONST_UNKNOWN);
    cr_expect_eq(sl_const_double(FLOAT("1e-1000000000000")), 0);
}

Test(constants, huge_floats_are_approximate_and_come_back) {
    const SlConst *huge = FLOAT("1e100000000");
    cr_assert_eq(sl_const_kind(huge), SL_CONST_FLOAT);
    cr_expect_eq(sl_const_double(huge), INFINITY);
    expect_format(huge, "1e+100000000");
    const SlConst *one = binary(SL_TOKEN_DIV, huge, huge);
    cr_expect_eq(sl_const_double(one), 1);
    cr_expect(sl_const_is_integral(one));
}

Test(constants, strings_do_not_grow_without_bound) {
    const char *overflow = NULL;
    const SlConst *x = sl_const_string(consts, "0123456789abcdef", 16);
    int doublings = 0;
    while (sl_const_kind(x) == SL_CONST_STRING && doublings < 40) {
        x = sl_const_binary(consts, SL_TOKEN_ADD, x, x, false, &overflow);
        doublings++;
    }
    cr_expect_lt(doublings, 40);
    cr_expect_str_eq(overflow, "constant string too long");
}

Test(constants, rounding_overflows_to_unknown_and_drops_the_sign_of_zero) {
    cr_expect_eq(sl_const_kind(sl_const_round(consts, FLOAT("1e39"), 32)), SL_CONST_UNKNOWN);
    cr_expect_eq(sl_const_double(sl_const_round(consts, FLOAT("0.1"), 32)), (double)0.1f);
    cr_expect_eq(sl_const_sign(sl_const_round(consts, FLOAT("1e-400"), 64)), 0);
}

Test(constants, conversions_to_int_want_an_integral_value) {
    expect_format(sl_const_to_int(consts, FLOAT("1e3")), "1000");
    cr_expect_eq(sl_const_kind(sl_const_to_int(consts, FLOAT("1.5"))), SL_CONST_UNKNOWN);
    uint64_t value;
    cr_expect(sl_const_uint64(INT("18446744073709551615"), &value) && value == UINT64_MAX);
    cr_expect_not(sl_const_uint64(sl_const_int(consts, -1), &value));
    cr_expect_eq(sl_const_bits(INT("18446744073709551615")), 64);
    cr_expect_eq(sl_const_bits(INT("0")), 0);
}

Test(constants, values_are_printed_as_in_gcs_messages) {
    expect_format(FLOAT("1e100"), "1e+100");
    expect_format(FLOAT("3.14159265358979"), "3.14159");
    expect_format(FLOAT("1.0000000001"), "1.0000000001");
    expect_format(FLOAT("1000000.5"), "1.0000005e+06");
    expect_format(FLOAT("2.0"), "2");
    expect_format(sl_const_bool(consts, true), "true");
    expect_format(sl_const_string(consts, "a\"\n\x01", 4), "\"a\\\"\\n\\x01\"");
    char many[200];
    memset(many, 'x', sizeof many);
    char *text = sl_const_format(sl_const_string(consts, many, sizeof many));
    cr_expect_eq(strlen(text), 72);
    cr_expect_str_eq(text + 69, "...");
    free(text);
}

Test(constants, comparisons_reach_across_kinds) {
    cr_expect(sl_const_compare(SL_TOKEN_LT, INT("1"), FLOAT("1.5")));
    cr_expect(sl_const_compare(SL_TOKEN_GT, FLOAT("1e5000"), INT("1")));
    cr_expect(sl_const_compare(SL_TOKEN_LE, sl_const_string(consts, "a", 1), sl_const_string(consts, "ab", 2)));
    cr_expect(sl_const_compare(SL_TOKEN_NE, sl_const_bool(consts, true), sl_const_bool(consts, false)));
}
