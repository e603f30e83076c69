// SPDX-License-Identifier: MIT

package big

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// decimal is 0.digits * 10**point, without zeros at the end.
type decimal struct {
	digits []byte
	point  int
}

// decimalOf gives mant * 2**exp.
func decimalOf(mant nat, exp int) decimal {
	shift := 0
	if exp < 0 { // = mant * 5**-exp / 10**-exp
		mant = natMul(mant, natExp(natOf(5), natOf(uint64(-exp)), nil))
		shift = exp
	} else {
		mant = natShift(mant, exp)
	}
	if len(mant) == 0 {
		return decimal{}
	}
	d := decimal{digits: []byte(natText(mant, 10))}
	d.point = len(d.digits) + shift
	d.trim()
	return d
}

func (d *decimal) trim() {
	n := len(d.digits)
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	if d.digits = d.digits[:n]; n == 0 {
		d.point = 0
	}
}

func (d *decimal) at(i int) byte {
	if i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// round keeps n digits, half to even.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	up := d.digits[n] >= '5'
	if d.digits[n] == '5' && n+1 == len(d.digits) {
		up = n > 0 && (d.digits[n-1]-'0')&1 == 1
	}
	if up {
		d.up(n)
	} else {
		d.down(n)
	}
}

func (d *decimal) down(n int) {
	d.digits = d.digits[:n]
	d.trim()
}

func (d *decimal) up(n int) {
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	if n == 0 {
		d.digits, d.point = []byte{'1'}, d.point+1
		return
	}
	d.digits[n-1]++
	d.digits = d.digits[:n]
}

// shorten keeps as few digits as tell x from its neighbours of the same precision.
func (d *decimal) shorten(x *Float) {
	if len(d.digits) == 0 {
		return
	}
	s := int(x.prec) + 1 - bitLen(x.mant) // the last bit is half of x's last one
	mant, exp := natShift(x.mant, s), x.exp-s
	lower, upper := decimalOf(natSub(mant, natOf(1)), exp), decimalOf(natAdd(mant, natOf(1)), exp)
	even := mant[0]&2 == 0
	for i, c := range d.digits {
		l, u := lower.at(i), upper.at(i)
		down := l != c || even && i+1 == len(lower.digits)
		up := c != u && (even || c+1 < u || i+1 < len(upper.digits))
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.down(i + 1)
			return
		case up:
			d.up(i + 1)
			return
		}
	}
}

func (d *decimal) fixed(b []byte, prec int) []byte {
	if d.point > 0 {
		for i := range d.point {
			b = append(b, d.at(i))
		}
	} else {
		b = append(b, '0')
	}
	if prec > 0 {
		b = append(b, '.')
		for i := range prec {
			if at := d.point + i; at >= 0 {
				b = append(b, d.at(at))
			} else {
				b = append(b, '0')
			}
		}
	}
	return b
}

func (d *decimal) scientific(b []byte, letter byte, prec int) []byte {
	b = append(b, d.at(0))
	if prec > 0 {
		b = append(b, '.')
		for i := 1; i <= prec; i++ {
			b = append(b, d.at(i))
		}
	}
	exp := 0
	if len(d.digits) > 0 {
		exp = d.point - 1
	}
	b = append(b, letter)
	if exp < 0 {
		b = append(b, '-')
		exp = -exp
	} else {
		b = append(b, '+')
	}
	if exp < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(exp), 10)
}

// Text writes x; precision -1 for as many digits as are needed.
func (x *Float) Text(format byte, prec int) string { return string(x.Append(nil, format, prec)) }

// String writes x with 10 digits.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends x.
func (x *Float) Append(b []byte, format byte, prec int) []byte {
	if x.neg {
		b = append(b, '-')
	}
	if x.form == formInf {
		if !x.neg {
			b = append(b, '+')
		}
		return append(b, "Inf"...)
	}
	switch format {
	case 'b':
		if x.form == formZero {
			return append(b, '0')
		}
		s := int(x.prec) - bitLen(x.mant)
		b = append(b, natText(natShift(x.mant, s), 10)...)
		b = append(b, 'p')
		if e := x.exp - s; e >= 0 {
			b = append(b, '+')
		}
		return strconv.AppendInt(b, int64(x.exp-s), 10)
	case 'p', 'x':
		return x.appendHex(b, format, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		if x.neg {
			b = b[:len(b)-1]
		}
		return append(b, '%', format)
	}
	d := decimalOf(x.mant, x.exp)
	short := prec < 0
	switch {
	case short:
		d.shorten(x)
		switch format {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.point, 0)
		default:
			prec = len(d.digits)
		}
	case format == 'f':
		d.round(d.point + prec)
	case format == 'g' || format == 'G':
		prec = max(prec, 1)
		d.round(prec)
	default:
		d.round(1 + prec)
	}
	switch format {
	case 'e', 'E':
		return d.scientific(b, format, prec)
	case 'f':
		return d.fixed(b, prec)
	}
	limit := prec
	if limit > len(d.digits) && len(d.digits) >= d.point {
		limit = len(d.digits)
	}
	if short {
		limit = 6
	}
	if exp := d.point - 1; exp < -4 || exp >= limit {
		return d.scientific(b, format+'e'-'g', min(prec, len(d.digits))-1)
	}
	return d.fixed(b, max(len(d.digits)-d.point, 0))
}

