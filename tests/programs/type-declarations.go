package main

import "fmt"

type (
	A     = int
	B     int
	C     = B
	List  []List
	Map   map[string]Map
	Fn    func(Fn) Fn
	Ch    chan Ch
	Ptr   *Ptr
	Iface interface{ Do(Iface) Iface }
	S     struct {
		*S
		next []S
		m    map[string]S
		f    func(S) S
	}
)

type Alias = struct{ X, Y int }

func (b B) Hi() string { return fmt.Sprint("B", int(b)) }

type doer int

func (d doer) Do(i Iface) Iface { return d + 1 }

func generic() interface{} {
	type T struct{ a int }
	return T{1}
}

func generic2() interface{} {
	type T struct{ a int }
	return T{1}
}

func main() {
	var a A = 5
	var i int = a
	var c C = 7
	fmt.Println(a, i, c.Hi(), B(i).Hi())
	fmt.Printf("%T %T %T\n", a, c, Alias{1, 2})
	l := List{{}, {{}, {}}, nil}
	fmt.Println(len(l), len(l[1]), l)
	m := Map{"a": {"b": nil}}
	fmt.Println(m, m["a"]["b"]["c"] == nil)
	calls := 0
	var f Fn
	f = func(g Fn) Fn { calls++; return f }
	f(f)(nil)(f)
	fmt.Println(calls)
	ch := make(Ch, 1)
	ch <- ch
	fmt.Println((<-ch) == ch)
	var p Ptr
	p = &p
	fmt.Println(*p == p)
	fmt.Println(doer(1).Do(nil).Do(nil))
	s := S{next: []S{{}, {}}, m: map[string]S{"x": {}}}
	s.f = func(x S) S { return x.next[0] }
	fmt.Println(len(s.next), s.f(s).next == nil, s.S == nil)
	fmt.Println(generic() == generic2(), generic() == generic())
	fmt.Printf("%T %T\n", generic(), generic2())
	type local B
	_, has := interface{}(local(1)).(interface{ Hi() string })
	fmt.Println(has)
	type emb struct{ B }
	fmt.Println(emb{3}.Hi())
	type (
		x = []y
		z struct{ v int }
	)
	var xs x = x{1, 2}
	fmt.Println(xs, z{5})
	const k = len([...]int{1, 2, 3})
	type arr [k * 2]uint16
	fmt.Println(len(arr{}), fmt.Sprintf("%T", arr{}))
	var e1 interface{} = struct{ A int }{1}
	var e2 interface{} = struct {
		A int `tag`
	}{1}
	fmt.Println(e1 == e2, e1 == interface{}(struct{ A int }{1}))
	fmt.Printf("%T\n%T\n", e2, struct {
		a, b int
		C    []func(x int, y ...string) (z error)
	}{})
	fmt.Printf("%T %T %T\n", (<-chan int)(nil), (chan<- int)(nil), make(chan (<-chan int)))
	fmt.Printf("%T %T\n", map[[2]string]*[]int{}, (*interface{ M(int) })(nil))
}

type y = int

// Output:
// 5 5 B7 B5
// int main.B struct { X int; Y int }
// 3 2 [[] [[] []] []]
// map[a:map[b:map[]]] true
// 3
// true
// true
// 3
// 2 true true
// false true
// main.T main.T
// false
// B3
// [1 2] {5}
// 6 main.arr
// false true
// struct { A int "tag" }
// struct { a int; b int; C []func(int, ...string) error }
// <-chan int chan<- int chan (<-chan int)
// map[[2]string]*[]int *interface { M(int) }
