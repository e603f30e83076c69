package main

import "fmt"

type In struct{ a [3]int }
type S struct {
	n  int
	in In
	p  *int
	m  map[string]int
	sl []int
}

func (s S) Val() S   { s.n++; s.in.a[0]++; s.sl[0]++; return s }
func (s *S) Ptr() *S { s.n++; s.in.a[0]++; return s }

func byval(s S) { s.n = 100; s.m["k"] = 100 }

func main() {
	x := 1
	s := S{1, In{[3]int{1, 2, 3}}, &x, map[string]int{"k": 1}, []int{1}}
	t := s
	t.n = 2
	t.in.a[1] = 20
	*t.p = 9
	t.m["k"] = 5
	t.sl[0] = 7
	fmt.Println(s.n, s.in, *s.p, s.m, s.sl)
	u := s.Val()
	fmt.Println(s.n, s.in.a[0], u.n, u.in.a[0], s.sl[0])
	v := s.Ptr()
	v.Ptr().Ptr().n += 10
	fmt.Println(s.n, s.in.a[0], v == &s)
	byval(s)
	fmt.Println(s.n, s.m)
	arr := [2]S{s, t}
	arr[0].n = -1
	fmt.Println(s.n, arr[0].n, arr[1].n)
	for _, e := range arr {
		e.n = 0
	}
	for i := range arr {
		arr[i].in.a[2] = 33
	}
	fmt.Println(arr[0].n, arr[0].in, arr[1].in)
	m := map[string]S{"a": s}
	c := m["a"]
	c.n = 999
	fmt.Println(m["a"].n, c.n)
	var i interface{} = s
	s.n = 12345
	fmt.Println(i.(S).n)
	pi := &s
	cp := *pi
	pi.n = 1
	fmt.Println(cp.n, s.n)
	f := s.Val
	s.n = 70
	fmt.Println(f().n, s.n)
	g := s.Ptr
	s.n = 80
	fmt.Println(g().n)
	ch := make(chan S, 1)
	ch <- s
	s.n = 0
	fmt.Println((<-ch).n)
	a, b := s, s
	a.n, b.n = 1, 2
	a, b = b, a
	fmt.Println(a.n, b.n)
	func(q S) { q.n = 55; fmt.Println(q.n) }(a)
	fmt.Println(a.n)
	defer func(q S) { fmt.Println("deferred", q.n) }(a)
	a.n = 1000
	var z S
	*(&z) = a
	z.in = In{}
	fmt.Println(a.in.a[1], z.in.a[1], z.n)
	ps := []*S{&a, &b}
	for _, p := range ps {
		p.n++
	}
	fmt.Println(a.n, b.n)
	first := *ps[0]
	*ps[0], *ps[1] = *ps[1], first
	fmt.Println(a.n, b.n)
}

// Output:
// 1 {[1 2 3]} 9 map[k:5] [7]
// 1 1 2 2 8
// 14 4 true
// 14 map[k:100]
// 14 -1 2
// -1 {[4 2 33]} {[1 20 33]}
// 14 999
// 14
// 12345 1
// 2 70
// 81
// 81
// 2 1
// 55
// 2
// 2 0 1000
// 1001 2
// 2 1001
// deferred 2
