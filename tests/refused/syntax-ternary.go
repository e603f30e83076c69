package main

func main() {
	x := true
	y := x ? 1 : 2 // ERROR "invalid character U\+003F '\?'|syntax error: unexpected literal 1 at end of statement"
	_ = y
}
