package main

import "fmt"

type P struct {
	x int
	s string
}
type Q struct {
	P
	f  float64
	a  [2]P
	i  interface{}
	p  *int
	ch chan int
}
type B struct {
	a int8
	_ int32
	b int8
}
type E struct{}

func main() {
	fmt.Println(P{1, "a"} == P{1, "a"}, P{1, "a"} != P{1, "b"}, P{} == P{0, ""})
	n := 1
	c := make(chan int)
	q1 := Q{P{1, "x"}, 1.5, [2]P{{2, "y"}}, 3, &n, c}
	q2 := q1
	fmt.Println(q1 == q2)
	q2.a[1].s = "z"
	fmt.Println(q1 == q2)
	q2 = q1
	q2.i = 3.0
	fmt.Println(q1 == q2)
	q2 = q1
	m := 1
	q2.p = &m
	fmt.Println(q1 == q2, *q1.p == *q2.p)
	fmt.Println(B{a: 1, b: 2} == B{a: 1, b: 2})
	fmt.Println(E{} == E{}, struct{}{} == E{})
	anon := struct {
		x int
		s string
	}{1, "a"}
	fmt.Println(anon == P{1, "a"}, P(anon) == anon)
	var i1, i2 interface{} = P{1, "a"}, P{1, "a"}
	var i3 interface{} = anon
	fmt.Println(i1 == i2, i1 == i3, i1 == P{1, "a"}, interface{}(&anon) == interface{}(&anon))
	p1, p2 := &P{1, "a"}, &P{1, "a"}
	fmt.Println(p1 == p2, *p1 == *p2, p1 == p1)
	ms := map[P]int{{1, "a"}: 1}
	ms[P{1, "a"}]++
	ms[*p1]++
	fmt.Println(ms)
	x := struct{ c complex128 }{1 + 2i}
	fmt.Println(x == struct{ c complex128 }{complex(1, 2)})
	type T struct {
		name string
		next *T
	}
	t := T{"a", nil}
	t.next = &t
	u := t
	fmt.Println(t == u, u.next == &t, u.next.next.next.name)
	if (P{1, "a"}) == *p1 {
		fmt.Println("literal in if")
	}
	switch (P{2, "b"}) {
	case P{1, "a"}, P{2, "b"}:
		fmt.Println("literal in switch")
	}
	f0 := struct{ f float64 }{0}
	neg := 0.0
	f1 := struct{ f float64 }{-neg}
	fmt.Println(f0 == f1)
	arr := [2][2]E{}
	fmt.Println(arr == [2][2]E{}, len(arr))
}

// Output:
// true true true
// true
// false
// false
// false true
// true
// true true
// true true
// true false true true
// false true true
// map[{1 a}:3]
// true
// true true a
// literal in if
// literal in switch
// true
// true 2
