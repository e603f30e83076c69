// SPDX-License-Identifier: MIT
package palette

// filter passes on the values that keep says yes to.
//
//sluice:title Filter
//sluice:category transform
//sluice:use filter(nil, nil, func(v int) bool { return v%2 == 0 })
func filter[T any](in <-chan T, out chan<- T, keep func(T) bool) {
	defer close(out)
	for v := range in {
		if keep(v) {
			out <- v
		}
	}
}
