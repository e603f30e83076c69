package main

import (
	"fmt"
	"math"
)

const (
	Huge   = 1 << 200
	Huger  = Huge * Huge
	Third  = Huge / 3
	Tiny   = 1.0 / Huge
	Exact  = Huger / Huge >> 198
	Float  = 1e300 * 1e300 / 1e599
	Sub    = Huge - (Huge - 1)
	Bits   = Huge >> 195 & 0x3f
	Neg    = -Huge >> 199
	Mod    = Huge % 1000007
	Rat    = 1.0 / 3.0 * 3.0
	Big10  = 1e100
	Ratio  = Big10 / (Big10 - 1e84)
	XorAll = ^0
	AndNot = 0xff &^ 0x0f
)

func main() {
	fmt.Println(Exact, Float, Sub, Bits, Neg, Mod)
	fmt.Println(Tiny == 0, Tiny*Huge == 1, Rat == 1)
	fmt.Println(float64(Huge), float32(1<<100), Ratio)
	fmt.Println(XorAll, AndNot, -7/2, -7%2, -7>>1, 7&-4)
	fmt.Println(Third-Third/2*2, uint64(1<<64-1), int64(-1<<63))
	fmt.Println(math.Pi*1e10, math.MaxUint64/math.MaxInt64)
	fmt.Printf("%.40f\n", float64(math.Pi-3))
	const maxf = math.MaxFloat64
	fmt.Println(maxf, -maxf, math.SmallestNonzeroFloat64, math.MaxFloat32, math.SmallestNonzeroFloat32)
	fmt.Println(float64(0.1+0.2) == 0.3, 0.1+0.2 == 0.3)
	x, y := 0.1, 0.2
	fmt.Println(x+y == 0.3, x+y)
	fmt.Println(5/2, 5/2.0, 5.0/2, 1/2*3.0, 3.0*(1/2))
	fmt.Println(len("héllo"), len([10]int{}), cap([7]string{}))
	const neg0 = -0.0
	fmt.Println(math.Signbit(neg0), 1/math.Inf(-1))
	fmt.Println('a'+1, 'a'+1.0, "x"+"y", 'a'*1i)
	fmt.Printf("%T %T %T %T\n", 'a'+1, 'a'+1.0, 1+1i, 'b'-'a'+0i)
}

// Output:
// 4 10 1 32 -2 446616
// false true true
// 1.6069380442589903e+60 1.2676506e+30 1
// -1 240 -3 -1 -4 4
// 1 18446744073709551615 -9223372036854775808
// 3.1415926535897934e+10 2
// 0.1415926535897932270202659310598392039537
// 1.7976931348623157e+308 -1.7976931348623157e+308 5e-324 3.4028234663852886e+38 1.401298464324817e-45
// true true
// false 0.30000000000000004
// 2 2.5 2.5 0 0
// 6 10 7
// false -0
// 98 98 xy (0+97i)
// int32 float64 complex128 complex128
