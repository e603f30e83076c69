package main

import "fmt"

type V struct{ n int }

func (v V) Get() int   { return v.n }
func (v *V) Set(n int) { v.n = n }

type Getter interface{ Get() int }
type Setter interface{ Set(int) }
type Both interface {
	Getter
	Setter
}
type EV struct{ V }
type EP struct{ *V }
type EI struct{ Both }
type Named V
type Alias = V
type PtrV *V

func has(name string, x interface{}) {
	_, g := x.(Getter)
	_, s := x.(Setter)
	_, b := x.(Both)
	fmt.Println(name, g, s, b)
}

type Loop struct {
	*Loop
	v int
}

func (Loop) Foo() int { return 1 }

type X1 struct{}

func (X1) M() string { return "X1" }

type X2 struct{}

func (X2) M() string { return "X2" }

type Amb struct {
	X1
	X2
}
type Amb2 struct {
	Amb
	D
}
type D struct{}

func (D) M() string { return "D" }

type Fld struct{ M int }
type Hide struct {
	Fld
	Y struct{ D }
}

func main() {
	v := V{1}
	has("V", v)
	has("*V", &v)
	has("EV", EV{v})
	has("*EV", &EV{v})
	has("EP", EP{&v})
	has("*EP", &EP{&v})
	has("EI", EI{&v})
	has("Named", Named(v))
	has("Alias", Alias(v))
	has("PtrV", PtrV(&v))
	has("nil", nil)
	e := EV{v}
	e.Set(5)
	var b Both = &e
	b.Set(b.Get() + 1)
	fmt.Println(e.n, v.n)
	ep := EP{&v}
	var s Setter = ep
	s.Set(77)
	fmt.Println(v.n, ep.Get(), EI{ep}.Get())
	_, ok := interface{}(Amb{}).(interface{ M() string })
	fmt.Println(ok, Amb{}.X1.M(), Amb{}.X2.M())
	m, ok := interface{}(Amb2{}).(interface{ M() string })
	fmt.Println(ok, m.M())
	fmt.Println(Hide{}.M, Hide{}.Y.M())
	fmt.Println(Loop{v: 3}.Foo(), Loop{&Loop{nil, 4}, 5}.Loop.v)
	arr := []V{{1}, {2}}
	arr[0].Set(9)
	(&arr[1]).Set(8)
	fmt.Println(arr)
	mp := map[string]*V{"a": {1}}
	mp["a"].Set(3)
	fmt.Println(mp["a"].Get())
	f := func() *V { return &v }
	f().Set(1)
	fmt.Println(f().Get())
}

// Output:
// V true false false
// *V true true true
// EV true false false
// *EV true true true
// EP true true true
// *EP true true true
// EI true true true
// Named false false false
// Alias true false false
// PtrV false false false
// nil false false false
// 6 1
// 77 77 77
// false X1 X2
// true D
// 0 D
// 1 4
// [{9} {8}]
// 3
// 1
