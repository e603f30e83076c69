package main

type G[T any] struct{ v T }

func (g G[T]) M[U any](u U) {} // ERROR "syntax error: method must have no type parameters"

func main() {}
