package main

import (
	"errors"
	"fmt"
	"runtime"
)

type I interface{ M() }
type J interface {
	M()
	N(int) string
}
type T struct{}
type U struct{}
type W int

func (T) M()           {}
func (*U) M()          {}
func (*U) N(string)    {}
func (W) M()           {}
func (W) N(int) string { return "" }

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			var ta *runtime.TypeAssertionError
			fmt.Println(e.Error(), errors.As(e, &ta))
		} else {
			fmt.Println("none:", r)
		}
	}()
	f()
}

func main() {
	var e interface{}
	var i I
	try(func() { _ = e.(int) })
	try(func() { _ = e.(I) })
	try(func() { _ = i.(T) })
	try(func() { _ = i.(J) })
	e = 1
	try(func() { _ = e.(string) })
	try(func() { _ = e.(I) })
	try(func() { _ = e.(*int) })
	try(func() { _ = e.(int64) })
	try(func() { _ = e.(W) })
	try(func() { _ = e.(struct{ x int }) })
	try(func() { _ = e.([]map[string]func(int) error) })
	e = T{}
	try(func() { _ = e.(*T) })
	try(func() { _ = e.(J) })
	try(func() { _ = e.(I) })
	e = U{}
	try(func() { _ = e.(I) })
	e = &U{}
	try(func() { _ = e.(J) })
	try(func() { e.(I).M() })
	i = W(3)
	try(func() { fmt.Println(i.(W), i.(J).N(1) == "") })
	try(func() { _ = i.(fmt.Stringer) })
	v, ok := e.(int)
	fmt.Println(v, ok)
	s, ok := e.(string)
	fmt.Printf("%q %v\n", s, ok)
	p, ok := e.(*T)
	fmt.Println(p == nil, ok)
	j, ok := e.(J)
	fmt.Println(j == nil, ok)
	if u, ok := e.(*U); ok {
		fmt.Println("U", u != nil)
	}
	var m = map[string]interface{}{"a": 1, "b": map[string]interface{}{"c": []interface{}{1, "x"}}}
	fmt.Println(m["b"].(map[string]interface{})["c"].([]interface{})[1].(string))
	_, ok = m["zz"].(int)
	fmt.Println(ok)
	var ok2 bool
	var arr [1]int
	arr[0], ok2 = m["a"].(int)
	fmt.Println(arr, ok2)
	type local struct{}
	e = local{}
	try(func() { _ = e.(int) })
	e = errors.New("x")
	try(func() { _ = e.(string) })
	e = func(int) {}
	try(func() { _ = e.(func(string)) })
}

// Output:
// interface conversion: interface {} is nil, not int true
// interface conversion: interface is nil, not main.I true
// interface conversion: main.I is nil, not main.T true
// interface conversion: interface is nil, not main.J true
// interface conversion: interface {} is int, not string true
// interface conversion: int is not main.I: missing method M true
// interface conversion: interface {} is int, not *int true
// interface conversion: interface {} is int, not int64 true
// interface conversion: interface {} is int, not main.W true
// interface conversion: interface {} is int, not struct { x int } true
// interface conversion: interface {} is int, not []map[string]func(int) error true
// interface conversion: interface {} is main.T, not *main.T true
// interface conversion: main.T is not main.J: missing method N true
// none: <nil>
// interface conversion: main.U is not main.I: missing method M true
// interface conversion: *main.U is not main.J: missing method N true
// none: <nil>
// 3 true
// none: <nil>
// interface conversion: main.W is not fmt.Stringer: missing method String true
// 0 false
// "" false
// true false
// true false
// U true
// x
// false
// [1] true
// interface conversion: interface {} is main.local, not int true
// interface conversion: interface {} is *errors.errorString, not string true
// interface conversion: interface {} is func(int), not func(string) true
