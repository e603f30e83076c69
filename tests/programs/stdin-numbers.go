package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	sum := 0
	for i := 0; i < n; i++ {
		var v int
		if _, err := fmt.Scan(&v); err != nil {
			fmt.Println("error", err)
			return
		}
		sum += v
	}
	fmt.Println(n, sum)
	var s, t string
	var k int
	c, err := fmt.Scanln(&s)
	fmt.Println(c, err, s)
	c, err = fmt.Scanln(&s)
	fmt.Println(c, err, s)
	c, err = fmt.Scanf("%s %d", &t, &k)
	fmt.Println(c, err, t, k)
	c, err = fmt.Scan(&s)
	fmt.Println(c, err)
}

// Input: 5
// Input: 3 1 4
// Input: 1 5
// Input: hello
// Input: x 7
// Output:
// 5 14
// 1 <nil> hello
// 1 expected newline x
// 0 unexpected newline  0
// 0 EOF
