// SPDX-License-Identifier: MIT
package palette

import "time"

// delay holds each value back for a while.
//
//sluice:title Delay
//sluice:category time
//sluice:use delay[int](nil, nil, 20*time.Millisecond)
func delay[T any](in <-chan T, out chan<- T, pause time.Duration) {
	defer close(out)
	for v := range in {
		time.Sleep(pause)
		out <- v
	}
}
