// SPDX-License-Identifier: MIT

package big

import (
	"math"
	"strconv"
)

// Limits of Floats.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says how to round.
type RoundingMode byte

// The modes.
const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

func (m RoundingMode) String() string {
	names := [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}
	if int(m) < len(names) {
		return names[m]
	}
	return "RoundingMode(" + strconv.Itoa(int(m)) + ")"
}

// ErrNaN is the panic of an operation without result.
type ErrNaN struct{ msg string }

func (e ErrNaN) Error() string { return e.msg }

type form byte

const (
	formZero form = iota
	formFinite
	formInf
)

// Float is a number of a precision: mant * 2**exp, mant being an integer of at most prec bits.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	mant nat
	exp  int
}

func bitLen(x nat) int {
	n, _ := natBits(x)
	return n
}

// NewFloat makes a Float of 53 bits.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// put sets z to mant * 2**exp, rounded; more: the exact value is a little further from zero.
func (z *Float) put(neg bool, mant nat, exp int, more bool) *Float {
	z.neg, z.acc = neg, Exact
	n := bitLen(mant)
	if n == 0 {
		z.form, z.mant, z.exp = formZero, nil, 0
		return z
	}
	if more { // a bit that says so, far enough down
		room := int(z.prec) + 2 - n
		room = max(room, 1)
		mant = natOr(natShift(mant, room), natOf(1))
		exp -= room
		n += room
	}
	z.form, z.mant, z.exp = formFinite, mant, exp
	if drop := n - int(z.prec); drop > 0 {
		z.roundOff(drop)
	}
	if top := z.exp + bitLen(z.mant); top > MaxExp {
		z.form, z.acc = formInf, towards(neg)
	} else if top < MinExp {
		z.form, z.mant, z.acc = formZero, nil, towards(!neg)
	}
	return z
}

// towards gives the accuracy of a result that lies above the exact one, or below.
func towards(below bool) Accuracy {
	if below {
		return Below
	}
	return Above
}

// roundOff drops so many bits.
func (z *Float) roundOff(drop int) {
	kept := natShift(z.mant, -drop)
	rest := natXor(z.mant, natShift(kept, drop))
	if len(rest) == 0 {
		z.mant, z.exp = kept, z.exp+drop
		return
	}
	half := natCmp(rest, natShift(natOf(1), drop-1))
	up := false
	switch z.mode {
	case ToNearestEven:
		up = half > 0 || half == 0 && len(kept) > 0 && kept[0]&1 == 1
	case ToNearestAway:
		up = half >= 0
	case AwayFromZero:
		up = true
	case ToNegativeInf:
		up = z.neg
	case ToPositiveInf:
		up = !z.neg
	}
	if up {
		kept = natAdd(kept, natOf(1))
	}
	z.acc = towards(up == z.neg)
	z.mant, z.exp = kept, z.exp+drop
	if z.prec > 0 && bitLen(kept) > int(z.prec) { // a carry: the last bit is 0
		z.mant, z.exp = natShift(kept, -1), z.exp+1
	}
	if len(z.mant) == 0 {
		z.form, z.exp = formZero, 0
	}
}

func (z *Float) settle(prec uint32) {
	if z.prec == 0 {
		z.prec = max(prec, 1)
	}
}

// SetPrec sets the precision, and rounds.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == formFinite {
			z.acc = Below
			if z.neg {
				z.acc = Above
			}
			z.form, z.mant, z.exp = formZero, nil, 0
		}
		return z
	}
	z.prec = uint32(min(prec, MaxPrec))
	if z.form == formFinite {
		z.put(z.neg, z.mant, z.exp, false)
	}
	return z
}

// SetMode sets how to round.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec gives the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec gives how many bits x needs.
func (x *Float) MinPrec() uint {
	if x.form != formFinite {
		return 0
	}
	n, zeros := natBits(x.mant)
	return uint(n - zeros)
}

// Mode gives how x is rounded.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc tells how x compares with the exact result.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign gives -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == formZero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit tells whether x is negative, or a negative zero.
func (x *Float) Signbit() bool { return x.neg }

// IsInf tells whether x is infinite.
func (x *Float) IsInf() bool { return x.form == formInf }

// IsInt tells whether x is an integer.
func (x *Float) IsInt() bool {
	if x.form != formFinite {
		return x.form == formZero
	}
	_, zeros := natBits(x.mant)
	return x.exp+zeros >= 0
}

// MantExp gives the exponent of x, and sets mant to a number from 0.5 to 1.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == formFinite {
		exp = x.exp + bitLen(x.mant)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == formFinite {
			mant.exp = -bitLen(x.mant)
		}
	}
	return
}

