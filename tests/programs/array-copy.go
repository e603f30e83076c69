package main

import "fmt"

type P struct{ x, y int }

func mod(a [3]int) [3]int { a[0] = 100; return a }
func modp(a *[3]int)      { a[0] = 200; (*a)[1] = 300 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 9
	fmt.Println(a, b, a == b, a != [...]int{1, 2, 3})
	c := mod(a)
	fmt.Println(a, c)
	modp(&a)
	fmt.Println(a, len(&a), cap(&a))
	for i, v := range a {
		a[2] = 77
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	a[2] = 3
	for i, v := range &a {
		a[2] = 77
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	a[2] = 3
	for i, v := range a[:] {
		a[2] = 78
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := [2][3]int{{1, 2}, {2: 5}}
	n := m
	n[1][0] = 8
	row := m[0]
	row[0] = 55
	fmt.Println(m, n, row, m == n, m[0] == [3]int{1, 2, 0})
	d := [...]string{3: "d", 1: "b", "c2"}
	fmt.Println(len(d), d, fmt.Sprintf("%q", d))
	e := [...]P{{1, 2}, 2: {y: 3}}
	pe := &e[2]
	pe.x = 44
	fmt.Println(e, e[2] == P{44, 3})
	ps := [2]*P{{1, 2}, {3, 4}}
	qs := ps
	qs[0].x = 10
	fmt.Println(*ps[0], *ps[1])
	var z [0]int
	fmt.Println(len(z), z, z == [0]int{})
	i := 0
	i, a[i] = 2, 50
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	var iface interface{} = a
	a[0] = -1
	fmt.Println(iface, iface == interface{}(a), iface.([3]int)[1])
	f := func() [3]int { return [3]int{7, 8, 9} }
	fmt.Println(f()[1], len(f()), f())
	s := a[:]
	s[1] = 1000
	a2 := *(*[2]int)(s)
	a2[0] = 5
	ap := (*[2]int)(s)
	ap[0] = 6
	fmt.Println(a, a2, *ap)
	var grid [3][3]rune
	for y := range grid {
		for x := range grid[y] {
			grid[y][x] = rune('a' + y*3 + x)
		}
	}
	g2 := grid
	g2[1][1] = '#'
	fmt.Println(string(grid[1][:]), string(g2[1][:]))
	var np *[5]int
	fmt.Println(len(np), cap(np))
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println()
	ch := make(chan [2]int, 1)
	v := [2]int{1, 2}
	ch <- v
	v[0] = 99
	fmt.Println(<-ch, v)
	mm := map[[2]int]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(mm[[2]int{1, 2}], mm[v] == "")
	arrs := map[string][2]int{"k": {1, 2}}
	x := arrs["k"]
	x[0] = 5
	fmt.Println(arrs["k"][0], x[0])
	fn := func(a [2]int) func() [2]int { return func() [2]int { a[0]++; return a } }
	g := fn(v)
	fmt.Println(g(), g(), v)
}

// Output:
// [1 2 3] [9 2 3] false false
// [1 2 3] [100 2 3]
// [200 300 3] 3 3
// 0 200 1 300 2 3 [200 300 77]
// 0 200 1 300 2 77
// 0 200 1 300 2 78
// [[1 2 0] [0 0 5]] [[1 2 0] [8 0 5]] [55 2 0] false true
// 4 [ b c2 d] ["" "b" "c2" "d"]
// [{1 2} {0 0} {44 3}] true
// {10 2} {3 4}
// 0 [] true
// 2 [50 300 78]
// [78 50 300]
// [78 50 300] false 50
// 8 3 [7 8 9]
// [6 1000 300] [5 1000] [6 1000]
// def d#f
// 5 5
// 01234
// [1 2] [99 2]
// a true
// 1 5
// [100 2] [101 2] [99 2]
