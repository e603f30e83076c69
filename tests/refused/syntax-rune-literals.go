package main

var a = '' // ERROR "empty rune literal or unescaped '"
var b = 'abc' // ERROR "more than one character in rune literal"

func main() {}
