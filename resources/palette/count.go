// SPDX-License-Identifier: MIT
package palette

import "fmt"

// countAll prints how many values have come.
//
//sluice:title Count
//sluice:category sink
//sluice:use countAll[int](nil)
func countAll[T any](in <-chan T) {
	n := 0
	for range in {
		n++
	}
	fmt.Println(n, "values")
}
