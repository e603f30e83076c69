package main

import "fmt"

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	f()
}

func main() {
	var i8 int8 = -128
	var u8 uint8 = 0x81
	for _, s := range []uint{0, 1, 4, 7, 8, 9, 31, 32, 63, 64, 65, 1 << 40} {
		fmt.Println(s, i8>>s, i8<<s, u8>>s, u8<<s, int32(-5)>>s, uint32(0xdeadbeef)<<s, int64(-1)<<s, int64(-1)>>s, uint64(1)<<s)
	}
	var s8 uint8 = 200
	fmt.Println(1<<s8 == 0, int64(-9)>>s8)
	var n = -1
	try(func() { fmt.Println(1 << n) })
	try(func() { fmt.Println(i8 >> n) })
	var si int8 = 3
	fmt.Println(1<<si, 100>>si)
	x := 1
	x <<= 10
	x >>= 2
	x |= 1
	x &^= 256
	fmt.Println(x)
	var w int64 = 1
	var sh uint = 33
	w = 1 << sh
	fmt.Println(w, int32(1)<<sh, uint64(1<<sh))
	var f = func(v float64) float64 { return v }
	_ = f
	var a [10]int
	a[1<<sh>>33] = 7
	fmt.Println(a, 1<<sh != 1)
	fmt.Println(make([]int, 1<<3, 1<<si<<1))
	b := a[1<<0 : 2<<1]
	fmt.Println(len(b), cap(b))
	fmt.Println(-1>>1, -1<<1, ^0<<4, 0xf0>>4&3|1<<6, 6&3<<1+1)
}

// Output:
// 0 -128 -128 129 129 -5 3735928559 -1 -1 1
// 1 -64 0 64 2 -3 3176889822 -2 -1 2
// 4 -8 0 8 16 -1 3940282096 -16 -1 16
// 7 -1 0 1 128 -1 1457485696 -128 -1 128
// 8 -1 0 0 0 -1 2914971392 -256 -1 256
// 9 -1 0 0 0 -1 1534975488 -512 -1 512
// 31 -1 0 0 0 -1 2147483648 -2147483648 -1 2147483648
// 32 -1 0 0 0 -1 0 -4294967296 -1 4294967296
// 63 -1 0 0 0 -1 0 -9223372036854775808 -1 9223372036854775808
// 64 -1 0 0 0 -1 0 0 -1 0
// 65 -1 0 0 0 -1 0 0 -1 0
// 1099511627776 -1 0 0 0 -1 0 0 -1 0
// true -1
// recovered: runtime error: negative shift amount
// recovered: runtime error: negative shift amount
// 8 12
// 1
// 8589934592 0 8589934592
// [0 7 0 0 0 0 0 0 0 0] true
// [0 0 0 0 0 0 0 0]
// 3 9
// -1 -2 -16 67 5
