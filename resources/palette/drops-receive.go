// SPDX-License-Identifier: MIT
package palette

// dropsReceive forgets to receive the rest after three values: whoever sends to it waits for ever.
//
//sluice:title Drops a receive
//sluice:category faulty
//sluice:use dropsReceive[int](nil, nil)
func dropsReceive[T any](in <-chan T, out chan<- T) {
	defer close(out)
	for i := 0; i < 3; i++ {
		v, ok := <-in
		if !ok {
			return
		}
		out <- v
	}
}
