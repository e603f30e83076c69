package main

func main() {
	a := []int{1}
	_ = a[] // ERROR "syntax error: unexpected \], expected operand|syntax error: unexpected \], expecting operand"
	_ = a[::] // ERROR "middle index required in 3-index slice|final index required in 3-index slice"
	_ = a[1::2] // ERROR "middle index required in 3-index slice"
	_ = a[:1:] // ERROR "final index required in 3-index slice"
	_ = "s"[0:1:1]
}
