//go:build go1.18

package main

type A[T any] = []T // ERROR "generic type alias requires go1\.24 or later \(file declares //go:build go1\.21\)|generic type cannot be alias"

func main() {
	var a any = 1
	_ = a
}
