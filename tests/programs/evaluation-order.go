package main

import "fmt"

var log []string

func i(s string, v int) int      { log = append(log, s); return v }
func sl(s string, v []int) []int { log = append(log, s); return v }
func fn(s string) func(...int) int {
	log = append(log, s)
	return func(a ...int) int { log = append(log, "call "+s); return len(a) }
}
func later(s string, start chan bool) func(int) { log = append(log, s); return func(int) { <-start } }
func mp(s string, m map[int]int) map[int]int { log = append(log, s); return m }
func pt(s string, p *T) *T                   { log = append(log, s); return p }
func show(name string)                       { fmt.Println(name, log); log = nil }
func two(s string) (int, int)                { log = append(log, s); return 1, 2 }
func ch(s string, c chan int) chan int       { log = append(log, s); return c }

type T struct {
	n int
	p *T
}

func (t *T) M(a int) *T { log = append(log, "M"); return t }

func main() {
	a := []int{1, 2, 3}
	m := map[int]int{}
	t := &T{n: 1}
	_ = i("a", 1) + i("b", 2)*i("c", 3)
	show("binary")
	sl("s", a)[i("idx", 1)] = i("val", 5)
	show("index assign")
	a[i("x", 0)], a[i("y", 1)] = i("p", 1), i("q", 2)
	show("tuple")
	mp("m", m)[i("k", 1)] = i("v", 2)
	show("map assign")
	_ = fn("f")(i("1", 1), i("2", 2), fn("g")(i("3", 3)))
	show("call")
	pt("t", t).M(i("m1", 1)).M(i("m2", 2)).n = i("rhs", 1)
	show("chain")
	_ = []int{i("e0", 0), i("e1", 1), 5: i("e5", 5)}
	show("slice lit")
	_ = T{p: pt("p", t), n: i("n", 1)}
	show("struct lit")
	_ = i("l", 0) == 1 && i("r", 1) == 1 || i("o", 1) == 1
	show("logic")
	_ = sl("s", a)[i("lo", 0):i("hi", 2):i("max", 3)]
	show("slice expr")
	c := make(chan int, 1)
	ch("c", c) <- i("send", 1)
	show("send")
	a[i("recvidx", 0)] = <-ch("rc", c)
	show("recv")
	sl("s", a)[i("op", 1)] += i("opv", 1)
	show("op assign")
	sl("s", a)[i("inc", 1)]++
	show("inc")
	x, y := i("x", 1), i("y", 2)
	x, y = y, x
	show("define")
	_ = append(sl("base", a), i("v1", 1), i("v2", 2))
	show("append")
	copy(sl("dst", a), sl("src", a))
	show("copy")
	func() { defer fn("df")(i("darg", 1)); log = append(log, "body") }()
	fmt.Println("defer", log[len(log)-2:])
	log = nil
	started := make(chan bool)
	go later("gof", started)(i("goarg", 1))
	show("go")
	close(started)
	switch i("tag", 3) {
	case i("c1", 1), i("c2", 3):
	case i("c3", 3):
	}
	show("switch")
	for k, v := range sl("range", a) {
		_, _ = k, v
	}
	show("range")
	delete(mp("dm", m), i("dk", 1))
	show("delete")
	if v := i("if", 1); v == i("cmp", 1) {
	}
	show("if")
	for q := i("init", 0); q < i("cond", 1); q += i("post", 1) {
	}
	show("for")
	p := &a[i("addr", 2)]
	*p = 7
	show("addr")
	k := 0
	arr := [3]int{}
	k, arr[k] = 2, 9
	fmt.Println(k, arr)
	k = 1
	arr[k], k = 8, 0
	fmt.Println(k, arr)
	t.p = &T{n: 2}
	t, t.n = t.p, 100
	fmt.Println(t.n)
	b := []int{1, 2, 3}
	b, b[0] = []int{7, 8}, 55
	fmt.Println(b)
	m[1], m[2] = two("two")
	fmt.Println(m)
	log = nil
	s := "ab"
	s, r := s[1:], s[:1]
	fmt.Println(s, r)
	n := 5
	ptr := &n
	n, *ptr = 1, 2
	fmt.Println(n)
	_ = map[int]int{i("k1", 1): i("v1", 1), i("k2", 2): i("v2", 2)}
	show("map literal")
	func(a, b int, c ...int) { log = append(log, "body") }(i("A", 1), i("B", 2), i("C", 3), i("D", 4))
	show("literal call")
	fmt.Sprint(i("p", 1), func() int { log = append(log, "lit"); return 1 }())
	show("sprint")
	var arr2 [2]*int
	arr2[i("w", 0)] = &[]int{i("z", 1)}[0]
	show("mix")
	select {
	case ch("s1", c) <- i("sv1", 1):
	case ch("s2", nil) <- i("sv2", 2):
	case <-ch("s3", nil):
	}
	show("select")
}

// Output:
// binary [a b c]
// index assign [s idx val]
// tuple [x y p q]
// map assign [m k v]
// call [f 1 2 g 3 call g call f]
// chain [t m1 M m2 M rhs]
// slice lit [e0 e1 e5]
// struct lit [p n]
// logic [l o]
// slice expr [s lo hi max]
// send [c send]
// recv [recvidx rc]
// op assign [s op opv]
// inc [s inc]
// define [x y]
// append [base v1 v2]
// copy [dst src]
// defer [body call df]
// go [gof goarg]
// switch [tag c1 c2]
// range [range]
// delete [dm dk]
// if [if cmp]
// for [init cond post cond]
// addr [addr]
// 2 [9 0 0]
// 0 [9 8 0]
// 2
// [7 8]
// map[1:1 2:2]
// b a
// 2
// map literal [k1 v1 k2 v2]
// literal call [A B C D body]
// sprint [p lit]
// mix [w z]
// select [s1 sv1 s2 sv2 s3]
