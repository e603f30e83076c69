package main

println("x") // ERROR "syntax error: non-declaration statement outside function body"

func main() {}
