package main

import (
	"no/such/package" // ERROR "package no/such/package is not in std|could not import no/such/package \(file not found\)"
	"" // ERROR "invalid import path \(empty string\)"
	"fmt"
	fmt2 "fmt"
	"fmt" // ERROR "fmt redeclared in this block|.fmt. imported and not used|imported and not used: .fmt."
	. "strings"
	m "math"
)

var strings = 1

func main() {
	fmt2.Println(m.Pi, ToUpper("x"))
	fmt.Println(fmt) // ERROR "use of package fmt without selector|use of package fmt not in selector"
	_ = m // ERROR "use of package m without selector|use of package m not in selector"
	var m = 2
	_ = m.Pi // ERROR "m\.Pi undefined \(type int has no field or method Pi\)"
}
