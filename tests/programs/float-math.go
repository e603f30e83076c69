package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Sqrt(-1), math.Cbrt(27), math.Hypot(3, 4))
	for _, f := range []float64{2.5, -2.5, 3.5, -0.4, 0.5, 1e300, -1.9999} {
		fmt.Println(math.Floor(f), math.Ceil(f), math.Trunc(f), math.Round(f), math.RoundToEven(f), math.Abs(f))
	}
	fmt.Println(math.Mod(7, 3), math.Mod(-7, 3), math.Mod(7, -3), math.Mod(5.5, 2), math.Remainder(7, 4))
	fmt.Println(math.Pow(2, 10), math.Pow(2, 0.5), math.Pow(-8, 1.0/3), math.Pow(0, -1), math.Pow(2, -1074))
	i, f := math.Modf(-3.25)
	fmt.Println(i, f)
	fr, e := math.Frexp(10)
	fmt.Println(fr, e, math.Ldexp(fr, e))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(-2), math.Float64frombits(0x7ff0000000000000))
	fmt.Println(math.Nextafter(1, 2) > 1, math.Nextafter(0, 1))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxInt8, math.MaxUint16)
	fmt.Printf("%.10f %.10f %.10f\n", math.Sin(1), math.Cos(1), math.Tan(1))
	fmt.Printf("%.10f %.10f %.10f\n", math.Asin(0.5), math.Acos(0.5), math.Atan2(-1, -1))
	fmt.Printf("%.10f %.10f %.10f\n", math.Exp(1), math.Log(10), math.Log2(8))
	fmt.Printf("%.10f %.10f %.10f\n", math.Log10(1000), math.Log1p(1e-10)*1e10, math.Expm1(1e-10)*1e10)
	fmt.Printf("%.8f %.8f %.8f\n", math.Sinh(1), math.Cosh(1), math.Tanh(1))
	fmt.Println(math.Log(0), math.Log(-1), math.Exp(1000), math.Exp(-1000))
	fmt.Println(math.Dim(5, 3), math.Dim(3, 5), math.Inf(1), math.NaN())
	fmt.Printf("%.6f %.6f\n", math.Gamma(5.5), math.Erf(0.5))
}

// Output:
// 1.4142135623730951 NaN 3 5
// 2 3 2 3 2 2.5
// -3 -2 -2 -3 -2 2.5
// 3 4 3 4 4 3.5
// -1 -0 -0 -0 -0 0.4
// 0 1 0 1 0 0.5
// 1e+300 1e+300 1e+300 1e+300 1e+300 1e+300
// -2 -1 -1 -2 -2 1.9999
// 1 -1 1 1.5 -1
// 1024 1.4142135623730951 NaN +Inf 5e-324
// -3 -0.25
// 0.625 4 10
// 4609434218613702656 3221225472 +Inf
// true 5e-324
// 9223372036854775807 -9223372036854775808 18446744073709551615 127 65535
// 0.8414709848 0.5403023059 1.5574077247
// 0.5235987756 1.0471975512 -2.3561944902
// 2.7182818285 2.3025850930 3.0000000000
// 3.0000000000 1.0000000000 1.0000000001
// 1.17520119 1.54308063 0.76159416
// -Inf NaN +Inf 0
// 2 0 +Inf NaN
// 52.342778 0.520500
