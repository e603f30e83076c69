package main

import "fmt"

func show(vs ...interface{}) {
	for i, v := range vs {
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Printf("%T(%v)", v, v)
	}
	fmt.Println()
}

type T struct{ f float64 }

func f64(x float64) float64 { return x }
func ru(r rune) rune        { return r }
func by(b byte) byte        { return b }

func main() {
	show(1, 1.0, 'a', 2i, "s", true, nil)
	show(1+1.0, 1+'a', 'a'+1.5, 1i*1i, 1.0*1)
	show(1 == 1.0, 'a' == 97, "a" < "b")
	x := 2.0
	y := 1 << 10
	z := 'é'
	show(x, y, z, x*2, 'a'*x)
	var f32 float32 = 1
	show(f32/3, f32*1e3, 1/f32)
	var c64 complex64 = 1
	show(c64+2i, c64*'a')
	var u8 uint8 = 'A'
	show(u8+1, u8<<1, 'a'-u8)
	show(f64(1), f64('a'), ru(65), by('a'), by(10.0))
	show([]float64{1, 'a', 2.5}, map[rune]float32{97: 1, 'b': 'c'})
	show(T{1}.f, []interface{}{1, 2.5, 'x'}, [2]complex128{1, 2i})
	var i interface{} = 5
	show(i == 5, i == 5.0, i == int64(5), i == 'a')
	const big = 1 << 40
	show(big, float32(big), big/1e3, big%1000)
	var e1 error
	show(e1, len("abc")+1.0, 10/4, 10/4., 10.0/4)
	var s uint = 2
	show(1<<s, uint16(1<<s), 'a'<<s, float64(int(1)<<s))
	a := [...]int{2: 1, 2, 'c' - 95: 9}
	show(len(a), a)
}

// Output:
// int(1) float64(1) int32(97) complex128((0+2i)) string(s) bool(true) <nil>(<nil>)
// float64(2) int32(98) float64(98.5) complex128((-1+0i)) float64(1)
// bool(true) bool(true) bool(true)
// float64(2) int(1024) int32(233) float64(4) float64(194)
// float32(0.33333334) float32(1000) float32(1)
// complex64((1+2i)) complex64((97+0i))
// uint8(66) uint8(130) uint8(32)
// float64(1) float64(97) int32(65) uint8(97) uint8(10)
// []float64([1 97 2.5]) map[int32]float32(map[97:1 98:99])
// float64(1) []interface {}([1 2.5 120]) [2]complex128([(1+0i) (0+2i)])
// bool(true) bool(false) bool(false) bool(false)
// int(1099511627776) float32(1.0995116e+12) float64(1.099511627776e+09) int(776)
// <nil>(<nil>) int(4) int(2) float64(2.5) float64(2.5)
// int(4) uint16(4) int32(388) float64(4)
// int(5) [5]int([0 0 1 2 9])
