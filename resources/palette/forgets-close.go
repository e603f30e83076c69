// SPDX-License-Identifier: MIT
package palette

// forgetsClose passes everything on but never closes: whoever ranges over its output waits for ever.
//
//sluice:title Forgets to close
//sluice:category faulty
//sluice:use forgetsClose[int](nil, nil)
func forgetsClose[T any](in <-chan T, out chan<- T) {
	for v := range in {
		out <- v
	}
}
