package main

import (
	"errors"
	"fmt"
)

type T struct {
	a, b int
	s    []int
	m    map[string]int
	p    *T
}

func three() (int, string, error)          { return 1, "two", errors.New("three") }
func pass(a int, b string, e error) string { return fmt.Sprint(a, b, e) }
func va(xs ...interface{}) int             { return len(xs) }

func main() {
	a, b, c := three()
	fmt.Println(a, b, c, pass(three()), va(three()))
	_, b2, _ := three()
	fmt.Println(b2)
	t := T{m: map[string]int{}, s: make([]int, 2)}
	t.a, t.m["k"], _ = three2()
	fmt.Println(t.a, t.m)
	var i interface{}
	var e error
	a, i, e = three()
	fmt.Println(a, i, e)
	x, y, z := 1, 2, 3
	x, y, z = z, x, y
	fmt.Println(x, y, z)
	s := []int{1, 2, 3, 4}
	s[0], s[3], s[1], s[2] = s[3], s[0], s[2], s[1]
	fmt.Println(s)
	v, ok := t.m["zz"]
	_, ok2 := i.(string)
	ch := make(chan int, 1)
	ch <- 4
	w, ok3 := <-ch
	fmt.Println(v, ok, ok2, w, ok3)
	t.p = &t
	t.p.p.p.b = 77
	fmt.Println(t.b)
	t.m["k"] += 5
	t.m["new"]++
	t.s[1] -= 3
	t.a <<= 3
	t.a |= 1
	t.a ^= 0xf
	t.a %= 5
	fmt.Println(t.m, t.s, t.a)
	*(&t.a) = 9
	(*t.p).a++
	(t).a++
	fmt.Println(t.a)
	var arr [2][2]int
	arr[1][0], arr[0] = 5, [2]int{1, 2}
	fmt.Println(arr)
	f := func() *T { return &t }
	f().a = 1000
	f().s[0] = 2000
	fmt.Println(t.a, t.s)
	pp := &t.p
	(*pp).b = 1
	*pp = nil
	fmt.Println(t.p == nil, t.b)
	str := "a"
	str += "b" + str
	fmt.Println(str)
	var fl float32 = 1
	fl /= 3
	fmt.Println(fl)
	_ = t
	_, _ = 1, "x"
	var q, r = 1, "r"
	var u, uu float64 = 1, 2
	fmt.Println(q, r, u/uu)
	var n1, n2 int
	n1, n2 = n2+1, n1+2
	fmt.Println(n1, n2)
	bb := true
	bb = bb && !bb
	fmt.Println(bb)
	type L struct {
		next *L
		v    int
	}
	var head *L
	for k := 0; k < 3; k++ {
		head = &L{head, k}
	}
	var prev *L
	for head != nil {
		head, head.next, prev = head.next, prev, head
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
}

func three2() (int, int, int) { return 5, 6, 7 }

// Output:
// 1 two three 1twothree 3
// two
// 5 map[k:6]
// 1 two three
// 3 1 2
// [4 3 2 1]
// 0 false true 4 true
// 77
// map[k:11 new:1] [0 -3] 3
// 11
// [[1 2] [5 0]]
// 1000 [2000 -3]
// true 1
// aba
// 0.33333334
// 1 r 0.5
// 1 2
// false
// 0 1 2
