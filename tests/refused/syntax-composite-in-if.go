package main

type T struct{ a int }

func main() {
	if t := T{1}; t.a == 1 { // ERROR "syntax error: cannot use t := T as value"
	}
} // ERROR "syntax error: non-declaration statement outside function body"
