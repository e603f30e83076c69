// SPDX-License-Identifier: MIT
package palette

import "time"

// timeout passes values on until none has come for too long, and then ends.
//
//sluice:title Timeout
//sluice:category time
//sluice:use timeout[int](nil, nil, time.Second)
func timeout[T any](in <-chan T, out chan<- T, patience time.Duration) {
	defer close(out)
	for {
		select {
		case v, ok := <-in:
			if !ok {
				return
			}
			out <- v
		case <-time.After(patience):
			return
		}
	}
}
