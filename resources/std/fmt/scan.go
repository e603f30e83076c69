// SPDX-License-Identifier: MIT

package fmt

import (
	"errors"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner scans itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// scanTarget tells the kind of what arg points to and its size in bits; kind -1 if it is no pointer.
func scanTarget(arg any) (kind, bits int)

// scanStore sets what arg points to: a number or a bool from bits, a string from text.
func scanStore(arg any, bits uint64, text string)

const eof = -1
const hugeWidth = 1 << 30

// scanError carries an error up to the call of the user's.
type scanError struct {
	err error
}

// scan is one call of a scan function.
type scan struct {
	rs        io.RuneScanner
	buf       []byte
	count     int // runes read
	atEOF     bool
	nlIsSpace bool
	nlIsEnd   bool
	argLimit  int // of count, for this operand
	maxWidth  int
}

// stringReader reads a string.
type stringReader struct {
	s       string
	i, prev int
}

func (r *stringReader) ReadRune() (ch rune, size int, err error) {
	r.prev = r.i
	if r.i >= len(r.s) {
		return 0, 0, io.EOF
	}
	ch, size = utf8.DecodeRuneInString(r.s[r.i:])
	r.i += size
	return ch, size, nil
}

func (r *stringReader) UnreadRune() error {
	r.i = r.prev
	return nil
}

// byteReader reads runes from a Reader without reading ahead.
type byteReader struct {
	r       io.Reader
	last    rune
	size    int
	pending bool // last has been put back
	extra   []byte
}

func (r *byteReader) readByte() (byte, error) {
	if len(r.extra) > 0 {
		b := r.extra[0]
		r.extra = r.extra[1:]
		return b, nil
	}
	var b [1]byte
	n, err := io.ReadFull(r.r, b[:])
	if n != 1 {
		return 0, err
	}
	return b[0], nil
}

func (r *byteReader) ReadRune() (ch rune, size int, err error) {
	if r.pending {
		r.pending = false
		return r.last, r.size, nil
	}
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	r.last, r.size = rune(b), 1
	if b >= utf8.RuneSelf {
		bytes := []byte{b}
		for len(bytes) < utf8.UTFMax && !utf8.FullRune(bytes) {
			b, err := r.readByte()
			if err != nil {
				if err == io.EOF {
					break
				}
				return 0, 0, err
			}
			bytes = append(bytes, b)
		}
		r.last, r.size = utf8.DecodeRune(bytes)
		r.extra = append(bytes[r.size:], r.extra...)
	}
	return r.last, r.size, nil
}

func (r *byteReader) UnreadRune() error {
	r.pending = true
	return nil
}

func newScan(r io.Reader, nlIsSpace, nlIsEnd bool) *scan {
	s := &scan{nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd, argLimit: hugeWidth, maxWidth: hugeWidth}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.rs = &byteReader{r: r}
	}
	return s
}

func newStringScan(str string, nlIsSpace, nlIsEnd bool) *scan {
	return &scan{rs: &stringReader{s: str}, nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd, argLimit: hugeWidth,
		maxWidth: hugeWidth}
}

func (s *scan) fail(text string) { panic(scanError{errors.New(text)}) }

func catch(errp *error) {
	if e := recover(); e != nil {
		if se, ok := e.(scanError); ok {
			*errp = se.err
		} else if e == io.EOF {
			*errp = io.EOF
		} else {
			panic(e)
		}
	}
}

// ---- reading ----

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.argLimit {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		if s.nlIsEnd && r == '\n' {
			s.atEOF = true
		}
	} else if err == io.EOF {
		s.atEOF = true
	}
	return
}

func (s *scan) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.maxWidth == hugeWidth {
		return 0, false
	}
	return s.maxWidth, true
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer catch(&err)
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	return s.token(skipSpace, f), nil
}

// next reads a rune, or gives eof.
func (s *scan) next() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		panic(scanError{err})
	}
	return r
}

func (s *scan) mustNext() rune {
	r := s.next()
	if r == eof {
		panic(scanError{io.ErrUnexpectedEOF})
	}
	return r
}

