// SPDX-License-Identifier: MIT

// Package big has integers, fractions and floating-point numbers of any size.
package big

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
)

// Word is a digit of a magnitude.
type Word uint

// nat is a magnitude: digits, least first, without leading zeros.
type nat []Word

func natAdd(x, y nat) nat
func natSub(x, y nat) nat
func natMul(x, y nat) nat
func natDiv(x, y nat) (q, r nat)
func natCmp(x, y nat) int
func natAnd(x, y nat) nat
func natOr(x, y nat) nat
func natXor(x, y nat) nat
func natGcd(x, y nat) nat
func natShift(x nat, n int) nat
func natText(x nat, base int) string
func natParse(text string, base int) (x nat, ok bool)
func natExp(x, y, m nat) nat
func natSqrt(x nat) nat
func natInverse(x, m nat) (z nat, ok bool)
func natPrime(x nat, n int) bool
func natBits(x nat) (length, zeros int)

// Limits of bases.
const (
	MaxBase = 62
)

// Int is an integer; zero is 0.
type Int struct {
	neg bool
	abs nat
}

func natOf(x uint64) nat {
	if x == 0 {
		return nil
	}
	return nat{Word(x)}
}

// NewInt makes an Int.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func (z *Int) set(neg bool, abs nat) *Int {
	z.abs = abs
	z.neg = neg && len(abs) > 0
	return z
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	if x < 0 {
		return z.set(true, natOf(-uint64(x)))
	}
	return z.set(false, natOf(uint64(x)))
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.set(false, natOf(x)) }

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.set(x.neg, append(nat(nil), x.abs...))
	}
	return z
}

// Bits gives the digits.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets the digits.
func (z *Int) SetBits(abs []Word) *Int {
	for len(abs) > 0 && abs[len(abs)-1] == 0 {
		abs = abs[:len(abs)-1]
	}
	return z.set(false, nat(abs))
}

// Sign gives -1, 0 or +1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

func (z *Int) sum(xneg bool, x nat, yneg bool, y nat) *Int {
	if xneg == yneg {
		return z.set(xneg, natAdd(x, y))
	}
	if natCmp(x, y) >= 0 {
		return z.set(xneg, natSub(x, y))
	}
	return z.set(yneg, natSub(y, x))
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.sum(x.neg, x.abs, y.neg, y.abs) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.sum(x.neg, x.abs, !y.neg, y.abs) }

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int { return z.set(x.neg != y.neg, natMul(x.abs, y.abs)) }

// MulRange sets z to the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	if b-a < 8 {
		r := NewInt(a)
		for i := a + 1; i <= b; i++ {
			r.Mul(r, NewInt(i))
		}
		return z.Set(r)
	}
	m := a + (b-a)/2
	return z.Mul(new(Int).MulRange(a, m), new(Int).MulRange(m+1, b))
}

// Binomial sets z to n over k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	r := NewInt(1)
	for i := int64(1); i <= k; i++ {
		r.Mul(r, NewInt(n-k+i))
		r.Quo(r, NewInt(i))
	}
	return z.Set(r)
}

func checkZero(y *Int) {
	if len(y.abs) == 0 {
		panic("division by zero")
	}
}

// QuoRem sets z to x/y rounded to zero, and r to the rest.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	checkZero(y)
	xneg, yneg := x.neg, y.neg
	q, m := natDiv(x.abs, y.abs)
	z.set(xneg != yneg, q)
	r.set(xneg, m)
	return z, r
}

// Quo sets z to x/y rounded to zero.
func (z *Int) Quo(x, y *Int) *Int {
	z.QuoRem(x, y, new(Int))
	return z
}

// Rem sets z to the rest of x/y rounded to zero.
func (z *Int) Rem(x, y *Int) *Int {
	new(Int).QuoRem(x, y, z)
	return z
}

// DivMod sets z to the quotient and m to the rest that is not negative.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	d := new(Int).Set(y)
	z.QuoRem(x, y, m)
	if m.neg {
		if d.neg {
			z.Add(z, NewInt(1))
			m.Sub(m, d)
		} else {
			z.Sub(z, NewInt(1))
			m.Add(m, d)
		}
	}
	return z, m
}

// Div sets z to the quotient that leaves a rest that is not negative.
func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the rest that is not negative.
func (z *Int) Mod(x, y *Int) *Int {
	new(Int).DivMod(x, y, z)
	return z
}

// Cmp gives -1, 0 or +1.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x.neg && y.neg:
		return natCmp(y.abs, x.abs)
	case x.neg:
		return -1
	case y.neg:
		return 1
	}
	return natCmp(x.abs, y.abs)
}

// CmpAbs compares absolute values.
func (x *Int) CmpAbs(y *Int) int { return natCmp(x.abs, y.abs) }

func (x *Int) low() uint64 {
	if len(x.abs) == 0 {
		return 0
	}
	return uint64(x.abs[0])
}

