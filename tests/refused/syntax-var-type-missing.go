package main

var x // ERROR "syntax error: unexpected newline, expected type|syntax error: unexpected newline, expecting type"
const y int

func main() {}
