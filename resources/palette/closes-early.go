// SPDX-License-Identifier: MIT
package palette

// closesEarly closes its output after the first value and then sends on it: the program panics.
//
//sluice:title Closes early
//sluice:category faulty
//sluice:use closesEarly[int](nil, nil)
func closesEarly[T any](in <-chan T, out chan<- T) {
	for v := range in {
		out <- v
		close(out)
	}
}
