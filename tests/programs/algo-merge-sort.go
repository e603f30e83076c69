// Merge sort, generic, stable, and in goroutines.
package main

import "fmt"

type item struct {
	key  int
	name string
}

func merge[T any](a, b []T, less func(a, b T) bool) []T {
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if less(b[0], a[0]) {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

func sort[T any](xs []T, less func(a, b T) bool) []T {
	if len(xs) < 2 {
		return xs
	}
	half := len(xs) / 2
	left := make(chan []T)
	go func() { left <- sort(xs[:half], less) }()
	right := sort(xs[half:], less)
	return merge(<-left, right, less)
}

func main() {
	var xs []item
	seed := uint32(7)
	for i := 0; i < 40; i++ {
		seed = seed*1664525 + 1013904223
		xs = append(xs, item{int(seed >> 28), fmt.Sprint("n", i)})
	}
	ys := sort(xs, func(a, b item) bool { return a.key < b.key })
	for i := 1; i < len(ys); i++ {
		if ys[i-1].key > ys[i].key {
			panic("unsorted")
		}
	}
	fmt.Println(ys[:8])
	fmt.Println(sort([]string{"pear", "fig", "apple"}, func(a, b string) bool { return len(a) < len(b) }))
}

// Output:
// [{0 n4} {0 n7} {1 n8} {1 n22} {1 n28} {1 n31} {1 n32} {1 n35}]
// [fig pear apple]
