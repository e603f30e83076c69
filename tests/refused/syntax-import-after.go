package main

func main() {}

import "fmt" // ERROR "syntax error: imports must appear before other declarations|syntax error: non-declaration statement outside function body"
