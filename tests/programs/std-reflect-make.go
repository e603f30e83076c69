// SPDX-License-Identifier: MIT

// Types that the program does not have, made while it runs; calls with large arguments, receivers and results.
package main

import (
	"fmt"
	"reflect"
)

type large struct {
	words [30]string
	last  int
}

func (l large) With(n int, others ...large) (large, error) {
	l.last = n
	for _, o := range others {
		l.last += o.last
	}
	return l, nil
}

func (l *large) Set(n int) { l.last = n }

func made() {
	number, text := reflect.TypeOf(0), reflect.TypeOf("")
	st := reflect.StructOf([]reflect.StructField{
		{Name: "A", Type: reflect.TypeOf(int8(0)), Tag: `json:"a"`},
		{Name: "B", Type: reflect.TypeOf([]string{})},
		{Name: "C", Type: reflect.ArrayOf(3, text)},
		{Name: "D", Type: reflect.TypeOf((*any)(nil)).Elem()},
	})
	fmt.Println(st, st.Size(), st.Field(3).Offset, st.Comparable(), st.Field(0).Tag.Get("json"))
	v := reflect.New(st).Elem()
	v.Field(0).SetInt(-4)
	v.Field(1).Set(reflect.ValueOf([]string{"z"}))
	v.Field(2).Index(2).SetString("last")
	v.Field(3).Set(v.Field(0))
	fmt.Printf("%v %+v\n", v, v.Interface())
	copied := v.Interface()
	v.Field(0).SetInt(5)
	fmt.Println(reflect.ValueOf(copied).Field(0), v.Field(0), reflect.DeepEqual(copied, v.Interface()))

	m := reflect.MakeMap(reflect.MapOf(reflect.ArrayOf(2, number), st))
	key := reflect.New(reflect.ArrayOf(2, number)).Elem()
	key.Index(1).SetInt(7)
	m.SetMapIndex(key, v)
	fmt.Println(m, m.Type())

	s := reflect.MakeSlice(reflect.SliceOf(st), 0, 1)
	s = reflect.Append(s, v, v)
	fmt.Println(s.Len(), s.Index(1).Field(2), s.Type())
	p := reflect.PointerTo(reflect.PointerTo(st))
	fmt.Println(p, p.Elem().Elem() == st)

	same := reflect.StructOf([]reflect.StructField{{Name: "X", Type: number}, {Name: "Y", Type: text}})
	_, ok := reflect.New(same).Elem().Interface().(struct {
		X int
		Y string
	})
	fmt.Println("the program's own:", ok)
	fmt.Println(reflect.FuncOf([]reflect.Type{number, reflect.TypeOf([]int{})}, []reflect.Type{text, same}, true))
	fmt.Println(reflect.ChanOf(reflect.SendDir, reflect.ChanOf(reflect.RecvDir, st)))
	c := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, st), 1)
	c.Send(v)
	got, _ := c.Recv()
	fmt.Println(got)
}

func called() {
	l := large{last: 1}
	l.words[29] = "end"
	v := reflect.ValueOf(l)
	r := v.MethodByName("With").Call([]reflect.Value{reflect.ValueOf(10), v, v})
	fmt.Println(r[0].Field(1), r[0].Field(0).Index(29), r[1].IsNil())
	fmt.Println(r[1])
	reflect.ValueOf(&l).MethodByName("Set").Call([]reflect.Value{reflect.ValueOf(99)})
	fmt.Println(l.last)

	one := reflect.MakeFunc(reflect.TypeOf(func(a, b large, c int8) int8 { return c }), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{in[2]}
	})
	fmt.Println(one.Interface().(func(a, b large, c int8) int8)(l, l, -3))
}

func main() {
	made()
	called()
}

// Output:
// struct { A int8 "json:\"a\""; B []string; C [3]string; D interface {} } 96 80 false a
// {-4 [z] [  last] -4} {A:-4 B:[z] C:[  last] D:-4}
// -4 5 false
// map[[0 7]:{5 [z] [  last] -4}] map[[2]int]struct { A int8 "json:\"a\""; B []string; C [3]string; D interface {} }
// 2 [  last] []struct { A int8 "json:\"a\""; B []string; C [3]string; D interface {} }
// **struct { A int8 "json:\"a\""; B []string; C [3]string; D interface {} } true
// the program's own: true
// func(int, ...int) (string, struct { X int; Y string })
// chan<- <-chan struct { A int8 "json:\"a\""; B []string; C [3]string; D interface {} }
// {5 [z] [  last] -4}
// 12 end true
// <nil>
// 99
// -3
