// SPDX-License-Identifier: MIT

// Ranging over values by reflection.
package main

import (
	"fmt"
	"reflect"
)

type small int8

func main() {
	c := make(chan string, 2)
	c <- "x"
	c <- "y"
	close(c)
	pairs := func(yield func(string, int) bool) {
		_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
	}
	for _, x := range []any{small(3), uint8(2), "hé", []string{"p", "q"}, [2]bool{}, &[1]int{}, c, map[int]int{5: 6},
		func(yield func(int) bool) { yield(42) }} {
		fmt.Print(reflect.TypeOf(x), reflect.TypeOf(x).CanSeq(), ":")
		for v := range reflect.ValueOf(x).Seq() {
			fmt.Print(" ", v.Type(), " ", v)
		}
		fmt.Println()
	}
	for _, x := range []any{"hé", []string{"p", "q"}, map[int]int{5: 6}, pairs} {
		for k, v := range reflect.ValueOf(x).Seq2() {
			fmt.Print(" ", k, "=", v)
			if k.Kind() == reflect.String && k.String() == "b" {
				break
			}
		}
		fmt.Println()
	}
	fmt.Println(reflect.TypeFor[small](), reflect.TypeFor[error]())
	a := []int{1, 2, 3}
	fmt.Println(reflect.SliceAt(reflect.TypeFor[int](), reflect.ValueOf(a).UnsafePointer(), 2))
}

// Needs: go1.23
// Output:
// main.small true: main.small 0 main.small 1 main.small 2
// uint8 true: uint8 0 uint8 1
// string true: int 0 int 1
// []string true: int 0 int 1
// [2]bool true: int 0 int 1
// *[1]int true: int 0
// chan string true: string x string y
// map[int]int true: int 5
// func(func(int) bool) true: int 42
//  0=104 1=233
//  0=p 1=q
//  5=6
//  a=1 b=2
// main.small error
// [1 2]
