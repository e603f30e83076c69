package main

import (
	"fmt"
	"time"
	"unsafe"
)

type MyInt int8
type Str string
type F float32

const (
	A MyInt = 127
	B       = A - 100
	C Str   = "abc"
	D       = C + "def"
	E F     = 1.0 / 3
	G       = E * 3
	H       = 1 << 3.0
	I       = 2.0 << 4
	J       = uint8(255) &^ 1
	K       = ^uint16(1)
	L       = -int8(-127)
	M       = time.Second * 90
	N       = 'x' - 'a'
	O       = complex(1, 2)
	P       = real(O) + imag(O)
	Q       = len(C) > 2 && D == "abcdef"
	R       = string('é')
	S       = int32(2.0)
	T       = float32(0.1)
	U       = float64(T)
	V       = 16777217.0
	W       = float32(V)
	X       = MyInt(1) << 6
	Y       = unsafe.Sizeof(A) + unsafe.Sizeof(uint32(0))
)

func main() {
	fmt.Printf("%T %v\n", A, A)
	fmt.Printf("%T %v\n", B, B)
	fmt.Printf("%T %v\n", D, D)
	fmt.Printf("%T %v\n", E, E)
	fmt.Printf("%T %v\n", G, G)
	fmt.Printf("%T %v %T %v\n", H, H, I, I)
	fmt.Printf("%T %v %T %v %T %v\n", J, J, K, K, L, L)
	fmt.Printf("%T %v %T %v\n", M, M, N, N)
	fmt.Printf("%T %v %T %v %T %v\n", O, O, P, P, Q, Q)
	fmt.Printf("%T %v %T %v\n", R, R, S, S)
	fmt.Println(T, U, W, float64(W), X, Y)
	var s uint = 3
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var u = 1<<s == 8
	var w int64 = 1.0 << 33
	fmt.Printf("%T %v %T %v %T %v %v %v\n", i, i, j, j, k, k, u, w)
	var arr [1 << 3]bool
	fmt.Println(len(arr), uint8(1)<<7>>s, int8(-128)>>s)
	var big int64 = 1 << s << 40
	fmt.Println(big, 1<<s<<2 == 32)
	fmt.Println(Str("q")+Str(R), string(C[1:2]+"z"))
	const huge = 1 << 62
	fmt.Println(huge>>60, MyInt(huge>>60))
	switch {
	case Q:
		fmt.Println("Q")
	}
}

// Output:
// main.MyInt 127
// main.MyInt 27
// main.Str abcdef
// main.F 0.33333334
// main.F 1
// int 8 int 32
// uint8 254 uint16 65534 int8 127
// time.Duration 1m30s int32 23
// complex128 (1+2i) float64 3 bool true
// string é int32 2
// 0.1 0.10000000149011612 1.6777216e+07 1.6777216e+07 64 5
// int 8 int32 8 uint64 8 true 8589934592
// 8 16 -16
// 8796093022208 true
// qé bz
// 4 4
// Q
