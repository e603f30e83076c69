package main

func f(xs ...int) {}

func main() {
	x := []int{}
	f(x..., 1) // ERROR "syntax error: unexpected literal 1, expected \)|syntax error: unexpected literal 1, expecting \)"
	_ = [...]int{1}
	var y ...int // ERROR "syntax error: unexpected \.\.\., expected type|syntax error: unexpected \.\.\., expecting type"
}
