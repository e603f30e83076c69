// SPDX-License-Identifier: MIT

package math

// Abs gives the absolute value.
func Abs(x float64) float64

// Acos gives the arc cosine.
func Acos(x float64) float64

// Acosh gives the inverse hyperbolic cosine.
func Acosh(x float64) float64

// Asin gives the arc sine.
func Asin(x float64) float64

// Asinh gives the inverse hyperbolic sine.
func Asinh(x float64) float64

// Atan gives the arc tangent.
func Atan(x float64) float64

// Atanh gives the inverse hyperbolic tangent.
func Atanh(x float64) float64

// Cbrt gives the cube root.
func Cbrt(x float64) float64

// Ceil gives the least integer not less than x.
func Ceil(x float64) float64

// Cos gives the cosine.
func Cos(x float64) float64

// Cosh gives the hyperbolic cosine.
func Cosh(x float64) float64

// Erf gives the error function.
func Erf(x float64) float64

// Erfc gives the complementary error function.
func Erfc(x float64) float64

// Erfinv gives the inverse of Erf.
func Erfinv(x float64) float64

// Erfcinv gives the inverse of Erfc.
func Erfcinv(x float64) float64

// Exp gives e**x.
func Exp(x float64) float64

// Exp2 gives 2**x.
func Exp2(x float64) float64

// Expm1 gives e**x - 1.
func Expm1(x float64) float64

// Floor gives the greatest integer not greater than x.
func Floor(x float64) float64

// Gamma gives the Gamma function.
func Gamma(x float64) float64

// J0 gives the Bessel function of the first kind of order 0.
func J0(x float64) float64

// J1 gives the Bessel function of the first kind of order 1.
func J1(x float64) float64

// Y0 gives the Bessel function of the second kind of order 0.
func Y0(x float64) float64

// Y1 gives the Bessel function of the second kind of order 1.
func Y1(x float64) float64

// Log gives the natural logarithm.
func Log(x float64) float64

// Log10 gives the decimal logarithm.
func Log10(x float64) float64

// Log1p gives the natural logarithm of 1 + x.
func Log1p(x float64) float64

// Log2 gives the binary logarithm.
func Log2(x float64) float64

// Round gives the nearest integer, halves away from zero.
func Round(x float64) float64

// RoundToEven gives the nearest integer, halves to even.
func RoundToEven(x float64) float64

// Sin gives the sine.
func Sin(x float64) float64

// Sinh gives the hyperbolic sine.
func Sinh(x float64) float64

// Sqrt gives the square root.
func Sqrt(x float64) float64

// Tan gives the tangent.
func Tan(x float64) float64

// Tanh gives the hyperbolic tangent.
func Tanh(x float64) float64

// Trunc gives the integer without the fraction.
func Trunc(x float64) float64

// Atan2 gives the arc tangent of y/x in the right quadrant.
func Atan2(y, x float64) float64

// Hypot gives sqrt(p*p + q*q).
func Hypot(p, q float64) float64

// Mod gives the rest of x/y with the sign of x.
func Mod(x, y float64) float64

// Pow gives x**y.
func Pow(x, y float64) float64

// Remainder gives the IEEE 754 rest of x/y.
func Remainder(x, y float64) float64

// FMA gives x*y + z, rounded once.
func FMA(x, y, z float64) float64
