package main

import (
	"errors"
	"fmt"
)

type P struct {
	X, Y int
}
type N struct {
	Name string
	P    *P
	Q    P
	m    map[string]int
	s    []interface{}
	f    func()
	c    chan int
	e    error
	i    interface{}
	b    []byte
	r    rune
	u8   uint8
	fl   float64
	arr  [2]bool
}
type St struct{ v int }

func (s St) String() string { return fmt.Sprintf("<St %d>", s.v) }

type PS struct{ v int }

func (s *PS) String() string { return fmt.Sprintf("<PS %d>", s.v) }

type Er int

func (e Er) Error() string { return fmt.Sprintf("Er%d", int(e)) }

type Gs struct{ a int }

func (Gs) GoString() string { return "Gs!" }

type Fm struct{}

func (Fm) Format(f fmt.State, c rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	if !wok {
		w = -1
	}
	if !pok {
		p = -1
	}
	fmt.Fprintf(f, "[%c %d %v %d %v %v %v %v %v %v]", c, w, wok, p, pok, f.Flag('+'), f.Flag('-'), f.Flag('#'), f.Flag('0'), f.Flag(' '))
}

type Pan struct{}

func (Pan) String() string { panic("boom") }

type NilS struct{}

func (n *NilS) String() string { return fmt.Sprint(*n) }

type Rec struct {
	V    int
	Next *Rec
}
type Emb struct {
	P
	*St
	Er
}
type Str string
type Strs []Str
type I int
type Fl float32
type Bs []byte
type By byte

func main() {
	p := P{1, 2}
	fmt.Printf("%v|%+v|%#v|%T|%d|%x|%s\n", p, p, p, p, p, p, p)
	n := N{Name: "n", m: map[string]int{"k": 1}, s: []interface{}{1, "a", nil}, b: []byte("b"), r: 'r', arr: [2]bool{true, false}, i: p}
	fmt.Printf("%v\n%+v\n%#v\n", n, n, n)
	fmt.Printf("%v %+v %v\n", &p, &p, []*P{nil})
	fmt.Printf("%#v %v %v\n", &p, &[]int{1}, &map[string]int{"a": 1})
	fmt.Println(St{1}, &St{2}, []St{{3}}, map[string]St{"a": {4}}, struct{ S St }{St{5}}, struct{ s St }{St{6}})
	fmt.Println(PS{1}, &PS{2}, []PS{{3}}, struct{ S PS }{PS{5}})
	fmt.Printf("%v %s %d %+v %#v %x %q\n", St{1}, St{1}, St{1}, St{1}, St{1}, St{1}, St{1})
	fmt.Printf("%v %s %d %#v %x\n", Er(1), Er(2), Er(3), Er(4), Er(5))
	fmt.Printf("%v %#v %s\n", Gs{1}, Gs{1}, Gs{1})
	fmt.Printf("%v|%5.2f|%+d|%-#08x|% q\n", Fm{}, Fm{}, Fm{}, Fm{}, Fm{})
	fmt.Println(Fm{}, []Fm{{}})
	fmt.Printf("%v %d\n", Pan{}, Pan{})
	var np *NilS
	var ns *St
	fmt.Printf("%v %s\n", np, ns)
	fmt.Printf("%v %+v\n", Rec{1, nil}, Rec{V: 2})
	e := Emb{p, &St{9}, 3}
	fmt.Printf("%T\n", e)
	fmt.Printf("%v %s %q %#v %x\n", Str("s"), Str("s"), Str("s"), Str("s"), Str("s"))
	fmt.Printf("%v %q %#v\n", Strs{"a", "b"}, Strs{"a"}, Strs{"c"})
	fmt.Printf("%v %#v %#v %#v %v %#v\n", I(5), I(5), Fl(1.5), Bs("q"), Bs("q"), By(3))
	fmt.Printf("%#v %#v %#v %#v\n", []interface{}{1, "a", nil, 2.5}, map[string]interface{}{"k": []int{1}}, [2]string{"a"}, struct{}{})
	fmt.Printf("%#v %#v %#v\n", []string(nil), map[int]bool(nil), (*int)(nil))
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, 1e6, 1e21, float32(0.1), 2i)
	fmt.Printf("%#v %#v\n", errors.New("x") != nil, [...]rune{'a'})
	fmt.Printf("%#v\n", struct {
		A interface{}
		B *int
		C []P
		D map[P]string
		E struct{ F int }
	}{C: []P{{1, 2}}, D: map[P]string{{3, 4}: "x"}})
	fmt.Printf("%v %v\n", [3]byte{1, 2, 3}, &[3]byte{1, 2, 3})
	fmt.Printf("%s %x %v\n", [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, []interface{}{[]byte("a"), "b"})
	fmt.Printf("%t %v\n", struct{ a, b bool }{true, false}, []bool{true})
	fmt.Printf("%6d|%-4v|%+.1f\n", p, p, []float32{1.25})
	fmt.Printf("%v %v\n", fmt.Errorf("wrap: %w", Er(1)), fmt.Errorf("%d%%", 5))
	fmt.Printf("%w\n", Er(1))
	var ip interface{} = &p
	fmt.Printf("%v %+v\n", ip, struct{ P *P }{nil})
	fmt.Printf("%p %v %t\n", nil, (*int)(nil), (func())(nil) == nil)
	fmt.Printf("%v %d %s\n", struct{ e error }{Er(3)}, struct{ e error }{Er(3)}, struct{ E error }{Er(3)})
	fmt.Printf("%v\n", [][]string{{"a"}, {}, nil})
	fmt.Printf("%d %v\n", map[string][]int{"z": {1}, "a": {2, 3}}, map[I]Str{2: "b", 1: "a"})
	fmt.Printf("%s|%v\n", errors.New("err"), []error{errors.New("a"), nil})
}

