package main

import "fmt"

type T struct{ n int }

func (t T) V() int           { return t.n }
func (t *T) P() int          { t.n++; return t.n }
func (t T) Add(a, b int) int { return t.n + a + b }
func (t *T) Set(n int) *T    { t.n = n; return t }

type I interface{ V() int }
type E struct {
	*T
	name string
}
type F func() int

func (f F) Twice() int { return f() + f() }

var calls []string

func get(s string, t *T) *T { calls = append(calls, s); return t }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func main() {
	t := T{1}
	v := t.V
	p := t.P
	t.n = 10
	fmt.Println(v(), p(), t.n, p(), t.n, v())
	pt := &t
	v2 := pt.V
	pt.n = 50
	fmt.Println(v2(), pt.V())
	p2 := pt.P
	pt = &T{1000}
	fmt.Println(p2(), t.n)
	var i I = t
	iv := i.V
	i = T{7}
	fmt.Println(iv(), i.V())
	e := E{&t, "e"}
	ev, ep := e.V, e.P
	e.T = &T{0}
	fmt.Println(ev(), ep())
	fs := map[string]func() int{"v": t.V, "p": t.P}
	fmt.Println(fs["v"](), fs["p"](), fs["v"]())
	fmt.Println(F(t.V).Twice(), F(t.P).Twice())
	add := t.Add
	fmt.Println(add(1, 2), T.Add(t, 3, 4), (*T).Add(&t, 5, 6))
	fmt.Println(get("a", &t).Set(3).P(), calls)
	g := get("b", &t).V
	fmt.Println(calls)
	g()
	g()
	fmt.Println(calls)
	var np *T
	try("nil ptr method value, pointer receiver", func() { _ = np.P })
	try("nil ptr method value, value receiver", func() { _ = np.V })
	var ni I
	try("nil interface method value", func() { _ = ni.V })
	try("call nil P", func() { np.P() })
	defer t.P()
	defer fmt.Println("deferred", t.V(), t.P())
	d := t.V
	t.n = 0
	defer func() { fmt.Println(d(), t.n) }()
	for _, m := range []func() int{t.V, (&t).V, T{5}.V, (&T{6}).P, func() int { return 9 }} {
		fmt.Print(m(), " ")
	}
	fmt.Println()
	fmt.Println(func() int { return T.V(t) }() >= 0, t.Set != nil)
}

// Output:
// 1 11 12 12 12 1
// 12 50
// 51 51
// 51 7
// 51 52
// 52 53 52
// 106 109
// 58 62 66
// 4 [a]
// [a b]
// [a b]
// nil ptr method value, pointer receiver fine
// nil ptr method value, value receiver panic: runtime error: invalid memory address or nil pointer dereference
// nil interface method value panic: runtime error: invalid memory address or nil pointer dereference
// call nil P panic: runtime error: invalid memory address or nil pointer dereference
// 0 0 5 7 9
// true true
// 5 0
// deferred 4 5
