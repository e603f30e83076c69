package main

const (
	a // ERROR "missing init expr for a"
	b = 1
	c int // ERROR "missing init expr for c"
)

func main() {}
