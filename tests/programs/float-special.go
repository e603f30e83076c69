package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	nan := zero / zero
	inf := 1 / zero
	nz := -zero
	nz = math.Copysign(0, -1)
	fmt.Println(nan, inf, -inf, nz, 1/nz)
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, nan >= nan, !(nan < 1))
	fmt.Println(inf == inf, inf > math.MaxFloat64, inf-inf, inf*0, inf/inf, zero == nz)
	fmt.Println(math.IsNaN(nan), math.IsInf(inf, 1), math.IsInf(-inf, -1), math.IsInf(-inf, 0), math.IsInf(inf, -1))
	fmt.Println(math.Signbit(nz), math.Signbit(zero), math.Signbit(-nan) != math.Signbit(nan))
	a := [...]float64{nan, 1}
	b := a
	fmt.Println(a == b, a == a)
	var x, y interface{} = nan, nan
	fmt.Println(x == y, x == x)
	m := map[float64]int{}
	m[nan] = 1
	m[nan] = 2
	m[zero] = 3
	m[nz] = 4
	m[inf] = 5
	_, ok := m[nan]
	fmt.Println(len(m), ok, m[0], m[inf])
	delete(m, nan)
	fmt.Println(len(m))
	var f32 float32 = math.MaxFloat32
	fmt.Println(f32*2, -f32*2, f32+1 == f32)
	var tiny float32 = math.SmallestNonzeroFloat32
	fmt.Println(tiny/2, tiny, tiny*2)
	d := math.SmallestNonzeroFloat64
	fmt.Println(d/2, d, d*1.5, d*1.6)
	fmt.Println(math.MaxFloat64*1.0000000000000002 > 1e308)
	switch {
	case nan == nan:
		fmt.Println("equal")
	default:
		fmt.Println("not equal")
	}
	fmt.Println(math.Max(nan, 1), math.Min(nz, 0), math.Max(nz, 0), math.Max(inf, nan))
	s := 0.0
	for i := 0; i < 10; i++ {
		s += 0.1
	}
	fmt.Println(s, s == 1, float32(s) == 1)
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1e16+1, 1e15+0.3)
	x1 := 1e100
	fmt.Println(x1+1 == x1, x1*x1, x1*x1*x1*x1, -x1*x1*x1*x1)
	var p interface{} = struct{ f float64 }{nan}
	fmt.Println(p == p)
}

// Output:
// NaN +Inf -Inf -0 -Inf
// false true false false false false true
// true true NaN NaN NaN true
// true true true true false
// true false true
// false false
// false false
// 4 false 4 5
// 4
// +Inf -Inf true
// 0 1e-45 3e-45
// 0 5e-324 1e-323 1e-323
// true
// not equal
// NaN -0 0 +Inf
// 0.9999999999999999 false true
// 0.3 0.3 1e+16 1.0000000000000002e+15
// true 1e+200 +Inf -Inf
// false
