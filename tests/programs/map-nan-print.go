package main

import (
	"fmt"
	"math"
)

type P struct{ X, Y int }

func main() {
	m := map[float64]string{math.NaN(): "n", 1: "a", math.Inf(-1): "-", math.Inf(1): "+"}
	fmt.Println(m)
	n := 0
	for k, v := range m {
		if k != k {
			n++
			fmt.Println("nan", v)
		}
	}
	fmt.Println(n)
	m[math.NaN()] = "second"
	fmt.Println(len(m))
	fmt.Println(map[P]int{{2, 1}: 1, {1, 9}: 2, {1, 3}: 3})
	fmt.Println(map[interface{}]int{"b": 1, "c": 2, "": 3, "a": 4}, map[interface{}]int{nil: 2, 5: 1})
	fmt.Println(map[[2]int]bool{{3, 1}: true, {1, 2}: false})
	fmt.Printf("%v %+v %#v\n", map[string]P{"z": {1, 2}, "a": {3, 4}}, map[string]P{"z": {1, 2}}, map[string]P{"z": {1, 2}})
	fmt.Printf("%d %x %q\n", map[string]int{"a": 10}, map[string]int{"a": 10}, map[string]string{"k": "v"})
	var nm map[string]int
	fmt.Printf("%v %#v %d\n", nm, nm, len(nm))
	c := map[complex128]int{1 + 2i: 1, 1 + 1i: 2, 0: 3}
	fmt.Println(c)
	fmt.Println(map[bool]string{true: "t", false: "f"}, map[int8]uint8{-1: 1, -5: 2, 3: 3})
	fmt.Printf("%v\n", map[string]interface{}{"n": nil, "s": []int{1}, "m": map[int]int{1: 2}})
}

// Output:
// map[NaN:n -Inf:- 1:a +Inf:+]
// nan n
// 1
// 5
// map[{1 3}:3 {1 9}:2 {2 1}:1]
// map[:3 a:4 b:1 c:2] map[<nil>:2 5:1]
// map[[1 2]:false [3 1]:true]
// map[a:{3 4} z:{1 2}] map[z:{X:1 Y:2}] map[string]main.P{"z":main.P{X:1, Y:2}}
// map[%!d(string=a):10] map[61:a] map["k":"v"]
// map[] map[string]int(nil) 0
// map[(0+0i):3 (1+1i):2 (1+2i):1]
// map[false:f true:t] map[-5:2 -1:1 3:3]
// map[m:map[1:2] n:<nil> s:[1]]
