package main

import (
	"fmt"
	"reflect"
)

type Inner struct{ Z int }
type T struct {
	A int `json:"a,omitempty" xml:"x"`
	B string
	c float64
	Inner
	P *Inner
	M map[string]int
	S []int
	F func(int, ...string) error
	I interface{}
	E error
}

func (T) Foo(x int) string { return "foo" }
func (t *T) Bar()          {}

type Str interface{ String() string }
type MyInt int

func (m MyInt) String() string { return "MI" }

func main() {
	t := T{A: 1, B: "b", c: 2.5, S: []int{1, 2}, M: map[string]int{"k": 1}}
	rt := reflect.TypeOf(t)
	fmt.Println(rt, rt.Name(), rt.Kind(), rt.NumField(), rt.NumMethod(), rt.Size(), rt.PkgPath(), rt.String())
	for i := 0; i < rt.NumField(); i++ {
		f := rt.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), f.Tag, f.PkgPath, f.Offset, f.Index, f.Anonymous, f.Type.Kind())
	}
	v := reflect.ValueOf(&t).Elem()
	v.Field(0).SetInt(42)
	v.FieldByName("B").SetString("changed")
	v.FieldByName("Z").SetInt(9)
	v.FieldByName("I").Set(reflect.ValueOf("iface"))
	fmt.Println(t.A, t.B, t.Z, t.I, v.Field(2).CanSet(), v.Field(0).CanSet())
	fmt.Println(reflect.TypeOf(3), reflect.TypeOf("s").Kind() == reflect.String, reflect.TypeOf([]int{}).Elem(), reflect.TypeOf(map[string]bool{}).Key(), reflect.TypeOf((*error)(nil)).Elem())
	fmt.Println(reflect.DeepEqual([]int{1, 2}, []int{1, 2}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(t, T{}), reflect.DeepEqual(nil, nil), reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(&t, &t))
	s := reflect.MakeSlice(reflect.TypeOf([]int{}), 0, 2)
	s = reflect.Append(s, reflect.ValueOf(5), reflect.ValueOf(6), reflect.ValueOf(7))
	fmt.Println(s.Interface(), s.Len(), s.Index(1).Int())
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("x"), reflect.ValueOf(10))
	fmt.Println(m.Interface(), m.MapIndex(reflect.ValueOf("x")), m.MapIndex(reflect.ValueOf("y")).IsValid(), len(m.MapKeys()))
	it := m.MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	fmt.Println(reflect.ValueOf(t).Field(0), v, reflect.ValueOf(MyInt(3)), reflect.ValueOf(3.5).Float(), reflect.Zero(rt).Field(1).String() == "")
	fmt.Printf("%v %d %s\n", reflect.ValueOf(7), reflect.ValueOf(7), reflect.ValueOf("q"))
	st := reflect.TypeOf((*Str)(nil)).Elem()
	fmt.Println(reflect.TypeOf(MyInt(1)).Implements(st), rt.Implements(st), reflect.TypeOf(1).ConvertibleTo(reflect.TypeOf(MyInt(0))), reflect.TypeOf(1).AssignableTo(reflect.TypeOf(MyInt(0))))
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(3.9).Convert(reflect.TypeOf(0)), reflect.ValueOf("hi").Convert(reflect.TypeOf([]byte{})))
	ft := rt.Field(7).Type
	fmt.Println(ft, ft.NumIn(), ft.NumOut(), ft.In(1), ft.Out(0), ft.IsVariadic())
	for _, x := range []interface{}{1, "a", nil, []int{}, map[int]int{}, &t, make(chan int), func() {}, [2]int{}, true, 2i, MyInt(2), struct{}{}} {
		if x == nil {
			fmt.Println(reflect.TypeOf(x), reflect.ValueOf(x).IsValid())
			continue
		}
		fmt.Println(reflect.TypeOf(x).Kind(), reflect.TypeOf(x).String(), reflect.TypeOf(x).Comparable(), reflect.ValueOf(x).IsZero())
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(t).Field(0).SetInt(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(1).Len()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Field(2).SetFloat(1)
	}()
	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(77)
	fmt.Println(*(n.Interface().(*int)), n.Kind(), reflect.Indirect(n).Int())
	sl := []int{1, 2, 3}
	reflect.Swapper(sl)(0, 2)
	fmt.Println(sl, reflect.ValueOf(sl).Slice(1, 2), reflect.TypeOf(t) == reflect.TypeOf(T{}))
	for i := 0; i < reflect.TypeOf(&t).NumMethod(); i++ {
		fmt.Println(reflect.TypeOf(&t).Method(i).Name)
	}
	fmt.Printf("%T %T %v\n", rt, v, rt)
}

// Output:
// main.T T struct 10 1 120 main main.T
// A int a,omitempty json:"a,omitempty" xml:"x"  0 [0] false int
// B string    8 [1] false string
// c float64   main 24 [2] false float64
// Inner main.Inner    32 [3] true struct
// P *main.Inner    40 [4] false ptr
// M map[string]int    48 [5] false map
// S []int    56 [6] false slice
// F func(int, ...string) error    80 [7] false func
// I interface {}    88 [8] false interface
// E error    104 [9] false interface
// 42 changed 9 iface false true
// int true int string error
// true true false true false true
// [5 6 7] 3 6
// map[x:10] 10 false 1
// x 10
// 42 {42 changed 2.5 {9} <nil> map[k:1] [1 2] <nil> iface <nil>} MI 3.5 true
// 7 7 q
// true false true false
// A 3 [104 105]
// func(int, ...string) error 2 1 []string error true
// int int true false
// string string true false
// <nil> false
// slice []int false false
// map map[int]int false false
// ptr *main.T true false
// chan chan int true false
// func func() false false
// array [2]int true true
// bool bool true false
// complex128 complex128 true false
// int main.MyInt true false
// struct struct {} true true
// reflect: reflect.Value.SetInt using unaddressable value
// reflect: call of reflect.Value.Len on int Value
// reflect: reflect.Value.SetFloat using value obtained using unexported field
// 77 ptr 77
// [3 2 1] [2] true
// Bar
// Foo
// *reflect.rtype reflect.Value main.T