// appendHex writes 'p', 0x.mantissa p exponent, and 'x', 0x1.mantissa p exponent.
func (x *Float) appendHex(b []byte, format byte, prec int) []byte {
	if format == 'p' {
		if x.form == formZero {
			return append(b, '0')
		}
		n := bitLen(x.mant)
		m := strings.TrimRight(natText(natShift(x.mant, (4-n%4)%4), 16), "0")
		b = append(append(b, "0x."...), m...)
		return appendExponent(append(b, 'p'), x.exp+n)
	}
	if x.form == formZero {
		b = append(b, "0x0"...)
		if prec > 0 {
			b = append(append(b, '.'), strings.Repeat("0", prec)...)
		}
		return append(b, "p+00"...)
	}
	n := 1 + 4*prec
	if prec < 0 {
		n = 1 + (int(x.MinPrec())-1+3)/4*4
	}
	r := (&Float{prec: uint32(n), mode: x.mode}).put(x.neg, x.mant, x.exp, false)
	s := n - bitLen(r.mant)
	digits := natText(natShift(r.mant, s), 16)
	b = append(append(b, "0x"...), digits[0])
	if len(digits) > 1 {
		b = append(append(b, '.'), digits[1:]...)
	}
	e := r.exp + bitLen(r.mant) - 1
	b = append(b, 'p')
	if e > -10 && e < 0 {
		return append(b, '-', '0', byte('0'-e))
	}
	if e >= 0 && e < 10 {
		return append(b, '+', '0', byte('0'+e))
	}
	return appendExponent(b, e)
}

func appendExponent(b []byte, e int) []byte {
	if e >= 0 {
		b = append(b, '+')
	}
	return strconv.AppendInt(b, int64(e), 10)
}

// Format lets package fmt write x.
func (x *Float) Format(s fmt.State, format rune) {
	prec, given := s.Precision()
	if !given {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v', 'g', 'G':
		if format == 'v' {
			format = 'g'
		}
		if !given {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	b := x.Append(nil, byte(format), prec)
	sign := ""
	switch {
	case b[0] == '-':
		sign, b = "-", b[1:]
	case b[0] == '+':
		sign = "+"
		if s.Flag(' ') {
			sign = " "
		}
		b = b[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	pad := 0
	if width, ok := s.Width(); ok {
		pad = max(width-len(sign)-len(b), 0)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		io.WriteString(s, sign+strings.Repeat("0", pad)+string(b))
	case s.Flag('-'):
		io.WriteString(s, sign+string(b)+strings.Repeat(" ", pad))
	default:
		io.WriteString(s, strings.Repeat(" ", pad)+sign+string(b))
	}
}

// ---- reading ----

// ParseFloat reads a number of a precision.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// SetString sets z to the number s.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// Parse sets z to the number s.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	wrong := func() (*Float, int, error) {
		if s == "" {
			return nil, 0, io.EOF
		}
		return nil, 0, fmt.Errorf("number has no digits")
	}
	z.settle(64)
	rest, neg := s, false
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		neg, rest = rest[0] == '-', rest[1:]
	}
	if rest == "Inf" || rest == "inf" {
		return z.SetInf(neg), base, nil
	}
	b = base
	if base == 0 {
		b = 10
		if len(rest) > 1 && rest[0] == '0' {
			switch rest[1] {
			case 'x', 'X':
				b, rest = 16, rest[2:]
			case 'b', 'B':
				b, rest = 2, rest[2:]
			case 'o', 'O':
				b, rest = 8, rest[2:]
			}
		}
	}
	digits, places, at := "", 0, 0
	point := false
	for ; at < len(rest); at++ {
		c := rest[at]
		if c == '.' && !point {
			point = true
			continue
		}
		if c == '_' && base == 0 {
			continue
		}
		if d := digitOf(c); d >= b {
			break
		}
		digits += string(c)
		if point {
			places++
		}
	}
	if digits == "" {
		return wrong()
	}
	exp2, exp10 := 0, 0
	if at < len(rest) {
		n, e := strconv.Atoi(rest[at+1:])
		letter := rest[at] | 0x20
		switch {
		case e != nil || letter != 'e' && letter != 'p' || letter == 'e' && b != 10:
			return nil, 0, fmt.Errorf("expected end of string, found %q", rest[at])
		case letter == 'e':
			exp10 = n
		default:
			exp2 = n
		}
	}
	mant, _ := natParse(digits, b)
	switch b {
	case 10:
		exp10 -= places
	case 2:
		exp2 -= places
	case 8:
		exp2 -= 3 * places
	case 16:
		exp2 -= 4 * places
	}
	if len(mant) == 0 {
		return z.zero(neg), b, nil
	}
	if exp10 >= 0 {
		z.put(neg, natMul(mant, natExp(natOf(10), natOf(uint64(exp10)), nil)), exp2, false)
	} else {
		z.ratio(neg, mant, natExp(natOf(10), natOf(uint64(-exp10)), nil), exp2)
	}
	return z, b, nil
}

func digitOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// Scan lets package fmt read z.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	token, err := s.Token(false, func(r rune) bool { return strings.ContainsRune("+-.0123456789abcdefxXpPEInf_", r) })
	if err == nil {
		_, _, err = z.Parse(string(token), 0)
	}
	return err
}

// MarshalText writes x.
func (x *Float) MarshalText() ([]byte, error) { return x.AppendText(nil) }

// AppendText appends x.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// UnmarshalText reads z.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}
