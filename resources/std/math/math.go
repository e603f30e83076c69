// SPDX-License-Identifier: MIT

// Package math has constants and functions. The functions are the C library's, but for what Go defines otherwise.
package math

// Constants.
const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

// Limits of floats.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// Limits of integers.
const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

// Float64bits gives the bits of f.
func Float64bits(f float64) uint64

// Float64frombits gives the float of bits.
func Float64frombits(b uint64) float64

// Float32bits gives the bits of f.
func Float32bits(f float32) uint32

// Float32frombits gives the float of bits.
func Float32frombits(b uint32) float32

// Inf gives positive infinity if sign >= 0, else negative.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(0x7FF0000000000000)
	}
	return Float64frombits(0xFFF0000000000000)
}

// NaN gives a value that is no number.
func NaN() float64 { return Float64frombits(0x7FF8000000000001) }

// IsNaN tells whether f is no number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf tells whether f is an infinity: positive if sign > 0, negative if sign < 0, either if 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit tells whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)&(1<<63) != 0 }

// Copysign gives f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^(1<<63) | Float64bits(sign)&(1<<63))
}

// Max gives the greater; NaN if one is.
func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return Inf(1)
	}
	return max(x, y)
}

// Min gives the lesser; NaN if one is.
func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return Inf(-1)
	}
	return min(x, y)
}

// Dim gives x - y or 0, whichever is greater.
func Dim(x, y float64) float64 {
	v := x - y
	if v <= 0 {
		return 0
	}
	return v
}

// Modf splits f into its integer and its fraction, both with its sign.
func Modf(f float64) (int float64, frac float64) {
	int = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return int, Copysign(f-int, f)
}

// Frexp splits f into a fraction in [1/2, 1) and a power of two.
func Frexp(f float64) (frac float64, exp int)

// Ldexp gives frac * 2**exp.
func Ldexp(frac float64, exp int) float64

// Sincos gives sine and cosine.
func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }

// Lgamma gives the logarithm of the absolute value of Gamma, and Gamma's sign.
func Lgamma(x float64) (lgamma float64, sign int)

// Pow10 gives 10**n.
func Pow10(n int) float64

// Nextafter gives the next float64 after x towards y.
func Nextafter(x, y float64) (r float64)

// Nextafter32 gives the next float32 after x towards y.
func Nextafter32(x, y float32) (r float32)

// Logb gives the binary exponent of x.
func Logb(x float64) float64

// Ilogb gives the binary exponent of x as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsNaN(x), IsInf(x, 0):
		return MaxInt32
	}
	return int(Logb(x))
}

// Jn gives the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64

// Yn gives the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64