// SetMantExp sets z to mant * 2**exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == formFinite {
		z.put(z.neg, z.mant, z.exp+exp, false)
	}
	return z
}

// ---- setting ----

// Set sets z to x, rounded if z has a smaller precision.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc = Exact
	z.form, z.neg = x.form, x.neg
	z.settle(x.prec)
	if x.form == formFinite {
		z.put(x.neg, x.mant, x.exp, false)
	}
	return z
}

// Copy sets z to x, with precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		*z = *x
	}
	return z
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc, z.form, z.neg = Exact, formInf, signbit
	return z
}

// SetInt sets z to an integer.
func (z *Float) SetInt(x *Int) *Float {
	z.settle(uint32(max(x.BitLen(), 64)))
	return z.put(x.neg, x.abs, 0, false)
}

// SetInt64 sets z to an integer.
func (z *Float) SetInt64(x int64) *Float {
	z.settle(64)
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.put(x < 0, natOf(u), 0, false)
}

// SetUint64 sets z to an integer.
func (z *Float) SetUint64(x uint64) *Float {
	z.settle(64)
	return z.put(false, natOf(x), 0, false)
}

// SetFloat64 sets z to a float64.
func (z *Float) SetFloat64(x float64) *Float {
	z.settle(53)
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	if math.IsInf(x, 0) {
		return z.SetInf(x < 0)
	}
	frac, exp := math.Frexp(math.Abs(x))
	return z.put(math.Signbit(x), natOf(uint64(frac*(1<<53))), exp-53, false)
}

// SetRat sets z to a fraction.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	a, b := x.Num(), x.Denom()
	z.settle(uint32(max(a.BitLen(), b.BitLen(), 64)))
	return z.ratio(a.neg, a.abs, b.abs, 0)
}

// ratio sets z to x / y * 2**exp.
func (z *Float) ratio(neg bool, x, y nat, exp int) *Float {
	n := max(int(z.prec)+2+bitLen(y)-bitLen(x), 0)
	q, r := natDiv(natShift(x, n), y)
	return z.put(neg, q, exp-n, len(r) > 0)
}

// ---- arithmetic ----

// Neg sets z to -x.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// Abs sets z to |x|.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// zero sets z to the zero of a sum that is none.
func (z *Float) zero(neg bool) *Float {
	z.acc, z.form, z.neg, z.mant, z.exp = Exact, formZero, neg, nil, 0
	return z
}

func (z *Float) sum(x, y *Float, yneg bool, what string) *Float {
	z.settle(max(x.prec, y.prec))
	switch {
	case x.form == formInf && y.form == formInf && x.neg != yneg:
		z.zero(false)
		panic(ErrNaN{what})
	case x.form == formInf:
		return z.SetInf(x.neg)
	case y.form == formInf:
		return z.SetInf(yneg)
	case x.form == formZero && y.form == formZero:
		return z.zero(x.neg && yneg)
	case x.form == formZero && yneg != y.neg:
		return z.Neg(y) // rounded before, as Go does
	case x.form == formZero:
		return z.Set(y)
	case y.form == formZero:
		return z.put(x.neg, x.mant, x.exp, false)
	}
	exp := min(x.exp, y.exp)
	var s Int
	s.sum(x.neg, natShift(x.mant, x.exp-exp), yneg, natShift(y.mant, y.exp-exp))
	if len(s.abs) == 0 {
		return z.zero(z.mode == ToNegativeInf)
	}
	return z.put(s.neg, s.abs, exp, false)
}