// Int64 gives the value if it fits.
func (x *Int) Int64() int64 {
	v := int64(x.low())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 gives the value if it fits.
func (x *Int) Uint64() uint64 { return x.low() }

// IsInt64 tells whether the value fits an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := x.low()
	return int64(w) >= 0 || x.neg && w == 1<<63
}

// IsUint64 tells whether the value fits a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Accuracy tells how a rounded value lies to the exact one.
type Accuracy int8

// The accuracies.
const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String gives the accuracy's name.
func (a Accuracy) String() string {
	switch a {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	}
	return "Above"
}

// Float64 gives the nearest float64.
func (x *Int) Float64() (float64, Accuracy) {
	f, exact := new(Rat).SetInt(x).Float64()
	if exact {
		return f, Exact
	}
	if new(Rat).SetFloat64(f) != nil && new(Rat).SetFloat64(f).Cmp(new(Rat).SetInt(x)) < 0 {
		return f, Below
	}
	return f, Above
}

// SetString sets z to a text in a base; 0 means as the prefix says.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' {
			switch s[1] {
			case 'x', 'X':
				base, s = 16, s[2:]
			case 'b', 'B':
				base, s = 2, s[2:]
			case 'o', 'O':
				base, s = 8, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
		if strings.Contains(s, "_") {
			if strings.HasPrefix(s, "_") && base == 10 || strings.HasSuffix(s, "_") || strings.Contains(s, "__") {
				return nil, false
			}
			s = strings.ReplaceAll(s, "_", "")
		}
	}
	if base < 2 || base > 36 {
		return nil, false
	}
	abs, ok := natParse(s, base)
	if !ok {
		return nil, false
	}
	return z.set(neg, abs), true
}

// Text gives x in a base.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	s := natText(x.abs, base)
	if x.neg {
		s = "-" + s
	}
	return s
}

// Append writes x behind buf.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// String gives x in decimal.
func (x *Int) String() string { return x.Text(10) }

// Format writes x for a verb of fmt.
func (x *Int) Format(s fmt.State, ch rune) {
	base := 10
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	digits := natText(x.abs, base)
	if ch == 'X' {
		digits = strings.ToUpper(digits)
	}
	left, zeros, right := 0, 0, 0
	prec, hasPrec := s.Precision()
	if hasPrec {
		if len(digits) < prec {
			zeros = prec - len(digits)
		} else if digits == "0" && prec == 0 {
			return
		}
	}
	if width, ok := s.Width(); ok {
		if n := width - len(sign) - len(prefix) - zeros - len(digits); n > 0 {
			switch {
			case s.Flag('-'):
				right = n
			case s.Flag('0') && !hasPrec:
				zeros = n
			default:
				left = n
			}
		}
	}
	fmt.Fprint(s, strings.Repeat(" ", left)+sign+prefix+strings.Repeat("0", zeros)+digits+strings.Repeat(" ", right))
}

// Scan reads x for a verb of fmt.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	token, err := s.Token(true, func(r rune) bool {
		return r == '-' || r == '+' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	})
	if err != nil {
		return err
	}
	if _, ok := z.SetString(string(token), base); !ok {
		return errors.New("Int.Scan: invalid number")
	}
	return nil
}

// MarshalText gives x in decimal.
func (x *Int) MarshalText() (text []byte, err error) { return []byte(x.String()), nil }

// UnmarshalText sets z.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON gives x in decimal.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return []byte(x.String()), nil
}

// UnmarshalJSON sets z.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

// Exp sets z to x**y, modulo |m| if m is not nil or 0.
func (z *Int) Exp(x, y, m *Int) *Int {
	var mod nat
	if m != nil {
		mod = m.abs
	}
	base := x
	if y.neg {
		if len(mod) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse
	}
	odd := len(y.abs) > 0 && y.abs[0]&1 == 1
	neg := base.neg && odd
	z.set(neg, natExp(base.abs, y.abs, mod))
	if z.neg && len(mod) > 0 {
		z.set(false, natSub(mod, z.abs))
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x, y such that z = a*x + b*y if they are not nil.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if x == nil && y == nil {
		return z.set(false, natGcd(a.abs, b.abs))
	}
	r0, r1 := new(Int).Set(a), new(Int).Set(b)
	s0, s1 := NewInt(1), NewInt(0)
	t0, t1 := NewInt(0), NewInt(1)
	for r1.Sign() != 0 {
		q, r := new(Int).QuoRem(r0, r1, new(Int))
		r0, r1 = r1, r
		s0, s1 = s1, new(Int).Sub(s0, new(Int).Mul(q, s1))
		t0, t1 = t1, new(Int).Sub(t0, new(Int).Mul(q, t1))
	}
	if r0.neg {
		r0.Neg(r0)
		s0.Neg(s0)
		t0.Neg(t0)
	}
	if x != nil {
		x.Set(s0)
	}
	if y != nil {
		y.Set(t0)
	}
	return z.Set(r0)
}

// ModInverse sets z to the inverse of g modulo n, or gives nil.
func (z *Int) ModInverse(g, n *Int) *Int {
	m := new(Int).Abs(n)
	r := new(Int).Mod(g, m)
	inverse, ok := natInverse(r.abs, m.abs)
	if !ok {
		return nil
	}
	return z.set(false, inverse)
}

// Jacobi gives the Jacobi symbol (x/y); y is odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	a, b := new(Int).Set(x), new(Int).Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if b.Cmp(NewInt(1)) == 0 {
			return j
		}
		if a.Sign() == 0 {
			return 0
		}
		a.Mod(a, b)
		if a.Sign() == 0 {
			return 0
		}
		s := a.TrailingZeroBits()
		if s&1 != 0 {
			if bmod8 := b.abs[0] & 7; bmod8 == 3 || bmod8 == 5 {
				j = -j
			}
		}
		c := new(Int).Rsh(a, s)
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a, b = b, c
	}
}

