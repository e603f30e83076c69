// SPDX-License-Identifier: MIT

// Package strconv turns numbers, booleans and quoted strings into text and back.
package strconv

import (
	"errors"
	"unicode/utf8"
)

// IntSize is the size of an int in bits.
const IntSize = 64

var (
	// ErrRange says that a number is out of range.
	ErrRange = errors.New("value out of range")
	// ErrSyntax says that a text is not what it should be.
	ErrSyntax = errors.New("invalid syntax")
)

// NumError says which conversion failed.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string
func formatFloat(f float64, format byte, prec, bits int) string
func parseInt(s string, base, bits int) (n int64, fault int)
func parseUint(s string, base, bits int) (n uint64, fault int)
func parseFloat(s string, bits int) (f float64, fault int)
func quote(s string, mode int) string
func quoteRune(r rune, mode int) string

// Modes of quote and quoteRune.
const (
	quotePlain = iota
	quoteASCII
	quoteGraphic
)

// IsPrint tells whether r is printed.
func IsPrint(r rune) bool

// IsGraphic tells whether r is printed, or is a space.
func IsGraphic(r rune) bool

// CanBackquote tells whether s can stand in backquotes.
func CanBackquote(s string) bool

func fail(fn, s string, fault int) error {
	if fault == 1 {
		return &NumError{fn, s, ErrSyntax}
	}
	return &NumError{fn, s, ErrRange}
}

// Itoa gives i in decimal.
func Itoa(i int) string { return formatInt(int64(i), 10) }

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatInt gives i in a base.
func FormatInt(i int64, base int) string {
	checkBase(base)
	return formatInt(i, base)
}

// FormatUint gives i in a base.
func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatUint(i, base)
}

// AppendInt writes i in a base behind dst.
func AppendInt(dst []byte, i int64, base int) []byte { return append(dst, FormatInt(i, base)...) }

// AppendUint writes i in a base behind dst.
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

// Atoi reads a decimal int.
func Atoi(s string) (int, error) {
	n, fault := parseInt(s, 10, 64)
	if fault != 0 {
		return int(n), fail("Atoi", s, fault)
	}
	return int(n), nil
}

func checkNumber(fn, s string, base, bitSize int) (int, error) {
	if base != 0 && (base < 2 || base > 36) {
		if s == "" {
			return 0, &NumError{fn, s, ErrSyntax}
		}
		return 0, &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{fn, s, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	return bitSize, nil
}

// ParseInt reads an integer that fits bitSize bits; base 0 means as the prefix says.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	bitSize, err = checkNumber("ParseInt", s, base, bitSize)
	if err != nil {
		return 0, err
	}
	i, fault := parseInt(s, base, bitSize)
	if fault != 0 {
		err = fail("ParseInt", s, fault)
	}
	return i, err
}

// ParseUint reads an integer without sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	bitSize, err := checkNumber("ParseUint", s, base, bitSize)
	if err != nil {
		return 0, err
	}
	i, fault := parseUint(s, base, bitSize)
	if fault != 0 {
		err = fail("ParseUint", s, fault)
	}
	return i, err
}

// ParseFloat reads a float32 (as a float64) or a float64.
func ParseFloat(s string, bitSize int) (float64, error) {
	if bitSize != 32 {
		bitSize = 64
	}
	f, fault := parseFloat(s, bitSize)
	if fault != 0 {
		return f, fail("ParseFloat", s, fault)
	}
	return f, nil
}

// FormatFloat gives f in one of the formats b e E f g G x X; prec -1 means as many digits as identify it.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	if bitSize == 32 {
		f = float64(float32(f))
	}
	switch fmt {
	case 'b', 'e', 'E', 'f', 'g', 'G', 'x', 'X':
		return formatFloat(f, fmt, prec, bitSize)
	}
	if f-f != 0 { // NaN and infinities look the same in every format
		return formatFloat(f, 'g', prec, bitSize)
	}
	return "%" + string(rune(fmt))
}

// AppendFloat writes f behind dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// ParseComplex reads a complex number.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	bad := func() (complex128, error) { return 0, &NumError{"ParseComplex", whole, ErrSyntax} }
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	var pending error
	parse := func(s string) (float64, bool) {
		f, fault := parseFloat(s, size)
		if fault == 2 {
			pending = &NumError{"ParseComplex", whole, ErrRange}
		}
		return f, fault != 1
	}
	if s == "" {
		return bad()
	}
	if s[len(s)-1] != 'i' {
		re, ok := parse(s)
		if !ok {
			return bad()
		}
		return complex(re, 0), pending
	}
	s = s[:len(s)-1]
	// The sign that begins the imaginary part: the last one that is no exponent's.
	at := -1
	for i := len(s) - 1; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' && s[i-1] != 'p' && s[i-1] != 'P' {
			at = i
			break
		}
	}
	re, im := 0.0, 0.0
	ok := true
	imag := s
	if at > 0 {
		if re, ok = parse(s[:at]); !ok {
			return bad()
		}
		imag = s[at:]
	}
	switch {
	case at > 0 && imag == "+":
		im = 1
	case at > 0 && imag == "-":
		im = -1
	default:
		if im, ok = parse(imag); !ok {
			return bad()
		}
	}
	return complex(re, im), pending
}

