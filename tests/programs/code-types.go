// SPDX-License-Identifier: MIT

package main

import (
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strconv"
	"sync"
	"time"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type Ord interface {
	~int | ~int8 | ~uint8 | ~float32 | ~float64 | ~string
}

func MaxOf[T Ord](a T, rest ...T) T {
	for _, r := range rest {
		if r > a {
			a = r
		}
	}
	return a
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

func SortedPairs[K Ord, V any](m map[K]V) []Pair[K, V] {
	var ps []Pair[K, V]
	for k, v := range m {
		ps = append(ps, Pair[K, V]{k, v})
	}
	sort.Slice(ps, func(i, j int) bool { return ps[i].Key < ps[j].Key })
	return ps
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.n++
	return l
}
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}
func Reduce[T, A any](l *List[T], a A, f func(A, T) A) A {
	l.Each(func(v T) { a = f(a, v) })
	return a
}

type Num interface{ ~int | ~float64 }

func SumMap[K comparable, V Num](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return s
}

type Celsius float64
type IDs []int

func (x IDs) Len() int                { return len(x) }
func CloneSlice[S ~[]E, E any](s S) S { return append(S(nil), s...) }

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface {
	Shape
	fmt.Stringer
}
type Rect struct{ w, h float64 }

func (r Rect) Area() float64      { return r.w * r.h }
func (r Rect) Perimeter() float64 { return 2 * (r.w + r.h) }
func (r Rect) String() string     { return "Rect" + strconv.FormatFloat(r.w, 'f', 1, 64) }

type Base struct{ id int }

func (b *Base) ID() int     { return b.id }
func (b Base) Name() string { return "base" + strconv.Itoa(b.id) }

type Derived struct {
	*Base
	Rect
	extra string
}

func (d Derived) Name() string { return "derived-" + d.Base.Name() }

var ErrX = errors.New("x")

type MyErr struct {
	op  string
	err error
}

func (m *MyErr) Error() string { return m.op + ": " + m.err.Error() }
func (m *MyErr) Unwrap() error { return m.err }

func deferOrder() (s string) {
	for i := 0; i < 3; i++ {
		defer func(n int) { s += strconv.Itoa(n) }(i)
	}
	x := 10
	defer func(v int) { s += fmt.Sprint(" v", v, " x", x) }(x)
	x = 20
	return "start"
}

func panicChain() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("got %v", r)
		}
	}()
	defer func() { panic(fmt.Sprint("again:", recover())) }()
	var p *Rect
	_ = p.w
	return nil
}

func goexit() string {
	ch := make(chan string, 3)
	go func() {
		defer close(ch)
		defer func() { ch <- fmt.Sprint("r=", recover()) }()
		ch <- "before"
		runtime.Goexit()
		ch <- "after"
	}()
	s := ""
	for v := range ch {
		s += v + ";"
	}
	return s
}

func rt(f func()) (s string) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			s = "RT " + e.Error()
		} else {
			s = fmt.Sprint("P ", r)
		}
	}()
	f()
	return "none"
}

type bigArr [40]int

func (b bigArr) sum() (s int) {
	for _, v := range b {
		s += v
	}
	return
}
func (b *bigArr) set(i, v int) *bigArr { b[i] = v; return b }

