package main

var a [] // ERROR "syntax error: unexpected newline, expected type|syntax error: unexpected newline, expecting type"
var b [3] // ERROR "syntax error: unexpected newline, expected type|syntax error: unexpected newline, expecting type"
var c map[string] // ERROR "syntax error: unexpected newline, expected type|syntax error: unexpected newline, expecting type"
var d chan

func main() {} // ERROR "syntax error: unexpected name main, expected \(|syntax error: unexpected main, expecting \("
