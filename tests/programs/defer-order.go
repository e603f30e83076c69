package main

import "fmt"

type T struct{ n int }

func (t T) Val()  { fmt.Print("val", t.n, " ") }
func (t *T) Ptr() { fmt.Print("ptr", t.n, " ") }

func trace(s string) string { fmt.Print("enter ", s, "; "); return s }
func un(s string)           { fmt.Print("leave ", s, "; ") }

func nested() {
	defer un(trace("a"))
	func() {
		defer un(trace("b"))
		defer un(trace("c"))
	}()
	fmt.Print("body; ")
}

func get(i int) func() { fmt.Print("get", i, " "); return func() { fmt.Print("run", i, " ") } }

func result() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	n = 1
	return n + 10
}

func result2() int {
	n := 5
	defer func() { n = 100 }()
	return n
}

func result3() (a, b int) {
	defer func() { a, b = b, a }()
	return 1, 2
}

func result4() (p *int, v int) {
	p = &v
	defer func() { *p += 1 }()
	return p, 41
}

func loops() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("loop", i, " ")
		if i == 1 {
			continue
		}
		defer func(i int) { fmt.Print("lit", i, " ") }(i * 10)
	}
	fmt.Print("end ")
}

func inDefer() {
	defer func() {
		defer func() { fmt.Print("inner-inner ") }()
		defer fmt.Print("inner ")
		fmt.Print("outer ")
	}()
}

func variadic(xs ...int) { fmt.Print(len(xs), xs, " ") }

func early(n int) {
	defer fmt.Print("always ")
	if n > 0 {
		return
	}
	defer fmt.Print("sometimes ")
}

func main() {
	nested()
	fmt.Println()
	func() { defer get(1)(); defer get(2)(); fmt.Print("body ") }()
	fmt.Println()
	fmt.Println(result(), result2())
	fmt.Println(result3())
	p, v := result4()
	fmt.Println(*p, v)
	loops()
	fmt.Println()
	inDefer()
	fmt.Println()
	func() {
		t := T{1}
		defer t.Val()
		defer t.Ptr()
		pt := &t
		defer pt.Val()
		defer pt.Ptr()
		t.n = 2
		pt = &T{3}
	}()
	fmt.Println()
	func() {
		s := []int{1, 2}
		defer variadic(s...)
		defer variadic(s[0], 5)
		s[0] = 9
		s = append(s, 3)
	}()
	fmt.Println()
	func() {
		a := [2]int{1, 2}
		defer fmt.Print(a, " ")
		x := 1
		defer fmt.Print(x, &x != nil, " ")
		x, a[0] = 2, 50
		f := func() { fmt.Print("old ") }
		defer f()
		f = func() { fmt.Print("new ") }
		m := map[string]int{"a": 1}
		defer fmt.Print(m, m["a"], " ")
		m["a"] = 2
		var i interface{ Val() } = T{7}
		defer i.Val()
		i = T{8}
	}()
	fmt.Println()
	early(0)
	early(1)
	fmt.Println()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		var f func()
		defer f()
		fmt.Print("nil func deferred fine until run; ")
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		var i fmt.Stringer
		defer i.String()
		fmt.Print("not reached")
	}()
	func() {
		ch := make(chan int, 3)
		defer close(ch)
		m := map[int]int{1: 1}
		defer delete(m, 1)
		defer print()
		defer func() { copy([]int{1}, []int{2}) }()
		defer panic("deferred panic")
		defer func() { recover() }()
		defer func() { fmt.Println("r", recover()) }()
	}()
}

// Output:
// enter a; enter b; enter c; leave c; leave b; body; leave a;
// get1 get2 body run2 run1
// 28 5
// 2 1
// 42 42
// end lit20 loop2 loop1 lit0 loop0
// outer inner inner-inner
// ptr2 val1 ptr2 val1
// 2 [1 5] 2 [9 2]
// val7 map[a:2] 1 old 1 true [1 2]
// sometimes always always
// nil func deferred fine until run; recovered runtime error: invalid memory address or nil pointer dereference
// recovered runtime error: invalid memory address or nil pointer dereference
// r <nil>
// Stderr: panic: deferred panic
// Exit: 2