func main() {
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	x, ok := s.Pop()
	fmt.Println(x, ok, len(s.items))
	si := &Stack[Pair[string, int]]{}
	si.Push(Pair[string, int]{"k", 1})
	fmt.Println(si.items, *si)
	fmt.Println(MaxOf(1, 5, 3), MaxOf("a", "c", "b"), MaxOf(Celsius(1.5), 2.5), MaxOf[uint8](200, 100))
	fmt.Println(SortedPairs(map[string]int{"z": 26, "a": 1}))
	l := (&List[int]{}).Add(1).Add(2).Add(3)
	fmt.Println(Reduce(l, "", func(a string, v int) string { return a + strconv.Itoa(v) }))
	fmt.Println(SumMap(map[string]Celsius{"a": 1.5, "b": 2}))
	ids := CloneSlice(IDs{3, 4})
	fmt.Printf("%T %v %d\n", ids, ids, ids.Len())
	var sh Shape = Rect{2, 3}
	if n, ok := sh.(Named); ok {
		fmt.Println(n.String(), n.Area(), n.Perimeter())
	}
	d := Derived{&Base{7}, Rect{1, 2}, "e"}
	fmt.Println(d.ID(), d.Name(), d.Base.Name(), d.Area(), d.w, d)
	var idr interface{ ID() int } = d
	fmt.Println(idr.ID())
	f1, f2 := d.ID, (*Base).ID
	d.Base.id = 8
	fmt.Println(f1(), f2(d.Base), Derived.Name(d))
	e := error(&MyErr{"op", fmt.Errorf("w: %w", ErrX)})
	var me *MyErr
	fmt.Println(errors.Is(e, ErrX), errors.As(e, &me), me.op, e)
	fmt.Println(deferOrder())
	fmt.Println(panicChain())
	fmt.Println(goexit())
	var nilm map[string]int
	var nils []int
	var nilf func()
	var nili Shape
	idx := 5
	zero := 0
	fmt.Println(rt(func() { nilm["a"] = 1 }))
	fmt.Println(rt(func() { _ = nils[idx] }))
	fmt.Println(rt(func() { nilf() }))
	fmt.Println(rt(func() { nili.Area() }))
	fmt.Println(rt(func() { _ = 1 / zero }))
	fmt.Println(rt(func() { _ = nils[idx:] }))
	fmt.Println(rt(func() { _ = "abc"[idx] }))
	fmt.Println(rt(func() { _ = []int{1, 2, 3}[2 : idx-4 : idx-3] }))
	fmt.Println(rt(func() { _ = sh.(fmt.Formatter) }))
	fmt.Println(rt(func() { _ = interface{}(sh).(int) }))
	fmt.Println(rt(func() { _ = interface{}(nil).(int) }))
	fmt.Println(rt(func() { close((chan int)(nil)) }))
	fmt.Println(rt(func() { c := make(chan int); close(c); close(c) }))
	fmt.Println(rt(func() { c := make(chan int); close(c); c <- 1 }))
	fmt.Println(rt(func() { _ = make([]int, zero-1) }))
	fmt.Println(rt(func() { panic(ErrX) }))
	fmt.Println(rt(func() { var a, b interface{} = []int{1}, []int{1}; _ = a == b }))
	fmt.Println(rt(func() { m := map[interface{}]int{}; m[func() {}] = 1 }))
	fmt.Println(rt(func() { _ = 1 << (zero - 1) }))
	fmt.Println(rt(func() { a := [3]int{}; _ = a[idx] }))
	var b bigArr
	b.set(3, 4).set(39, 5)
	c := b
	c[0] = 100
	fmt.Println(b.sum(), c.sum(), b == c, len(b))
	g := b.sum
	b[1] = 1000
	fmt.Println(g(), b.sum())
	m := map[bigArr]string{b: "b", c: "c"}
	fmt.Println(m[b], m[c], len(m))
	ms := map[string][]int{}
	ms["a"] = append(ms["a"], 1, 2)
	ms["a"][0]++
	mp := map[string]*Rect{"r": {1, 2}}
	mp["r"].w *= 4
	mst := map[string]struct{ n, m int }{"q": {1, 2}}
	v := mst["q"]
	v.n++
	fmt.Println(ms, *mp["r"], mst["q"].n, v.n, mst["none"].m)
	var wg sync.WaitGroup
	var mu sync.Mutex
	tot := 0
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			tot += i
		}(i)
	}
	wg.Wait()
	fmt.Println(tot)
	tm := time.After(10 * time.Millisecond)
	tick := make(chan int)
	go func() { tick <- 1 }()
	n := 0
	for n < 2 {
		select {
		case <-tm:
			n++
		case v := <-tick:
			n += v
		}
	}
	fmt.Println(n)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		defer panic("from defer")
		defer func() { recover() }()
		panic("first")
	}()
	funcs := []func(int) int{func(x int) int { return x }, func(x int) int { return x * x }}
	for i, f := range funcs {
		fmt.Print(f(i+2), " ")
	}
	fmt.Println()
	a3 := [3][3]int{{1}, {2}, {3}}
	pa := &a3[1]
	pa[2] = 9
	for i, row := range a3 {
		row[0] = 100
		a3[i][1] = row[0] + i
	}
	fmt.Println(a3, *pa)
	type rec struct {
		name string
		kids []rec
		m    map[string]rec
	}
	r := rec{"root", []rec{{"k1", nil, nil}, {name: "k2", m: map[string]rec{"x": {}}}}, nil}
	fmt.Printf("%+v\n", r)
	const big = 1 << 100
	fmt.Println(big>>98, uint64(1<<64-1), -5%3, 5.0/2, 7/2*2.0, 'a'*2, "s"+"t")
	var i8 int8 = -128
	fmt.Println(-i8, i8/-1, i8*i8, uint8(i8), i8>>1, uint8(i8)>>1)
	lbl := 0
