package main

import "fmt"

type Flag bool

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	fmt.Println(t("a") || t("b"))
	fmt.Println(f("a") || t("b"))
	fmt.Println(f("a") && t("b"))
	fmt.Println(t("a") && f("b") || t("c"))
	fmt.Println(f("a") || t("b") && !t("c"))
	fmt.Println(!(f("a") && f("b")) == t("c"))
	var x Flag = true
	y := x && !x
	fmt.Printf("%T %v\n", y, y)
	var cmp Flag = 1 < 2
	fmt.Printf("%T %v %t\n", cmp, cmp, cmp == x)
	a := []bool{true, false}
	a[0], a[1] = a[1], a[0]
	fmt.Println(a, a[0] != a[1])
	if v := t("init"); v {
		fmt.Println("then", v)
	} else if w := f("never"); w {
		fmt.Println(w)
	}
	if v := f("i1"); v {
	} else if w := t("i2"); w && !v {
		fmt.Println("else", v, w)
	} else {
		fmt.Println("no", v, w)
	}
	var p *int
	if p != nil && *p > 0 {
		fmt.Println("bad")
	}
	var m map[string]bool
	fmt.Println(m["x"], !m["x"], len(m) == 0 || m["y"])
	switch true {
	case f("c1"), t("c2"), t("c3"):
		fmt.Println("hit")
	}
	for i := 0; t("cond") && i < 2; i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
}

// Output:
// a true
// a b true
// a false
// a b c true
// a b c false
// a c true
// main.Flag false
// main.Flag true true
// [false true] true
// init then true
// i1 i2 else false true
// false true true
// c1 c2 hit
// cond 0 cond 1 cond
