package main

var a = b // ERROR "initialization cycle for a|initialization loop for a"
var b = c
var c = f()

func f() int { return a }

var x = x // ERROR "initialization cycle: x refers to itself|initialization loop for x"

var g = func() int { return h }() // ERROR "initialization cycle for g|initialization loop for g"
var h = g

var m = T{}.M // ERROR "initialization cycle for m|initialization loop for m"

type T struct{}

func (T) M() int { _ = m; return 1 }

var ok = func() int { return later }
var later = 1

func main() {}
