package main

func main() {
	for i := 0; i++; { // ERROR "syntax error: cannot use i\+\+ as value"
	}
}