func (s *scan) notEOF() {
	if s.next() == eof {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *scan) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if !s.nlIsSpace {
				s.fail("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *scan) token(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.next()
		if r == eof {
			break
		}
		if !f(r) {
			s.UnreadRune()
			break
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return s.buf
}

func contains(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// consume takes a rune of set, and keeps it if accept.
func (s *scan) consume(set string, accept bool) bool {
	r := s.next()
	if r == eof {
		return false
	}
	if contains(set, r) {
		if accept {
			s.buf = utf8.AppendRune(s.buf, r)
		}
		return true
	}
	s.UnreadRune()
	return false
}

func (s *scan) peek(set string) bool {
	r := s.next()
	if r != eof {
		s.UnreadRune()
	}
	return r != eof && contains(set, r)
}

func (s *scan) accept(set string) bool { return s.consume(set, true) }

// ---- values ----

func (s *scan) okVerb(verb rune, verbs, typ string) bool {
	if contains(verbs, verb) {
		return true
	}
	s.fail("bad verb '%" + string(verb) + "' for " + typ)
	return false
}

func (s *scan) scanBool(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	s.okVerb(verb, "tv", "boolean")
	switch s.next() {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return false
	}
	return false
}

const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"
)

func (s *scan) base(verb rune) (base int, digits string) {
	s.okVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binaryDigits
	case 'o':
		return 8, octalDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decimalDigits
}

func (s *scan) basePrefix() (base int, digits string, zero bool) {
	if !s.peek("0") {
		return 0, decimalDigits + "_", false
	}
	s.accept("0")
	switch {
	case s.peek("bB"):
		s.consume("bB", true)
		return 0, binaryDigits + "_", true
	case s.peek("oO"):
		s.consume("oO", true)
		return 0, octalDigits + "_", true
	case s.peek("xX"):
		s.consume("xX", true)
		return 0, hexDigits + "_", true
	}
	return 0, octalDigits + "_", true
}

func (s *scan) number(digits string, have bool) string {
	if !have {
		s.notEOF()
		if !s.accept(digits) {
			s.fail("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.buf)
}

func (s *scan) integerToken(verb rune, signed bool) (token string, base int) {
	s.SkipSpace()
	s.notEOF()
	base, digits := s.base(verb)
	have := false
	if verb == 'U' {
		if !s.consume("U", false) || !s.consume("+", false) {
			s.fail("bad unicode format ")
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base, digits, have = s.basePrefix()
		}
	}
	return s.number(digits, have), base
}

func (s *scan) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return int64(s.mustNextRune())
	}
	token, base := s.integerToken(verb, true)
	i, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		panic(scanError{err})
	}
	if i<<(64-bits)>>(64-bits) != i {
		s.fail("integer overflow on token " + token)
	}
	return i
}

func (s *scan) mustNextRune() rune {
	s.notEOF()
	return s.next()
}

func (s *scan) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.mustNextRune())
	}
	token, base := s.integerToken(verb, false)
	i, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		panic(scanError{err})
	}
	if i<<(64-bits)>>(64-bits) != i {
		s.fail("unsigned integer overflow on token " + token)
	}
	return i
}

func (s *scan) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexDigits+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimalDigits + "_") {
		}
	}
	return string(s.buf)
}

func (s *scan) scanFloat(verb rune, bits int, typ string) float64 {
	s.okVerb(verb, "beEfFgGv", typ)
	s.SkipSpace()
	s.notEOF()
	return s.convertFloat(s.floatToken(), bits)
}

func (s *scan) convertFloat(token string, bits int) float64 {
	f, err := strconv.ParseFloat(token, bits)
	if err != nil {
		panic(scanError{err})
	}
	return f
}

func (s *scan) scanComplex(verb rune, bits int) complex128 {
	s.okVerb(verb, "beEfFgGv", "complex")
	s.SkipSpace()
	s.notEOF()
	parens := s.accept("(")
	re := s.floatToken()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.fail("syntax error scanning complex number")
	}
	sign := string(s.buf)
	im := s.floatToken()
	if !s.accept("i") || parens && !s.accept(")") {
		s.fail("syntax error scanning complex number")
	}
	return complex(s.convertFloat(re, bits/2), s.convertFloat(sign+im, bits/2))
}

func (s *scan) scanString(verb rune) string {
	s.okVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexString()
	}
	return string(s.token(true, notSpace))
}

func (s *scan) quoted() string {
	quote := s.mustNext()
	switch quote {
	case '`':
		for {
			r := s.mustNext()
			if r == quote {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.mustNext()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' {
				s.buf = utf8.AppendRune(s.buf, s.mustNext())
			} else if r == '"' {
				break
			}
		}
		result, err := strconv.Unquote(string(s.buf))
		if err != nil {
			panic(scanError{err})
		}
		return result
	}
	s.fail("expected quoted string")
	return ""
}

func hexDigit(r rune) int {
	for i, c := range "0123456789abcdef" {
		if r == c || r|0x20 == c && c >= 'a' {
			return i
		}
	}
	return -1
}

func (s *scan) hexString() string {
	for {
		r := s.next()
		if r == eof {
			break
		}
		hi := hexDigit(r)
		if hi < 0 {
			s.UnreadRune()
			break
		}
		lo := hexDigit(s.mustNext())
		if lo < 0 {
			s.fail("illegal hex digit")
		}
		s.buf = append(s.buf, byte(hi<<4|lo))
	}
	if len(s.buf) == 0 {
		s.fail("no hex data for %x string")
	}
	return string(s.buf)
}

