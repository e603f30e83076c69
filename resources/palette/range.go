// SPDX-License-Identifier: MIT
package palette

// countUp sends the numbers from first to last, then closes.
//
//sluice:title Range
//sluice:category source
//sluice:use countUp(nil, 1, 10)
func countUp(out chan<- int, first, last int) {
	defer close(out)
	for n := first; n <= last; n++ {
		out <- n
	}
}
