//go:build go1.18

package main

func main() {
	for i := range 10 { // ERROR "cannot range over 10 \(untyped int constant\): requires go1\.22 or later \(file declares //go:build go1\.21\)|cannot range over 10 \(untyped int constant\)"
		_ = i
	}
	for range 3 { // ERROR "cannot range over 3 \(untyped int constant\): requires go1\.22 or later \(file declares //go:build go1\.21\)|cannot range over 3 \(untyped int constant\)"
	}
	f := func(yield func(int) bool) {}
	for range f { // ERROR "cannot range over f \(variable of type func\(yield func\(int\) bool\)\): requires go1\.23 or later \(file declares //go:build go1\.21\)|cannot range over f \(variable of type func\(yield func\(int\) bool\)\)"
	}
}
