//go:build go1.18

package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	fs = nil
	var ps []*int
	for i, v := range []int{10, 20, 30} {
		fs = append(fs, func() int { return i*100 + v })
		ps = append(ps, &v)
	}
	for i, f := range fs {
		fmt.Print(f(), " ", *ps[i], " ")
	}
	fmt.Println(ps[0] == ps[2])
	fs = nil
	for i := 0; i < 3; i++ {
		i := i
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
		defer func(i int) { fmt.Print("p", i, " ") }(i)
	}
	var inc func()
	for i := 0; i < 10; i++ {
		if inc == nil {
			inc = func() { i += 3 }
		}
		inc()
		fmt.Print(i, " ")
	}
	fmt.Println()
	for k := range map[string]int{"only": 1} {
		fs = append(fs[:0], func() int { return len(k) })
	}
	fmt.Println(fs[0]())
}

// Output:
// 4 5 6
// 230 30 230 30 230 30 true
// 0 1 2
// 3 7 11
// 4
// p2 d3 p1 d3 p0 d3
