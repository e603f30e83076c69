// SPDX-License-Identifier: MIT
package palette

// take passes on the first count values, and lets the rest fall so that the sender can finish.
//
//sluice:title Take
//sluice:category transform
//sluice:use take[int](nil, nil, 5)
func take[T any](in <-chan T, out chan<- T, count int) {
	for v := range in {
		if count > 0 {
			out <- v
			count--
			if count == 0 {
				close(out)
			}
		}
	}
	if count > 0 {
		close(out)
	}
}
