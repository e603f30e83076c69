// SPDX-License-Identifier: MIT
package palette

// reduce makes one value of all: it sends the last result when the input ends.
//
//sluice:title Reduce
//sluice:category transform
//sluice:use reduce(nil, nil, 0, func(sum, v int) int { return sum + v })
func reduce[T, A any](in <-chan T, out chan<- A, start A, step func(A, T) A) {
	defer close(out)
	result := start
	for v := range in {
		result = step(result, v)
	}
	out <- result
}
