package main

import "fmt"

type Point struct{ X, Y int }
type Line struct{ A, B *Point }
type Tree struct {
	L, R *Tree
	V    int
}
type M map[string][]Point
type Fn func(int) Fn

func (t *Tree) Sum() int {
	if t == nil {
		return 0
	}
	return t.V + t.L.Sum() + t.R.Sum()
}

var global = []*Point{{1, 2}, nil, {Y: 5}}

func main() {
	l := Line{&Point{1, 2}, &Point{Y: 4}}
	fmt.Println(*l.A, *l.B)
	m := M{"a": {{1, 2}, {3, 4}}, "b": nil, "c": {}}
	fmt.Println(m, m["b"] == nil, m["c"] == nil)
	mp := map[Point]*Point{{1, 2}: {3, 4}, {}: {}}
	fmt.Println(*mp[Point{1, 2}], *mp[Point{0, 0}], len(mp))
	nested := [][]Point{{{1, 2}}, {}, {{3, 4}, {5, 6}}}
	fmt.Println(nested, len(nested[1]))
	arr := [...][2]*Point{{{1, 1}, nil}, 2: {1: {2, 2}}}
	fmt.Println(len(arr), *arr[0][0], *arr[2][1], arr[1][0] == nil)
	t := &Tree{&Tree{nil, &Tree{V: 3}, 2}, &Tree{V: 4}, 1}
	fmt.Println(t.Sum(), t.L.R.V)
	anon := []struct {
		name string
		f    func(int) int
	}{{"inc", func(i int) int { return i + 1 }}, {name: "dbl", f: func(i int) int { return i * 2 }}}
	for _, a := range anon {
		fmt.Print(a.name, a.f(10), " ")
	}
	fmt.Println()
	idx := [...]string{2: "two", "three", 0: "zero", 7: "seven"}
	fmt.Printf("%d %q\n", len(idx), idx)
	const k = 3
	ks := []int{k: 1, k + 1: 2, 'a' - 'a': 9, 10}
	fmt.Println(ks)
	var i interface{} = struct {
		Point
		Z int
	}{Point{1, 2}, 3}
	fmt.Printf("%v %+v %#v\n", i, i, i)
	fmt.Println(*global[0], global[1], global[2].Y)
	p := &[]int{1, 2, 3}
	pm := &map[string]int{"k": 1}
	pa := &[2]bool{true}
	(*pm)["z"] = len(*p)
	fmt.Println(*p, *pm, pa[0], len(pa), pa[1:])
	for _, pt := range []Point{{1, 2}, {3, 4}} {
		pt.X = 100
		fmt.Print(pt)
	}
	fmt.Println()
	if p := (Point{1, 2}); p.X == 1 {
		fmt.Println("paren", p)
	}
	pp := &Point{}
	pp2 := &Point{}
	fmt.Println(pp == pp2, *pp == *pp2)
	order := ""
	o := func(s string) int { order += s; return len(order) }
	pt := Point{Y: o("y"), X: o("x")}
	mm := map[int]int{o("k"): o("v")}
	fmt.Println(pt, order, mm)
	var _ = [...]func(){func() {}, nil}
	fmt.Println([]rune{'a': 1}['a'], len([]rune{'a': 1}), [][]int{{1}, {2, 3}}[1][1], map[string]int{"q": 5}["q"], Point{7, 8}.Y, (&Point{9, 1}).X)
}

// Output:
// {1 2} {0 4}
// map[a:[{1 2} {3 4}] b:[] c:[]] true false
// {3 4} {0 0} 2
// [[{1 2}] [] [{3 4} {5 6}]] 0
// 3 {1 1} {2 2} true
// 10 3
// inc11 dbl20
// 8 ["zero" "" "two" "three" "" "" "" "seven"]
// [9 10 0 1 2]
// {{1 2} 3} {Point:{X:1 Y:2} Z:3} struct { main.Point; Z int }{Point:main.Point{X:1, Y:2}, Z:3}
// {1 2} <nil> 5
// [1 2 3] map[k:1 z:3] true 2 [false]
// {100 2}{100 4}
// paren {1 2}
// false true
// {2 1} yxkv map[3:4]
// 1 98 3 5 8 9
