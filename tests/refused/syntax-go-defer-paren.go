package main

func f() {}

func main() {
	go (f()) // ERROR "expression in go must not be parenthesized"
	defer (f()) // ERROR "expression in defer must not be parenthesized"
	go f // ERROR "expression in go must be function call"
	defer func() {} // ERROR "expression in defer must be function call"
	go 1 // ERROR "expression in go must be function call|invalid operation: cannot call non-function 1 \(untyped int constant\)"
}
