package main

import (
	"fmt"
	"strings"
)

func main() {
	var a, b int
	var s string
	var f float64
	n, err := fmt.Sscan("10 0x1f word 2.5", &a, &b, &s, &f)
	fmt.Println(n, err, a, b, s, f)
	n, err = fmt.Sscanf("age: 42 name=bob", "age: %d name=%s", &a, &s)
	fmt.Println(n, err, a, s)
	n, err = fmt.Sscan("1\n2", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscanln("3 4", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscan("x", &a)
	fmt.Println(n, err)
	n, err = fmt.Sscan("", &a)
	fmt.Println(n, err)
	n, err = fmt.Sscan("7", &a, &b)
	fmt.Println(n, err, a)
	var r rune
	var t bool
	n, err = fmt.Sscanf("q true 1f", "%c %t %x", &r, &t, &a)
	fmt.Println(n, err, string(r), t, a)
	rd := strings.NewReader("5 6 7\n8")
	sum := 0
	for {
		var v int
		if _, err := fmt.Fscan(rd, &v); err != nil {
			fmt.Println(err)
			break
		}
		sum += v
	}
	fmt.Println(sum)
}

// Output:
// 4 <nil> 10 31 word 2.5
// 2 <nil> 42 bob
// 2 <nil> 1 2
// 2 <nil> 3 4
// 0 expected integer
// 0 EOF
// 1 EOF 7
// 3 <nil> q true 31
// EOF
// 26
