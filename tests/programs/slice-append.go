package main

import "fmt"

func show(n string, s []int) { fmt.Println(n, s, len(s), s == nil) }

func main() {
	var s []int
	show("nil", s)
	s = append(s)
	show("still nil", s)
	s = append(s, []int{}...)
	show("still nil", s)
	s = append(s, 1)
	s = append(s, 2, 3)
	s = append(s, s...)
	show("doubled", s)
	a := make([]int, 3, 10)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(b[3], c[3], len(a), cap(b), &b[0] == &c[0])
	d := a[:2:2]
	e := append(d, 99)
	fmt.Println(a[2], e[2], &d[0] == &e[0])
	x := []int{1, 2, 3, 4, 5}
	x = append(x[:1], x[2:]...)
	show("delete", x)
	x = append(x[:1], append([]int{50, 60}, x[1:]...)...)
	show("insert", x)
	y := x[1:3]
	y = append(y, 777)
	show("alias", x)
	var bs []byte
	bs = append(bs, "abc"...)
	bs = append(bs, 'd', 0x65)
	fmt.Println(string(bs))
	type T []int
	var t T = x
	t = append(t, 8)
	fmt.Printf("%T %v\n", t, t)
	var ifs []interface{}
	ifs = append(ifs, 1, "a", nil, []int{1})
	fmt.Println(ifs, len(ifs))
	nested := [][]int{}
	row := []int{1, 2}
	nested = append(nested, row, row)
	nested[0][0] = 42
	fmt.Println(nested)
	i := 0
	f := func() int { i++; return i }
	fmt.Println(append([]int{f()}, f(), f()))
	z := []int{1, 2, 3}
	z = append(z[:0], z[1:]...)
	show("shift", z)
	copy(z[1:], z)
	show("copy", z)
	q := []int{0, 1, 2, 3, 4, 5}
	fmt.Println(copy(q[2:], q), q, copy(q, q[3:]), q, copy(q, []int(nil)))
	total := 0
	var g []int
	for i := 0; i < 10000; i++ {
		g = append(g, i)
		total += g[i]
	}
	fmt.Println(len(g), total, cap(g) >= len(g))
	st := []string{"a"}
	st2 := append(st, "b")
	st[0] = "z"
	fmt.Println(st, st2)
	ss := append([]struct{ a, b int }(nil), struct{ a, b int }{1, 2})
	ss[0].a = 9
	fmt.Println(ss)
	fmt.Println(append([]int(nil), 1, 2)[1:], len(append(make([]int, 5), 1)))
	ptrs := []*int{}
	for _, v := range []int{1, 2, 3} {
		v := v
		ptrs = append(ptrs, &v)
	}
	fmt.Println(*ptrs[0], *ptrs[1], *ptrs[2])
}

// Output:
// nil [] 0 true
// still nil [] 0 true
// still nil [] 0 true
// doubled [1 2 3 1 2 3] 6 false
// 2 2 3 10 true
// 0 99 false
// delete [1 3 4 5] 4 false
// insert [1 50 60 3 4 5] 6 false
// alias [1 50 60 777 4 5] 6 false
// abcde
// main.T [1 50 60 777 4 5 8]
// [1 a <nil> [1]] 4
// [[42 2] [42 2]]
// [1 2 3]
// shift [2 3] 2 false
// copy [2 2] 2 false
// 4 [1 2 3 1 2 3] 3 [1 2 3 1 2 3] 0
// 10000 49995000 true
// [z] [a b]
// [{9 2}]
// [2] 6
// 1 2 3
