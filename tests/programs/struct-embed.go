package main

import "fmt"

type Animal struct {
	Name string
	legs int
}

func (a Animal) Sound() string    { return a.Name + " makes a sound" }
func (a *Animal) Rename(n string) { a.Name = n }
func (a Animal) Legs() int        { return a.legs }
func (a Animal) Describe() string { return "animal:" + a.Sound() }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Sound() string { return d.Name + " barks" }

type Puppy struct {
	*Dog
	age int
}

type A struct{ x, y int }
type B struct{ x, z int }
type C struct {
	A
	B
	y string
}

type Mid1 struct{ Deep }
type Mid2 struct{ Deep2 }
type Deep struct{ v int }
type Deep2 struct{ w int }

func (Deep) M() string { return "Deep.M" }

type Top struct {
	Mid1
	Mid2
	fmt.Stringer
}

type str string

func (s str) String() string { return "str(" + string(s) + ")" }

type MyInt int

func (m *MyInt) Inc()    { *m++ }
func (m MyInt) Get() int { return int(m) }

type Counter struct {
	MyInt
	n int
}

func main() {
	d := Dog{Animal{"Rex", 4}, "lab"}
	fmt.Println(d.Sound(), "|", d.Animal.Sound(), "|", d.Describe(), "|", d.Legs(), d.legs)
	d.Rename("Max")
	fmt.Println(d.Name, d.Animal.Name)
	p := Puppy{&d, 1}
	p.Rename("Tiny")
	fmt.Println(d.Name, p.Name, p.Sound(), p.Breed, p.Dog.Animal.legs)
	q := p
	q.Name = "Shared"
	fmt.Println(p.Name, d.Name)
	c := C{A{1, 2}, B{3, 4}, "y"}
	fmt.Println(c.y, c.A.y, c.A.x, c.B.x, c.z)
	t := Top{Stringer: str("s")}
	t.v = 5
	t.Mid2.w = 6
	fmt.Println(t.v, t.Deep.v, t.Mid1.Deep.v, t.w, t.M(), t.String())
	fmt.Println(t)
	var k Counter
	k.Inc()
	k.MyInt.Inc()
	(&k).Inc()
	k.MyInt += 10
	fmt.Println(k.Get(), k.MyInt, k)
	var s fmt.Stringer = t
	fmt.Println(s.String())
	anon := struct {
		Animal
		*A
		extra int
	}{Animal{"Anon", 2}, &A{7, 8}, 9}
	anon.x++
	fmt.Println(anon.Name, anon.x, anon.y, anon.Sound(), anon.extra)
	var np Puppy
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		fmt.Println(np.Name)
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var tt Top
		fmt.Println(tt.String())
	}()
	fmt.Printf("%v %+v\n", d, d)
	fmt.Printf("%#v\n", c)
}

// Output:
// Rex barks | Rex makes a sound | animal:Rex makes a sound | 4 4
// Max Max
// Tiny Tiny Tiny barks lab 4
// Shared Shared
// y 2 1 3 4
// 5 5 5 6 Deep.M str(s)
// str(s)
// 13 13 {13 0}
// str(s)
// Anon 8 8 Anon makes a sound 9
// recovered: runtime error: invalid memory address or nil pointer dereference
// recovered: runtime error: invalid memory address or nil pointer dereference
// {{Shared 4} lab} {Animal:{Name:Shared legs:4} Breed:lab}
// main.C{A:main.A{x:1, y:2}, B:main.B{x:3, z:4}, y:"y"}
