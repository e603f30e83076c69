// SPDX-License-Identifier: MIT
package palette

// barrier lets a value of each side through only when both have come.
//
//sluice:title Barrier
//sluice:category control
//sluice:use barrier[int](nil, nil, nil, nil)
func barrier[T any](a, b <-chan T, outA, outB chan<- T) {
	defer close(outA)
	defer close(outB)
	for x := range a {
		y, ok := <-b
		if !ok {
			return
		}
		outA <- x
		outB <- y
	}
}
