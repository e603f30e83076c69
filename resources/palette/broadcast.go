// SPDX-License-Identifier: MIT
package palette

// broadcast sends each value to all three outputs, in their order.
//
//sluice:title Broadcast
//sluice:category flow
//sluice:use broadcast[int](nil, nil, nil, nil)
func broadcast[T any](in <-chan T, first, second, third chan<- T) {
	outs := []chan<- T{first, second, third}
	for v := range in {
		for _, out := range outs {
			out <- v
		}
	}
	for _, out := range outs {
		close(out)
	}
}