// FormatComplex gives c as (a+bi).
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

// ParseBool reads 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

// FormatBool gives true or false.
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool writes b behind dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// Quote gives s as a Go string literal.
func Quote(s string) string { return quote(s, quotePlain) }

// QuoteToASCII gives s as a Go string literal of ASCII.
func QuoteToASCII(s string) string { return quote(s, quoteASCII) }

// QuoteToGraphic gives s as a Go string literal in which all graphic runes stand as they are.
func QuoteToGraphic(s string) string { return quote(s, quoteGraphic) }

// QuoteRune gives r as a Go rune literal.
func QuoteRune(r rune) string { return quoteRune(r, quotePlain) }

// QuoteRuneToASCII gives r as a Go rune literal of ASCII.
func QuoteRuneToASCII(r rune) string { return quoteRune(r, quoteASCII) }

// QuoteRuneToGraphic gives r as a Go rune literal in which a graphic rune stands as it is.
func QuoteRuneToGraphic(r rune) string { return quoteRune(r, quoteGraphic) }

// AppendQuote writes s as a literal behind dst.
func AppendQuote(dst []byte, s string) []byte { return append(dst, Quote(s)...) }

// AppendQuoteToASCII writes s as a literal of ASCII behind dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }

// AppendQuoteToGraphic writes s as a literal behind dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }

// AppendQuoteRune writes r as a literal behind dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

// AppendQuoteRuneToASCII writes r as a literal of ASCII behind dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

// AppendQuoteRuneToGraphic writes r as a literal behind dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

func unhex(b byte) (v rune, ok bool) {
	switch {
	case '0' <= b && b <= '9':
		return rune(b - '0'), true
	case 'a' <= b && b <= 'f':
		return rune(b-'a') + 10, true
	case 'A' <= b && b <= 'F':
		return rune(b-'A') + 10, true
	}
	return 0, false
}

// UnquoteChar reads one rune, escaped or not, of a literal in quote.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if len(s) == 0 {
		return 0, false, "", ErrSyntax
	}
	switch c := s[0]; {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(s[0]), false, s[1:], nil
	}
	if len(s) <= 1 {
		return 0, false, "", ErrSyntax
	}
	c := s[1]
	s = s[2:]
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		if len(s) < n {
			return 0, false, "", ErrSyntax
		}
		var v rune
		for j := 0; j < n; j++ {
			x, ok := unhex(s[j])
			if !ok {
				return 0, false, "", ErrSyntax
			}
			v = v<<4 | x
		}
		s = s[n:]
		value = v
		if c != 'x' {
			if !utf8.ValidRune(v) {
				return 0, false, "", ErrSyntax
			}
			multibyte = true
		}
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := rune(c) - '0'
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		for j := 0; j < 2; j++ {
			x := rune(s[j]) - '0'
			if x < 0 || x > 7 {
				return 0, false, "", ErrSyntax
			}
			v = v<<3 | x
		}
		s = s[2:]
		if v > 255 {
			return 0, false, "", ErrSyntax
		}
		value = v
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	default:
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s, nil
}

// QuotedPrefix gives the literal with which s begins.
func QuotedPrefix(s string) (string, error) {
	_, n, err := unquote(s)
	if err != nil {
		return "", err
	}
	return s[:n], nil
}

// Unquote gives the string of a Go string or rune literal.
func Unquote(s string) (string, error) {
	out, n, err := unquote(s)
	if err != nil || n != len(s) {
		return "", ErrSyntax
	}
	return out, nil
}

// unquote reads the literal with which s begins, and gives its length.
func unquote(s string) (out string, n int, err error) {
	if len(s) < 2 {
		return "", 0, ErrSyntax
	}
	quote := s[0]
	switch quote {
	case '`':
		for i := 1; i < len(s); i++ {
			if s[i] == '`' {
				b := []byte(nil)
				for _, c := range []byte(s[1:i]) {
					if c != '\r' {
						b = append(b, c)
					}
				}
				return string(b), i + 1, nil
			}
		}
		return "", 0, ErrSyntax
	case '"', '\'':
	default:
		return "", 0, ErrSyntax
	}
	rest := s[1:]
	var b []byte
	for len(rest) > 0 && rest[0] != quote {
		if rest[0] == '\n' {
			return "", 0, ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", 0, ErrSyntax
		}
		if r < utf8.RuneSelf || !multibyte {
			b = append(b, byte(r))
		} else {
			b = utf8.AppendRune(b, r)
		}
		rest = tail
		if quote == '\'' {
			break
		}
	}
	if len(rest) == 0 || rest[0] != quote {
		return "", 0, ErrSyntax
	}
	return string(b), len(s) - len(rest) + 1, nil
}
