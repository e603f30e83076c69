// SPDX-License-Identifier: MIT
package palette

// fromSlice sends the elements of a slice one by one, then closes.
//
//sluice:title Slice
//sluice:category source
//sluice:use fromSlice(nil, []string{"red", "green", "blue"})
func fromSlice[T any](out chan<- T, values []T) {
	defer close(out)
	for _, v := range values {
		out <- v
	}
}
