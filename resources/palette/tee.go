// SPDX-License-Identifier: MIT
package palette

// tee sends each value to both outputs, to whichever is ready first.
//
//sluice:title Tee
//sluice:category flow
//sluice:use tee[int](nil, nil, nil)
func tee[T any](in <-chan T, left, right chan<- T) {
	defer close(left)
	defer close(right)
	for v := range in {
		l, r := left, right
		for i := 0; i < 2; i++ {
			select {
			case l <- v:
				l = nil // a send on nil is never ready
			case r <- v:
				r = nil
			}
		}
	}
}
