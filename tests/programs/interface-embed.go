package main

import (
	"fmt"
	"sort"
	"strings"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) }
type Closer interface{ Close() error }
type RW interface {
	Reader
	Writer
}
type RWC interface {
	RW
	Closer
	Reader
}

type file struct {
	data []string
	log  *strings.Builder
}

func (f *file) Read() string {
	if len(f.data) == 0 {
		return ""
	}
	s := f.data[0]
	f.data = f.data[1:]
	return s
}
func (f *file) Write(s string) { f.data = append(f.data, s) }
func (f *file) Close() error   { f.log.WriteString("closed;"); return nil }

type upper struct{ RW }

func (u upper) Read() string { return strings.ToUpper(u.RW.Read()) }

type logged struct {
	Reader
	n *int
}

func (l logged) Read() string { *l.n++; return l.Reader.Read() }

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type partial struct{ sort.Interface }

func (partial) Len() int { return 0 }

func main() {
	log := &strings.Builder{}
	var rwc RWC = &file{log: log}
	rwc.Write("hello")
	rwc.Write("world")
	var rw RW = rwc
	u := upper{rw}
	n := 0
	l := logged{logged{u, &n}, &n}
	fmt.Println(l.Read(), n)
	u.Write("more")
	fmt.Println(u.RW.Read(), u.Read(), u.Read() == "")
	if c, ok := rw.(Closer); ok {
		c.Close()
	}
	_, ok := interface{}(u).(Closer)
	fmt.Println(log.String(), ok)
	xs := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(xs)})
	fmt.Println(xs)
	sort.Sort(reverse{reverse{sort.IntSlice(xs)}})
	fmt.Println(xs)
	sort.Sort(partial{})
	func() {
		defer func() { fmt.Println(recover()) }()
		partial{}.Swap(0, 1)
	}()
	var r Reader = rwc
	w := r.(Writer)
	w.Write("z")
	fmt.Println(r.Read(), r == Reader(rwc), interface{}(w) == interface{}(r))
	var a interface {
		fmt.Stringer
		error
	} = both{}
	fmt.Println(a.String(), a.Error(), a)
}

type both struct{}

func (both) String() string { return "S" }
func (both) Error() string  { return "E" }

// Output:
// HELLO 2
// world MORE true
// closed; false
// [3 2 1]
// [1 2 3]
// runtime error: invalid memory address or nil pointer dereference
// z true true
// S E E
