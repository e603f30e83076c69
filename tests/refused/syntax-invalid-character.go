package main

var a = 1 # 2 // ERROR "invalid character U\+0023 '#'|syntax error: unexpected literal 2 after top level declaration"
var b = 3 ? 4 : 5 // ERROR "invalid character U\+003F '\?'|syntax error: unexpected literal 4 after top level declaration"
var c = $x // ERROR "invalid character U\+0024 '\$'"
var d = 5 @ 6 // ERROR "invalid character U\+0040 '@'|syntax error: unexpected literal 6 after top level declaration"

func main() {}