// Output:
// {1 2}|{X:1 Y:2}|main.P{X:1, Y:2}|main.P|{1 2}|{1 2}|{%!s(int=1) %!s(int=2)}
// {n <nil> {0 0} map[k:1] [1 a <nil>] <nil> <nil> <nil> {1 2} [98] 114 0 0 [true false]}
// {Name:n P:<nil> Q:{X:0 Y:0} m:map[k:1] s:[1 a <nil>] f:<nil> c:<nil> e:<nil> i:{X:1 Y:2} b:[98] r:114 u8:0 fl:0 arr:[true false]}
// main.N{Name:"n", P:(*main.P)(nil), Q:main.P{X:0, Y:0}, m:map[string]int{"k":1}, s:[]interface {}{1, "a", interface {}(nil)}, f:(func())(nil), c:(chan int)(nil), e:error(nil), i:main.P{X:1, Y:2}, b:[]uint8{0x62}, r:114, u8:0x0, fl:0, arr:[2]bool{true, false}}
// &{1 2} &{X:1 Y:2} [<nil>]
// &main.P{X:1, Y:2} &[1] &map[a:1]
// <St 1> <St 2> [<St 3>] map[a:<St 4>] {<St 5>} {{6}}
// {1} <PS 2> [{3}] {{5}}
// <St 1> <St 1> {1} <St 1> main.St{v:1} 3c537420313e "<St 1>"
// Er1 Er2 3 4 457235
// {1} Gs! {%!s(int=1)}
// [v -1 false -1 false false false false false false]|[f 5 true 2 true false false false false false]|[d -1 false -1 false true false false false false]|[x 8 true -1 false false true true false false]|[q -1 false -1 false false false false false true]
// [v -1 false -1 false false false false false false] [[v -1 false -1 false false false false false false]]
// %!v(PANIC=String method: boom) {}
// <nil> <nil>
// {1 <nil>} {V:2 Next:<nil>}
// main.Emb
// s s "s" "s" 73
// [a b] ["a"] main.Strs{"c"}
// 5 5 1.5 main.Bs{0x71} [113] 0x3
// []interface {}{1, "a", interface {}(nil), 2.5} map[string]interface {}{"k":[]int{1}} [2]string{"a", ""} struct {}{}
// []string(nil) map[int]bool(nil) (*int)(nil)
// 1 1e+06 1e+21 0.1 (0+2i)
// true [1]int32{97}
// struct { A interface {}; B *int; C []main.P; D map[main.P]string; E struct { F int } }{A:interface {}(nil), B:(*int)(nil), C:[]main.P{main.P{X:1, Y:2}}, D:map[main.P]string{main.P{X:3, Y:4}:"x"}, E:struct { F int }{F:0}}
// [1 2 3] &[1 2 3]
// ABC 414243 [[97] b]
// {true false} [true]
// {     1      2}|{1    2   }|[+1.2]
// wrap: Er1 5%
// %!w(main.Er=1)
// &{1 2} {P:<nil>}
// %!p(<nil>) <nil> true
// {3} {3} {Er3}
// [[a] [] []]
// map[%!d(string=a):[2 3] %!d(string=z):[1]] map[1:a 2:b]
// err|[a <nil>]
