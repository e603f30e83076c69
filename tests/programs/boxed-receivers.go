package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// Methods with value receivers, called through interfaces that hold the values boxed: whatever the method does with its
// receiver stays within the call, and what it calls, defers and recovers is as if it were called by name.

type shape interface {
	Name() string
	Area(scale int) int
	Grow(by int) func() int
	Try(err error) error
}

type pair struct{ w, h int }

func (p pair) Name() string       { return fmt.Sprint("pair ", p.w, " ", p.h) }
func (p pair) Area(scale int) int { p.w *= scale; return p.w * p.h }
func (p pair) Grow(by int) func() int {
	return func() int { p.w += by; return p.Area(1) }
}
func (p pair) Try(err error) (result error) {
	defer func() {
		if r := recover(); r != nil {
			result = fmt.Errorf("%s: %v", p.Name(), r)
		}
	}()
	panic(err)
}

type wide struct {
	label string
	cells [5]int32
	tail  []int
}

func (w wide) Name() string { return w.label }
func (w wide) Area(scale int) int {
	sum := 0
	for i := range w.cells {
		w.cells[i] *= int32(scale)
		sum += int(w.cells[i])
	}
	return sum + len(w.tail)
}
func (w wide) Grow(by int) func() int {
	at := &w.cells[2] // the receiver moves to the heap
	return func() int { *at += int32(by); return w.Area(1) }
}
func (w wide) Try(err error) error { return fmt.Errorf("%s: %w", w.label, err) }

type empty struct{}

func (empty) Name() string             { return "empty" }
func (empty) Area(int) int             { return 0 }
func (e empty) Grow(by int) func() int { return func() int { return by } }
func (empty) Try(err error) error      { return err }

type inner struct {
	before string
	pair
}
type outer struct {
	n int
	inner
}
type pointing struct{ *pair }
type deep struct{ *inner } // something on the way may be nil

type stack[T any] struct {
	items []T
	pair
}

func (s stack[T]) Name() string { return fmt.Sprintf("stack %v", s.items) }

type names []string

func (n names) Name() string           { return strings.Join(n, "+") }
func (n names) Area(scale int) int     { return len(n) * scale }
func (n names) Grow(by int) func() int { return func() int { return len(n) + by } }
func (n names) Try(err error) error    { return err }

type counter struct {
	before int
	last   *int
}

func (c counter) Count() int { *c.last += c.before; return *c.last }

type recovering struct{ who string }

func (r recovering) Done() { fmt.Println(r.who, "recovers", recover()) }

type doner interface{ Done() }

func through(d doner) {
	defer d.Done() // the method itself is the deferred function: it may recover
	panic("here")
}

type tracing struct{ a, b int }

func (t tracing) Where() string {
	pc, _, line, _ := runtime.Caller(0)
	_, _, from, _ := runtime.Caller(1)
	return fmt.Sprint(runtime.FuncForPC(pc).Name(), " ", from-line)
}

func guarded(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	held := pair{2, 3}
	shapes := []shape{held, wide{"wide", [5]int32{1, 2, 3, 4, 5}, []int{7}}, empty{}, outer{1, inner{"b", pair{4, 5}}},
		pointing{&pair{6, 7}}, deep{&inner{"d", pair{8, 9}}}, stack[string]{[]string{"x"}, pair{1, 1}}, names{"a", "b"}, &held}
	for _, s := range shapes {
		grow := s.Grow(1)
		fmt.Println(s.Name(), s.Area(2), s.Area(2), grow(), grow(), s.Try(errors.New("no")))
		area := s.Area
		fmt.Println(area(3), shape.Area(s, 4))
	}
	held.w = 100
	fmt.Println(shapes[0].Area(1), shapes[8].Area(1))

	n := 0
	var count interface{ Count() int } = counter{5, &n}
	sum := 0
	for i := 0; i < 3; i++ {
		sum += count.Count()
	}
	fmt.Println(sum, n)
	sum -= count.Count() * 2
	fmt.Println(sum)

	through(recovering{"value"})
	through(&recovering{"pointer"})

	var where interface{ Where() string } = tracing{1, 2}
	fmt.Println(where.Where() != "")
	fmt.Println(strings.Fields(where.Where())[0])

	guarded(func() { shape(deep{}).Area(1) })
	guarded(func() { shape(pointing{}).Area(1) })
	var none *pair
	nothing := []shape{none, shapes[0]} // not known to be a *pair where it is called
	guarded(func() { nothing[len(shapes)%9].Area(1) })

	done := make(chan string)
	go func(s shape) { done <- s.Name() }(shapes[1])
	fmt.Println(<-done)
	named := make(chan int, 1)
	var send sender = sending{"s", named}
	go send.Send(4)
	fmt.Println(<-named)

	var last shape = wide{label: "last"}
	last.(interface{ Fail(int) int }).Fail(3)
}

type sender interface{ Send(int) }
type sending struct {
	name string
	to   chan int
}

func (s sending) Send(n int) { s.to <- n + len(s.name) }

func (w wide) Fail(i int) int { return w.tail[i] }

// Output:
// pair 2 3 12 12 9 12 pair 2 3: no
// 18 24
// wide 31 31 17 18 wide: no
// 46 61
// empty 0 0 1 1 no
// 0 0
// pair 4 5 40 40 25 30 pair 4 5: no
// 60 80
// pair 6 7 84 84 49 56 pair 6 7: no
// 126 168
// pair 8 9 144 144 81 90 pair 8 9: no
// 216 288
// stack [x] 2 2 2 3 pair 1 1: no
// 3 4
// a+b 4 4 3 3 no
// 6 8
// pair 2 3 12 12 9 12 pair 2 3: no
// 18 24
// 6 300
// 30 15
// -10
// value recovers here
// pointer recovers here
// true
// main.tracing.Where
// recovered: runtime error: invalid memory address or nil pointer dereference
// recovered: runtime error: invalid memory address or nil pointer dereference
// recovered: value method main.pair.Area called using nil *pair pointer
// wide
// 5
// Stderr: panic: runtime error: index out of range [3] with length 0
// Exit: 2
