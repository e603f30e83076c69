package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = 127
	i8++
	fmt.Println(i8, -i8, i8-1, i8*i8, i8/-1, i8%-1)
	var u8 uint8 = 255
	u8 += 2
	fmt.Println(u8, -u8, u8-3, ^u8, u8<<7, u8<<8)
	var i16 int16 = math.MinInt16
	fmt.Println(-i16, i16-1, i16*-1, i16/-1, i16>>20, i16<<1)
	var u16 uint16 = 0
	u16--
	fmt.Println(u16, u16*u16, u16+u16, u16>>15)
	var i32 int32 = math.MaxInt32
	fmt.Println(i32+1, i32*2, i32*i32, -i32-1, -(-i32 - 1), ^i32)
	var u32 uint32 = math.MaxUint32
	fmt.Println(u32+1, u32*u32, u32<<31, -u32)
	var i64 int64 = math.MinInt64
	fmt.Println(i64-1, -i64, i64/-1, i64%-1, i64*i64, i64>>63, i64<<1)
	var u64 uint64 = math.MaxUint64
	fmt.Println(u64+1, u64*u64, u64/3, u64%10, -u64, u64>>1)
	a, b := -7, 2
	fmt.Println(a/b, a%b, a/-b, a%-b, -a/b, -a%b, a>>1, a&b, a|b, a^b, a&^b)
	for _, p := range [][2]int{{7, 3}, {-7, 3}, {7, -3}, {-7, -3}} {
		q, r := p[0]/p[1], p[0]%p[1]
		fmt.Println(q, r, q*p[1]+r == p[0])
	}
	var x uint8 = 200
	var y uint8 = 100
	fmt.Println(x+y, x-y, y-x, x*y, int(x)+int(y), (x+y)/2, x/2+y/2)
	var h uint32 = 2166136261
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
	var seed int64 = 42
	for i := 0; i < 3; i++ {
		seed = seed*6364136223846793005 + 1442695040888963407
		fmt.Println(seed, uint64(seed)>>33)
	}
	i8 = 100
	i8 += 100
	i8 <<= 1
	i8 ^= -1
	fmt.Println(i8)
	var up uintptr = 0
	up--
	fmt.Println(up == math.MaxUint64)
}

// Output:
// -128 -128 127 0 -128 0
// 1 255 254 254 128 0
// -32768 32767 -32768 -32768 -1 0
// 65535 1 65534 1
// -2147483648 -2 1 -2147483648 -2147483648 -2147483648
// 0 1 2147483648 1
// 9223372036854775807 -9223372036854775808 -9223372036854775808 0 0 -1 0
// 0 1 6148914691236517205 5 1 9223372036854775807
// -3 -1 3 -1 3 1 -4 0 -5 -5 -7
// 2 1 true
// -2 -1 true
// -2 1 true
// 2 -1 true
// 44 100 156 32 300 22 150
// 2372640957
// -7964744663189004623 1220265334
// 4159066171780167020 484179026
// 7615522811268512075 886563538
// 111
// true
