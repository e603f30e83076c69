package main

type T struct {
	a, b int, // ERROR "syntax error: unexpected comma in struct type; possibly missing semicolon or newline or \}"
	c string
}

func main() {}
