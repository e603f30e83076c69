package main

const a = 'ab' // ERROR "more than one character in rune literal"

func main() {}
