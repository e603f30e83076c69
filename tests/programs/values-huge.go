// Structs and arrays too large for a frame: passed, returned, kept in interfaces, maps and channels, compared.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type Row [2000]int

type Big struct {
	name string
	rows [3]Row
	m    map[string]int
}

type Shape interface{ Area() int }

func (b Big) Area() int        { return b.rows[1][7] + len(b.m) }
func (b *Big) Set(i, j, v int) { b.rows[i][j] = v }

func make2(n int) (Big, Row) {
	var b Big
	b.name = fmt.Sprint("b", n)
	b.rows[1][7] = n
	return b, b.rows[1]
}
func change(b Big) Big {
	b.rows[1][7]++
	b.name += "!"
	return b
}
func named() (r Row, err error) {
	defer func() {
		recover()
		r[3] += 100
	}()
	r[3] = 5
	panic("x")
}
func zero() (r Row)          { return }
func variadic(rs ...Row) int { return len(rs) + rs[0][1] }

type G[T any] struct{ v T }

func (g G[T]) Get() T   { return g.v }
func pass[T any](x T) T { return x }

func main() {
	b, r := make2(42)
	c := change(b)
	fmt.Println(b.name, c.name, b.rows[1][7], c.rows[1][7], r[7])
	var s Shape = c
	fmt.Println(s.Area(), s.(Big).name, s == Shape(nil))
	s2 := Shape(c)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(s == s2)
	}()
	c.Set(1, 7, 99)
	fmt.Println(s.Area(), c.Area())
	x, err := named()
	fmt.Println(x[3], err)
	fmt.Println(zero() == Row{}, zero()[5], len(zero()))
	fmt.Println(variadic(r, x), make2f().rows[1][7])
	m := map[Row]int{}
	m[r] = 1
	m[x] = 2
	m[Row{}] = 3
	fmt.Println(len(m), m[r], m[x], m[zero()], m[Row{1: 1}])
	for k, v := range m {
		if k[3] == 105 {
			fmt.Println("x", v)
		}
	}
	delete(m, r)
	fmt.Println(len(m))
	arr := [3]Row{{1: 1}, {2: 2}, {3: 3}}
	for i, row := range arr {
		arr[2][3] = 50
		fmt.Print(i, row[i+1], " ")
	}
	fmt.Println()
	for i, row := range zero() {
		if row != 0 {
			fmt.Println("bad", i)
		}
	}
	g := G[Row]{x}
	fmt.Println(g.Get()[3], pass(g).v[3], pass(x) == x)
	f := func(r Row) Row { r[0] = 7; return r }
	fmt.Println(f(x)[0], x[0])
	ch := make(chan *Big, 1)
	go func(b Big) { b.name = "go"; ch <- &b }(b)
	fmt.Println((<-ch).name, b.name)
	var any1 any = x
	y, ok := any1.(Row)
	_, ok2 := any1.(Big)
	fmt.Println(y[3], ok, ok2)
	switch v := any1.(type) {
	case Big:
		fmt.Println("big", v.name)
	case Row:
		v[3]++
		fmt.Println("row", v[3], x[3])
	}
	p := &arr[0]
	q := *p
	q[1]++
	fmt.Println(p[1], q[1])
	*p, arr[1] = arr[1], *p
	fmt.Println(arr[0][2], arr[1][1])
	var np *Row
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = *np
		fmt.Println("discarded")
		q = *np
	}()
	out := reflect.ValueOf(change).Call([]reflect.Value{reflect.ValueOf(b)})
	fmt.Println(out[0].Interface().(Big).name, out[0].Field(1).Index(1).Index(7))
	fm := b.Area
	b.rows[1][7] = 1000
	fmt.Println(fm(), Big.Area(b))
	for i := 0; i < 50; i++ {
		c = change(c)
		if i%10 == 0 {
			runtime.GC()
		}
	}
	fmt.Println(c.rows[1][7], len(c.name))
	type pair struct{ a, b Row }
	pp := pair{x, r}
	pp.a, pp.b = pp.b, pp.a
	fmt.Println(pp.a[7], pp.b[3], pp == pair{r, x})
	sl := append([]Row{}, x, r)
	sl = append(sl, sl...)
	sl[0], sl[1] = sl[1], sl[0]
	fmt.Println(len(sl), sl[0][7], sl[1][3], copy(sl[2:], sl[:1]), sl[2][7])
	cb := make(chan [1023]int, 2)
	cb <- [1023]int{5: 5}
	cc := make(chan [1024]int, 2)
	cc <- [1024]int{5: 6}
	close(cc)
	v1, v2 := <-cb, <-cc
	v3, ok3 := <-cc
	fmt.Println(v1[5], v2[5], v3[5], ok3)
	t := [2]Row{x, r}
	func() {
		defer func() { fmt.Println(recover()) }()
		k := 2
		fmt.Println(t[k][0])
	}()
}

func make2f() (b Big) { b, _ = make2(8); return }

// Output:
// b42 b42! 42 43 42
// 43 b42! false
// runtime error: comparing uncomparable type main.Big
// 43 99
// 105 <nil>
// true 0 2000
// 2 8
// 3 1 2 3 0
// x 2
// 2
// 0 1 1 2 2 3 
// 105 105 true
// 7 0
// go b42
// 105 true false
// row 106 105
// 1 2
// 2 1
// runtime error: invalid memory address or nil pointer dereference
// b42! 43
// 42 1000
// 149 54
// 42 105 true
// 4 42 105 1 42
// 5 6 0 false
// runtime error: index out of range [2] with length 2
