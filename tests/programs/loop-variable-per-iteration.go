package main

import (
	"fmt"
	"sync"
)

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	// what the body changes is carried to the next iteration's copy; closures of earlier iterations keep theirs
	var ps []*int
	for i := 0; i < 10; i++ {
		ps = append(ps, &i)
		i += 2
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	// the copy happens before the post statement
	var inc []func()
	var get []func() int
	for i := 0; i < 2; i++ {
		inc = append(inc, func() { i += 100 })
		get = append(get, func() int { return i })
	}
	inc[0]()
	fmt.Println(get[0](), get[1]())
	for i, f := 0, (func() int)(nil); i < 3; i++ {
		if f != nil {
			fmt.Print(f(), i, " ")
		}
		f = func() int { return i }
	}
	fmt.Println()
	var vs []*string
	for k, v := range []string{"a", "b"} {
		vs = append(vs, &v)
		fs = append(fs, func() int { return k })
	}
	fmt.Println(*vs[0], *vs[1], fs[3](), fs[4]())
	var wg sync.WaitGroup
	out := make([]int, 4)
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); out[i] = i * i }()
	}
	wg.Wait()
	fmt.Println(out)
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
	}
	var cont []func() int
	for i := 0; i < 4; i++ {
		if i%2 == 0 {
			cont = append(cont, func() int { return i })
			continue
		}
		cont = append(cont, func() int { return -i })
	}
	for _, f := range cont {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var outer *int
	for i, p := 0, new(int); i < 3; i++ {
		if outer == nil {
			outer = &i
		}
		*p += i
		fmt.Print(*p, *outer, " ")
	}
	fmt.Println()
	i := 5
	for i = 0; i < 2; i++ {
		fs = append(fs, func() int { return i })
	}
	fmt.Println(fs[5](), fs[6]())
	for i, x := 0, [2]int{1, 2}; i < 2; i++ {
		f := func() int { x[0] += 5; return x[0] }
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

// Needs: go1.22
// Output:
// 10 20 11 21 12 22
// 2 5 8 11
// 100 1
// 0 1 1 2
// a b 0 1
// [0 1 4 9]
// 0 -1 2 -3
// 0 0 1 0 3 0
// 2 2
// 6 11
// d2 d1 d0