L1:
	for {
		switch {
		case lbl > 3:
			break L1
		default:
			lbl++
			continue L1
		}
	}
	fmt.Println(lbl)
	var iface interface{} = r.kids[0].name
	switch y := iface.(type) {
	case int:
		fmt.Println("int")
	case string:
		y += "!"
		defer func() { fmt.Println("deferred", y) }()
		y += "?"
	}
	p1, p2 := &struct{}{}, new(int)
	fmt.Println(p1 != nil, *p2)
	fmt.Printf("%v %v %t\n", [2]bool{true}, struct {
		a int
		b string
	}{1, "z"}, sh == Rect{2, 3})
}

// Output:
// b true 1
// [<k=1>] {[{k 1}]}
// 5 c 2.5 200
// [<a=1> <z=26>]
// 321
// 3.5
// main.IDs [3 4] 2
// Rect2.0 6 10
// 7 derived-base7 base7 2 1 Rect1.0
// 7
// 8 8 derived-base8
// true true op op: w: x
// start v10 x20210
// got again:runtime error: invalid memory address or nil pointer dereference
// before;r=<nil>;
// RT assignment to entry in nil map
// RT runtime error: index out of range [5] with length 0
// RT runtime error: invalid memory address or nil pointer dereference
// RT runtime error: invalid memory address or nil pointer dereference
// RT runtime error: integer divide by zero
// RT runtime error: slice bounds out of range [5:0]
// RT runtime error: index out of range [5] with length 3
// RT runtime error: slice bounds out of range [2:1:]
// RT interface conversion: main.Rect is not fmt.Formatter: missing method Format
// RT interface conversion: interface {} is main.Rect, not int
// RT interface conversion: interface {} is nil, not int
// RT close of nil channel
// RT close of closed channel
// RT send on closed channel
// RT runtime error: makeslice: len out of range
// P x
// RT runtime error: comparing uncomparable type []int
// RT runtime error: hash of unhashable type func()
// RT runtime error: negative shift amount
// RT runtime error: index out of range [5] with length 3
// 9 109 false 40
// 9 1009
// b c 2
// map[a:[2 2]] Rect4.0 1 2 0
// 1225
// 2
// rec from defer
// 2 9
// [[1 100 0] [2 101 9] [3 102 0]] [2 101 9]
// {name:root kids:[{name:k1 kids:[] m:map[]} {name:k2 kids:[] m:map[x:{name: kids:[] m:map[]}]}] m:map[]}
// 4 18446744073709551615 -2 2.5 6 194 st
// -128 -128 0 128 -64 64
// 4
// true 0
// [true false] {1 z} true
// deferred k1!?
