package main

type T struct {
	a int "tag"
	b int 5 // ERROR "syntax error: struct field tag must be a string|invalid AST: incorrect tag syntax: .5."
}

func main() {}
