// SPDX-License-Identifier: MIT
package palette

// mergeSelect passes on from two inputs whatever comes first.
//
//sluice:title Merge (select)
//sluice:category flow
//sluice:use mergeSelect[int](nil, nil, nil)
func mergeSelect[T any](a, b <-chan T, out chan<- T) {
	defer close(out)
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil // ended: never ready again
				continue
			}
			out <- v
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			out <- v
		}
	}
}
