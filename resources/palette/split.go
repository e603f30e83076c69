// SPDX-License-Identifier: MIT
package palette

// split deals the values out in turn, one left, one right.
//
//sluice:title Round-robin split
//sluice:category flow
//sluice:use split[int](nil, nil, nil)
func split[T any](in <-chan T, left, right chan<- T) {
	defer close(left)
	defer close(right)
	for v := range in {
		left <- v
		left, right = right, left
	}
}
