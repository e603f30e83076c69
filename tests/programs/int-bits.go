package main

import (
	"fmt"
	"math/bits"
)

func main() {
	fmt.Println(bits.UintSize)
	for _, x := range []uint64{0, 1, 2, 3, 0x80, 0xff00, 1 << 31, 1 << 63, ^uint64(0), 0x123456789abcdef0} {
		fmt.Println(x, bits.LeadingZeros64(x), bits.TrailingZeros64(x), bits.OnesCount64(x), bits.Len64(x),
			bits.Reverse64(x), bits.ReverseBytes64(x), bits.RotateLeft64(x, 4), bits.RotateLeft64(x, -4))
		fmt.Println(bits.LeadingZeros32(uint32(x)), bits.TrailingZeros32(uint32(x)), bits.OnesCount32(uint32(x)), bits.Len32(uint32(x)),
			bits.Reverse32(uint32(x)), bits.ReverseBytes32(uint32(x)), bits.RotateLeft32(uint32(x), 12))
		fmt.Println(bits.LeadingZeros16(uint16(x)), bits.TrailingZeros16(uint16(x)), bits.Len16(uint16(x)), bits.Reverse16(uint16(x)),
			bits.RotateLeft16(uint16(x), 3), bits.ReverseBytes16(uint16(x)))
		fmt.Println(bits.LeadingZeros8(uint8(x)), bits.TrailingZeros8(uint8(x)), bits.Len8(uint8(x)), bits.Reverse8(uint8(x)), bits.RotateLeft8(uint8(x), -1), bits.OnesCount8(uint8(x)))
	}
	fmt.Println(bits.LeadingZeros(0), bits.TrailingZeros(0), bits.Len(0))
	s, c := bits.Add64(^uint64(0), 1, 1)
	fmt.Println(s, c)
	d, bo := bits.Sub64(0, 1, 1)
	fmt.Println(d, bo)
	hi, lo := bits.Mul64(^uint64(0), ^uint64(0))
	fmt.Println(hi, lo)
	q, r := bits.Div64(1, 5, 7)
	fmt.Println(q, r, bits.Rem64(100, 5, 7))
	s32, c32 := bits.Add32(1<<31, 1<<31, 1)
	fmt.Println(s32, c32)
	h32, l32 := bits.Mul32(1<<31, 6)
	fmt.Println(h32, l32)
	n := 0
	for x := uint(0b1011_0110); x != 0; x &= x - 1 {
		n++
	}
	fmt.Println(n)
	fmt.Println(0b1010, 0o17, 017, 0x1F, 1_000_000, 0x_ff, 0b11, 0o7, 0x1p-2, 0x1.8p1)
}

// Output:
// 64
// 0 64 64 0 0 0 0 0 0
// 32 32 0 0 0 0 0
// 16 16 0 0 0 0
// 8 8 0 0 0 0
// 1 63 0 1 1 9223372036854775808 72057594037927936 16 1152921504606846976
// 31 0 1 1 2147483648 16777216 4096
// 15 0 1 32768 8 256
// 7 0 1 128 128 1
// 2 62 1 1 2 4611686018427387904 144115188075855872 32 2305843009213693952
// 30 1 1 2 1073741824 33554432 8192
// 14 1 2 16384 16 512
// 6 1 2 64 1 1
// 3 62 0 2 2 13835058055282163712 216172782113783808 48 3458764513820540928
// 30 0 2 2 3221225472 50331648 12288
// 14 0 2 49152 24 768
// 6 0 2 192 129 2
// 128 56 7 1 8 72057594037927936 9223372036854775808 2048 8
// 24 7 1 8 16777216 2147483648 524288
// 8 7 8 256 1024 32768
// 0 7 8 1 64 1
// 65280 48 8 8 16 71776119061217280 71776119061217280 1044480 4080
// 16 8 8 16 16711680 16711680 267386880
// 0 8 16 255 63495 255
// 8 8 0 0 0 0
// 2147483648 32 31 1 32 4294967296 549755813888 34359738368 134217728
// 0 31 1 32 1 128 2048
// 16 16 0 0 0 0
// 8 8 0 0 0 0
// 9223372036854775808 0 63 1 64 1 128 8 576460752303423488
// 32 32 0 0 0 0 0
// 16 16 0 0 0 0
// 8 8 0 0 0 0
// 18446744073709551615 0 0 64 64 18446744073709551615 18446744073709551615 18446744073709551615 18446744073709551615
// 0 0 32 32 4294967295 4294967295 4294967295
// 0 0 16 65535 65535 65535
// 0 0 8 255 255 8
// 1311768467463790320 3 4 32 61 1115552785675988040 17356517385562371090 2541551405711093505 81985529216486895
// 0 4 19 32 259734873 4041129114 3454994859
// 0 4 16 3963 63366 61662
// 0 4 8 15 120 4
// 64 64 0
// 1 1
// 18446744073709551614 1
// 18446744073709551614 1
// 2635249153387078803 0 2
// 1 1
// 3 0
// 5
// 10 15 15 31 1000000 255 3 7 0.25 3