// Sqrt sets z to the integer square root of x.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.set(false, natSqrt(x.abs))
}

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.set(x.neg, natShift(x.abs, int(n))) }

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		t := natShift(natSub(x.abs, natOf(1)), -int(n))
		return z.set(true, natAdd(t, natOf(1)))
	}
	return z.set(false, natShift(x.abs, -int(n)))
}

// BitLen is the count of bits of |x|.
func (x *Int) BitLen() int {
	n, _ := natBits(x.abs)
	return n
}

// TrailingZeroBits counts the zero bits at the end of |x|.
func (x *Int) TrailingZeroBits() uint {
	_, n := natBits(x.abs)
	return uint(n)
}

// Bit gives bit i.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	a := x.abs
	if x.neg { // two's complement: ^(|x| - 1)
		a = natSub(a, natOf(1))
	}
	bit := uint(0)
	if i/64 < len(a) {
		bit = uint(a[i/64]>>(i%64)) & 1
	}
	if x.neg {
		bit ^= 1
	}
	return bit
}

// SetBit sets z to x with bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	mask := new(Int).Lsh(NewInt(1), uint(i))
	if b == 0 {
		return z.AndNot(x, mask)
	}
	return z.Or(x, mask)
}

// complement gives the magnitude of ^x for negative x: |x| - 1.
func complement(x *Int) nat { return natSub(x.abs, natOf(1)) }

func andNot(x, y nat) nat { return natXor(x, natAnd(x, y)) }

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	switch {
	case x.neg && y.neg: // ^(a | b)
		return z.set(true, natAdd(natOr(complement(x), complement(y)), natOf(1)))
	case x.neg:
		return z.set(false, andNot(y.abs, complement(x)))
	case y.neg:
		return z.set(false, andNot(x.abs, complement(y)))
	}
	return z.set(false, natAnd(x.abs, y.abs))
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	if x.neg {
		return z.set(false, complement(x))
	}
	return z.set(true, natAdd(x.abs, natOf(1)))
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int { return z.And(x, new(Int).Not(y)) }

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	a, b := new(Int).Not(x), new(Int).Not(y)
	return z.Not(new(Int).And(a, b))
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	switch {
	case x.neg && y.neg:
		return z.set(false, natXor(complement(x), complement(y)))
	case x.neg:
		return z.set(true, natAdd(natXor(complement(x), y.abs), natOf(1)))
	case y.neg:
		return z.set(true, natAdd(natXor(x.abs, complement(y)), natOf(1)))
	}
	return z.set(false, natXor(x.abs, y.abs))
}

// ProbablyPrime tells whether x is probably a prime.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	return !x.neg && natPrime(x.abs, n)
}

// Bytes gives |x|, greatest byte first.
func (x *Int) Bytes() []byte { return x.FillBytes(make([]byte, (x.BitLen()+7)/8)) }

// FillBytes writes |x| into buf, greatest byte first.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	for i, w := range x.abs {
		for j := 0; j < 8; j++ {
			at := len(buf) - 1 - 8*i - j
			if b := byte(w >> (8 * j)); at >= 0 {
				buf[at] = b
			} else if b != 0 {
				panic("math/big: buffer too small to fit value")
			}
		}
	}
	return buf
}

// SetBytes sets z from bytes, greatest first.
func (z *Int) SetBytes(buf []byte) *Int {
	abs := make(nat, (len(buf)+7)/8)
	for i := range buf {
		at := len(buf) - 1 - i
		abs[i/8] |= Word(buf[at]) << (8 * (i % 8))
	}
	return z.SetBits(abs)
}

// Rand sets z to a random number in [0, n).
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		return z.SetInt64(0)
	}
	length := n.BitLen()
	for {
		abs := make([]Word, len(n.abs))
		for i := range abs {
			abs[i] = Word(uint64(rnd.Uint32())) | Word(rnd.Uint32())<<32
		}
		if extra := length % 64; extra != 0 {
			abs[len(abs)-1] &= 1<<extra - 1
		}
		if z.SetBits(abs); natCmp(z.abs, n.abs) < 0 {
			return z
		}
	}
}
