package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i)
	}
	i := 0
	for i < 3 {
		i++
	}
	for {
		i++
		if i > 5 {
			break
		}
	}
	for ; i < 10; i += 2 {
	}
	for ; ; i-- {
		if i == 0 {
			break
		}
		continue
	}
	fmt.Println(" ", i)
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		i := i * 10
		i++
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := uint8(250); i >= 250; i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for x := 1.0; x < 100; x *= 3 {
		fmt.Print(x, " ")
	}
	fmt.Println()
	for s := "x"; len(s) < 5; s += s {
		fmt.Print(s, " ")
	}
	fmt.Println()
	for p := (&node{1, &node{2, &node{3, nil}}}); p != nil; p = p.next {
		fmt.Print(p.v, " ")
	}
	fmt.Println()
	cond := func() bool { fmt.Print("c "); i++; return i < 3 }
	post := func() { fmt.Print("p ") }
	for fmt.Print("init "); cond(); post() {
		if i == 1 {
			continue
		}
		fmt.Print("b ")
	}
	fmt.Println()
	for i := 0; i < 10; i++ {
		if i%2 == 0 {
			continue
		}
		if i == 7 {
			break
		}
		for j := range [2]int{} {
			if j == 1 {
				break
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	var ch = make(chan int, 3)
	for ch <- 1; len(ch) < 3; ch <- 2 {
	}
	fmt.Println(len(ch), <-ch, <-ch)
	for n, ok := 10, true; ok; n, ok = n/2, n > 1 {
		fmt.Print(n, " ")
	}
	fmt.Println()
	var fs []func()
	for i := 0; i < 2; i++ {
		j := i
		fs = append(fs, func() { fmt.Print(j, " "); j += 5 })
	}
	for _, f := range fs {
		f()
		f()
	}
	fmt.Println()
}

type node struct {
	v    int
	next *node
}

// Output:
// 012  0
// 0 10 1 8 2 6 3 4
// 1 11 21
// 250 251 252 253 254 255
// 1 3 9 27 81
// x xx xxxx
// 1 2 3
// init c p c b p c
// 1 0 3 0 5 0
// 3 1 2
// 10 5 2 1
// 0 5 1 6
