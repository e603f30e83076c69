package main

import (
	"errors"
	"fmt"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64       { return s.s * s.s }
func (s Sq) Perimeter() float64  { return 4 * s.s }
func (c *Ci) Area() float64      { return 3 * c.r * c.r }
func (c *Ci) Perimeter() float64 { return 6 * c.r }
func (c *Ci) Grow()              { c.r *= 2 }

type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprintf("code %d", e.code) }

func mayFail(n int) error {
	var e *MyErr
	if n == 1 {
		e = &MyErr{n}
	}
	if n == 2 {
		return nil
	}
	return e
}

type Nilable struct{ v int }

func (n *Nilable) Name() string {
	if n == nil {
		return "nil!"
	}
	return "ok"
}

func main() {
	c := &Ci{1}
	shapes := []Shape{Sq{2}, c, &Sq{3}}
	for _, s := range shapes {
		fmt.Printf("%T %.1f %.1f\n", s, s.Area(), s.Perimeter())
	}
	c.Grow()
	fmt.Println(shapes[1].Area())
	sq := Sq{1}
	var s Shape = sq
	sq.s = 100
	fmt.Println(s.Area(), s == Sq{1}, s == Shape(Sq{1}), s != shapes[0])
	for i := 0; i < 3; i++ {
		err := mayFail(i)
		fmt.Println(i, err == nil, err != nil)
	}
	var target *MyErr
	fmt.Println(errors.As(mayFail(1), &target), target.code)
	var np *Nilable
	var n interface{ Name() string } = np
	fmt.Println(n == nil, n.Name(), n == (*Nilable)(nil), n.(*Nilable) == nil)
	var e interface{}
	fmt.Println(e == nil, e)
	e = 5
	e = e.(int) + 1
	fmt.Println(e, e == 6, e == int8(6))
	var x, y interface{} = 1, 1.0
	fmt.Println(x == y, x != nil)
	var p1, p2 interface{} = &sq, &sq
	fmt.Println(p1 == p2)
	fn := func(v interface{}) string { return fmt.Sprintf("%T:%v", v, v) }
	fmt.Println(fn(nil), fn(1), fn("s"), fn([]int{1}), fn(map[string]int{}), fn(struct{}{}), fn(int8(1)), fn('x'), fn(1i))
	fmt.Println(fn(func() {} == nil), fn([0]int{}), fn(new(int) == nil), fn(errors.New("e")), fn(make(chan int) == nil))
	var st fmt.Stringer
	_, ok := interface{}(st).(fmt.Stringer)
	fmt.Println(ok, st == nil)
	type rw interface {
		Shape
		Grow()
	}
	g, ok := shapes[1].(rw)
	fmt.Println(ok, g.Area())
	_, ok = shapes[0].(rw)
	fmt.Println(ok)
	var any1 interface{} = g
	sh := any1.(Shape)
	sh.(interface{ Grow() }).Grow()
	fmt.Println(c.r, sh == shapes[1])
	slice := make([]interface{}, 3)
	slice[1] = slice
	fmt.Println(len(slice[1].([]interface{})), slice[0] == nil)
	m := map[Shape]string{Sq{1}: "one", c: "c"}
	fmt.Println(m[Sq{1}], m[c], m[&Ci{4}] == "")
	k := interface{}(interface{}(3))
	_, isInt := k.(int)
	fmt.Println(isInt)
}

// Output:
// main.Sq 4.0 8.0
// *main.Ci 3.0 6.0
// *main.Sq 9.0 12.0
// 12
// 1 true true true
// 0 false true
// 1 false true
// 2 true false
// true 1
// false nil! true true
// true <nil>
// 6 true false
// false true
// true
// <nil>:<nil> int:1 string:s []int:[1] map[string]int:map[] struct {}:{} int8:1 int32:120 complex128:(0+1i)
// bool:false [0]int:[] bool:false *errors.errorString:e bool:false
// false true
// true 12
// false
// 4 true
// 3 true
// one c true
// true
