// SPDX-License-Identifier: MIT
package palette

// mapEach sends f of each value.
//
//sluice:title Map
//sluice:category transform
//sluice:use mapEach(nil, nil, func(v int) int { return v * v })
func mapEach[T, U any](in <-chan T, out chan<- U, f func(T) U) {
	defer close(out)
	for v := range in {
		out <- f(v)
	}
}