// Add sets z to x + y.
func (z *Float) Add(x, y *Float) *Float {
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z to x - y.
func (z *Float) Sub(x, y *Float) *Float {
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

// Mul sets z to x * y.
func (z *Float) Mul(x, y *Float) *Float {
	z.settle(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == formFinite && y.form == formFinite:
		return z.put(neg, natMul(x.mant, y.mant), x.exp+y.exp, false)
	case x.form == formZero && y.form == formInf || x.form == formInf && y.form == formZero:
		z.zero(false)
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == formInf || y.form == formInf:
		return z.SetInf(neg)
	}
	return z.zero(neg)
}

// Quo sets z to x / y.
func (z *Float) Quo(x, y *Float) *Float {
	z.settle(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == formFinite && y.form == formFinite:
		return z.ratio(neg, x.mant, y.mant, x.exp-y.exp)
	case x.form == y.form:
		z.zero(false)
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == formZero || y.form == formInf:
		return z.zero(neg)
	}
	return z.SetInf(neg)
}

// Sqrt sets z to the square root of x.
func (z *Float) Sqrt(x *Float) *Float {
	z.settle(x.prec)
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != formFinite {
		z.acc, z.form, z.neg = Exact, x.form, x.neg
		return z
	}
	n := max(2*(int(z.prec)+2)-bitLen(x.mant), 0)
	if (x.exp-n)&1 != 0 {
		n++
	}
	m := natShift(x.mant, n)
	s := natSqrt(m)
	return z.put(false, s, (x.exp-n)/2, natCmp(natMul(s, s), m) != 0)
}

// order compares magnitudes of finite numbers.
func order(x, y *Float) int {
	a, b := x.exp+bitLen(x.mant), y.exp+bitLen(y.mant)
	if a != b {
		if a < b {
			return -1
		}
		return 1
	}
	exp := min(x.exp, y.exp)
	return natCmp(natShift(x.mant, x.exp-exp), natShift(y.mant, y.exp-exp))
}

// Cmp compares x with y.
func (x *Float) Cmp(y *Float) int {
	rank := func(f *Float) int {
		if f.form == formInf {
			return 2 * f.Sign()
		}
		return f.Sign()
	}
	a, b := rank(x), rank(y)
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == 1:
		return order(x, y)
	case a == -1:
		return order(y, x)
	}
	return 0
}

// ---- as other types ----

// Int gives x without its fraction.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form != formInf {
		z = new(Int)
	}
	switch {
	case x.form == formInf:
		return nil, Accuracy(-x.Sign())
	case x.form == formZero:
		return z.SetInt64(0), Exact
	}
	z.set(x.neg, natShift(x.mant, x.exp))
	if x.IsInt() {
		return z, Exact
	}
	return z, Accuracy(-x.Sign())
}

// Int64 gives x as an int64, or the nearest there is.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form != formInf && (x.form == formZero || x.exp+bitLen(x.mant) <= 64) {
		if n, acc := x.Int(nil); n.IsInt64() {
			return n.Int64(), acc
		}
	}
	if x.neg {
		return math.MinInt64, Above
	}
	return math.MaxInt64, Below
}

// Uint64 gives x as a uint64, or the nearest there is.
func (x *Float) Uint64() (uint64, Accuracy) {
	if x.form == formZero {
		return 0, Exact
	}
	if x.neg {
		return 0, Above
	}
	if x.form != formInf && x.exp+bitLen(x.mant) <= 64 {
		n, acc := x.Int(nil)
		if x.MinPrec() <= 64 { // though there may be a fraction: so does Go
			acc = Exact
		}
		return n.Uint64(), acc
	}
	return math.MaxUint64, Below
}

// narrow gives x rounded to a format of so many bits whose smallest number is 2**low.
func (x *Float) narrow(bits, low, high int) (float64, Accuracy) {
	sign := 1.0
	if x.neg {
		sign = -1
	}
	switch x.form {
	case formZero:
		return math.Copysign(0, sign), Exact
	case formInf:
		return math.Inf(int(sign)), Exact
	}
	top := x.exp + bitLen(x.mant)
	r := Float{prec: uint32(max(min(bits, top-low), 1))}
	if top-low <= 0 { // at most half of the smallest, or rounded up to it
		half := Float{prec: x.prec, form: formFinite, mant: natOf(1), exp: low - 1}
		if order(x, &half) > 0 {
			return math.Copysign(math.Ldexp(1, low), sign), Accuracy(int(sign))
		}
		return math.Copysign(0, sign), Accuracy(-int(sign))
	}
	r.put(x.neg, x.mant, x.exp, false)
	if r.exp+bitLen(r.mant) > high {
		return math.Inf(int(sign)), Accuracy(int(sign))
	}
	n := Int{abs: r.mant}
	e := r.exp
	if extra := bitLen(r.mant) - 53; extra > 0 {
		n.abs = natShift(r.mant, -extra)
		e += extra
	}
	return sign * math.Ldexp(float64(n.Uint64()), e), r.acc
}

// Float64 gives the nearest float64.
func (x *Float) Float64() (float64, Accuracy) { return x.narrow(53, -1074, 1024) }

// Float32 gives the nearest float32.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.narrow(24, -149, 128)
	return float32(f), acc
}

// Rat gives x as a fraction.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form != formInf {
		z = new(Rat)
	}
	switch {
	case x.form == formInf:
		return nil, Accuracy(-x.Sign())
	case x.form == formZero:
		return z.SetInt64(0), Exact
	}
	var a, b Int
	a.set(x.neg, natShift(x.mant, max(x.exp, 0)))
	b.set(false, natShift(natOf(1), max(-x.exp, 0)))
	return z.SetFrac(&a, &b), Exact
}
