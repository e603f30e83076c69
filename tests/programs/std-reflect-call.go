package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type T struct {
	A int
	s string
}

func (t T) Hello(n string, k int) (string, error) {
	return strings.Repeat(n, k) + t.s, errors.New("e")
}
func (t *T) Inc(d int)       { t.A += d }
func (t T) Var(x ...int) int { return len(x) }
func (t T) unexp()           {}

type I interface {
	Hello(string, int) (string, error)
}

func add(a, b int) int { return a + b }
func many(a float32, b string, c []int, d T, e interface{}) (T, string, float64) {
	d.A += len(c)
	return d, fmt.Sprint(a, b, c, e), float64(a) * 2
}

func main() {
	out := reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf(2), reflect.ValueOf(3)})
	fmt.Println(out[0].Int())
	out = reflect.ValueOf(many).Call([]reflect.Value{reflect.ValueOf(float32(1.5)), reflect.ValueOf("str"), reflect.ValueOf([]int{1, 2}), reflect.ValueOf(T{5, "x"}), reflect.ValueOf("any")})
	fmt.Println(out[0].Interface(), out[1], out[2])
	t := &T{1, "suffix"}
	v := reflect.ValueOf(t)
	fmt.Println(v.NumMethod(), v.Type().NumMethod(), v.Elem().NumMethod())
	out = v.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(2)})
	fmt.Println(out[0], out[1])
	v.MethodByName("Inc").Call([]reflect.Value{reflect.ValueOf(10)})
	fmt.Println(t.A)
	fmt.Println(v.MethodByName("Var").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2)})[0])
	f := v.MethodByName("Inc").Interface().(func(int))
	f(5)
	fmt.Println(t.A, v.MethodByName("Nope").IsValid())
	for i := 0; i < v.NumMethod(); i++ {
		fmt.Println(v.Type().Method(i).Name)
	}
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	fn := reflect.MakeFunc(reflect.TypeOf(intSwap), swap)
	reflect.ValueOf(&intSwap).Elem().Set(fn)
	fmt.Println(intSwap(1, 2))
	var strSwap func(string, string) (string, string)
	reflect.ValueOf(&strSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(strSwap), swap))
	for i := 0; i < 1000; i++ {
		a, b := strSwap(fmt.Sprint("a", i), fmt.Sprint("b", i))
		if a != fmt.Sprint("b", i) || b != fmt.Sprint("a", i) {
			panic(a + b)
		}
		if i%100 == 0 {
			runtime.GC()
		}
	}
	var variadic func(format string, a ...interface{}) string
	reflect.ValueOf(&variadic).Elem().Set(reflect.MakeFunc(reflect.TypeOf(variadic), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprintf(in[0].String(), in[1].Interface().([]interface{})...))}
	}))
	fmt.Println(variadic("%d-%s", 5, "x"))
	var i I = *t
	iv := reflect.ValueOf(&i).Elem()
	fmt.Println(iv.Kind(), iv.NumMethod(), iv.Method(0).Call([]reflect.Value{reflect.ValueOf("z"), reflect.ValueOf(3)})[0])
	m, ok := reflect.TypeOf(*t).MethodByName("Hello")
	fmt.Println(m.Name, ok)
	fmt.Println(reflect.ValueOf(fmt.Sprintf).CallSlice([]reflect.Value{reflect.ValueOf("%v+%v"), reflect.ValueOf([]interface{}{1, 2})})[0])
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(func() { panic("inside") }).Call(nil)
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(add).Call(nil)
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf("a"), reflect.ValueOf(1)})
	}()
}

// Output:
// 5
// {7 x} 1.5str[1 2]any 3
// 3 3 2
// ababsuffix e
// 11
// 2
// 16 false
// Hello
// Inc
// Var
// 2 1
// 5-x
// interface 1 zzzsuffix
// Hello true
// 1+2
// recovered inside
// recovered reflect: Call with too few input arguments
// recovered reflect: Call using string as type int
