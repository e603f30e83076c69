package main

import "fmt"

type N struct {
	v    int
	next *N
	arr  [3]int
	in   struct{ x, y int }
}

func esc() *int    { x := 5; return &x }
func inc(p *int)   { *p++ }
func pp(p **int)   { *p = new(int); **p = 9 }
func arr() *[3]int { return &[3]int{1, 2, 3} }

func main() {
	x := 1
	p := &x
	q := p
	*q = 2
	fmt.Println(x, *p, p == q, &x == p)
	inc(&x)
	inc(p)
	fmt.Println(x)
	pp(&p)
	fmt.Println(*p, x)
	a, b := esc(), esc()
	*a = 6
	fmt.Println(*a, *b, a == b)
	n := N{v: 1}
	pi := &n.in.y
	pa := &n.arr[1]
	*pi, *pa = 7, 8
	fmt.Println(n)
	m := n
	*pi = 70
	fmt.Println(m.in.y, n.in.y)
	n.next = &n
	n.next.next.next.v = 44
	fmt.Println(n.v)
	s := []int{1, 2, 3}
	ps := &s[1]
	s = append(s, 4)
	*ps = 100
	fmt.Println(s[1], *ps)
	ar := arr()
	ar[0] = 50
	for i, v := range ar {
		fmt.Print(i, v, " ")
	}
	sl := ar[1:]
	sl[0] = 60
	fmt.Println(*ar, len(ar), cap(ar[:2]))
	var np *N
	fmt.Println(np == nil, np)
	np2 := new(N)
	fmt.Println(*np2 == N{}, np2.next == nil)
	ptrs := map[string]*int{"a": &x, "b": &x}
	*ptrs["a"]++
	fmt.Println(*ptrs["b"])
	pf := &n.v
	n = N{v: 3}
	fmt.Println(*pf)
	ppp := &pf
	**ppp = 12
	fmt.Println(n.v)
	e := &struct{ a, b *int }{&x, new(int)}
	*e.b = *e.a + 1
	fmt.Println(*e.b)
	f := &[]func(int) int{func(i int) int { return i * 2 }}
	fmt.Println((*f)[0](21))
	pm := &map[string][]int{"k": {1}}
	(*pm)["k"] = append((*pm)["k"], 2)
	(*pm)["k"][0]++
	fmt.Println(*pm)
	pstr := new(string)
	*pstr += "hi"
	fmt.Println(*pstr, len(*pstr), (*pstr)[0])
	list := []*N{}
	for i := 0; i < 3; i++ {
		list = append(list, &N{v: i})
	}
	for i := range list {
		list[i].next = list[(i+1)%3]
	}
	fmt.Println(list[0].next.next.next == list[0])
	pc := &N{}
	*pc = *list[2]
	pc.v = 99
	fmt.Println(list[2].v)
	var iface interface{} = p
	*(iface.(*int))++
	fmt.Println(*p)
	parr := &[2]*int{new(int), nil}
	*parr[0] = 5
	fmt.Println(*parr[0], parr[1] == nil)
	z1, z2 := &struct{}{}, &struct{}{}
	_ = z1 == z2
	t := &n
	t.v, (*t).arr[2], t.in.x = 1, 2, 3
	fmt.Println(n.v, n.arr, n.in)
}

// Output:
// 2 2 true true
// 4
// 9 4
// 6 5 false
// {1 <nil> [0 8 0] {0 7}}
// 7 70
// 44
// 2 100
// 0 50 1 2 2 3 [50 60 3] 3 3
// true <nil>
// true true
// 5
// 3
// 12
// 6
// 42
// map[k:[2 2]]
// hi 2 104
// true
// 2
// 10
// 5 true
// 1 [0 0 2] {3 0}
