// SPDX-License-Identifier: MIT

package big

import (
	"fmt"
	"math"
	"strings"
)

// Rat is a fraction in lowest terms; zero is 0.
type Rat struct {
	a Int
	b Int // 0 stands for 1
}

// NewRat makes a/b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac(NewInt(a), NewInt(b)) }

func (x *Rat) denom() *Int {
	if len(x.b.abs) == 0 {
		return NewInt(1)
	}
	return &x.b
}

func (z *Rat) norm() *Rat {
	if len(z.a.abs) == 0 {
		z.a.neg = false
		z.b.SetInt64(1)
		return z
	}
	if len(z.b.abs) == 0 {
		z.b.SetInt64(1)
		return z
	}
	neg := z.a.neg != z.b.neg
	g := natGcd(z.a.abs, z.b.abs)
	if natCmp(g, natOf(1)) != 0 {
		z.a.abs, _ = natDiv(z.a.abs, g)
		z.b.abs, _ = natDiv(z.b.abs, g)
	}
	z.a.neg = neg
	z.b.neg = false
	return z
}

// SetFrac sets z to a/b.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	x, y := new(Int).Set(a), new(Int).Set(b)
	z.a.Set(x)
	z.b.Set(y)
	return z.norm()
}

// SetFrac64 sets z to a/b.
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.SetFrac(NewInt(a), NewInt(b)) }

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.SetInt64(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat { return z.SetInt(NewInt(x)) }

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat { return z.SetInt(new(Int).SetUint64(x)) }

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	z.a.Set(&x.a)
	z.b.Set(x.denom())
	return z
}

// SetFloat64 sets z to exactly f, or gives nil.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	frac, exp := math.Frexp(f)
	n := NewInt(int64(math.Ldexp(frac, 53)))
	exp -= 53
	d := NewInt(1)
	if exp >= 0 {
		n.Lsh(n, uint(exp))
	} else {
		d.Lsh(d, uint(-exp))
	}
	return z.SetFrac(n, d)
}

// SetString sets z to a fraction "a/b" or a decimal with exponent.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if n, d, ok := strings.Cut(s, "/"); ok {
		a, ok1 := new(Int).SetString(n, 0)
		b, ok2 := new(Int).SetString(d, 0)
		if !ok1 || !ok2 || len(b.abs) == 0 || b.neg {
			return nil, false
		}
		return z.SetFrac(a, b), true
	}
	mantissa, exponent := s, 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		if _, err := fmt.Sscanf(s[i+1:], "%d", &exponent); err != nil {
			return nil, false
		}
		mantissa = s[:i]
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	a, ok := new(Int).SetString(whole+frac, 10)
	if !ok {
		return nil, false
	}
	exponent -= len(frac)
	power := new(Int).Exp(NewInt(10), NewInt(int64(max(exponent, -exponent))), nil)
	if exponent >= 0 {
		return z.SetFrac(a.Mul(a, power), NewInt(1)), true
	}
	return z.SetFrac(a, power), true
}

// Num gives the numerator.
func (x *Rat) Num() *Int { return &x.a }

// Denom gives the denominator.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return NewInt(1)
	}
	return &x.b
}

// Sign gives -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt tells whether the denominator is 1.
func (x *Rat) IsInt() bool { return x.denom().Cmp(NewInt(1)) == 0 }

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1/x.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	return z.SetFrac(x.denom(), &x.a)
}

// Cmp gives -1, 0 or +1.
func (x *Rat) Cmp(y *Rat) int {
	a := new(Int).Mul(&x.a, y.denom())
	b := new(Int).Mul(&y.a, x.denom())
	return a.Cmp(b)
}

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a := new(Int).Mul(&x.a, y.denom())
	b := new(Int).Mul(&y.a, x.denom())
	return z.SetFrac(a.Add(a, b), new(Int).Mul(x.denom(), y.denom()))
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat { return z.Add(x, new(Rat).Neg(y)) }

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	return z.SetFrac(new(Int).Mul(&x.a, &y.a), new(Int).Mul(x.denom(), y.denom()))
}

// Quo sets z to x / y.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	return z.SetFrac(new(Int).Mul(&x.a, y.denom()), new(Int).Mul(x.denom(), &y.a))
}

// String gives a/b.
func (x *Rat) String() string { return x.a.String() + "/" + x.denom().String() }

// RatString gives a/b, or a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString gives x with prec decimal places, rounded half away from zero.
func (x *Rat) FloatString(prec int) string {
	p := new(Int).Exp(NewInt(10), NewInt(int64(prec)), nil)
	n := new(Int).Mul(new(Int).Abs(&x.a), p)
	n.Mul(n, NewInt(2))
	n.Add(n, x.denom())
	n.Quo(n, new(Int).Mul(x.denom(), NewInt(2)))
	s := n.String()
	if prec > 0 {
		for len(s) <= prec {
			s = "0" + s
		}
		s = s[:len(s)-prec] + "." + s[len(s)-prec:]
	}
	if x.a.neg {
		s = "-" + s
	}
	return s
}

// Float64 gives the nearest float64, and whether it is exact.
func (x *Rat) Float64() (f float64, exact bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	n, d := new(Int).Abs(&x.a), x.denom()
	// Shift so that the quotient has 55 bits or more; a sticky bit stands for the rest.
	shift := 66 - (n.BitLen() - d.BitLen())
	if least := 1074 + 2; shift > least {
		shift = least // denormal: no more bits than these are kept
	}
	if shift >= 0 {
		n.Lsh(n, uint(shift))
	} else {
		d = new(Int).Lsh(d, uint(-shift))
	}
	q, r := new(Int).QuoRem(n, d, new(Int))
	sticky := r.Sign() != 0
	bits := q.BitLen()
	drop := bits - 53
	if low := shift - 1074; drop < low {
		drop = low
	}
	exact = !sticky
	if drop > 0 {
		m := new(Int).Rsh(q, uint(drop))
		rest := new(Int).Sub(q, new(Int).Lsh(m, uint(drop)))
		half := new(Int).Lsh(NewInt(1), uint(drop-1))
		c := rest.Cmp(half)
		if rest.Sign() != 0 {
			exact = false
		}
		if c > 0 || c == 0 && (sticky || m.Bit(0) == 1) {
			m.Add(m, NewInt(1))
		}
		q = m
		shift -= drop
	}
	f = math.Ldexp(float64(q.Uint64()), -shift)
	if math.IsInf(f, 0) {
		exact = false
	}
	if x.a.neg {
		f = -f
	}
	return f, exact
}

// Float32 gives the nearest float32, and whether it is exact.
func (x *Rat) Float32() (f float32, exact bool) {
	d, ok := x.Float64()
	f = float32(d)
	return f, ok && float64(f) == d
}

// MarshalText gives x as RatString does.
func (x *Rat) MarshalText() (text []byte, err error) { return []byte(x.RatString()), nil }

// UnmarshalText sets z.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}
