// SPDX-License-Identifier: MIT
// Tokens of Go, each declared once: enumerator, spelling, binary precedence (0: no binary operator).
#ifndef SL_TOKEN_H
#define SL_TOKEN_H

#define SL_TOKENS(T)                                                                                                   \
    T(EOF, "EOF", 0)                                                                                                   \
    T(NAME, "name", 0)                                                                                                 \
    T(INT, "literal", 0)                                                                                               \
    T(FLOAT, "literal", 0)                                                                                             \
    T(IMAG, "literal", 0)                                                                                              \
    T(CHAR, "literal", 0)                                                                                              \
    T(STRING, "literal", 0)                                                                                            \
    T(OROR, "||", 1)                                                                                                   \
    T(ANDAND, "&&", 2)                                                                                                 \
    T(EQ, "==", 3)                                                                                                     \
    T(NE, "!=", 3)                                                                                                     \
    T(LT, "<", 3)                                                                                                      \
    T(LE, "<=", 3)                                                                                                     \
    T(GT, ">", 3)                                                                                                      \
    T(GE, ">=", 3)                                                                                                     \
    T(ADD, "+", 4)                                                                                                     \
    T(SUB, "-", 4)                                                                                                     \
    T(OR, "|", 4)                                                                                                      \
    T(XOR, "^", 4)                                                                                                     \
    T(MUL, "*", 5)                                                                                                     \
    T(DIV, "/", 5)                                                                                                     \
    T(REM, "%", 5)                                                                                                     \
    T(AND, "&", 5)                                                                                                     \
    T(ANDNOT, "&^", 5)                                                                                                 \
    T(SHL, "<<", 5)                                                                                                    \
    T(SHR, ">>", 5)                                                                                                    \
    T(NOT, "!", 0)                                                                                                     \
    T(TILDE, "~", 0)                                                                                                   \
    T(ARROW, "<-", 0)                                                                                                  \
    T(INC, "++", 0)                                                                                                    \
    T(DEC, "--", 0)                                                                                                    \
    T(ASSIGN, "=", 0)                                                                                                  \
    T(DEFINE, ":=", 0)                                                                                                 \
    T(ADD_ASSIGN, "+=", 0)                                                                                             \
    T(SUB_ASSIGN, "-=", 0)                                                                                             \
    T(MUL_ASSIGN, "*=", 0)                                                                                             \
    T(DIV_ASSIGN, "/=", 0)                                                                                             \
    T(REM_ASSIGN, "%=", 0)                                                                                             \
    T(AND_ASSIGN, "&=", 0)                                                                                             \
    T(OR_ASSIGN, "|=", 0)                                                                                              \
    T(XOR_ASSIGN, "^=", 0)                                                                                             \
    T(SHL_ASSIGN, "<<=", 0)                                                                                            \
    T(SHR_ASSIGN, ">>=", 0)                                                                                            \
    T(ANDNOT_ASSIGN, "&^=", 0)                                                                                         \
    T(LPAREN, "(", 0)                                                                                                  \
    T(LBRACK, "[", 0)                                                                                                  \
    T(LBRACE, "{", 0)                                                                                                  \
    T(RPAREN, ")", 0)                                                                                                  \
    T(RBRACK, "]", 0)                                                                                                  \
    T(RBRACE, "}", 0)                                                                                                  \
    T(COMMA, ",", 0)                                                                                                   \
    T(SEMICOLON, ";", 0)                                                                                               \
    T(COLON, ":", 0)                                                                                                   \
    T(DOT, ".", 0)                                                                                                     \
    T(DOTDOTDOT, "...", 0)                                                                                             \
    T(BREAK, "break", 0)                                                                                               \
    T(CASE, "case", 0)                                                                                                 \
    T(CHAN, "chan", 0)                                                                                                 \
    T(CONST, "const", 0)                                                                                               \
    T(CONTINUE, "continue", 0)                                                                                         \
    T(DEFAULT, "default", 0)                                                                                           \
    T(DEFER, "defer", 0)                                                                                               \
    T(ELSE, "else", 0)                                                                                                 \
    T(FALLTHROUGH, "fallthrough", 0)                                                                                   \
    T(FOR, "for", 0)                                                                                                   \
    T(FUNC, "func", 0)                                                                                                 \
    T(GO, "go", 0)                                                                                                     \
    T(GOTO, "goto", 0)                                                                                                 \
    T(IF, "if", 0)                                                                                                     \
    T(IMPORT, "import", 0)                                                                                             \
    T(INTERFACE, "interface", 0)                                                                                       \
    T(MAP, "map", 0)                                                                                                   \
    T(PACKAGE, "package", 0)                                                                                           \
    T(RANGE, "range", 0)                                                                                               \
    T(RETURN, "return", 0)                                                                                             \
    T(SELECT, "select", 0)                                                                                             \
    T(STRUCT, "struct", 0)                                                                                             \
    T(SWITCH, "switch", 0)                                                                                             \
    T(TYPE, "type", 0)                                                                                                 \
    T(VAR, "var", 0)

typedef enum {
#define T(name, spelling, precedence) SL_TOKEN_##name,
    SL_TOKENS(T)
#undef T
        SL_TOKEN_COUNT
} SlToken;

extern const char *const sl_token_names[SL_TOKEN_COUNT];
extern const unsigned char sl_token_precedence[SL_TOKEN_COUNT];

#endif
