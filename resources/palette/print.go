// SPDX-License-Identifier: MIT
package palette

import "fmt"

// printEach prints each value on a line of its own.
//
//sluice:title Print
//sluice:category sink
//sluice:use printEach[int](nil)
func printEach[T any](in <-chan T) {
	for v := range in {
		fmt.Println(v)
	}
}
