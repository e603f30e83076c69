package main

import "fmt"

func v(n int) int { fmt.Print("v", n, " "); return n }

func fall(n int) {
	switch n {
	case 0:
		fmt.Print("0 ")
		fallthrough
	case 1:
		fmt.Print("1 ")
		fallthrough
	default:
		fmt.Print("def ")
		fallthrough
	case 2:
		fmt.Print("2 ")
	case 3:
		fmt.Print("3 ")
		if n == 3 {
			break
		}
		fmt.Print("never")
	case 4:
		fallthrough
	case 5:
		fmt.Print("45 ")
	}
	fmt.Println()
}

func main() {
	for i := 0; i < 8; i++ {
		fall(i)
	}
	switch v(3) {
	case v(1), v(2):
		fmt.Println("no")
	case v(3), v(4):
		fmt.Println("yes")
	case v(5):
	}
	switch x := 5; {
	case x > 3:
		fmt.Println("big", x)
	case x > 1:
		fmt.Println("medium")
	}
	switch x := v(2); x {
	case 2:
		x := "shadow"
		fmt.Println(x)
	}
	switch {
	default:
		fmt.Println("default")
	case false:
	}
	switch v(9); {
	}
	fmt.Println()
	switch x := interface{}(3).(type) {
	case int:
		fmt.Println(x)
	}
	var i interface{} = 3
	switch i {
	case "3":
		fmt.Println("string")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	switch i := 1; i {
	case 0 + 1:
		fmt.Println("const expr")
	}
	s := "b"
	switch s {
	case "a", "c":
	case "b" + "":
		fmt.Println("string case")
	}
	switch [2]int{1, 2} {
	case [2]int{1, 2}:
		fmt.Println("array")
	}
	var p *int
	switch p {
	case nil:
		fmt.Println("nil ptr")
	}
	f := func() {}
	switch f == nil {
	case true:
		fmt.Println("nil func")
	case false:
		fmt.Println("func")
	}
	for i := 0; i < 5; i++ {
		switch {
		case i == 1:
			continue
		case i == 3:
			break
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	switch x := 200; uint8(x) {
	case 200:
		fmt.Println(200)
	}
	switch n := 5; {
	case n%2 == 0:
		fmt.Println("even")
	case n%5 == 0 && n > 4:
		fmt.Println("five")
	}
	var e error
	switch e {
	case nil:
		fmt.Println("no error")
	}
	y := 1
	switch y {
	case y:
		fmt.Println("self")
	}
	switch y++; y {
	case 1:
		fmt.Println(1)
	case 2:
		fmt.Println(2)
	}
	type T struct{ a int }
	switch (T{1}) {
	case T{1}:
		fmt.Println("T")
	}
	switch r := 'x'; {
	case 'a' <= r && r <= 'z':
		fmt.Println("lower")
	}
}

// Output:
// 0 1 def 2
// 1 def 2
// 2
// 3
// 45
// 45
// def 2
// def 2
// v3 v1 v2 v3 yes
// big 5
// v2 shadow
// default
// v9
// 3
// int
// const expr
// string case
// array
// nil ptr
// func
// 0 2 4
// 200
// five
// no error
// self
// 2
// T
// lower
