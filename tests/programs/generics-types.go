package main

import (
	"errors"
	"fmt"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) *Stack[T] { s.items = append(s.items, v); return s }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, errors.New("empty")
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return
}
func (s Stack[_]) Len() int { return len(s.items) }

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }
func (p Pair[A, B]) String() string          { return fmt.Sprintf("<%v,%v>", p.First, p.Second) }

type List[T any] struct {
	head, tail *node[T]
	n          int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(vs ...T) {
	for _, v := range vs {
		n := &node[T]{v: v}
		if l.tail == nil {
			l.head = n
		} else {
			l.tail.next = n
		}
		l.tail = n
		l.n++
	}
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}

type Tree[K any, V any] struct {
	root *tnode[K, V]
	cmp  func(a, b K) int
}
type tnode[K, V any] struct {
	k    K
	v    V
	l, r *tnode[K, V]
}

func (t *Tree[K, V]) find(k K) **tnode[K, V] {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			return p
		}
	}
	return p
}
func (t *Tree[K, V]) Put(k K, v V) bool {
	p := t.find(k)
	if *p != nil {
		(*p).v = v
		return false
	}
	*p = &tnode[K, V]{k: k, v: v}
	return true
}
func (t *Tree[K, V]) Get(k K) (v V, ok bool) {
	if p := t.find(k); *p != nil {
		return (*p).v, true
	}
	return
}
func (t *Tree[K, V]) Walk(f func(K, V)) {
	var w func(*tnode[K, V])
	w = func(n *tnode[K, V]) {
		if n != nil {
			w(n.l)
			f(n.k, n.v)
			w(n.r)
		}
	}
	w(t.root)
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T) Set[T] { s[v] = struct{}{}; return s }
func (s Set[T]) Has(v T) bool   { _, ok := s[v]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := Set[T]{}
	for _, x := range []Set[T]{s, o} {
		for k := range x {
			r.Add(k)
		}
	}
	return r
}

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) Or(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

type Num interface{ ~int | ~float64 }
type Vec[T Num] []T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

type Fn[A, B any] func(A) B

func (f Fn[A, B]) Call(a A) B { return f(a) }

type Chan[T any] chan T

func (c Chan[T]) Drain() (out []T) {
	close(c)
	for v := range c {
		out = append(out, v)
	}
	return
}

type Arr[T any] [3]T
type Matrix[T Num] [][]T
type Emb[T any] struct {
	Stack[T]
	*List[T]
	name string
}
type IntStack = Stack[int]
type Named Stack[string]
type Rec[T any] struct {
	v    T
	subs []Rec[T]
	m    map[string]*Rec[T]
}

func (r Rec[T]) Count() int {
	n := 1
	for _, s := range r.subs {
		n += s.Count()
	}
	return n
}

func main() {
	var s Stack[int]
	s.Push(1).Push(2)
	a, _ := s.Pop()
	b, _ := s.Pop()
	_, err := s.Pop()
	fmt.Println(a, b, err, s.Len())
	var is IntStack
	is.Push(4)
	fmt.Printf("%T %v\n", is, is)
	p := MakePair("a", 1)
	fmt.Println(p, p.Swap(), MakePair(p, p.Swap()))
	fmt.Printf("%T %T\n", p, MakePair(p, []int{}))
	fmt.Println(p == Pair[string, int]{"a", 1}, interface{}(p) == interface{}(MakePair("a", 1)))
	var l List[Pair[string, int]]
	l.Add(p, MakePair("b", 2))
	l.Each(func(i int, p Pair[string, int]) { fmt.Print(i, p.First, p.Second, " ") })
	fmt.Println(l.n)
	t := Tree[string, int]{cmp: func(a, b string) int {
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}}
	for i, w := range []string{"m", "c", "x", "a", "m"} {
		fmt.Print(t.Put(w, i), " ")
	}
	t.Walk(func(k string, v int) { fmt.Print(k, v, " ") })
	v, ok := t.Get("m")
	_, ok2 := t.Get("q")
	fmt.Println(v, ok, ok2)
	st := Set[string]{}.Add("x").Add("y").Add("x")
	fmt.Println(len(st), st.Has("x"), st.Has("z"), len(st.Union(Set[string]{"q": {}})))
	fmt.Println(Some(5).Or(1), None[string]().Or("default"), Some[error](nil).ok)
	fmt.Println(Vec[int]{1, 2}.Dot(Vec[int]{3, 4}), Vec[float64]{0.5}.Dot([]float64{4}))
	fmt.Println(Fn[int, string](func(i int) string { return fmt.Sprint("f", i) }).Call(3))
	c := make(Chan[rune], 3)
	c <- 'a'
	c <- 'b'
	fmt.Println(c.Drain())
	arr := Arr[bool]{1: true}
	fmt.Printf("%v %T %d\n", arr, arr, len(arr))
	e := Emb[int]{List: &List[int]{}, name: "e"}
	e.Push(9)
	e.Add(1, 2, 3)
	fmt.Println(e.Len(), e.n, e.items, e.name)
	n := Named(Stack[string]{[]string{"q"}})
	fmt.Println(n.items, (*Stack[string])(&n).Len())
	r := Rec[int]{1, []Rec[int]{{2, nil, nil}, {3, []Rec[int]{{}}, nil}}, nil}
	fmt.Println(r.Count(), Matrix[int]{{1}, {2, 3}})
	push := s.Push
	push(3)
	ex := (*Stack[int]).Push
	ex(&s, 4)
	fmt.Println(s.items, Stack[int].Len(s))
	var i interface{ Len() int } = &Stack[bool]{}
	switch x := i.(type) {
	case *Stack[int]:
		fmt.Println("int", x)
	case *Stack[bool]:
		fmt.Println("bool", x.Len())
	}
	fmt.Printf("%T %T %+v %#v\n", Rec[string]{}, &Tree[int, Pair[int, bool]]{}, Opt[int]{1, true}, Opt[string]{"a", true})
}

// Output:
// 2 1 empty 0
// main.Stack[int] {[4]}
// <a,1> <1,a> <<a,1>,<1,a>>
// main.Pair[string,int] main.Pair[main.Pair[string,int],[]int]
// true true
// 0a1 1b2 2
// true true true true false a3 c1 m4 x2 4 true false
// 2 true false 3
// 5 default true
// 11 2
// f3
// [97 98]
// [false true false] main.Arr[bool] 3
// 1 3 [9] e
// [q] 1
// 4 [[1] [2 3]]
// [3 4] 2
// bool 0
// main.Rec[string] *main.Tree[int,main.Pair[int,bool]] {v:1 ok:true} main.Opt[string]{v:"a", ok:true}
