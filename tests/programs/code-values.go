// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"strings"
)

type Inner struct{ A, B int }

func (i Inner) Get() int   { return i.A }
func (i *Inner) Set(v int) { i.A = v }

type Mid struct {
	Inner
	C [3]int
}
type Outer struct {
	*Mid
	D map[string]Inner
	f func(int) int
}
type Getter interface{ Get() int }
type Setter interface{ Set(int) }
type GS interface {
	Getter
	Setter
}
type Wrap struct{ GS }

type small struct {
	a int8
	b uint16
	c bool
	d float32
	e complex64
	f [3]byte
	g struct{ x, y int8 }
}

func order(s string, v int) int { fmt.Print(s, " "); return v }
func two() (int, string)        { return 7, "seven" }
func vari(pre string, xs ...int) string {
	return fmt.Sprint(pre, len(xs), xs)
}
func named(x int) (r int, err error) {
	defer func() {
		r *= 2
		if e := recover(); e != nil {
			err = fmt.Errorf("E:%v", e)
		}
	}()
	if x == 0 {
		panic("zero")
	}
	r = x
	return r + 1, nil
}
func multi() (a, b int, c string)    { return 1, 2, "x" }
func take(a, b int, c string) string { return fmt.Sprint(a, b, c) }

func arrays() {
	var a [4]int
	b := a
	b[1] = 5
	p := &a
	p[2] = 9
	c := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	d := c
	d[1][2] = 0
	fmt.Println(a, b, c, d, c == d, a == [4]int{0, 0, 9, 0})
	for i, v := range a {
		a[3-i] = v + 100
	}
	fmt.Println(a)
	for i := range c {
		for j := range c[i] {
			c[i][j] *= i + j
		}
	}
	fmt.Println(c, len(c), len(c[0]))
	s := a[1:3]
	s = append(s, 77)
	fmt.Println(a, s, cap(s), len(a[:]), a[1:2:3])
	x := [...]struct {
		n string
		v []int
	}{{"a", []int{1}}, {n: "b"}}
	x[1].v = append(x[1].v, x[0].v...)
	x[1].v[0]++
	fmt.Println(x)
	f := func(q [4]int) [4]int { q[0] = -1; return q }
	fmt.Println(f(a), a, f(a)[0], len(f(a)))
}

func smalls() {
	s := small{a: -3, b: 65535, c: true, d: 1.5, e: 2 + 3i, f: [3]byte{1, 2, 3}}
	t := s
	t.a--
	t.b++
	t.g.x = 127
	t.g.x++
	t.f[1] = 200
	t.f[1] += 100
	t.d /= 3
	t.e *= t.e
	fmt.Printf("%+v\n%+v %v\n", s, t, s == t)
	ps := &t
	ps.g.y -= 1
	i := 2
	ps.f[i]++
	fmt.Println(*ps, ps.e == s.e)
	m := map[small]int{s: 1}
	m[s]++
	m[t]--
	fmt.Println(len(m), m[s], m[t])
	var arr [5]small
	for i := range arr {
		arr[i] = s
		arr[i].a = int8(i * 60)
	}
	fmt.Println(arr[4], arr[3].a)
}

func ints() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var i32 int32 = -1 << 31
	fmt.Println(i8, u8, -i32, i32/-1, uint32(i32), uint64(i32), int64(uint32(i32)))
	var sh uint = 70
	fmt.Println(1<<sh == 0, int32(-5)>>sh, -7/2, -7%3, 7&^5, ^7, uint8(200)+55, int8(-128)/int8(-1+0*int(sh)))
	x := 0x7fffffffffffffff
	x++
	fmt.Println(x, uint64(1<<63)>>3, int16(x>>3), float32(0.1), float64(float32(0.1)))
	f := 3.99
	fmt.Println(int(f), int(-f), uint8(f), float32(16777217), 1/3.0)
	var c complex128 = complex(1, 2)
	fmt.Println(c*c, real(c), imag(c), c == complex(1, 2), -c)
	r := 'x'
	r += 1
	fmt.Println(r, string(r), []byte("hé"), []rune("hé"), string([]rune{104, 233}))
}

