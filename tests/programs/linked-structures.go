package main

import (
	"fmt"
	"strings"
)

type Tree struct {
	l, r *Tree
	k    int
}

func (t *Tree) insert(k int) *Tree {
	if t == nil {
		return &Tree{k: k}
	}
	if k < t.k {
		t.l = t.l.insert(k)
	} else if k > t.k {
		t.r = t.r.insert(k)
	}
	return t
}

func (t *Tree) walk(f func(int) bool) bool {
	return t == nil || t.l.walk(f) && f(t.k) && t.r.walk(f)
}

func (t *Tree) del(k int) *Tree {
	switch {
	case t == nil:
		return nil
	case k < t.k:
		t.l = t.l.del(k)
	case k > t.k:
		t.r = t.r.del(k)
	case t.l == nil:
		return t.r
	case t.r == nil:
		return t.l
	default:
		m := t.r
		for m.l != nil {
			m = m.l
		}
		t.k = m.k
		t.r = t.r.del(m.k)
	}
	return t
}

type List struct {
	head, tail *elem
	n          int
}
type elem struct {
	v    interface{}
	next *elem
	prev *elem
}

func (l *List) push(v interface{}) {
	e := &elem{v: v, prev: l.tail}
	if l.tail == nil {
		l.head = e
	} else {
		l.tail.next = e
	}
	l.tail = e
	l.n++
}

func (l *List) remove(e *elem) {
	if e.prev != nil {
		e.prev.next = e.next
	} else {
		l.head = e.next
	}
	if e.next != nil {
		e.next.prev = e.prev
	} else {
		l.tail = e.prev
	}
	l.n--
}

func (l *List) String() string {
	var b strings.Builder
	for e := l.head; e != nil; e = e.next {
		fmt.Fprintf(&b, "%v,", e.v)
	}
	return b.String()
}

type Graph map[string][]string

func (g Graph) topo() (out []string) {
	seen := map[string]bool{}
	var visit func(string)
	visit = func(n string) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, m := range g[n] {
			visit(m)
		}
		out = append(out, n)
	}
	for _, n := range []string{"a", "b", "c", "d"} {
		visit(n)
	}
	return
}

type Heap []int

func (h *Heap) Push(x int) {
	*h = append(*h, x)
	for i := len(*h) - 1; i > 0 && (*h)[(i-1)/2] > (*h)[i]; i = (i - 1) / 2 {
		(*h)[i], (*h)[(i-1)/2] = (*h)[(i-1)/2], (*h)[i]
	}
}

func (h *Heap) Pop() int {
	old := *h
	top := old[0]
	old[0] = old[len(old)-1]
	*h = old[:len(old)-1]
	for i := 0; ; {
		c := 2*i + 1
		if c >= len(*h) {
			break
		}
		if c+1 < len(*h) && (*h)[c+1] < (*h)[c] {
			c++
		}
		if (*h)[i] <= (*h)[c] {
			break
		}
		(*h)[i], (*h)[c] = (*h)[c], (*h)[i]
		i = c
	}
	return top
}

func main() {
	var t *Tree
	for _, k := range []int{50, 30, 70, 20, 40, 60, 80, 30} {
		t = t.insert(k)
	}
	t = t.del(50).del(20).del(99)
	t.walk(func(k int) bool { fmt.Print(k, " "); return k < 70 })
	fmt.Println(t.k)
	l := &List{}
	for i := 0; i < 5; i++ {
		l.push(i)
	}
	l.push("x")
	l.remove(l.head)
	l.remove(l.tail)
	l.remove(l.head.next)
	fmt.Println(l, l.n)
	fmt.Println(Graph{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}.topo())
	h := &Heap{}
	for i := 0; i < 20; i++ {
		h.Push(i * 37 % 20)
	}
	for len(*h) > 0 {
		fmt.Print(h.Pop(), " ")
	}
	fmt.Println()
	memo := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(80))
}

// Output:
// 30 40 60 70 60
// 1,3,4, 3
// [d b c a]
// 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
// 23416728348467685
