// SPDX-License-Identifier: MIT
package palette

// queue keeps whatever comes in until somebody takes it: a buffer without an end.
//
//sluice:title Buffer
//sluice:category flow
//sluice:use queue[int](nil, nil)
func queue[T any](in <-chan T, out chan<- T) {
	defer close(out)
	var waiting []T
	for in != nil || len(waiting) > 0 {
		var ready chan<- T // nil, never ready, while nothing waits
		var next T
		if len(waiting) > 0 {
			ready, next = out, waiting[0]
		}
		select {
		case v, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			waiting = append(waiting, v)
		case ready <- next:
			waiting = waiting[1:]
		}
	}
}
