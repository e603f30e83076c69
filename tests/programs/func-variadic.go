package main

import "fmt"

func v(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs == nil, xs) }
func mod(xs ...int)                  { xs[0] = 100 }
func ifs(xs ...interface{}) int      { return len(xs) }
func strs(xs ...string) []string     { return append(xs, "end") }
func multi() (string, int, int)      { return "m", 1, 2 }

type T struct{}

func (T) V(xs ...float64) (s float64) {
	for _, x := range xs {
		s += x
	}
	return
}

type Opt func(*cfg)
type cfg struct{ a, b int }

func WithA(a int) Opt { return func(c *cfg) { c.a = a } }
func WithB(b int) Opt { return func(c *cfg) { c.b = b } }
func New(opts ...Opt) (c cfg) {
	for _, o := range opts {
		o(&c)
	}
	return
}

func main() {
	fmt.Println(v("a"), v("b", 1), v("c", 1, 2), v("d", []int{3, 4}...), v("e", nil...), v("f", []int{}...))
	fmt.Println(v(multi()))
	s := []int{1, 2}
	mod(s...)
	fmt.Println(s)
	mod(s[0], s[1])
	fmt.Println(s)
	var x []interface{}
	fmt.Println(ifs(), ifs(nil), ifs(nil, nil), ifs(x), ifs(x...), ifs([]interface{}{1, 2, 3}...), ifs([]int{1, 2}), ifs(multi()))
	base := make([]string, 1, 5)
	r := strs(base...)
	fmt.Println(r, base[:2])
	f := v
	var g func(string, ...int) string = f
	fmt.Printf("%T %s\n", g, g("g", 9))
	fmt.Println(T{}.V(), T{}.V(1, 2.5), T.V(T{}, 3, 4))
	fmt.Println(New(), New(WithA(1)), New(WithB(2), WithA(3)))
	h := func(fs ...func() int) (n int) {
		for _, f := range fs {
			n += f()
		}
		return
	}
	fmt.Println(h(), h(func() int { return 1 }, func() int { return 2 }))
	fmt.Println(func(a int, bs ...byte) string { return string(bs) }(1, []byte("hello")...) == "x")
}

// Output:
// a0 true [] b1 false [1] c2 false [1 2] d2 false [3 4] e0 true [] f0 false []
// m2 false [1 2]
// [100 2]
// [100 2]
// 0 1 2 1 0 3 1 3
// [ end] [ end]
// func(string, ...int) string g1 false [9]
// 0 3.5 7
// {0 0} {1 0} {3 2}
// 0 3
// false
