// Directives that name or need a declaration.
package main

import _ "unsafe"

var x, y int

type t int

//go:noescape
func inner(p *int) {} // ERROR "can only use //go:noescape with external func implementations"

//go:embed data.txt // ERROR "go:embed only allowed in Go files that import .embed."
var text string

//go:linkname x too many words // ERROR "usage: //go:linkname localname \[linkname\]"

func main() {}

// Differs: Go 1.19 tells the second and third before the first
