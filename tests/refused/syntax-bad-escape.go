package main

var a = "\q" // ERROR "unknown escape"
var b = '\400' // ERROR "octal escape value 256 > 255"
var c = "\xZ1" // ERROR "invalid character 'Z' in hexadecimal escape"
var d = '\u12' // ERROR "invalid character '\\'' in hexadecimal escape"
var e = "\U00110000" // ERROR "escape is invalid Unicode code point U\+110000"
var f = '\ud800' // ERROR "escape is invalid Unicode code point U\+D800"

func main() {}
