package main

func main() {
	if true {
		println(1)

 // ERROR "syntax error: unexpected EOF, expected \}|syntax error: unexpected EOF, expecting \}"
