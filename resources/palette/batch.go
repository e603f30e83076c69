// SPDX-License-Identifier: MIT
package palette

// batch collects size values at a time and sends them as one slice.
// What is left at the end goes out as a shorter one.
//
//sluice:title Batch
//sluice:category transform
//sluice:use batch[int](nil, nil, 3)
func batch[T any](in <-chan T, out chan<- []T, size int) {
	defer close(out)
	var group []T
	for v := range in {
		group = append(group, v)
		if len(group) == size {
			out <- group
			group = nil
		}
	}
	if len(group) > 0 {
		out <- group
	}
}
