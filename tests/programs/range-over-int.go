package main

import "fmt"

type N uint8

func count() int { fmt.Print("once "); return 3 }

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	fmt.Println()
	for i := range count() {
		fmt.Print(i, " ")
	}
	fmt.Println()
	n := 3
	for i := range n {
		n = 100
		i += 10
		fmt.Print(i, " ")
	}
	fmt.Println(n)
	for i := range N(3) {
		fmt.Printf("%T%v ", i, i)
	}
	for i := range 0 {
		fmt.Print("never", i)
	}
	for i := range -5 {
		fmt.Print("never", i)
	}
	fmt.Println()
	var i8 int8
	for i8 = range 127 {
	}
	fmt.Println(i8)
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	for i := range 'b' - 'a' + 1 {
		fmt.Printf("%T ", i)
	}
	fmt.Println()
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
outer:
	for i := range 4 {
		for j := range i {
			if j == 2 {
				break outer
			}
			if i == 2 {
				continue outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	var a [5]int
	for a[2] = range 4 {
	}
	fmt.Println(a)
	for i := range uint64(2) {
		defer func() { fmt.Printf("%T%d\n", i, i) }()
	}
	k := 0
	for i := range len(a) {
		k += i
	}
	fmt.Println(k)
}

// Needs: go1.22
// Output:
// 0 1 2 x x
// once 0 1 2
// 10 11 12 100
// main.N0 main.N1 main.N2
// 126
// int int int32 int32
// 0 0 10 100 20 200
// 1 0 3 0 3 1
// [0 0 3 0 0]
// 10
// uint641
// uint640
