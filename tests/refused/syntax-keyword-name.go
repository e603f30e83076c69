package main

func main() {
	var func = 1 // ERROR "syntax error: unexpected keyword func, expected name|syntax error: unexpected func, expecting name"
	range := 2 // ERROR "syntax error: unexpected keyword range, expected \}|syntax error: unexpected range, expecting \}"
}
