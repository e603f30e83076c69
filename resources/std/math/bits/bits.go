// SPDX-License-Identifier: MIT

// Package bits counts, turns and combines the bits of integers.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// Len64 gives the count of bits that x needs.
func Len64(x uint64) (n int)

// TrailingZeros64 counts the zero bits at the low end; 64 for 0.
func TrailingZeros64(x uint64) int

// OnesCount64 counts the one bits.
func OnesCount64(x uint64) int

// Reverse64 turns the bits around.
func Reverse64(x uint64) uint64

// ReverseBytes64 turns the bytes around.
func ReverseBytes64(x uint64) uint64

// Mul64 gives the 128-bit product.
func Mul64(x, y uint64) (hi, lo uint64)

func div64(hi, lo, y uint64) (quo, rem uint64)

// Len gives the count of bits that x needs.
func Len(x uint) int { return Len64(uint64(x)) }

// Len8 gives the count of bits that x needs.
func Len8(x uint8) int { return Len64(uint64(x)) }

// Len16 gives the count of bits that x needs.
func Len16(x uint16) (n int) { return Len64(uint64(x)) }

// Len32 gives the count of bits that x needs.
func Len32(x uint32) (n int) { return Len64(uint64(x)) }

// LeadingZeros counts the zero bits at the high end.
func LeadingZeros(x uint) int { return 64 - Len64(uint64(x)) }

// LeadingZeros8 counts the zero bits at the high end.
func LeadingZeros8(x uint8) int { return 8 - Len64(uint64(x)) }

// LeadingZeros16 counts the zero bits at the high end.
func LeadingZeros16(x uint16) int { return 16 - Len64(uint64(x)) }

// LeadingZeros32 counts the zero bits at the high end.
func LeadingZeros32(x uint32) int { return 32 - Len64(uint64(x)) }

// LeadingZeros64 counts the zero bits at the high end.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// TrailingZeros counts the zero bits at the low end.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros8 counts the zero bits at the low end.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 counts the zero bits at the low end.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// TrailingZeros32 counts the zero bits at the low end.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// OnesCount counts the one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 counts the one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 counts the one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount32 counts the one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// RotateLeft turns the bits by k to the left.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft8 turns the bits by k to the left.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// RotateLeft16 turns the bits by k to the left.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// RotateLeft32 turns the bits by k to the left.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// RotateLeft64 turns the bits by k to the left.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// Reverse turns the bits around.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 turns the bits around.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 turns the bits around.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 turns the bits around.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// ReverseBytes turns the bytes around.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 turns the bytes around.
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

// ReverseBytes32 turns the bytes around.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// Add64 gives the sum with carry.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	carryOut = ((x & y) | ((x | y) &^ sum)) >> 63
	return
}

// Add gives the sum with carry.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 gives the sum with carry.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

// Sub64 gives the difference with borrow.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	borrowOut = ((^x & y) | (^(x ^ y) & diff)) >> 63
	return
}

// Sub gives the difference with borrow.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 gives the difference with borrow.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	diff = x - y - borrow
	borrowOut = ((^x & y) | (^(x ^ y) & diff)) >> 31
	return
}

// Mul gives the double product.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 gives the 64-bit product.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

type fault string

func (e fault) RuntimeError() {}
func (e fault) Error() string { return "runtime error: " + string(e) }

func checkDiv(hi, y uint64) {
	if y == 0 {
		panic(fault("integer divide by zero"))
	}
	if y <= hi {
		panic(fault("integer overflow"))
	}
}

// Div64 divides the 128-bit hi, lo by y.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	checkDiv(hi, y)
	return div64(hi, lo, y)
}

// Div divides hi, lo by y.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 divides hi, lo by y.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	checkDiv(uint64(hi), uint64(y))
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

// Rem64 gives the rest of hi, lo divided by y.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}

// Rem gives the rest of hi, lo divided by y.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 gives the rest of hi, lo divided by y.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }
