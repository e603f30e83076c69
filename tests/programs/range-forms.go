package main

import "fmt"

func f(s string) []int { fmt.Print(s, " "); return []int{1, 2, 3} }

type T struct {
	k int
	v string
}

func main() {
	for range f("once") {
		fmt.Print(". ")
	}
	fmt.Println()
	s := []int{10, 20, 30}
	for i := range s {
		s[i]++
		s = append(s, i)
	}
	fmt.Println(s)
	for i, v := range s[:2] {
		s[1] = 99
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a = [3]int{7, 8, 9}
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	pa := &a
	for i, v := range pa {
		pa = nil
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	var t T
	var arr [5]int
	for t.k, arr[2] = range []int{5, 6} {
		fmt.Print(t.k, arr[2], " ")
	}
	fmt.Println(t, arr)
	for t.k, t.v = range []string{"x", "y"} {
	}
	fmt.Println(t)
	idx := 0
	for idx, arr[idx] = range []int{40, 50, 60} {
	}
	fmt.Println(idx, arr)
	for i, r := range "aé\xffz" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		fmt.Print(v, " ")
	}
	for range c {
		fmt.Print("never")
	}
	fmt.Println()
	var i int
	for i = range s {
		if i == 2 {
			break
		}
	}
	fmt.Println(i)
	var x interface{}
	for _, x = range s {
	}
	fmt.Println(x)
	m := map[string]int{"k": 5}
	for k, v := range m {
		k, v := k+"!", v+1
		fmt.Println(k, v)
	}
	for k := range m {
		fmt.Println(k)
	}
	for range m {
		fmt.Println("m")
	}
	for _, v := range [...]struct{ a, b int }{{1, 2}, {3, 4}} {
		v.a = 100
		fmt.Print(v, " ")
	}
	fmt.Println()
	grid := [2][2]int{{1, 2}, {3, 4}}
	for _, row := range grid {
		row[0] = 0
		for _, v := range row {
			fmt.Print(v, " ")
		}
	}
	fmt.Println(grid)
	for i := range [3]struct{}{} {
		fmt.Print(i)
	}
	for i := range len3() {
		fmt.Print(i)
	}
	var nils []int
	for range nils {
	}
	for i, c := range []byte("hé") {
		fmt.Print(" ", i, c)
	}
	fmt.Println()
	for i, s := range []string{"a", "b"} {
		defer fmt.Println("deferred", i, s)
	}
	for i, v := range []int{1, 2, 3} {
		i += 10
		v *= 2
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	type L []int
	for i, v := range (L{4, 5}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	var ro <-chan int = func() <-chan int { c := make(chan int); go func() { c <- 9; close(c) }(); return c }()
	for v := range ro {
		fmt.Println(v)
	}
	for _, f := range []func() int{func() int { return 1 }, func() int { return 2 }} {
		fmt.Print(f(), " ")
	}
	for _, p := range []*T{{1, "a"}, {2, "b"}} {
		p.k++
		fmt.Print(*p, " ")
	}
	fmt.Println()
}

func len3() [3]string { return [3]string{} }

// Output:
// once . . .
// [11 21 31 0 1 2]
// 0 11 1 99
// 0 1 1 2 2 3 [7 8 9]
// 0 7 1 8 2 9
// 0 5 1 6 {1 } [0 0 6 0 0]
// {1 y}
// 2 [50 60 6 0 0]
// 0:97 1:233 3:65533 4:122
// 1 2
// 2
// 2
// k! 6
// k
// m
// {100 2} {100 4}
// 0 2 0 4 [[1 2] [3 4]]
// 012012 0 104 1 195 2 169
// 10 2 11 4 12 6
// 0 4 1 5
// 9
// 1 2 {2 a} {3 b}
// deferred 1 b
// deferred 0 a
