// SPDX-License-Identifier: MIT
package palette

import "fmt"

// collect prints all values at the end, as one slice.
//
//sluice:title Collect
//sluice:category sink
//sluice:use collect[int](nil)
func collect[T any](in <-chan T) {
	var all []T
	for v := range in {
		all = append(all, v)
	}
	fmt.Println(all)
}
