// Fields of an embedded struct whose name is not exported are their own masters.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type embed struct{ Q int }
type Top struct {
	embed
	X int
}
type Loop struct {
	Loop1 int `json:",omitempty"`
	*Inner
}
type Inner struct{ Z int }

func main() {
	var t Top
	v := reflect.ValueOf(&t).Elem()
	f := v.Field(0)
	fmt.Println(f.CanSet(), f.CanInterface())
	q := f.Field(0)
	fmt.Println(q.CanSet(), q.CanInterface())
	q.SetInt(3)
	v.FieldByName("Q").SetInt(4)
	v.FieldByIndex([]int{0, 0}).SetInt(5)
	fmt.Println(t)
	fmt.Println(json.Unmarshal([]byte(`{"Q":7,"X":8}`), &t), t)
	var l Loop
	fmt.Println(json.Unmarshal([]byte(`{"Z":7,"Loop1":8}`), &l), l.Z)
}

// Output:
// false false
// true true
// {{5} 0}
// <nil> {{7} 8}
// <nil> 7
