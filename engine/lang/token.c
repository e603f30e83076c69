// SPDX-License-Identifier: MIT
// Tables of the tokens, from the one list in token.h.
#include "lang/token.h"

const char *const sl_token_names[SL_TOKEN_COUNT] = {
#define T(name, spelling, precedence) spelling,
    SL_TOKENS(T)
#undef T
};

const unsigned char sl_token_precedence[SL_TOKEN_COUNT] = {
#define T(name, spelling, precedence) precedence,
    SL_TOKENS(T)
#undef T
};
