package main

type T int

func () a()         {} // ERROR "method has no receiver"
func (t T, u T) b() {} // ERROR "method has multiple receivers"
func (T) c()        {}
func (t ...T) d()   {} // ERROR "invalid use of \.\.\.|can only use \.\.\. with final parameter in list"

func main() {}