func main() {
	o := Outer{Mid: &Mid{Inner: Inner{1, 2}}, D: map[string]Inner{"k": {3, 4}}}
	o.Set(10)
	o.f = func(x int) int { return x + o.A }
	fmt.Println(o.Get(), o.A, o.f(5), o.D["k"].Get(), o.D["none"])
	var g Getter = o
	g2 := Getter(o.Inner)
	o.Set(11)
	fmt.Println(g.Get(), g2.Get())
	w := Wrap{o.Mid}
	w.Set(3)
	get := w.Get
	set := o.Mid.Set
	set(99)
	fmt.Println(get(), Inner.Get(o.Inner), (*Inner).Get(&o.Inner), Outer.Get(o))
	var gs GS = w
	_, ok := gs.(Setter)
	_, ok2 := gs.(fmt.Stringer)
	fmt.Println(ok, ok2)
	arrays()
	smalls()
	ints()
	fmt.Println(order("a", 1) + order("b", 2)*order("c", 3))
	m := map[int]int{}
	m[order("k", 1)] = order("v", 2)
	fmt.Println(m, vari("x"), vari("y", 1, 2), vari("z", []int{4}...), take(multi()))
	fmt.Println(named(0))
	fmt.Println(named(4))
	n, s := two()
	n, t := two()
	fmt.Println(n, s, t)
	for i := 0; i < 3; i++ {
		defer func(i int) { fmt.Print("d", i, ";") }(i)
	}
	switch x := order("sw", 2); x {
	case 1:
		fmt.Println("one")
	case 2:
		fmt.Println("two")
		fallthrough
	case 3:
		fmt.Println("three")
	default:
		fmt.Println("def")
	}
	var e interface{} = 3.5
	switch v := e.(type) {
	case int, string:
		fmt.Println("is", v)
	case float64:
		fmt.Println("f", v*2)
	case nil:
	}
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	i := 0
	xs := []int{10, 20, 30}
	i, xs[i] = 2, 99
	fmt.Println(i, xs)
	var sb strings.Builder
outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			if j == i {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fmt.Fprint(&sb, i, j, " ")
		}
	}
	fmt.Println(sb.String())
	j := 0
loop:
	if j < 3 {
		j++
		goto loop
	}
	fmt.Println(j)
	func() {
		defer func() {
			r := recover()
			fmt.Println("r1", r)
			defer func() { fmt.Println("r2", recover()) }()
			panic("second")
		}()
		var mm map[string]int
		mm["a"] = 1
	}()
	ch := make(chan chan int, 1)
	c2 := make(chan int, 2)
	ch <- c2
	(<-ch) <- 5
	c2 <- 6
	close(c2)
	for v := range c2 {
		fmt.Print(v, " ")
	}
	v, ok3 := <-c2
	fmt.Println(v, ok3, len(c2), cap(c2))
	fn := map[string]func(...int) int{"sum": func(x ...int) int {
		t := 0
		for _, v := range x {
			t += v
		}
		return t
	}}
	fmt.Println(fn["sum"](1, 2, 3))
	type T struct {
		next *T
		v    int
	}
	var head *T
	for i := 0; i < 3; i++ {
		head = &T{head, i}
	}
	for p := head; p != nil; p = p.next {
		fmt.Print(p.v)
	}
	fmt.Println()
	fmt.Println(struct{ a, b interface{} }{1, "x"} == struct{ a, b interface{} }{1, "x"})
	x, y := interface{}(1), interface{}(int64(1))
	fmt.Println(x == y, x == 1, x != nil, interface{}(nil) == nil)
}

// Output:
// 10 10 15 3 {0 0}
// 11 10
// 99 99 99 99
// true false
// [0 0 9 0] [0 5 0 0] [[1 2 3] [4 5 6]] [[1 2 3] [4 5 0]] false true
// [100 109 100 100]
// [[0 2 6] [4 10 18]] 2 3
// [100 109 100 77] [109 100 77] 3 4 [109]
// [{a [1]} {b [2]}]
// [-1 109 100 77] [100 109 100 77] -1 4
// {a:-3 b:65535 c:true d:1.5 e:(2+3i) f:[1 2 3] g:{x:0 y:0}}
// {a:-4 b:0 c:true d:0.5 e:(-5+12i) f:[1 44 3] g:{x:-128 y:0}} false
// {-4 0 true 0.5 (-5+12i) [1 44 4] {-128 -1}} false
// 2 2 -1
// {-16 65535 true 1.5 (2+3i) [1 2 3] {0 0}} -76
// -128 255 -2147483648 -2147483648 2147483648 18446744071562067968 2147483648
// true -1 -3 -1 2 -8 255 -128
// -9223372036854775808 1152921504606846976 0 0.1 0.10000000149011612
// 3 -3 3 1.6777216e+07 0.3333333333333333
// (-3+4i) 1 2 true (-1-2i)
// 121 y [104 195 169] [104 233] hé
// a b c 7
// k v map[1:2] x0 [] y2 [1 2] z1 [4] 1 2x
// 0 E:zero
// 10 <nil>
// 7 seven seven
// sw two
// three
// f 7
// 3 1 2
// 2 [99 20 30]
// 1 0 2 0 2 1
// 3
// r1 assignment to entry in nil map
// r2 second
// 5 6 0 false 0 2
// 6
// 210
// true
// false true true true
// d2;d1;d0;
