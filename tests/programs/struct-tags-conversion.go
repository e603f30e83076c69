package main

import "fmt"

type A struct {
	X int `json:"x"`
	Y string
}
type B struct {
	X int
	Y string `db:"y"`
}
type C A
type Rec struct {
	Next *Rec
	V    int
}
type Rec2 Rec
type F func(int) string
type G func(int) string
type Ints []int
type Ints2 []int
type Ch chan int
type RO <-chan int
type Ptr *int
type BytesA []byte

func (a A) Hi() string { return "A" + a.Y }
func (i Ints) Sum() (s int) {
	for _, v := range i {
		s += v
	}
	return
}
func (f F) Call(i int) string { return f(i) }

func main() {
	a := A{1, "q"}
	b := B(a)
	c := C(b)
	anon := struct {
		X int
		Y string
	}(c)
	fmt.Println(a, b, c, anon, A(anon).Hi(), A(c).Hi())
	pb := (*B)(&a)
	pb.X = 50
	fmt.Println(a.X)
	r := Rec{V: 1}
	r2 := Rec2(r)
	r2.Next = &r
	fmt.Println(r2.Next.V, r2.V)
	f := F(func(i int) string { return fmt.Sprint("f", i) })
	g := G(f)
	var raw func(int) string = g
	fmt.Println(f.Call(1), g(2), F(raw).Call(3), F(g)(4))
	x := []int{1, 2, 3}
	var y Ints = x
	z := Ints2(y)
	z[0] = 10
	fmt.Println(y.Sum(), Ints(z).Sum(), Ints{4, 5}.Sum(), Ints(nil).Sum())
	ch := make(Ch, 1)
	var ro RO = (chan int)(ch)
	ch <- 5
	fmt.Println(<-ro)
	n := 7
	var p Ptr = &n
	*p = 8
	fmt.Println(n, *(*int)(p))
	s := string(BytesA("abc"))
	var e interface{} = BytesA("abc")
	_, isBytes := e.([]byte)
	fmt.Println(s, isBytes, []byte(e.(BytesA)))
	var iface interface{ Hi() string } = A(b)
	_, ok := interface{}(b).(interface{ Hi() string })
	fmt.Println(iface.Hi(), ok)
	fmt.Printf("%T %T %T %T %T\n", a, c, anon, f, y)
}

// Output:
// {1 q} {1 q} {1 q} {1 q} Aq Aq
// 50
// 1 1
// f1 f2 f3 f4
// 15 15 9 0
// 5
// 8 8
// abc false [97 98 99]
// Aq false
// main.A main.C struct { X int; Y string } main.F main.Ints
