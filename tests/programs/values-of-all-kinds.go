// Maps, slices, strings and interfaces over types of every kind, and how they panic.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type P struct {
	X, Y int
	N    string
}
type K struct {
	a interface{}
	b [2]string
	_ int
	f float32
}
type S interface{ M() int }
type A int

func (a A) M() int { return int(a) }

type B struct{ v, w int }

func (b *B) M() int { return b.v }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
			if e, ok := r.(error); ok {
				var re interface{ RuntimeError() }
				fmt.Println(errors.As(e, &re))
			}
		}
	}()
	f()
}

func caps[T any](name string, n int) {
	var s []T
	last := -1
	fmt.Print(name, ":")
	for i := 0; i < n; i++ {
		var z T
		s = append(s, z)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(" ", last)
		}
	}
	fmt.Println()
}

func main() {
	caps[int]("int", 10000)
	caps[byte]("byte", 100000)
	caps[[3]byte]("3byte", 10000)
	caps[int32]("int32", 10000)
	caps[P]("P", 12)
	caps[struct{}]("empty", 5)
	caps[[5]int64]("5int", 1000)
	for i := 0; i < 40; i++ {
		s := append([]int(nil), make([]int, i)...)
		t := append([]byte("abc"), make([]byte, i*7)...)
		u := append([]int32{1, 2, 3}, make([]int32, i)...)
		fmt.Print(cap(s), " ", len(t), " ", cap(u), "; ")
	}
	fmt.Println()
	m := map[P]int{}
	for i := 0; i < 1000; i++ {
		m[P{i % 10, i % 7, fmt.Sprint(i % 3)}] += i
	}
	keys := []string{}
	for k, v := range m {
		keys = append(keys, fmt.Sprint(k, v))
	}
	sort.Strings(keys)
	fmt.Println(len(m), strings.Join(keys, ";"))
	mk := map[K]int{}
	mk[K{a: 1, b: [2]string{"x", "y"}, f: 0}]++
	mk[K{a: 1, b: [2]string{"x", "y"}, f: float32(0)}]++
	mk[K{a: "1", b: [2]string{"x", "y"}}]++
	mk[K{a: P{1, 2, "z"}}]++
	mk[K{a: P{1, 2, "z"}}]++
	fmt.Println(len(mk), mk[K{a: P{1, 2, "z"}}], mk[K{a: 1, b: [2]string{"x", "y"}}])
	try("unhashable", func() { mk[K{a: []int{1}}]++ })
	try("unhashable2", func() { _ = mk[K{a: map[int]int{}}] })
	try("nilmap", func() { var m map[string]int; m["a"] = 1 })
	try("nilmap read", func() { var m map[string]int; fmt.Println(m["a"], len(m)); delete(m, "x") })
	try("uncomparable", func() { var a, b interface{} = []int{1}, []int{1}; fmt.Println(a == b) })
	try("uncomparable2", func() {
		var a, b interface{} = struct{ f func() }{}, struct{ f func() }{}
		fmt.Println(a == b)
	})
	try("makeslice", func() { n := -1; _ = make([]int, n) })
	try("makeslice2", func() { n := 10; _ = make([]int, n, n-1) })
	try("makeslice3", func() { n := 1 << 62; _ = make([]int, n) })
	try("bounds", func() { s := []int{1}; i := 5; _ = s[i] })
	try("bounds2", func() { s := []int{1}; i := 5; _ = s[1:i] })
	try("assert", func() { var x interface{} = "s"; _ = x.(int) })
	try("assert2", func() { var x interface{} = "s"; _ = x.(S) })
	try("assert3", func() { var x S; _ = x.(*B) })
	try("assert4", func() { var x interface{} = B{}; _ = x.(S) })
	var ss []S
	for i := 0; i < 10; i++ {
		ss = append(ss, A(i), &B{i * 2, 1})
	}
	t := 0
	for _, s := range ss {
		t += s.M()
		switch s := s.(type) {
		case A:
			t += int(s)
		case *B:
			t += s.w
		}
	}
	fmt.Println(t)
	fmt.Println(S(A(1)) == S(A(1)), S(&B{}) == S(&B{}), interface{}(1) == interface{}(int64(1)), interface{}("a") == interface{}("a"))
	str := "héllo, 世界\xff\xfe!"
	for i, r := range str {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println([]rune(str), []byte(str), string([]rune(str)), string(rune(0x10FFFF+1)), string(rune(65)))
	big := strings.Repeat("ab", 1000)
	b := []byte(big)
	copy(b[1:], b)
	copy(b, "xyz")
	fmt.Println(string(b[:10]), len(b))
	st := []string{"a", "b", "c", "d", "e"}
	copy(st[1:], st)
	fmt.Println(st)
	copy(st, st[2:])
	fmt.Println(st)
	clearit := map[float64]int{}
	nan := 0.0
	nan = nan / nan
	clearit[nan] = 1
	clearit[nan] = 2
	z := 0.0
	clearit[z] = 3
	clearit[-z] = 4
	fmt.Println(len(clearit), clearit[0])
	for k := range clearit {
		delete(clearit, k)
	}
	fmt.Println(len(clearit))
	grow := map[int]int{1: 1, 2: 2, 3: 3}
	n := 0
	for k := range grow {
		for j := 0; j < 100; j++ {
			grow[k*1000+j] = j
		}
		n++
		if n > 3 {
			break
		}
	}
	fmt.Println(len(grow) >= 103)
	del := map[int]bool{}
	for i := 0; i < 1000; i++ {
		del[i] = true
	}
	seen := 0
	for k := range del {
		seen++
		delete(del, k)
		delete(del, (k+500)%1000)
	}
	fmt.Println(seen, len(del))
	type big2 struct{ a [100]int }
	mb := map[int]big2{}
	for i := 0; i < 50; i++ {
		var x big2
		x.a[i] = i
		mb[i] = x
	}
	fmt.Println(mb[7].a[7], mb[49].a[49], mb[51].a[0])
	mf := map[interface{}]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", [2]int{1, 2}: "arr", P{}: "P", nil: "nil", true: "bool", 'a': "rune", complex(1, 2): "c"}
	fmt.Println(len(mf), mf[1], mf[int8(1)], mf["1"], mf[1.0], mf[[2]int{1, 2}], mf[P{}], mf[nil], mf[true], mf['a'], mf[complex(1, 2)])
	mp := map[*int]int{}
	p := new(int)
	mp[p]++
	mp[p]++
	mp[nil]++
	mc := map[chan int]int{}
	c := make(chan int)
	mc[c] = 5
	fmt.Println(mp[p], mp[nil], mc[c])
	arr := [3][]int{{1}, {2}, {3}}
	brr := arr
	brr[0] = nil
	fmt.Println(arr, brr, len(arr))
	sl2 := make([][]int, 3, 10)
	sl3 := append(sl2, []int{1})
	sl2 = append(sl2, []int{2})
	fmt.Println(sl2, sl3)
}

// Output:
// int: 1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 5120 7168 9216 12288
// byte: 8 16 32 64 128 256 512 896 1408 2048 3072 4096 5376 6912 9472 12288 16384 21760 28672 40960 57344 73728 98304 131072
// 3byte: 2 5 10 21 42 85 170 341 682 1066 1621 2261 3157 4522 6144 8192 10922
// int32: 2 4 8 16 32 64 128 256 512 864 1344 2048 3072 4096 5440 7168 10240
// P: 1 2 4 8 16
// empty: 1 2 3 4 5
// 5int: 1 2 4 8 16 32 67 134 272 544 1024
// 0 3 3; 1 10 6; 2 17 6; 3 24 6; 4 31 8; 6 38 8; 6 45 12; 8 52 12; 8 59 12; 10 66 12; 10 73 16; 12 80 16; 12 87 16; 14 94 16; 14 101 20; 16 108 20; 16 115 20; 18 122 20; 18 129 24; 20 136 24; 20 143 24; 22 150 24; 22 157 28; 24 164 28; 24 171 28; 26 178 28; 26 185 32; 28 192 32; 28 199 32; 30 206 32; 30 213 36; 32 220 36; 32 227 36; 36 234 36; 36 241 40; 36 248 40; 36 255 40; 40 262 40; 40 269 44; 40 276 44;
// 210 {0 0 0} 2100;{0 0 1} 2450;{0 0 2} 2800;{0 1 0} 2700;{0 1 1} 2020;{0 1 2} 2350;{0 2 0} 2250;{0 2 1} 2600;{0 2 2} 1940;{0 3 0} 2850;{0 3 1} 2150;{0 3 2} 2500;{0 4 0} 2400;{0 4 1} 2750;{0 4 2} 2060;{0 5 0} 1980;{0 5 1} 2300;{0 5 2} 2650;{0 6 0} 2550;{0 6 1} 1900;{0 6 2} 2200;{1 0 0} 2205;{1 0 1} 2555;{1 0 2} 1904;{1 1 0} 2805;{1 1 1} 2105;{1 1 2} 2455;{1 2 0} 2355;{1 2 1} 2705;{1 2 2} 2024;{1 3 0} 1944;{1 3 1} 2255;{1 3 2} 2605;{1 4 0} 2505;{1 4 1} 2855;{1 4 2} 2155;{1 5 0} 2064;{1 5 1} 2405;{1 5 2} 2755;{1 6 0} 2655;{1 6 1} 1984;{1 6 2} 2305;{2 0 0} 2310;{2 0 1} 2660;{2 0 2} 1988;{2 1 0} 1908;{2 1 1} 2210;{2 1 2} 2560;{2 2 0} 2460;{2 2 1} 2810;{2 2 2} 2110;{2 3 0} 2028;{2 3 1} 2360;{2 3 2} 2710;{2 4 0} 2610;{2 4 1} 1948;{2 4 2} 2260;{2 5 0} 2160;{2 5 1} 2510;{2 5 2} 2860;{2 6 0} 2760;{2 6 1} 2068;{2 6 2} 2410;{3 0 0} 2415;{3 0 1} 2765;{3 0 2} 2072;{3 1 0} 1992;{3 1 1} 2315;{3 1 2} 2665;{3 2 0} 2565;{3 2 1} 1912;{3 2 2} 2215;{3 3 0} 2115;{3 3 1} 2465;{3 3 2} 2815;{3 4 0} 2715;{3 4 1} 2032;{3 4 2} 2365;{3 5 0} 2265;{3 5 1} 2615;{3 5 2} 1952;{3 6 0} 2865;{3 6 1} 2165;{3 6 2} 2515;{4 0 0} 2520;{4 0 1} 2870;{4 0 2} 2170;{4 1 0} 2076;{4 1 1} 2420;{4 1 2} 2770;{4 2 0} 2670;{4 2 1} 1996;{4 2 2} 2320;{4 3 0} 2220;{4 3 1} 2570;{4 3 2} 1916;{4 4 0} 2820;{4 4 1} 2120;{4 4 2} 2470;{4 5 0} 2370;{4 5 1} 2720;{4 5 2} 2036;{4 6 0} 1956;{4 6 1} 2270;{4 6 2} 2620;{5 0 0} 2625;{5 0 1} 1960;{5 0 2} 2275;{5 1 0} 2175;{5 1 1} 2525;{5 1 2} 2875;{5 2 0} 2775;{5 2 1} 2080;{5 2 2} 2425;{5 3 0} 2325;{5 3 1} 2675;{5 3 2} 2000;{5 4 0} 1920;{5 4 1} 2225;{5 4 2} 2575;{5 5 0} 2475;{5 5 1} 2825;{5 5 2} 2125;{5 6 0} 2040;{5 6 1} 2375;{5 6 2} 2725;{6 0 0} 2730;{6 0 1} 2044;{6 0 2} 2380;{6 1 0} 2280;{6 1 1} 2630;{6 1 2} 1964;{6 2 0} 2880;{6 2 1} 2180;{6 2 2} 2530;{6 3 0} 2430;{6 3 1} 2780;{6 3 2} 2084;{6 4 0} 2004;{6 4 1} 2330;{6 4 2} 2680;{6 5 0} 2580;{6 5 1} 1924;{6 5 2} 2230;{6 6 0} 2130;{6 6 1} 2480;{6 6 2} 2830;{7 0 0} 2835;{7 0 1} 2135;{7 0 2} 2485;{7 1 0} 2385;{7 1 1} 2735;{7 1 2} 2048;{7 2 0} 1968;{7 2 1} 2285;{7 2 2} 2635;{7 3 0} 2535;{7 3 1} 2885;{7 3 2} 2185;{7 4 0} 2088;{7 4 1} 2435;{7 4 2} 2785;{7 5 0} 2685;{7 5 1} 2008;{7 5 2} 2335;{7 6 0} 2235;{7 6 1} 2585;{7 6 2} 1928;{8 0 0} 1932;{8 0 1} 2240;{8 0 2} 2590;{8 1 0} 2490;{8 1 1} 2840;{8 1 2} 2140;{8 2 0} 2052;{8 2 1} 2390;{8 2 2} 2740;{8 3 0} 2640;{8 3 1} 1972;{8 3 2} 2290;{8 4 0} 2190;{8 4 1} 2540;{8 4 2} 2890;{8 5 0} 2790;{8 5 1} 2092;{8 5 2} 2440;{8 6 0} 2340;{8 6 1} 2690;{8 6 2} 2012;{9 0 0} 2016;{9 0 1} 2345;{9 0 2} 2695;{9 1 0} 2595;{9 1 1} 1936;{9 1 2} 2245;{9 2 0} 2145;{9 2 1} 2495;{9 2 2} 2845;{9 3 0} 2745;{9 3 1} 2056;{9 3 2} 2395;{9 4 0} 2295;{9 4 1} 2645;{9 4 2} 1976;{9 5 0} 2895;{9 5 1} 2195;{9 5 2} 2545;{9 6 0} 2445;{9 6 1} 2795;{9 6 2} 2096
// 3 2 2
// unhashable panic: runtime error: hash of unhashable type []int
// true
// unhashable2 panic: runtime error: hash of unhashable type map[int]int
// true
// nilmap panic: assignment to entry in nil map
// true
// 0 0
// uncomparable panic: runtime error: comparing uncomparable type []int
// true
// uncomparable2 panic: runtime error: comparing uncomparable type struct { f func() }
// true
// makeslice panic: runtime error: makeslice: len out of range
// true
// makeslice2 panic: runtime error: makeslice: cap out of range
// true
// makeslice3 panic: runtime error: makeslice: len out of range
// true
// bounds panic: runtime error: index out of range [5] with length 1
// true
// bounds2 panic: runtime error: slice bounds out of range [:5] with capacity 1
// true
// assert panic: interface conversion: interface {} is string, not int
// true
// assert2 panic: interface conversion: string is not main.S: missing method M
// true
// assert3 panic: interface conversion: main.S is nil, not *main.B
// true
// assert4 panic: interface conversion: main.B is not main.S: missing method M
// true
// 190
// true false false true
// 0:104 1:233 3:108 4:108 5:111 6:44 7:32 8:19990 11:30028 14:65533 15:65533 16:33 [104 233 108 108 111 44 32 19990 30028 65533 65533 33] [104 195 169 108 108 111 44 32 228 184 150 231 149 140 255 254 33] héllo, 世界��! � A
// xyzabababa 2000
// [a a b c d]
// [b c d c d]
// 3 4
// 2
// true
// 500 0
// 7 49 0
// 10 int int8 string float arr P nil bool rune c
// 2 1 5
// [[1] [2] [3]] [[] [2] [3]] 3
// [[] [] [] [2]] [[] [] [] [2]]
