package main

var a = 089 // ERROR "invalid digit '8' in octal literal"
var b = 0x // ERROR "hexadecimal literal has no digits"
var c = 0b12 // ERROR "invalid digit '2' in binary literal"
var d = 1__0 // ERROR "'_' must separate successive digits"
var e = 1e // ERROR "exponent has no digits"
var f = 0x1.8 // ERROR "hexadecimal mantissa requires a 'p' exponent"
var g = 0o8 // ERROR "invalid digit '8' in octal literal"
var h = 1_ // ERROR "'_' must separate successive digits"
var i = 0b // ERROR "binary literal has no digits"
var j = 09.5
var k = 08i

func main() {}
