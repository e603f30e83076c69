// SPDX-License-Identifier: MIT
package palette

import (
	"context"
	"time"
)

// stopAfter passes values on until its context is cancelled, here by its deadline.
//
//sluice:title Cancel by context
//sluice:category control
//sluice:use stopAfter[int](nil, nil, time.Second)
func stopAfter[T any](in <-chan T, out chan<- T, limit time.Duration) {
	defer close(out)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	for {
		select {
		case <-ctx.Done():
			return
		case v, ok := <-in:
			if !ok {
				return
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}
}
