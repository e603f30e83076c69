// Errors stand where line directives put them.
package main

var w int = "c" // ERROR "cannot use .c."
/*line line-directives.go:5:20*/ var v int = "v" // ERROR "cannot use .v."

//line line-directives.go:8




var x int = "a" // ERROR "cannot use .a."
var y int = 1

//line other.go:1
func main() {}
