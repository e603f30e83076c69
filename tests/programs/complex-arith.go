package main

import "fmt"

func main() {
	a := complex(3, 4)
	b := 1 - 2i
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b)
	fmt.Println(real(a), imag(b), real(a*a)+imag(a*a))
	var c complex64 = complex64(a)
	c *= 2i
	c += 1
	fmt.Printf("%v %T %T\n", c, c, real(c))
	a /= 2
	fmt.Println(a, a == 1.5+2i)
	const k = 2i * 2i
	var n int = k
	fmt.Println(n, k == -4)
	m := map[complex128]string{1: "one", 1i: "i"}
	fmt.Println(m[1i*1i*1i*1i], m[complex(0, 1)])
	var z complex128
	fmt.Println(a/z, z/z)
	var f32 float32 = 2
	fmt.Printf("%T\n", complex(f32, 3))
	arr := [2]complex64{1: 2i}
	fmt.Println(arr, arr == [2]complex64{0, 2i})
	var e interface{} = 1i
	_, ok := e.(complex64)
	_, ok2 := e.(complex128)
	fmt.Println(ok, ok2, e == 1i)
	x := 1i
	for i := 0; i < 4; i++ {
		x *= 1i
		fmt.Print(x, " ")
	}
	fmt.Println()
	p := &a
	*p = *p * 1i
	fmt.Println(a)
	z2 := 0i
	cc := complex(0.5, 0.25)
	for i := 0; i < 10; i++ {
		z2 = z2*z2 + cc
	}
	fmt.Printf("%.6f\n", z2)
}

// Output:
// (4+2i) (2+6i) (11-2i) (-1+2i) (-3-4i) false true
// 3 -2 17
// (-7+6i) complex64 float32
// (1.5+2i) true
// -4 true
// one i
// (+Inf+Infi) (NaN+NaNi)
// complex64
// [(0+0i) (0+2i)] true
// false true true
// (-1+0i) (-0-1i) (1-0i) (0+1i)
// (-2+1.5i)
// (-124163052007.622635-81979707256.034409i)