func (s *scan) scanOne(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanError{err})
		}
		return
	}
	switch v := arg.(type) {
	case *int:
		*v = int(s.scanInt(verb, 64))
		return
	case *string:
		*v = s.scanString(verb)
		return
	case *float64:
		*v = s.scanFloat(verb, 64, "float64")
		return
	case *float32:
		*v = float32(s.scanFloat(verb, 32, "float32"))
		return
	case *[]byte:
		*v = []byte(s.scanString(verb))
		return
	case *bool:
		*v = s.scanBool(verb)
		return
	case *complex64:
		*v = complex64(s.scanComplex(verb, 64))
		return
	case *complex128:
		*v = s.scanComplex(verb, 128)
		return
	}
	kind, bits := scanTarget(arg)
	switch {
	case kind < 0:
		s.fail("type not a pointer: " + typeText(arg))
	case kind == 1:
		var b uint64
		if s.scanBool(verb) {
			b = 1
		}
		scanStore(arg, b, "")
	case 2 <= kind && kind <= 6:
		scanStore(arg, uint64(s.scanInt(verb, bits)), "")
	case 7 <= kind && kind <= 12:
		scanStore(arg, s.scanUint(verb, bits), "")
	case kind == 13 || kind == 14:
		scanStore(arg, floatBits(s.scanFloat(verb, bits, typeText(arg)[1:])), "")
	case kind == 24:
		scanStore(arg, 0, s.scanString(verb))
	default:
		s.fail("can't scan type: " + typeText(arg))
	}
}

func floatBits(f float64) uint64

func (s *scan) scan(a []any) (n int, err error) {
	defer catch(&err)
	for _, v := range a {
		s.scanOne('v', v)
		n++
	}
	if s.nlIsEnd {
		for {
			r := s.next()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				s.fail("expected newline")
			}
		}
	}
	return
}

// advance takes what stands in the format before the next verb. It gives how much of the format has been matched, or
// -1 if the input does not match.
func (s *scan) advance(format string) (i int) {
	for i < len(format) {
		c, w := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			newlines := 0
			trailing := false
			for isSpace(c) && i < len(format) {
				trailing = c != '\n'
				if c == '\n' {
					newlines++
				}
				i += w
				c, w = utf8.DecodeRuneInString(format[i:])
			}
			s.formatSpace(newlines, trailing)
			continue
		}
		if c == '%' {
			if i+w == len(format) {
				s.fail("missing verb: % at end of format string")
			}
			if next, _ := utf8.DecodeRuneInString(format[i+w:]); next != '%' {
				return
			}
			i += w
		}
		if in := s.mustNextLiteral(); in != c {
			s.UnreadRune()
			return -1
		}
		i += w
	}
	return
}

func (s *scan) mustNextLiteral() rune {
	r := s.next()
	if r == eof {
		panic(scanError{io.ErrUnexpectedEOF})
	}
	return r
}

func (s *scan) formatSpace(newlines int, trailing bool) {
	for j := 0; j < newlines; j++ {
		in := s.next()
		for isSpace(in) && in != '\n' {
			in = s.next()
		}
		if in != '\n' && in != eof {
			s.fail("newline in format does not match input")
		}
	}
	if !trailing {
		return
	}
	in := s.next()
	if newlines == 0 {
		if !isSpace(in) && in != eof {
			s.fail("expected space in input to match format")
		}
		if in == '\n' {
			s.fail("newline in input does not match format")
		}
	}
	for isSpace(in) && in != '\n' {
		in = s.next()
	}
	if in != eof {
		s.UnreadRune()
	}
}

func (s *scan) scanf(format string, a []any) (n int, err error) {
	defer catch(&err)
	end := len(format) - 1
	for i := 0; i <= end; {
		w := s.advance(format[i:])
		if w > 0 {
			i += w
			continue
		}
		if format[i] != '%' {
			if w < 0 {
				s.fail("input does not match format")
			}
			break
		}
		i++
		s.maxWidth = 0
		wide := false
		for i < end && '0' <= format[i] && format[i] <= '9' {
			s.maxWidth = s.maxWidth*10 + int(format[i]-'0')
			wide = true
			i++
		}
		if !wide {
			s.maxWidth = hugeWidth
		}
		c, w := utf8.DecodeRuneInString(format[i:])
		i += w
		if c != 'c' {
			s.SkipSpace()
		}
		if c == '%' {
			s.SkipSpace()
			s.notEOF()
			if !s.accept("%") {
				s.fail("missing literal %")
			}
			continue
		}
		s.argLimit = hugeWidth
		if f := s.count + s.maxWidth; f < s.argLimit {
			s.argLimit = f
		}
		if n >= len(a) {
			s.fail("too few operands for format '%" + format[i-w:] + "'")
		}
		s.scanOne(c, a[n])
		n++
		s.argLimit = hugeWidth
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return
}

// ---- the scan functions ----

// Scan reads values separated by space, newlines too, from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan that ends at a newline.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values from standard input as the format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan reads values from a string.
func Sscan(str string, a ...any) (n int, err error) { return newStringScan(str, true, false).scan(a) }

// Sscanln reads values from a line of a string.
func Sscanln(str string, a ...any) (n int, err error) {
	return newStringScan(str, false, true).scan(a)
}

// Sscanf reads values from a string as the format says.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return newStringScan(str, false, false).scanf(format, a)
}

// Fscan reads values from r.
func Fscan(r io.Reader, a ...any) (n int, err error) { return newScan(r, true, false).scan(a) }

// Fscanln reads values from a line of r.
func Fscanln(r io.Reader, a ...any) (n int, err error) { return newScan(r, false, true).scan(a) }

// Fscanf reads values from r as the format says.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScan(r, false, false).scanf(format, a)
}
