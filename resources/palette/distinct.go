// SPDX-License-Identifier: MIT
package palette

// distinct passes on each value the first time it comes.
//
//sluice:title Distinct
//sluice:category transform
//sluice:use distinct[int](nil, nil)
func distinct[T comparable](in <-chan T, out chan<- T) {
	defer close(out)
	seen := make(map[T]bool)
	for v := range in {
		if !seen[v] {
			seen[v] = true
			out <- v
		}
	}
}
